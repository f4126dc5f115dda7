using System.Globalization;
using Claque.Cases;
using Microsoft.AspNetCore.Http;

namespace Claque.Web;

/// <summary>What a query found, before paging: the posts that hold every word, narrowed by the facets that were chosen.</summary>
internal sealed class Found
{
    private const int MostFound = 2_000_000;
    private const int MostRanked = 3000;
    private const int FacetsShown = 20;
    private readonly HttpRequest _request;
    private readonly List<int> _places = [];
    private readonly (string Language, string Behaviour) _asked;
    private readonly int? _day;
    private readonly HashSet<int>? _accounts;
    private Dictionary<int, int>? _byAccount;

    private Found(HttpRequest request, CaseFile file, PostTable columns, RunModel? model)
    {
        (_request, Columns, Model) = (request, columns, model);
        _asked = (request.Text("language"), request.Text("behaviour"));
        _day = request.MomentUs("day") is { } day ? (int)Math.Floor(day / 86_400e6) : null;
        if (request.Text("account") is { Length: > 0 } account) _accounts = [(int)AccountPages.Number(file, account)];
        else if (request.Text("group") is { Length: > 0 } group && model is not null) _accounts = [.. model.Group(group).Members.Select(member => (int)member.Account.Number)];
    }

    public PostTable Columns { get; }

    public RunModel? Model { get; }

    /// <summary>Numbers of the posts.</summary>
    public List<long> Posts { get; } = [];

    /// <summary>True when there may be more.</summary>
    public bool IsLeast { get; private set; }

    /// <summary>True when the best match comes first; else they come in the order in which they were imported.</summary>
    public bool IsRanked { get; private set; }

    public static Found Of(OpenCaseFile open, CaseFile file, HttpRequest request)
    {
        var model = request.Run(file) is { } run ? open.Known.Run(run) : null;
        var found = new Found(request, file, open.Known.Columns(file), model);
        var query = request.Text("q");
        var seen = 0;
        foreach (var number in file.Look.Find(query, MostFound))
        {
            seen++;
            found.Take(number);
        }

        found.IsLeast = seen == MostFound;
        if (seen > MostRanked) return found;
        var fits = found.Posts.ToHashSet();
        found.Posts.Clear();
        found.Posts.AddRange(file.Look.FindBest(query, MostRanked).Where(fits.Contains));
        found.IsRanked = true;
        return found;
    }

    /// <summary>A language as an address and a page write it.</summary>
    public static (string Value, string Label) Language(string name) => name.Length > 0 ? (name, name) : ("unknown", "unknown");

    public static string Day(int day) => DateTime.UnixEpoch.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public IEnumerable<KeyValuePair<int, int>> ByLanguage()
    {
        var counts = new int[Columns.LanguageNames.Length];
        foreach (var place in _places) counts[Columns.Languages[place]]++;
        return counts.Index().Where(count => count.Item > 0).Select(count => KeyValuePair.Create(count.Index, count.Item));
    }

    public IEnumerable<KeyValuePair<int, int>> ByDay() => _places.CountBy(place => Columns.Days[place]);

    public IReadOnlyDictionary<int, int> ByAccount() => _byAccount ??= _places.CountBy(place => Columns.Accounts[place]).ToDictionary();

    /// <summary>By number of the group; 0 for none.</summary>
    public IEnumerable<KeyValuePair<int, int>> ByGroup() => ByAccount()
        .GroupBy(count => Model?.GroupOf(count.Key)?.Number ?? 0, count => count.Value).Select(of => KeyValuePair.Create(of.Key, of.Sum()));

    /// <summary>Behaviours in which the accounts of the posts stand in pairs.</summary>
    public IReadOnlyList<Facet> Behaviours() =>
    [
        .. ByAccount().SelectMany(count => (Model?.StandingOf(count.Key)?.Behaviours ?? []).Select(behaviour => (behaviour, count.Value)))
            .GroupBy(x => x.behaviour, x => x.Value).Select(of => new Facet(of.Key, of.Key, of.Sum(), _asked.Behaviour == of.Key))
            .OrderByDescending(facet => facet.Count).ThenBy(facet => facet.Value, StringComparer.Ordinal),
    ];

    /// <summary>The values of one property, most posts first.</summary>
    public IReadOnlyList<Facet> Facet(string name, IEnumerable<KeyValuePair<int, int>> counts, Func<int, (string Value, string Label)> shown)
    {
        var chosen = _request.Text(name);
        return
        [
            .. counts.OrderByDescending(count => count.Value).ThenBy(count => count.Key).Take(FacetsShown).Select(count => (Shown: shown(count.Key), count.Value))
                .Select(facet => new Facet(facet.Shown.Value, Show.Whole(facet.Shown.Label), facet.Value, chosen.Length > 0 && chosen == facet.Shown.Value)),
        ];
    }

    private void Take(long number)
    {
        var place = Columns.PlaceOf(number);
        if (place < 0 || !Fits(place)) return;
        _places.Add(place);
        Posts.Add(number);
    }

    private bool Fits(int place) =>
        (_accounts is null || _accounts.Contains(Columns.Accounts[place])) && (_day is null || Columns.Days[place] == _day)
        && (_asked.Language.Length == 0 || Language(Columns.LanguageNames[Columns.Languages[place]]).Value == _asked.Language)
        && (_asked.Behaviour.Length == 0 || (Model?.StandingOf(Columns.Accounts[place])?.Behaviours.Contains(_asked.Behaviour) ?? false));
}
