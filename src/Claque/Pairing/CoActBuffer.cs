using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Claque.Pairing;

/// <summary>A partner of a row that is kept.</summary>
/// <param name="Rank">Its rank.</param>
/// <param name="Weight">Objects on which it co-acted with the row.</param>
/// <param name="CoActs">How often.</param>
internal readonly record struct Partner(int Rank, int Weight, int CoActs);

/// <summary>A co-act of a row.</summary>
/// <param name="Act">The partner's act.</param>
/// <param name="Reach">Place of the reach of the row that it is in.</param>
internal readonly record struct ReachedAct(int Act, int Reach);

/// <summary>Holds co-acts of one row, those of a partner next to one another, until its pairs are measured. For one thread.</summary>
/// <param name="index">The acts.</param>
/// <param name="most">Room is made for so many by doubling, and beyond for no more than needed.</param>
internal sealed class CoActBuffer(ActIndex index, int most)
{
    private readonly GapMedian _median = new();
    private long[] _codes = new long[1024];
    private int[] _ownPosts = [], _otherPosts = [];

    /// <summary>Makes room; what is held is lost.</summary>
    public void MakeRoom(int places)
    {
        if (_codes.Length < places) _codes = new long[Math.Max(places, Math.Min(2 * _codes.Length, most))];
        if (index.PostsRepeat && _ownPosts.Length < _codes.Length) (_ownPosts, _otherPosts) = (new int[_codes.Length], new int[_codes.Length]);
    }

    /// <summary>Puts each co-act to the place that the counter of its partner holds, and moves that on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Put(ReadOnlySpan<ReachedAct> coActs, ReadOnlySpan<Reach> reaches, int[] places)
    {
        ref var ranks = ref MemoryMarshal.GetArrayDataReference(index.Ranks);
        foreach (var (act, reach) in coActs) Put(act, reaches[reach], places[Unsafe.Add(ref ranks, act)]++);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Put(int act, in Reach reach, int place)
    {
        var gap = index.Acts[act].TimeUs - index.Acts[reach.Act].TimeUs;
        _codes[place] = CoActCode.Of(gap, index.Previous[act] < reach.From, act >= reach.Fresh);
        if (index.PostsRepeat) (_ownPosts[place], _otherPosts[place]) = (index.Acts[reach.Act].Post, index.Acts[act].Post);
    }

    /// <summary>The pair of a row and a partner, of whose co-acts the first stands at a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Pair Measured(int row, in Partner partner, int from)
    {
        var codes = _codes.AsSpan(from, partner.CoActs);
        var sums = CoActCode.Sum(codes);
        var (posts, otherPosts) = index.PostsRepeat
            ? (Distinct(_ownPosts.AsSpan(from, partner.CoActs)), Distinct(_otherPosts.AsSpan(from, partner.CoActs)))
            : (sums.OwnActs, sums.OtherActs);
        var median = _median.Of(codes);
        var (a, b) = (index.AccountOfRank[row], index.AccountOfRank[partner.Rank]);
        return a < b
            ? new Pair(a, b, partner.Weight, partner.CoActs, posts, otherPosts, sums.GapsUs, median, sums.RowFirst, sums.PartnerFirst)
            : new Pair(b, a, partner.Weight, partner.CoActs, otherPosts, posts, sums.GapsUs, median, sums.PartnerFirst, sums.RowFirst);
    }

    private static int Distinct(Span<int> posts)
    {
        posts.Sort();
        var distinct = 1;
        for (var i = 1; i < posts.Length; i++) distinct += posts[i] != posts[i - 1] ? 1 : 0;
        return distinct;
    }
}
