using Claque.Cases;

namespace Claque.Reports.Exports;

/// <summary>A measure of a node or edge: name, type in the words of GEXF and GraphML, and how to read it; empty means absent.</summary>
internal sealed record Measure<T>(string Name, string Type, Func<T, string> Value);

/// <summary>The measures that nodes and edges carry, the same in GEXF and GraphML.</summary>
internal static class GraphSchema
{
    public static readonly Measure<AccountRow>[] Nodes =
    [
        new("platform", "string", row => row.Account.Platform),
        new("account", "string", row => row.Account.NativeId),
        new("handle", "string", row => row.Account.Handle),
        new("name", "string", row => row.Account.Name),
        new("tier", "string", row => row.Tier),
        new("q", "double", row => Number.Probability(row.Q)),
        new("group", "int", row => row.Group is { } group ? Number.Of(group) : ""),
        new("evidence", "string", row => string.Join(' ', row.Evidence)),
        new("behaviours", "string", row => string.Join(' ', row.Behaviours)),
        new("explained", "string", row => row.Explained),
        new("ties", "int", row => Number.Of(row.Ties)),
        new("weight_sum", "long", row => Number.Of(row.Weight)),
        new("joint_posts", "int", row => Number.Of(row.JointPosts)),
        new("posts", "int", row => row.Posts is { } posts ? Number.Of(posts) : ""),
        new("joint_share", "double", row => Number.Share(row.JointShare)),
    ];

    public static readonly Measure<PairView>[] Edges =
    [
        new("behaviour", "string", pair => pair.Behaviour),
        new("window_s", "double", pair => Number.Seconds(pair.WindowS)),
        new("co_acts", "long", pair => Number.Of(pair.CoActs)),
        new("posts_a", "int", pair => Number.Of(pair.PostsA)),
        new("posts_b", "int", pair => Number.Of(pair.PostsB)),
        new("mean_gap_s", "double", pair => Number.Seconds(pair.MeanGapS)),
        new("median_gap_s", "double", pair => Number.Seconds(pair.MedianGapS)),
        new("a_first", "long", pair => Number.Of(pair.AFirst)),
        new("b_first", "long", pair => Number.Of(pair.BFirst)),
        new("p", "double", pair => Number.Probability(pair.P)),
        new("q", "double", pair => Number.Probability(pair.Q)),
        new("tier", "string", pair => pair.Tier),
    ];

    /// <summary>Behaviours that the run looked at through more than one window: their edges name the window, so that no kind repeats.</summary>
    public static HashSet<string> ManyWindows(RunView run) =>
        [.. run.Layers.Where(layer => layer.Refused.Length == 0).GroupBy(layer => layer.Behaviour)
            .Where(same => same.Select(layer => layer.WindowS).Distinct().Count() > 1).Select(same => same.Key)];

    /// <summary>What tells apart the edges of one pair: <c>link</c>, or <c>link 60 s</c> where there are several windows.</summary>
    public static string Kind(PairView pair, HashSet<string> manyWindows) =>
        manyWindows.Contains(pair.Behaviour) ? $"{pair.Behaviour} {Number.Seconds(pair.WindowS)} s" : pair.Behaviour;

    /// <summary>What the graph is, with its error control.</summary>
    public static string Description(CaseExport export) =>
        $"Accounts that acted together; run {export.Run.Number} of {Path.GetFileName(export.Case.Path)}, input SHA-256 {export.Run.InputSha256}. "
        + $"{export.Run.ErrorControl.TrimEnd('.')}. Coordinated does not mean inauthentic, harmful or attributed.";
}
