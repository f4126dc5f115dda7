using Claque.Cases;
using Claque.Reports.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Claque.Web;

/// <summary><c>/network</c>: who is tied to whom, as a picture and as a table of the same edges.</summary>
internal static class NetworkPages
{
    private const int PageSize = 100;

    public static void Map(WebApplication app, Bench bench)
    {
        app.MapGet("/network.json", (HttpRequest request) => TypedResults.Ok(bench.Case.Read(file => Page(bench.Case, file, request))));
        app.MapGet("/network.csv", (HttpRequest request) => bench.Case.Read(file => Csv(bench.Case, file, request)));
        app.MapGet("/network/edges.csv", (HttpRequest request) => bench.Case.Read(file => Csv(bench.Case, file, request)));
        app.MapGet("/network/edges.json", (HttpRequest request) => TypedResults.Ok(bench.Case.Read(file =>
        {
            if (request.Run(file) is not { } run) return new PairList([], 0, null);
            var model = bench.Case.Known.Run(run);
            var all = Rows(model, request);
            var (pairs, next) = request.Page(all, PageSize);
            return new PairList([.. pairs.Select(pair => PairRows.Of(model, pair))], all.Count, next);
        })));
    }

    private static NetworkPage Page(OpenCaseFile open, CaseFile file, HttpRequest request)
    {
        if (request.Run(file) is not { } run)
            return new NetworkPage(
                null, "accounts", new NetworkFilter("", 0, 1, "all", "", "", "", ""), [], [], 0, null, null, 0, 0,
                new NetworkNodes([], [], [], [], [], [], [], [], []), new NetworkEdges([], [], [], []), [], "Nothing was detected in this case yet. Detect first.");
        var model = open.Known.Run(run);
        var selection = NetworkSelection.Of(model, request);
        return new NetworkPicture(model, open.Known.Places(model, selection.Filter.Tier), selection, new Decided(file.Decisions())).Page();
    }

    private static IReadOnlyList<StoredPair> Rows(RunModel model, HttpRequest request)
    {
        var account = (int)request.Whole("account", 0);
        var pairs = NetworkSelection.Of(model, request).Pairs().Where(pair => account == 0 || pair.A == account || pair.B == account);
        return request.Text("sort") switch
        {
            "" or "weight" => [.. pairs.OrderByDescending(pair => pair.Weight).ThenByDescending(pair => pair.CoActs).ThenBy(pair => pair.A).ThenBy(pair => pair.B).ThenBy(pair => pair.Layer)],
            "q" => [.. pairs.OrderBy(pair => pair.Q ?? 2).ThenByDescending(pair => pair.Weight).ThenBy(pair => pair.A).ThenBy(pair => pair.B).ThenBy(pair => pair.Layer)],
            "gap" => [.. pairs.OrderBy(pair => pair.MedianGapS).ThenBy(pair => pair.A).ThenBy(pair => pair.B).ThenBy(pair => pair.Layer)],
            var other => throw new Refused(StatusCodes.Status400BadRequest, $"sort={other} is not known. Sort by weight, q or gap."),
        };
    }

    private static IResult Csv(OpenCaseFile open, CaseFile file, HttpRequest request)
    {
        var model = open.Known.Run(request.RequiredRun(file));
        return PairRows.Csv("network", [.. Rows(model, request).Select(pair => PairRows.Of(model, pair))]);
    }
}

/// <summary>Which pairs of a run the address asks for.</summary>
internal sealed class NetworkSelection
{
    private readonly RunModel _model;
    private readonly bool[] _layers;
    private readonly HashSet<int>? _members;
    private readonly long? _fromUs;
    private readonly long? _toUs;

    private NetworkSelection(RunModel model, NetworkFilter filter, bool[] layers, GroupView? group, long? fromUs, long? toUs)
    {
        (_model, Filter, _layers, _fromUs, _toUs) = (model, filter, layers, fromUs, toUs);
        _members = group is null ? null : [.. group.Members.Select(member => (int)member.Account.Number)];
    }

    /// <summary>The filter with what was left out filled in.</summary>
    public NetworkFilter Filter { get; }

    public static NetworkSelection Of(RunModel model, HttpRequest request)
    {
        var (behaviour, window) = (request.Text("behaviour"), request.Amount("window"));
        var tier = request.Text("tier") is { Length: > 0 } asked ? asked : model.IsValidated ? "weak" : "all";
        if (tier is not ("named" or "weak" or "all")) throw new Refused(StatusCodes.Status400BadRequest, $"tier={tier} is not known. It is named, weak (named ones too) or all.");
        var group = request.Text("group") is { Length: > 0 } key ? model.Group(key) : null;
        var windows = Windows(model);
        var widest = windows.Length > 0 ? windows[^1] : 0;
        var filter = new NetworkFilter(
            behaviour, window ?? widest, (int)Math.Max(1, request.Whole("min", 1)), tier, request.Text("from"), request.Text("to"), group?.Key ?? "", request.Text("level"));
        bool[] layers =
        [
            .. model.Run.Layers.Select((layer, i) => (behaviour.Length == 0 || layer.Behaviour == behaviour)
                && (layer.Behaviour == Words.CommonText || (window is { } seconds ? layer.WindowS == seconds : model.Widest[i]))),
        ];
        return new NetworkSelection(model, filter, layers, group, request.MomentUs("from"), request.MomentUs("to"));
    }

    /// <summary>The windows that the run used, seconds, ascending.</summary>
    public static double[] Windows(RunModel model) =>
        [.. model.Run.Layers.Where(layer => layer.Refused.Length == 0 && layer.Behaviour != Words.CommonText).Select(layer => layer.WindowS).Distinct().Order()];

    public IEnumerable<StoredPair> Pairs() => _model.Pairs.Where(pair =>
        _layers[pair.Layer] && pair.Weight >= Filter.Min && (Filter.Tier == "all" || pair.Tier == "named" || (Filter.Tier == "weak" && pair.Tier == "weak"))
        && (_members is null || _members.Contains(pair.A) || _members.Contains(pair.B)) && IsInTime(pair));

    /// <summary>True when the pair has a stored co-act inside the brush.</summary>
    private bool IsInTime(StoredPair pair)
    {
        if (_fromUs is null && _toUs is null) return true;
        foreach (var coAct in _model.CoActs.AsSpan(_model.CoActsOf(pair.A, pair.B)))
            if (Math.Min(coAct.TimeAUs, coAct.TimeBUs) >= (_fromUs ?? long.MinValue) && Math.Max(coAct.TimeAUs, coAct.TimeBUs) <= (_toUs ?? long.MaxValue)) return true;
        return false;
    }
}
