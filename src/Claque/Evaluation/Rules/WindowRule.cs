using System.Globalization;
using Claque.Tracing;

namespace Claque.Evaluation.Rules;

/// <summary>The common rule of thumb: two accounts that touched so many different objects within a window of each other.</summary>
/// <param name="window">Widest gap, inclusive.</param>
/// <param name="minObjects">Different objects, over all behaviours, 1 or more.</param>
/// <remarks>O(n log n + co-acts within the window).</remarks>
public sealed class WindowRule(TimeSpan window, int minObjects) : IAccusationRule
{
    /// <inheritdoc/>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{window.TotalSeconds:0.###} s ≥ {minObjects}");

    /// <inheritdoc/>
    public string Description => string.Create(
        CultureInfo.InvariantCulture, $"{minObjects} different objects or more, each touched by both within {window.TotalSeconds:0.###} s");

    /// <inheritdoc/>
    public RuleVerdict Judge(Corpus corpus, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        var weights = Weights(RuleActs.Of(corpus), stop);
        var scores = new double[corpus.Accounts.Count];
        foreach (var (pair, weight) in weights)
            (scores[pair.A], scores[pair.B]) = (Math.Max(scores[pair.A], weight.Objects), Math.Max(scores[pair.B], weight.Objects));
        return RuleVerdict.Of(weights.Where(pair => pair.Value.Objects >= minObjects).Select(pair => pair.Key), scores);
    }

    private Dictionary<AccountPair, (int Objects, int Last)> Weights(RuleActs acts, CancellationToken stop)
    {
        var (windowUs, order) = (window.Ticks / TimeSpan.TicksPerMicrosecond, Enumerable.Range(0, acts.Count).ToArray());
        Array.Sort(order, (x, y) => acts.Object[x] != acts.Object[y] ? acts.Object[x].CompareTo(acts.Object[y])
            : acts.TimeUs[x] != acts.TimeUs[y] ? acts.TimeUs[x].CompareTo(acts.TimeUs[y]) : x.CompareTo(y));
        var weights = new Dictionary<AccountPair, (int Objects, int Last)>();
        for (var i = 0; i < order.Length; i++)
        {
            if ((i & 1023) == 0) stop.ThrowIfCancellationRequested();
            var (first, obj) = (order[i], acts.Object[order[i]]);
            for (var j = i + 1; j < order.Length && acts.Object[order[j]] == obj && acts.TimeUs[order[j]] - acts.TimeUs[first] <= windowUs; j++)
            {
                if (acts.Account[order[j]] == acts.Account[first]) continue;
                var pair = new AccountPair(acts.Account[first], acts.Account[order[j]]);
                // An object counts once, however often the two met on it.
                if (!weights.TryGetValue(pair, out var weight)) weights[pair] = (1, obj);
                else if (weight.Last != obj) weights[pair] = (weight.Objects + 1, obj);
            }
        }

        return weights;
    }
}
