using Claque.Cases;
using Claque.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Claque.Web;

/// <summary><c>/groups/{key}/…</c>: members, objects, timeline, exhibits and pairs of a group.</summary>
internal static class GroupTables
{
    private const int PageSize = 100;
    private const int ExhibitsOnPage = 20;
    private const int MostMarks = 3000;

    public static void Map(WebApplication app, Bench bench)
    {
        app.MapGet("/groups/{key}/members.json", (string key, HttpRequest request) => TypedResults.Ok(Look(key, request, (_, model, detail) =>
        {
            var all = Members(model, detail);
            var (members, next) = request.Page(all, PageSize);
            return new MemberList(members, all.Count, next);
        })));
        app.MapGet("/groups/{key}/members.csv", (string key, HttpRequest request) => Look(key, request, (_, model, detail) => Table.Of(
            $"members-{detail.Group.Number}", ["account", "platform", "handle", "name", "ties", "joint_posts", "posts", "joint_share", "tier", "q", "first_in", "co_acts"],
            Members(model, detail).Select(member => (object?[])
            [
                member.Account.NativeId, member.Account.Platform, member.Account.Handle, member.Account.Name, member.Ties, member.JointPosts, member.Posts,
                member.JointShare, member.Tier, member.Q, member.FirstIn, member.CoActs,
            ]))));
        app.MapGet("/groups/{key}/objects.json", (string key, HttpRequest request) => TypedResults.Ok(Look(key, request, (_, _, detail) =>
        {
            var (objects, next) = request.Page([.. Objects(detail)], PageSize);
            return new ObjectList(objects, detail.Objects.Length, next);
        })));
        app.MapGet("/groups/{key}/objects.csv", (string key, HttpRequest request) => Look(key, request, (_, _, detail) => Table.Of(
            $"objects-{detail.Group.Number}", ["behaviour", "object", "accounts", "co_acts", "first", "last", "spread_s"],
            Objects(detail).Select(item => (object?[])[item.Behaviour, item.Name, item.Accounts, item.CoActs, item.First, item.Last, item.SpreadS]))));
        app.MapGet("/groups/{key}/timeline.json", (string key, HttpRequest request) => TypedResults.Ok(Look(
            key, request, (_, model, detail) => Timeline(model, detail, request.MomentUs("from"), request.MomentUs("to")))));
        app.MapGet("/groups/{key}/timeline.csv", (string key, HttpRequest request) => Look(key, request, (_, model, detail) => Table.Of(
            $"timeline-{detail.Group.Number}", ["time", "account", "platform", "handle", "behaviour", "object", "post"],
            Within(detail, request.MomentUs("from"), request.MomentUs("to")).Select(act => (object?[])
            [
                Show.Time(act.TimeUs), model.Account(act.Account).NativeId, model.Account(act.Account).Platform, model.Account(act.Account).Handle,
                model.Objects[act.Object].Behaviour, model.Objects[act.Object].Name, act.Post,
            ]))));
        app.MapGet("/groups/{key}/exhibits.json", (string key, HttpRequest request) => TypedResults.Ok(Look(key, request, (file, model, detail) => Exhibits(bench.Case, file, model, detail, request))));
        app.MapGet("/groups/{key}/exhibits.csv", (string key, HttpRequest request) => Look(key, request, (_, model, detail) => ExhibitTable(model, detail, request)));
        app.MapGet("/groups/{key}/pairs.json", (string key, HttpRequest request) => TypedResults.Ok(Look(key, request, (_, model, detail) =>
        {
            var (pairs, next) = request.Page(detail.Pairs, PageSize);
            return new PairList([.. pairs.Select(pair => PairRows.Of(model, pair))], detail.Pairs.Length, next);
        })));
        app.MapGet("/groups/{key}/pairs.csv", (string key, HttpRequest request) => Look(key, request, (_, model, detail) =>
            PairRows.Csv($"pairs-{detail.Group.Number}", detail.Pairs.Select(pair => PairRows.Of(model, pair)))));

        T Look<T>(string key, HttpRequest request, Func<CaseFile, RunModel, GroupDetail, T> look) => bench.Case.Read(file =>
        {
            var model = bench.Case.Known.Run(request.RequiredRun(file));
            return look(file, model, model.Detail(model.Group(key)));
        });
    }

    /// <summary>The members, most joint posts first as the run ordered them.</summary>
    public static IReadOnlyList<Member> Members(RunModel model, GroupDetail detail)
    {
        var pairsOf = detail.Pairs.SelectMany(pair => new[] { (Account: pair.A, pair), (Account: pair.B, pair) }).ToLookup(x => x.Account, x => x.pair);
        return [.. detail.Group.Members.Select(member =>
        {
            var account = (int)member.Account.Number;
            var pairs = pairsOf[account].ToList();
            return new Member(
                Show.Account(member.Account), member.Ties, member.JointPosts, member.Posts, Math.Round(member.JointShare, 4), Firmest(pairs),
                Show.P(pairs.Min(pair => pair.Q)), pairs.Sum(pair => pair.A == account ? pair.AFirst : pair.BFirst), pairs.Sum(pair => pair.CoActs));
        })];
    }

    public static IEnumerable<SharedObject> Objects(GroupDetail detail) => detail.Objects.Select(Shared);

    /// <summary>An object with when it was shared.</summary>
    public static SharedObject Shared(ObjectStat stat, int index) => new(
        stat.Object.Behaviour, Show.Whole(Show.Cut(stat.Object.Name)), stat.Accounts, stat.CoActs, Show.Time(stat.FirstUs), Show.Time(stat.LastUs),
        Show.Seconds((stat.LastUs - stat.FirstUs) / 1e6), index);

    /// <summary>The acts as columns; where there are too many, those of the objects with most accounts are kept.</summary>
    public static Timeline Timeline(RunModel model, GroupDetail detail, long? fromUs, long? toUs)
    {
        var acts = Within(detail, fromUs, toUs).ToList();
        var placeOf = detail.Objects.Index().ToDictionary(entry => entry.Item.Object.Number, entry => entry.Index);
        var kept = acts.Count <= MostMarks ? acts : [.. acts.OrderBy(act => placeOf[act.Object]).Take(MostMarks).OrderBy(act => act.TimeUs).ThenBy(act => act.Post).ThenBy(act => act.Object)];
        var shown = kept.CountBy(act => act.Object).ToDictionary();
        List<long> objects = [.. shown.Keys.OrderBy(number => placeOf[number])];
        var column = objects.Index().ToDictionary(entry => entry.Item, entry => entry.Index);
        var row = detail.Group.Members.Index().ToDictionary(entry => (int)entry.Item.Account.Number, entry => entry.Index);
        return new Timeline(
            [.. detail.Group.Members.Select(member => Show.Account(member.Account))],
            [.. objects.Select(number => new TimelineObject(model.Objects[number].Behaviour, Show.Whole(Show.Cut(model.Objects[number].Name, 300)), shown[number]))],
            [.. kept.Select(act => row[act.Account])], [.. kept.Select(act => Show.Ms(act.TimeUs))], [.. kept.Select(act => column[act.Object])],
            [.. kept.Select(act => act.Post)], acts.Count - kept.Count, Coarsest(kept));
    }

    private static string Firmest(List<StoredPair> pairs) => pairs.OrderBy(pair => RunModel.Rank(pair.Tier)).Select(pair => pair.Tier).FirstOrDefault("");

    private static IEnumerable<GroupDetail.Act> Within(GroupDetail detail, long? fromUs, long? toUs) =>
        detail.Timeline.Where(act => act.TimeUs >= (fromUs ?? long.MinValue) && act.TimeUs <= (toUs ?? long.MaxValue));

    /// <summary>The coarsest step that fits all times shown.</summary>
    private static string Coarsest(List<GroupDetail.Act> acts)
    {
        if (acts.Count == 0) return "";
        var step = TimePrecision.Day;
        while (step > TimePrecision.Microsecond && acts.Exists(act => act.TimeUs % StepUs(step) != 0)) step--;
        return step.Word;
    }

    private static long StepUs(TimePrecision step) => step switch
    {
        TimePrecision.Millisecond => 1000,
        TimePrecision.Second => 1_000_000,
        TimePrecision.Minute => 60_000_000,
        TimePrecision.Hour => 3_600_000_000,
        TimePrecision.Day => 86_400_000_000,
        _ => 1,
    };

    /// <summary>The co-acts that the address asks for, in the order of exhibits.</summary>
    private static IReadOnlyList<StoredCoAct> Chosen(RunModel model, GroupDetail detail, HttpRequest request)
    {
        var (behaviour, name, a, b) = (request.Text("behaviour"), request.Text("object"), (int)request.Whole("a", 0), (int)request.Whole("b", 0));
        var (from, to) = (request.MomentUs("from") ?? long.MinValue, request.MomentUs("to") ?? long.MaxValue);
        return
        [
            .. detail.Exhibits.Select(place => detail.CoActs[place]).Where(coAct =>
                (behaviour.Length == 0 || model.Objects[coAct.Object].Behaviour == behaviour) && (name.Length == 0 || model.Objects[coAct.Object].Name == name)
                && (a == 0 || coAct.A == a || coAct.B == a) && (b == 0 || coAct.A == b || coAct.B == b)
                && Math.Min(coAct.TimeAUs, coAct.TimeBUs) >= from && Math.Max(coAct.TimeAUs, coAct.TimeBUs) <= to),
        ];
    }

    private static ExhibitList Exhibits(OpenCaseFile open, CaseFile file, RunModel model, GroupDetail detail, HttpRequest request)
    {
        var all = Chosen(model, detail, request);
        var (coActs, next) = request.Page(all, ExhibitsOnPage);
        var inReport = ReportPages.Draft(file).Exhibits.Select(exhibit => exhibit.Exhibit).ToHashSet();
        return new ExhibitList(
            GroupPages.Row(open, file, model, detail.Group, new Decided(file.Decisions())),
            [.. coActs.Select(coAct => View(file, model, coAct)).Select(exhibit => Show.Exhibit(exhibit, inReport.Contains(exhibit.Key)))], all.Count, next);
    }

    /// <summary>The exhibit with its posts.</summary>
    public static ExhibitView View(CaseFile file, RunModel model, StoredCoAct coAct)
    {
        var item = model.Objects[coAct.Object];
        return new ExhibitView(item.Behaviour, item.Name, file.Post(coAct.PostA), file.Post(coAct.PostB), (coAct.TimeBUs - coAct.TimeAUs) / 1e6);
    }

    private static IResult ExhibitTable(RunModel model, GroupDetail detail, HttpRequest request) => Table.Of(
        $"exhibits-{detail.Group.Number}", ["behaviour", "object", "gap_s", "account_a", "time_a", "post_a", "account_b", "time_b", "post_b"],
        Chosen(model, detail, request).Select(coAct => coAct.TimeAUs <= coAct.TimeBUs ? coAct : new StoredCoAct(coAct.B, coAct.A, coAct.Object, coAct.PostB, coAct.PostA, coAct.TimeBUs, coAct.TimeAUs))
            .Select(coAct => (object?[])
            [
                model.Objects[coAct.Object].Behaviour, model.Objects[coAct.Object].Name, Show.Seconds((coAct.TimeBUs - coAct.TimeAUs) / 1e6),
                model.Account(coAct.A).NativeId, Show.Time(coAct.TimeAUs), coAct.PostA, model.Account(coAct.B).NativeId, Show.Time(coAct.TimeBUs), coAct.PostB,
            ]));
}
