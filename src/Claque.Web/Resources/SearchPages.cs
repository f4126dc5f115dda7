using System.Globalization;
using Claque.Cases;
using Claque.Reports.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Claque.Web;

/// <summary><c>/search</c>: full text over the posts, in any script, with facets that narrow it.</summary>
internal static class SearchPages
{
    private const int PageSize = 50;
    private const int MostFound = 20_000;
    private const int MostRanked = 3000;
    private const int FacetsShown = 20;

    public static void Map(WebApplication app, Bench bench)
    {
        app.MapGet("/search.json", (HttpRequest request) => TypedResults.Ok(bench.Case.Read(file => Page(bench.Case, file, request))));
        app.MapGet("/search.csv", (HttpRequest request) => bench.Case.Read(file => Table.Of(
            "search", PostPages.Columns, [.. Found.Of(bench.Case, file, request).Posts.Select(file.Post).Select(PostPages.Cells)])));
    }

    private static SearchPage Page(OpenCaseFile open, CaseFile file, HttpRequest request)
    {
        var query = request.Text("q");
        if (!file.Look.IsSearchable)
            return new SearchPage(query, [], 0, false, null, [], [], [], [], [], false, open.IsWritable
                ? "The index of texts is being made; search again in a moment."
                : "The texts of this case are not indexed and the file cannot be written. Open a copy that can be written.");
        var found = Found.Of(open, file, request);
        var decided = new Decided(file.Decisions());
        var (posts, next) = request.Page(found.Posts, PageSize);
        return new SearchPage(
            query, [.. posts.Select(number => Hit(file, found, decided, query, number))], found.Posts.Count, found.IsLeast, next,
            found.Facet("language", place => found.Columns.Languages[place], language => Language(found.Columns.LanguageNames[language])),
            found.Facet("day", place => found.Columns.Days[place], day => (Day(day), Day(day))),
            found.Facet("account", place => found.Columns.Accounts[place], account => (account.ToString(CultureInfo.InvariantCulture), file.Account(account).Label)),
            found.Facet("group", place => found.GroupOf(place)?.Number ?? 0, number => found.Model?.Groups.FirstOrDefault(group => group.Number == number) is { } group ? (group.Key, $"group {number}") : ("", "no group")),
            found.Behaviours(), true, Sentence(query, found));
    }

    private static string Sentence(string query, Found found) => (query.Trim().Length, found.Posts.Count, found.IsLeast) switch
    {
        (0, _, _) => "Write a word or several: posts that hold every one of them are found, in any script.",
        (_, 0, _) => "No post holds every one of these words.",
        (_, var count, true) => $"{Amount.Count(count)} posts or more; the first {Amount.Count(count)} are shown, in the order in which they were imported. Add a word to narrow it.",
        (_, <= MostRanked and var count, _) when !found.IsNarrowed => $"{Amount.Of(count, "post", "posts")}, best match first.",
        (_, var count, _) => $"{Amount.Of(count, "post", "posts")}, in the order in which they were imported.",
    };

    private static SearchHit Hit(CaseFile file, Found found, Decided decided, string query, long number)
    {
        var post = file.Post(number);
        var marked = file.Look.Highlighted(query, number) is { } text ? Show.Parts(Stretches(text)) : Show.Parts(Show.Cut(post.Text));
        return new SearchHit(Show.Post(post, marked), AccountPages.Link(found.Model?.GroupOf((int)post.Account.Number), decided));
    }

    /// <summary>The text in stretches, those between the two marks being what was found; cut like every text.</summary>
    private static List<Stretch> Stretches(string marked)
    {
        var (stretches, left) = (new List<Stretch>(), 2000);
        foreach (var part in marked.Split('\uFDD0'))
        {
            var end = part.IndexOf('\uFDD1', StringComparison.Ordinal);
            if (end >= 0) Add(part[..end], true);
            Add(part[(end + 1)..], false);
        }

        return stretches;

        void Add(string text, bool found)
        {
            var shown = Show.Cut(text, left);
            if (shown.Length > 0) stretches.Add(new Stretch(shown, found));
            left -= shown.Length;
        }
    }

    private static (string Value, string Label) Language(string name) => name.Length > 0 ? (name, name) : ("unknown", "unknown");

    private static string Day(int day) => DateTime.UnixEpoch.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What a query found, before paging.</summary>
    private sealed class Found
    {
        private readonly HttpRequest _request;
        private readonly List<int> _places = [];
        private readonly (string Language, string Behaviour) _asked;
        private readonly int? _day;

        private Found(HttpRequest request, PostColumns columns, RunModel? model)
        {
            (_request, Columns, Model) = (request, columns, model);
            _asked = (request.Text("language"), request.Text("behaviour"));
            _day = request.MomentUs("day") is { } day ? (int)Math.Floor(day / 86_400e6) : null;
        }

        public PostColumns Columns { get; }

        public RunModel? Model { get; }

        /// <summary>Numbers of the posts.</summary>
        public List<long> Posts { get; } = [];

        /// <summary>True when there may be more.</summary>
        public bool IsLeast { get; private set; }

        /// <summary>True when only posts of certain accounts were looked at: they come in their order.</summary>
        public bool IsNarrowed => _request.Text("account").Length + _request.Text("group").Length > 0;

        public static Found Of(OpenCaseFile open, CaseFile file, HttpRequest request)
        {
            var model = request.Run(file) is { } run ? open.Known.Run(run) : null;
            var found = new Found(request, open.Known.Columns(file), model);
            var accounts = found.Accounts(file);
            var numbers = file.Look.Find(request.Text("q"), accounts, MostFound, accounts is null ? MostRanked : 0);
            found.IsLeast = numbers.Count >= MostFound;
            foreach (var number in numbers) found.Take(number);
            return found;
        }

        public GroupView? GroupOf(int place) => Model?.GroupOf(Columns.Accounts[place]);

        /// <summary>How the posts found fall into the values of one property, most first.</summary>
        public IReadOnlyList<Facet> Facet(string name, Func<int, int> keyOf, Func<int, (string Value, string Label)> shown)
        {
            var chosen = _request.Text(name);
            return
            [
                .. _places.CountBy(keyOf).OrderByDescending(count => count.Value).ThenBy(count => count.Key).Take(FacetsShown)
                    .Select(count => (shown(count.Key), count.Value))
                    .Select(facet => new Facet(facet.Item1.Value, Show.Whole(facet.Item1.Label), facet.Value, chosen.Length > 0 && chosen == facet.Item1.Value)),
            ];
        }

        /// <summary>Behaviours in which the accounts of the posts found stand in pairs.</summary>
        public IReadOnlyList<Facet> Behaviours()
        {
            var chosen = _request.Text("behaviour");
            return Model is null
                ? []
                : [.. _places.CountBy(place => Columns.Accounts[place]).SelectMany(count => (Model.StandingOf(count.Key)?.Behaviours ?? []).Select(behaviour => (behaviour, count.Value)))
                    .GroupBy(x => x.behaviour, x => x.Value).Select(of => new Facet(of.Key, of.Key, of.Sum(), chosen == of.Key)).OrderByDescending(facet => facet.Count)];
        }

        /// <summary>The accounts that the query is narrowed to; null for all.</summary>
        private IReadOnlyCollection<long>? Accounts(CaseFile file)
        {
            if (_request.Text("account") is { Length: > 0 } account) return [AccountPages.Number(file, account)];
            if (_request.Text("group") is { Length: > 0 } group && Model is not null) return [.. Model.Group(group).Members.Select(member => member.Account.Number)];
            return null;
        }

        private void Take(long number)
        {
            var place = Columns.PlaceOf(number);
            if (place < 0 || !Fits(place)) return;
            _places.Add(place);
            Posts.Add(number);
        }

        private bool Fits(int place) =>
            (_asked.Language.Length == 0 || Language(Columns.LanguageNames[Columns.Languages[place]]).Value == _asked.Language)
            && (_day is null || Columns.Days[place] == _day)
            && (_asked.Behaviour.Length == 0 || (Model?.StandingOf(Columns.Accounts[place])?.Behaviours.Contains(_asked.Behaviour) ?? false));
    }
}
