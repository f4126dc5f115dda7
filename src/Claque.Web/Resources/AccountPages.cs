using System.Collections.Immutable;
using System.Globalization;
using Claque.Cases;
using Claque.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Claque.Web;

/// <summary><c>/accounts</c>: the accounts of a run, and one account with its names, rhythm, objects, partners and posts.</summary>
internal static class AccountPages
{
    private const int PageSize = 100;
    private const int PostsOnPage = 50;
    private const int Shown = 50;

    public static void Map(WebApplication app, Bench bench)
    {
        app.MapGet("/accounts.json", (HttpRequest request) => TypedResults.Ok(bench.Case.Read(file => List(bench.Case, file, request))));
        app.MapGet("/accounts.csv", (HttpRequest request) => bench.Case.Read(file => Csv(bench.Case, file, request)));
        app.MapGet("/accounts/{key}.json", (string key, HttpRequest request) => TypedResults.Ok(bench.Case.Read(file => Page(bench.Case, file, key, request))));
        app.MapGet("/accounts/{key}/posts.json", (string key, HttpRequest request) => TypedResults.Ok(bench.Case.Read(file => Posts(file, Number(file, key), request))));
        app.MapGet("/accounts/{key}/posts.csv", (string key, HttpRequest request) => bench.Case.Read(file => PostTable(file, Number(file, key), request)));
        app.MapGet("/accounts/{key}/partners.json", (string key, HttpRequest request) => TypedResults.Ok(bench.Case.Read(file =>
        {
            var all = Partners(bench.Case.Known.Run(request.RequiredRun(file)), (int)Number(file, key));
            var (partners, next) = request.Page(all, PageSize);
            return new PartnerList(partners, all.Count, next);
        })));
        app.MapGet("/accounts/{key}/partners.csv", (string key, HttpRequest request) => bench.Case.Read(file => Table.Of(
            $"partners-{key}", ["account", "platform", "handle", "tier", "q", "p", "weight", "co_acts", "behaviours", "median_gap_s", "first_in"],
            Partners(bench.Case.Known.Run(request.RequiredRun(file)), (int)Number(file, key)).Select(partner => (object?[])
            [
                partner.Account.NativeId, partner.Account.Platform, partner.Account.Handle, partner.Tier, partner.Q, partner.P, partner.Weight, partner.CoActs,
                string.Join(' ', partner.Behaviours), partner.MedianGapS, partner.FirstIn,
            ]))));
    }

    /// <summary>The account of an address: its number, or an id or handle that people write.</summary>
    /// <exception cref="Refused">The case has none such.</exception>
    public static long Number(CaseFile file, string key)
    {
        if (long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && file.Look.HasAccount(number)) return number;
        return file.AccountByLabel(key) ?? throw Refused.NotFound($"The case has no account {key}.");
    }

    public static GroupLink? Link(GroupView? group, Decided decided) =>
        group is null ? null : new GroupLink(group.Key, Show.Href(group), group.Number, decided.Of(group.Key).Status);

    private static AccountRow Row(OpenCaseFile open, CaseFile file, RunModel model, AccountStanding standing, Decided decided)
    {
        var counts = open.Known.PostCounts(file);
        return new AccountRow(
            Show.Account(model.Account(standing.Account)), standing.Tier, Show.P(standing.Q), Link(standing.Group, decided), standing.Behaviours, standing.Ties,
            standing.Weight, standing.JointPosts, standing.Account < counts.Length ? counts[standing.Account] : 0);
    }

    private static ImmutableArray<AccountStanding> Chosen(RunModel model, HttpRequest request)
    {
        var (tier, text) = (request.Text("tier"), request.Text("q"));
        if (tier.Length == 0 && text.Length == 0) return model.Standings;
        return
        [
            .. model.Standings.Where(standing =>
                (tier.Length == 0 || standing.Tier == tier)
                && (text.Length == 0 || model.Account(standing.Account) is var account
                    && (Has(account.Handle) || Has(account.Name) || Has(account.NativeId)))),
        ];

        bool Has(string value) => value.Contains(text, StringComparison.OrdinalIgnoreCase);
    }

    private static AccountList List(OpenCaseFile open, CaseFile file, HttpRequest request)
    {
        if (request.Run(file) is not { } run) return new AccountList([], 0, null);
        var model = open.Known.Run(run);
        var decided = new Decided(file.Decisions());
        var all = Chosen(model, request);
        var (standings, next) = request.Page(all, PageSize);
        return new AccountList([.. standings.Select(standing => Row(open, file, model, standing, decided))], all.Length, next);
    }

    private static IResult Csv(OpenCaseFile open, CaseFile file, HttpRequest request)
    {
        var model = open.Known.Run(request.RequiredRun(file));
        var decided = new Decided(file.Decisions());
        return Table.Of(
            "accounts", ["account", "platform", "handle", "name", "tier", "q", "group", "behaviours", "ties", "weight", "joint_posts", "posts"],
            [.. Chosen(model, request).Select(standing => Row(open, file, model, standing, decided)).Select(row => (object?[])
            [
                row.Account.NativeId, row.Account.Platform, row.Account.Handle, row.Account.Name, row.Tier, row.Q, row.Group?.Number, string.Join(' ', row.Behaviours),
                row.Ties, row.Weight, row.JointPosts, row.Posts,
            ])]);
    }

    private static AccountPage Page(OpenCaseFile open, CaseFile file, string key, HttpRequest request)
    {
        var number = Number(file, key);
        var facts = file.Look.FactsOf(number);
        var decided = new Decided(file.Decisions());
        var model = request.Run(file) is { } run ? open.Known.Run(run) : null;
        var standing = model?.StandingOf((int)number);
        var partners = model is null ? [] : Partners(model, (int)number);
        return new AccountPage(
            Show.Account(file.Account(number)), standing is null ? null : Row(open, file, model!, standing, decided),
            [.. facts.Names.Select(name => new NameSeen(name.Handle, name.Name, Show.Time(name.FirstUs), Show.Time(name.LastUs)))], facts.Posts,
            Show.TimeOrNull(facts.FirstUs), Show.TimeOrNull(facts.LastUs), Show.Tallies(facts.Languages, 10), Show.Tallies(facts.Clients, 10), facts.Reshares,
            facts.Replies, [.. facts.Hours], facts.Hours.Sum(count => (long)count), model is null ? [] : Objects(model, (int)number),
            [.. partners.Take(Shown)], partners.Count,
            model is null ? [] : [.. model.Groups.Concat(model.Single).Where(group => group.Members.Any(member => member.Account.Number == number))
                .Select(group => GroupPages.Row(open, file, model, group, decided))], Rhythms.Of(open, file, number),
            ReportPages.Choice(file, FindingKey.Hours(number)), model is null ? [] : SurfacedPages.Of(file, model.Run.Number, number));
    }

    /// <summary>What it shared with others, objects with most accounts first.</summary>
    private static IReadOnlyList<SharedObject> Objects(RunModel model, int account) =>
        [.. ObjectStat.Of(model.CoActsOf(account), model.Objects).Take(Shown).Select(GroupTables.Shared)];

    /// <summary>The accounts it acted with, over all behaviours, firmest first.</summary>
    private static IReadOnlyList<Partner> Partners(RunModel model, int account) =>
    [
        .. model.PairsOf(account).Select(i => model.Pairs[i]).GroupBy(pair => pair.A == account ? pair.B : pair.A).Select(of =>
        {
            var heaviest = of.MaxBy(pair => pair.Weight);
            var group = model.GroupOf(of.Key);
            return (Number: of.Key, Shown: new Partner(
                Show.Account(model.Account(of.Key)), TierWords.Firmest[of.Min(pair => RunModel.Rank(pair.Tier))], Show.P(of.Min(pair => pair.Q)), Show.P(of.Min(pair => pair.P)),
                of.Sum(pair => (long)pair.Weight), of.Sum(pair => pair.CoActs), [.. of.Select(pair => model.Run.Layers[pair.Layer].Behaviour).Distinct()],
                Show.Seconds(heaviest.MedianGapS), of.Sum(pair => pair.A == account ? pair.AFirst : pair.BFirst),
                group is not null && group == model.GroupOf(account) ? Show.Href(group) : ""));
        }).OrderBy(partner => RunModel.Rank(partner.Shown.Tier)).ThenByDescending(partner => partner.Shown.Weight).ThenBy(partner => partner.Number).Select(partner => partner.Shown),
    ];

    private static PostList Posts(CaseFile file, long account, HttpRequest request)
    {
        var after = request.Text("after").Split('-') is [var time, var number]
            && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var us) && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? (us, id)
            : ((long, long)?)null;
        var posts = file.Look.PostsOf(account, request.MomentUs("from") ?? long.MinValue, request.MomentUs("to") ?? long.MaxValue, after, PostsOnPage);
        return new PostList(
            [.. posts.Select(Show.Post)],
            posts.Length == PostsOnPage ? string.Create(CultureInfo.InvariantCulture, $"{posts[^1].TimeUs}-{posts[^1].Number}") : null, null);
    }

    private static IResult PostTable(CaseFile file, long account, HttpRequest request) => Table.Of(
        $"posts-{account}", PostPages.Columns,
        [.. file.Look.PostsOf(account, request.MomentUs("from") ?? long.MinValue, request.MomentUs("to") ?? long.MaxValue, null, int.MaxValue).Select(PostPages.Cells)]);
}
