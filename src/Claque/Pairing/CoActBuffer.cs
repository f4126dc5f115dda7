using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Claque.Pairing;

/// <summary>A partner of a row that is kept.</summary>
/// <param name="Rank">Its rank.</param>
/// <param name="Weight">Objects on which it co-acted with the row.</param>
/// <param name="CoActs">How often.</param>
internal readonly record struct Partner(int Rank, int Weight, int CoActs);

/// <summary>Holds co-acts of one row, those of a partner next to one another, until its pairs are measured. For one thread.</summary>
/// <param name="index">The acts.</param>
/// <param name="most">Room is made for so many by doubling, and beyond for no more than needed.</param>
/// <typeparam name="TCode">See <see cref="CoActCode{TCode}"/>.</typeparam>
internal sealed class CoActBuffer<TCode>(ActIndex index, int most)
    where TCode : unmanaged, IBinaryInteger<TCode>, IUnsignedNumber<TCode>, IMinMaxValue<TCode>
{
    private readonly long _mostGap = index.WindowsUs[^1] / index.TickUs;
    private TCode[] _codes = new TCode[1024];
    private int[] _ownPosts = [], _otherPosts = [];

    /// <summary>Makes room; what is held is lost.</summary>
    public void MakeRoom(int places)
    {
        if (_codes.Length < places) _codes = new TCode[Math.Max(places, Math.Min(2 * _codes.Length, most))];
        if (index.PostsRepeat && _ownPosts.Length < _codes.Length) (_ownPosts, _otherPosts) = (new int[_codes.Length], new int[_codes.Length]);
    }

    /// <summary>Puts each co-act to the place that the counter of its partner holds, and moves that on; place 0, which stays, takes those of partners that are not kept.</summary>
    /// <param name="found">The co-acts of one reach.</param>
    /// <param name="ownAct">The row's act.</param>
    /// <param name="places">Per rank its place.</param>
    /// <remarks>Without a branch, because whether a partner is kept cannot be foretold.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Put(in FoundCoActs<TCode> found, int ownAct, int[] places)
    {
        if (index.PostsRepeat)
        {
            PutPosts(found, ownAct, places);
            return;
        }

        ref var rank = ref MemoryMarshal.GetArrayDataReference(found.Ranks);
        ref var code = ref MemoryMarshal.GetArrayDataReference(found.Codes);
        ref var placeOf = ref MemoryMarshal.GetArrayDataReference(places);
        var codes = _codes;
        for (var i = 0; i < found.Count; i++)
        {
            ref var next = ref Unsafe.Add(ref placeOf, Unsafe.Add(ref rank, i));
            var place = next;
            codes[place] = Unsafe.Add(ref code, i);
            next = place + (place > 0 ? 1 : 0);
        }
    }

    private void PutPosts(in FoundCoActs<TCode> found, int ownAct, int[] places)
    {
        var ownPost = index.Acts[ownAct].Post;
        for (var i = 0; i < found.Count; i++)
        {
            ref var next = ref places[found.Ranks[i]];
            (_codes[next], _ownPosts[next], _otherPosts[next]) = (found.Codes[i], ownPost, index.Acts[found.Acts[i]].Post);
            next += next > 0 ? 1 : 0;
        }
    }

    /// <summary>The pair of a row and a partner, of whose co-acts the first stands at a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Pair Measured(int row, in Partner partner, int from)
    {
        var codes = _codes.AsSpan(from, partner.CoActs);
        var sums = CoActCode<TCode>.Sum(codes);
        var (posts, otherPosts) = index.PostsRepeat
            ? (Distinct(_ownPosts.AsSpan(from, partner.CoActs)), Distinct(_otherPosts.AsSpan(from, partner.CoActs)))
            : (sums.OwnActs, sums.OtherActs);
        var (sumUs, medianUs) = (sums.Gaps * index.TickUs, GapMedian<TCode>.TwiceOf(codes, _mostGap) * index.TickUs / 2.0);
        var (a, b) = (index.AccountOfRank[row], index.AccountOfRank[partner.Rank]);
        return a < b
            ? new Pair(a, b, partner.Weight, partner.CoActs, posts, otherPosts, sumUs, medianUs, sums.RowFirst, sums.PartnerFirst)
            : new Pair(b, a, partner.Weight, partner.CoActs, otherPosts, posts, sumUs, medianUs, sums.PartnerFirst, sums.RowFirst);
    }

    private static int Distinct(Span<int> posts)
    {
        posts.Sort();
        var distinct = 1;
        for (var i = 1; i < posts.Length; i++) distinct += posts[i] != posts[i - 1] ? 1 : 0;
        return distinct;
    }
}
