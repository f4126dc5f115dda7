using System.Numerics;

namespace Claque.Text.Similar;

/// <summary>Joins the alike groups of one list after the other; one for each thread, which share what is joined.</summary>
/// <remarks>
/// The sets of a list have its token in common, and none before it that counts. A short list is compared pair by pair, first by bounds that cost a
/// nanosecond: the bits of the two sets that differ (Sandes, Teodoro, Melo 2020, "Bitmap filter: speeding up exact set similarity joins with bitwise
/// operations") and the tokens passed over so far. A long list is split by the next common token, then by the one after, for as long as
/// that at least halves the pairs (two alike sets share k tokens among the first k + tokens that a partner may lack: Wang, Li, Feng 2012, "Can we beat the
/// prefix filtering?"); so no input costs much more than comparing every two sets of each list by their bits, at worst. Sets that are joined already,
/// by whichever list or thread, are not compared: that saves work and changes no cluster.
/// </remarks>
internal sealed class ListSearch(SetGroups groups, Likeness likeness, UnionFind joined, int vocabulary, int few)
{
    private readonly int[] _counts = new int[vocabulary];
    private readonly List<int> _touched = [];
    private int[] _groups = new int[1024];
    private TokenSet[] _sets = new TokenSet[1024];
    private Member[] _members = new Member[4096];
    private ulong[] _bits = new ulong[1024];

    /// <summary>A set in a list or a part of it.</summary>
    /// <param name="Index">Its place in the list.</param>
    /// <param name="At">Place of the last common token in the set.</param>
    private readonly record struct Member(int Index, int At);

    /// <summary>Joins what is alike in a list.</summary>
    /// <param name="list">Groups by rising size.</param>
    public void Search(ReadOnlySpan<Entry> list)
    {
        if (list.Length < 2) return;
        Reserve(ref _groups, list.Length);
        Reserve(ref _sets, list.Length);
        Reserve(ref _members, list.Length);
        for (var i = 0; i < list.Length; i++)
        {
            _groups[i] = list[i].Group;
            _sets[i] = groups[list[i].Group];
            _members[i] = new Member(i, list[i].At);
        }

        Search(0, list.Length, 1, list.Length);
    }

    /// <summary>Joins what is alike among members that have so many tokens in common.</summary>
    /// <param name="free">Members from here on may be overwritten.</param>
    private void Search(int from, int to, int depth, int free)
    {
        if (to - from <= few)
        {
            ComparePairs(from, to, depth);
            return;
        }

        if (AreJoined(from, to)) return;
        var parts = Split(from, to, depth, free);
        if (parts is null)
        {
            ComparePairs(from, to, depth);
            return;
        }

        JoinThoseWithEnough(from, to, depth);
        for (var part = 1; part < parts.Length; part++) Search(parts[part - 1], parts[part], depth + 1, parts[^1]);
    }

    private bool AreJoined(int from, int to)
    {
        var first = joined.Find(_groups[_members[from].Index]);
        for (var m = from + 1; m < to; m++)
            if (joined.Find(_groups[_members[m].Index]) != first) return false;
        return true;
    }

    /// <summary>Splits members by their next common token; gives the bounds of the parts, or null where that saves no work.</summary>
    private int[]? Split(int from, int to, int depth, int free)
    {
        _touched.Clear();
        for (var m = from; m < to; m++)
            foreach (var token in Following(_members[m], depth))
                if (_counts[token]++ == 0) _touched.Add(token);
        var (pairs, members, parts) = (0L, 0L, 0);
        foreach (var token in _touched)
        {
            if (_counts[token] is var count && count < 2) continue;
            (pairs, members, parts) = (pairs + (long)count * count, members + count, parts + 1);
        }

        var saves = 2 * pairs <= (long)(to - from) * (to - from) && free + members <= Array.MaxLength;
        var bounds = saves ? Scatter(from, to, depth, free, (int)members, parts) : null;
        foreach (var token in _touched) _counts[token] = 0;
        return bounds;
    }

    private int[] Scatter(int from, int to, int depth, int free, int members, int parts)
    {
        Reserve(ref _members, free + members);
        var bounds = new int[parts + 1];
        var (end, part) = (free, 0);
        bounds[0] = free;
        foreach (var token in _touched)
        {
            var count = _counts[token];
            _counts[token] = count < 2 ? -1 : end;
            if (count < 2) continue;
            bounds[++part] = end += count;
        }

        for (var m = from; m < to; m++)
        {
            var (index, at) = _members[m];
            foreach (var token in Following(_members[m], depth))
            {
                at++;
                if (_counts[token] >= 0) _members[_counts[token]++] = new Member(index, at);
            }
        }

        return bounds;
    }

    /// <summary>The tokens that may be the next common one: those behind not more passed over than a set like it may lack.</summary>
    private ReadOnlySpan<int> Following(Member member, int depth)
    {
        ref readonly var set = ref _sets[member.Index];
        return groups.TokensOf(set)[(member.At + 1)..Math.Min(set.Size, likeness.MayMiss(set.Size) + depth + 1)];
    }

    /// <summary>Joins pairs for which the tokens that they have in common are enough already: they need not have a further one.</summary>
    private void JoinThoseWithEnough(int from, int to, int depth)
    {
        var first = _groups[_members[from].Index];
        for (int m = from + 1, chained = from; m < to; m++)
        {
            var size = Size(m);
            if (likeness.Needed(Size(from) + size) > depth) return;
            joined.Union(first, _groups[_members[m].Index]);
            // What is like this one is, by it, in one cluster with the first.
            for (; chained + 1 < m && likeness.Needed(Size(chained + 1) + size) <= depth; chained++) joined.Union(first, _groups[_members[chained + 1].Index]);
        }
    }

    private int Size(int member) => _sets[_members[member].Index].Size;

    private void ComparePairs(int from, int to, int depth)
    {
        Reserve(ref _bits, to - from);
        for (var m = from; m < to; m++) _bits[m - from] = _sets[_members[m].Index].BitsLow;
        var low = from;
        for (var b = from + 1; b < to; b++)
        {
            var size = Size(b);
            while (Size(low) < likeness.Smallest(size)) low++;
            if (low >= b) continue;
            var (bits, most) = (_bits[b - from], likeness.MayDiffer(size));
            var earlier = _bits.AsSpan(low - from, b - low);
            for (var a = 0; a < earlier.Length; a++)
                if (BitOperations.PopCount(earlier[a] ^ bits) <= most) Compare(_members[low + a], _members[b], depth);
        }
    }

    private void Compare(Member a, Member b, int depth)
    {
        ref readonly var setA = ref _sets[a.Index];
        ref readonly var setB = ref _sets[b.Index];
        var sum = setA.Size + setB.Size;
        var needed = likeness.Needed(sum);
        var (missingA, missingB) = (a.At + 1 - depth, b.At + 1 - depth);
        // Where the common tokens are not the first, other parts find the pair; what is passed over counts as if it were.
        if (missingA > setA.Size - needed || missingB > setB.Size - needed) return;
        if (BitOperations.PopCount(setA.BitsLow ^ setB.BitsLow) + BitOperations.PopCount(setA.BitsHigh ^ setB.BitsHigh) > sum - 2 * needed) return;
        var (groupA, groupB) = (_groups[a.Index], _groups[b.Index]);
        if (joined.Find(groupA) == joined.Find(groupB)) return;
        if (Shares(groups.TokensOf(setA), groups.TokensOf(setB), needed)) joined.Union(groupA, groupB);
    }

    /// <summary>True when two sets share so many tokens.</summary>
    private static bool Shares(ReadOnlySpan<int> a, ReadOnlySpan<int> b, int needed)
    {
        var (i, j) = (0, 0);
        var (spareA, spareB) = (a.Length - needed, b.Length - needed);
        while (i < a.Length && j < b.Length)
        {
            var (tokenA, tokenB) = (a[i], b[j]);
            if (tokenA <= tokenB) i++;
            if (tokenB <= tokenA) j++;
            if (tokenA < tokenB && --spareA < 0) return false;
            if (tokenB < tokenA && --spareB < 0) return false;
        }

        return true;
    }

    private static void Reserve<T>(ref T[] array, int length)
    {
        if (array.Length < length) Array.Resize(ref array, (int)Math.Min(Array.MaxLength, Math.Max(length, 2L * array.Length)));
    }
}
