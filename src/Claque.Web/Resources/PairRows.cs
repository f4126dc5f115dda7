using Claque.Cases;
using Microsoft.AspNetCore.Http;

namespace Claque.Web;

/// <summary>Pairs as tables show them.</summary>
internal static class PairRows
{
    public static PairRow Of(RunModel model, StoredPair pair)
    {
        var group = model.GroupOf(pair.A);
        return new PairRow(
            Show.Account(model.Account(pair.A)), Show.Account(model.Account(pair.B)), model.Run.Layers[pair.Layer].Behaviour, model.Run.Layers[pair.Layer].WindowS,
            pair.Weight, pair.CoActs, pair.PostsA, pair.PostsB, Show.Seconds(pair.MeanGapS), Show.Seconds(pair.MedianGapS), pair.AFirst, pair.BFirst,
            Show.P(pair.P), Show.P(pair.Q), pair.Tier, group is not null && group == model.GroupOf(pair.B) ? Show.Href(group) : "");
    }

    public static IResult Csv(string name, IEnumerable<PairRow> pairs) => Table.Of(
        name,
        ["account_a", "account_b", "behaviour", "weight", "co_acts", "posts_a", "posts_b", "mean_gap_s", "median_gap_s", "p", "q", "tier", "window_s", "a_first", "b_first", "platform_a", "handle_a", "platform_b", "handle_b"],
        pairs.Select(pair => (object?[])
        [
            pair.A.NativeId, pair.B.NativeId, pair.Behaviour, pair.Weight, pair.CoActs, pair.PostsA, pair.PostsB, pair.MeanGapS, pair.MedianGapS, pair.P,
            pair.Q, pair.Tier, pair.WindowS, pair.AFirst, pair.BFirst, pair.A.Platform, pair.A.Handle, pair.B.Platform, pair.B.Handle,
        ]));
}
