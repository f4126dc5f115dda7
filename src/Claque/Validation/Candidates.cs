namespace Claque.Validation;

/// <summary>
/// Finds the pairs that can reach a small p-value at all: with enough hits at some scale, and hits that are unlikely enough
/// taken alone. Everything left out has a p-value above the limit, for certain.
/// </summary>
/// <remarks>
/// Account by account (Gustavson 1978): count the hits with each partner, then sum the logarithms of the chances of those hits.
/// A pair's p-value cannot be below the product of the chances of its hits, because all of them coming true is one way to reach
/// its count. O(co-acts within the widest window), memory O(accounts) a thread.
/// </remarks>
internal static class Candidates
{
    /// <summary>The pairs, as renumbered accounts with A below B, in order.</summary>
    public static List<(int A, int B)> Find(SharedActs acts, IReadOnlyList<ScaleActs> scales, ValidationOptions options, double mostP, CancellationToken stop)
    {
        var widest = scales[^1];
        var ranges = widest.HitRanges();
        var leastLog = Math.Log(mostP / scales.Count);
        var (pairs, _) = Rows.Run(
            acts,
            options.Threads,
            () => new Row(acts, scales, new PartnerCounts(acts, widest.Ranks, ranges, options.MinSittings), ranges, options.MinSittings, leastLog),
            (first, last, row) =>
            {
                var found = new List<(int, int)>();
                for (var account = first; account < last; account++) row.Find(account, found);
                return found;
            },
            stop);
        pairs.Sort();
        return pairs;
    }

    private sealed class Row(SharedActs acts, IReadOnlyList<ScaleActs> scales, PartnerCounts hits, (int From, int To)[] ranges, int least, double leastLog)
    {
        private readonly int[] _ranks = scales[^1].Ranks;
        private readonly int[] _slots = new int[acts.Busy];
        private double[] _logs = new double[64];
        private int[] _counts = new int[64];

        public void Find(int account, List<(int, int)> found)
        {
            hits.Count(account);
            var candidates = 0;
            foreach (var partner in hits.Partners) _slots[partner] = hits.Take(partner) >= least ? candidates++ : -1;
            if (candidates == 0) return;
            SumLogs(account, candidates);
            foreach (var partner in hits.Partners)
                if (_slots[partner] >= 0 && IsUnlikely(_slots[partner])) found.Add((partner, account));
        }

        private void SumLogs(int account, int candidates)
        {
            var needed = candidates * scales.Count;
            if (_logs.Length < needed) (_logs, _counts) = (new double[needed * 2], new int[needed * 2]);
            Array.Clear(_logs, 0, needed);
            Array.Clear(_counts, 0, needed);
            foreach (var act in hits.Acts)
            {
                for (var (from, to) = ranges[act]; from < to; from += PartnerCounts.Run)
                    foreach (var other in hits.Busier(account, act, from))
                        if (_slots[_ranks[other]] is >= 0 and var slot) AddHit(act, other, slot * scales.Count);
            }
        }

        private void AddHit(int act, int other, int at)
        {
            var gap = Math.Abs(acts.TimesUs[act] - acts.TimesUs[other]);
            var step = Math.Max(acts.Steps[act], acts.Steps[other]);
            for (var s = scales.Count - 1; s >= 0; s--)
            {
                var scale = scales[s];
                if (gap > scale.Chances.WindowUs || !scale.Supports(step)) break;
                _counts[at + s]++;
                _logs[at + s] += scale.Chances.LogOf(scale.Cells[act], scale.Cells[other], step);
            }
        }

        private bool IsUnlikely(int slot)
        {
            for (var s = 0; s < scales.Count; s++)
                if (_counts[slot * scales.Count + s] >= least && _logs[slot * scales.Count + s] <= leastLog) return true;
            return false;
        }
    }
}
