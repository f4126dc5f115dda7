using System.Runtime.InteropServices;

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
        var eligible = scales[^1].Eligible;
        var (from, to) = scales[^1].HitRanges();
        var leastLog = Math.Log(mostP / scales.Count);
        var (pairs, _) = Rows.Run(
            acts,
            options.Threads,
            () => new Row(acts, scales, options.MinSittings, leastLog),
            (first, last, row) =>
            {
                var found = new List<(int, int)>();
                for (var account = first; account < last; account++) row.Find(account, eligible, from, to, found);
                return found;
            },
            stop);
        return pairs;
    }

    private sealed class Row(SharedActs acts, IReadOnlyList<ScaleActs> scales, int least, double leastLog)
    {
        private readonly int[] _hits = new int[acts.Busy];
        private readonly int[] _touched = new int[acts.Busy];
        private readonly int[] _slots = new int[acts.Busy];
        private double[] _logs = new double[64];
        private int[] _counts = new int[64];
        private int _touchedCount;

        public void Find(int account, int[] eligible, int[] from, int[] to, List<(int, int)> found)
        {
            CountHits(account, eligible, from, to);
            var candidates = 0;
            foreach (var partner in _touched.AsSpan(0, _touchedCount))
                _slots[partner] = _hits[partner] >= least ? candidates++ : -1;

            if (candidates > 0)
            {
                SumLogs(account, candidates, eligible, from, to);
                var before = found.Count;
                foreach (var partner in _touched.AsSpan(0, _touchedCount))
                    if (_slots[partner] >= 0 && IsUnlikely(_slots[partner])) found.Add((account, partner));
                CollectionsMarshal.AsSpan(found)[before..].Sort();
            }

            foreach (var partner in _touched.AsSpan(0, _touchedCount)) _hits[partner] = 0;
            _touchedCount = 0;
        }

        private void CountHits(int account, int[] eligible, int[] from, int[] to)
        {
            foreach (var act in acts.ActsOf(account))
            {
                if (eligible[act] < 0) continue;
                foreach (var partner in eligible.AsSpan(from[act]..to[act]))
                    if (partner > account && _hits[partner]++ == 0) _touched[_touchedCount++] = partner;
            }
        }

        private void SumLogs(int account, int candidates, int[] eligible, int[] from, int[] to)
        {
            var needed = candidates * scales.Count;
            if (_logs.Length < needed) (_logs, _counts) = (new double[needed * 2], new int[needed * 2]);
            Array.Clear(_logs, 0, needed);
            Array.Clear(_counts, 0, needed);
            foreach (var act in acts.ActsOf(account))
            {
                if (eligible[act] < 0) continue;
                for (var other = from[act]; other < to[act]; other++)
                {
                    var partner = eligible[other];
                    if (partner > account && _slots[partner] >= 0) AddHit(act, other, _slots[partner] * scales.Count);
                }
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
