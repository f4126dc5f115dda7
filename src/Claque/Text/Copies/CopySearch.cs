using System.Collections.Concurrent;

namespace Claque.Text.Copies;

/// <summary>Two texts and the stretches that they have in common.</summary>
/// <param name="A">Number of the first text.</param>
/// <param name="B">Number of the second, larger.</param>
/// <param name="Runs">The stretches, by place in A.</param>
public sealed record CommonTexts(int A, int B, IReadOnlyList<CommonRun> Runs);

/// <summary>Finds all pairs of texts that have a stretch in common.</summary>
public static class CopySearch
{
    /// <summary>All pairs with a stretch of so many words, by A, then B; the same at any number of threads.</summary>
    /// <param name="index">The index of all texts.</param>
    /// <param name="wordsOf">The words of a text; called from several threads.</param>
    /// <param name="leastWords">Shorter stretches are left out; <see cref="CommonRuns.LeastMatches"/> or more.</param>
    /// <param name="shingle">Words of a shingle of the index.</param>
    /// <remarks>
    /// Row by row: for each text one counter for every other. Only pairs with a shingle that is in very few places, or with two near shingles
    /// that together cover <paramref name="shingle"/> + 3 words, are aligned. O(places of shared shingles × texts that share them).
    /// </remarks>
    public static IReadOnlyList<CommonTexts> Of(ShingleIndex index, Func<int, WordHashes> wordsOf, int leastWords, int shingle, IProgress<StageProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(wordsOf);
        var rows = new List<CommonTexts>?[index.Texts];
        var scratches = new ConcurrentBag<RowScratch>();
        var done = 0;
        Parallel.For(0, index.Texts, new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = Environment.ProcessorCount }, a =>
        {
            if (!scratches.TryTake(out var scratch)) scratch = new RowScratch(index, shingle);
            rows[a] = scratch.Row(a, wordsOf, leastWords);
            scratches.Add(scratch);
            if ((Interlocked.Increment(ref done) & 255) == 0) progress?.Report(new StageProgress("common passages", done, index.Texts));
        });
        return [.. rows.Where(row => row is not null).SelectMany(row => row!)];
    }

    /// <summary>Counters and buffers of one thread.</summary>
    private sealed class RowScratch(ShingleIndex index, int shingle)
    {
        private const int FarthestApart = 40, MostDrift = 12, LookBack = 8, ExtraWords = 3;
        private readonly int[] _counts = new int[index.Texts];
        private readonly int[] _next = new int[index.Texts];
        private readonly bool[] _rare = new bool[index.Texts];
        private readonly List<int> _touched = [];
        private readonly CommonRuns _runs = new();
        private (int A, int B)[] _seeds = [];
        private int[] _cover = [];

        public List<CommonTexts>? Row(int a, Func<int, WordHashes> wordsOf, int leastWords)
        {
            var entries = index.EntriesOf(a);
            Count(a, entries);
            _touched.RemoveAll(b =>
            {
                if (_counts[b] > 1 || _rare[b]) return false;
                _counts[b] = 0;
                return true;
            });
            if (_touched.Count == 0) return null;
            _touched.Sort();
            Gather(a, entries);
            List<CommonTexts>? found = null;
            var start = 0;
            foreach (var b in _touched)
            {
                var seeds = _seeds.AsSpan(start, _counts[b]);
                start += _counts[b];
                var rare = _rare[b];
                (_counts[b], _rare[b]) = (0, false);
                if (!rare && !HasChain(seeds)) continue;
                var runs = _runs.Of(wordsOf(a).Hashes, wordsOf(b).Hashes, seeds, leastWords);
                if (runs.Count > 0) (found ??= []).Add(new CommonTexts(a, b, [.. runs]));
            }

            _touched.Clear();
            return found;
        }

        private void Count(int a, ReadOnlySpan<int> entries)
        {
            foreach (var first in entries)
            {
                var rare = index.IsRare(first);
                for (var entry = first; index.Next(first, ref entry, out var b);)
                {
                    if (b == a) continue;
                    if (_counts[b]++ == 0) _touched.Add(b);
                    _rare[b] |= rare;
                }
            }
        }

        // Seeds of each pair in a row, in order of place in a.
        private void Gather(int a, ReadOnlySpan<int> entries)
        {
            var total = 0;
            foreach (var b in _touched) (_next[b], total) = (total, total + _counts[b]);
            if (_seeds.Length < total) (_seeds, _cover) = (new (int, int)[total * 2], new int[total * 2]);
            foreach (var first in entries)
                for (var entry = first; index.Next(first, ref entry, out var b);)
                    if (b != a && _counts[b] > 0) _seeds[_next[b]++] = (index.PlaceOf(first), index.PlaceOf(entry));
        }

        private bool HasChain(ReadOnlySpan<(int A, int B)> seeds)
        {
            for (var i = 0; i < seeds.Length; i++)
            {
                _cover[i] = shingle;
                for (var k = i - 1; k >= 0 && k >= i - LookBack; k--)
                {
                    var (stepA, stepB) = (seeds[i].A - seeds[k].A, seeds[i].B - seeds[k].B);
                    if (stepA <= 0 || stepB <= 0 || stepA > FarthestApart || Math.Abs(stepA - stepB) > MostDrift) continue;
                    _cover[i] = Math.Max(_cover[i], _cover[k] + Math.Min(shingle, Math.Min(stepA, stepB)));
                }

                if (_cover[i] >= shingle + ExtraWords) return true;
            }

            return false;
        }
    }
}
