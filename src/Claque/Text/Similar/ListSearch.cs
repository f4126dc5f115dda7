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
    private const int VoteFrom = 64, VoteEvery = 512;

    private readonly int[] _counts = new int[vocabulary];
    private readonly List<int> _touched = [];
    private readonly Smaller _others = new();
    private readonly Smaller _followers = new();
    private Entry[] _entries = [];
    private Member[] _members = new Member[4096];

    /// <summary>A set in a list or a part of it.</summary>
    /// <param name="Index">Its place among the entries.</param>
    /// <param name="At">Place of the last common token in the set.</param>
    private readonly record struct Member(int Index, int At);

    /// <summary>Joins what is alike in the list of a token.</summary>
    public void Search(TokenLists lists, int token)
    {
        var (from, to) = lists[token];
        if (to - from < 2) return;
        _entries = lists.Entries;
        Reserve(ref _members, to - from);
        for (var i = from; i < to; i++) _members[i - from] = new Member(i, _entries[i].At);
        Search(0, to - from, 1, to - from);
    }

    /// <summary>Joins what is alike among members that have so many tokens in common.</summary>
    /// <param name="free">Members from here on may be overwritten.</param>
    private void Search(int from, int to, int depth, int free)
    {
        var all = to - from;
        var most = all <= few ? 0 : Vote(from, to).Count;
        if (most == all) return;
        // Pairs of the largest cluster are not compared: what is left may be few although the list is long.
        var parts = all <= few || all - most <= few / 8 ? null : Split(from, to, depth, free, (long)all * all - (long)most * most);
        if (parts is null)
        {
            ComparePairs(from, to, depth);
            return;
        }

        JoinThoseWithEnough(from, to, depth);
        for (var part = 1; part < parts.Length; part++) Search(parts[part - 1], parts[part], depth + 1, parts[^1]);
    }

    /// <summary>A group of the cluster that most members belong to, if one has more than half of them, and how many do.</summary>
    private (int Leader, int Count) Vote(int from, int to)
    {
        var (leader, lead) = (-1, 0);
        for (var m = from; m < to; m++)
        {
            var cluster = joined.Find(GroupOf(m));
            if (lead == 0) (leader, lead) = (cluster, 1);
            else lead += cluster == leader ? 1 : -1;
        }

        leader = joined.Find(leader);
        var count = 0;
        for (var m = from; m < to; m++)
            if (joined.Find(GroupOf(m)) == leader) count++;
        return (leader, count);
    }

    /// <summary>Splits members by their next common token; gives the bounds of the parts, or null where that saves no work.</summary>
    private int[]? Split(int from, int to, int depth, int free, long toCompare)
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

        var saves = 2 * pairs <= toCompare && free + members <= Array.MaxLength;
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
        ref readonly var set = ref groups[_entries[member.Index].Group];
        return groups.TokensOf(set)[(member.At + 1)..Math.Min(set.Size, likeness.MayMiss(set.Size) + depth + 1)];
    }

    /// <summary>Joins pairs for which the tokens that they have in common are enough already: they need not have a further one.</summary>
    private void JoinThoseWithEnough(int from, int to, int depth)
    {
        var first = GroupOf(from);
        for (int m = from + 1, chained = from; m < to; m++)
        {
            var size = Size(m);
            if (likeness.Needed(Size(from) + size) > depth) return;
            joined.Union(first, GroupOf(m));
            // What is like this one is, by it, in one cluster with the first.
            for (; chained + 1 < m && likeness.Needed(Size(chained + 1) + size) <= depth; chained++) joined.Union(first, GroupOf(chained + 1));
        }
    }

    private int Size(int member) => _entries[_members[member].Index].Size;

    private int GroupOf(int member) => _entries[_members[member].Index].Group;

    /// <summary>Compares every two members that their sizes, and the tokens passed over, allow to be alike, and that are not in the largest cluster both.</summary>
    private void ComparePairs(int from, int to, int depth)
    {
        var leader = -1;
        Clear(to - from);
        for (var m = from; m < to; m++)
        {
            if ((m - from) % VoteEvery == 0 && to - from >= VoteFrom)
            {
                leader = Vote(from, to).Leader;
                Clear(to - from);
                for (var earlier = from; earlier < m; earlier++) Enter(earlier, depth, leader);
            }

            Compare(_others, m, depth);
            if (!Follows(m, leader)) Compare(_followers, m, depth);
            Enter(m, depth, leader);
        }
    }

    private void Clear(int room)
    {
        _others.Clear(room);
        _followers.Clear(room);
    }

    private bool Follows(int member, int leader) => leader >= 0 && joined.Find(GroupOf(member)) == joined.Find(leader);

    private int Partner(int member, int depth) => likeness.Largest(Size(member), _members[member].At + 1 - depth);

    /// <summary>Enters a member to be compared with those after it. One that has passed over too much can be like smaller sets only.</summary>
    private void Enter(int member, int depth, int leader)
    {
        ref readonly var entry = ref _entries[_members[member].Index];
        if (Partner(member, depth) >= entry.Size) (Follows(member, leader) ? _followers : _others).Add(entry.Bits, entry.Size, member);
    }

    private void Compare(Smaller earlier, int member, int depth)
    {
        ref readonly var entry = ref _entries[_members[member].Index];
        var most = likeness.MayDiffer(entry.Size);
        var (low, high) = earlier.Sized(likeness.Smallest(entry.Size), Math.Min(Partner(member, depth), entry.Size));
        var bits = earlier.Bits;
        var sizes = earlier.Sizes;
        for (var a = low; a < high; a++)
        {
            var differing = BitOperations.PopCount(bits[a] ^ entry.Bits);
            if (differing > most) continue;
            var sum = sizes[a] + entry.Size;
            if (differing <= sum - 2 * likeness.Needed(sum)) Compare(_members[earlier.Members[a]], _members[member], depth);
        }
    }

    private void Compare(Member a, Member b, int depth)
    {
        var (groupA, groupB) = (_entries[a.Index].Group, _entries[b.Index].Group);
        ref readonly var setA = ref groups[groupA];
        ref readonly var setB = ref groups[groupB];
        var sum = setA.Size + setB.Size;
        var needed = likeness.Needed(sum);
        // Where the common tokens are not the first, another part finds the pair; so what is passed over counts as missing.
        if (a.At + 1 - depth > setA.Size - needed || b.At + 1 - depth > setB.Size - needed) return;
        if (BitOperations.PopCount(setA.BitsLow ^ setB.BitsLow) + BitOperations.PopCount(setA.BitsHigh ^ setB.BitsHigh) > sum - 2 * needed) return;
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

    internal static void Reserve<T>(ref T[] array, int length)
    {
        if (array.Length < length) Array.Resize(ref array, (int)Math.Min(Array.MaxLength, Math.Max(length, 2L * array.Length)));
    }
}
