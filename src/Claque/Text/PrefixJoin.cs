using System.Numerics;

namespace Claque.Text;

/// <summary>One run of the join.</summary>
internal sealed class PrefixJoin
{
    private const double Slack = 1e-9;

    /// <summary>Tokens of a prefix that are still paired: 55 pairs.</summary>
    private const int MostPaired = 11;

    private const int MostByPairs = 1000;

    private static readonly List<int> None = [];

    private readonly TokenSets _sets;
    private readonly double _similarity;
    private readonly int[] _textsOfToken;
    private readonly int _firstShared;
    private readonly UnionFind _clusters;

    /// <summary>First text of each group of texts with one size and the same shared tokens, by rising size.</summary>
    private readonly int[] _groups;

    /// <summary>The next text of the same group, or -1.</summary>
    private readonly int[] _next;

    /// <summary>Sets of up to this size are entered by pairs of tokens; larger ones, and those of one token, by tokens.</summary>
    private readonly int _largestByPairs;

    private readonly Postings _byToken;
    private readonly Postings _byPair;
    private readonly byte[] _meetings;
    private readonly List<int> _met = [];
    private readonly List<int> _keys = [];
    private readonly int _pairShift;
    private int _firstBigEnough;

    public PrefixJoin(TokenSets sets, double similarity)
    {
        (_sets, _similarity) = (sets, similarity);
        _textsOfToken = sets.SortByRarity();
        _firstShared = Array.FindIndex(_textsOfToken, texts => texts > 1);
        if (_firstShared < 0) _firstShared = _textsOfToken.Length;
        _clusters = new UnionFind(sets.Count);
        _next = new int[sets.Count];
        _groups = Group();
        _meetings = new byte[_groups.Length];
        while (_largestByPairs < MostByPairs && Entered(_largestByPairs + 1) <= MostPaired) _largestByPairs++;
        _pairShift = 64 - Math.Clamp(BitOperations.Log2((ulong)CountPairs() | 1) + 1, 8, 30);
        _byToken = new Postings(_textsOfToken.Length, _groups.Length, EnteredTokens);
        _byPair = new Postings(1 << (64 - _pairShift), _groups.Length, EnteredPairs);
    }

    /// <summary>Pairs that were compared token by token: for measurements.</summary>
    public long Compared { get; private set; }

    public int[] Clusters() => [.. Enumerable.Range(0, _sets.Count).Select(_clusters.Find)];

    public void Run(IProgress<StageProgress>? progress, CancellationToken stop)
    {
        for (var group = 0; group < _groups.Length; group++)
        {
            if ((group & 0x3FF) == 0)
            {
                stop.ThrowIfCancellationRequested();
                progress?.Report(new StageProgress("comparing texts", group, _groups.Length));
            }

            var size = Size(group);
            while (Size(_firstBigEnough) < AtLeast(_similarity * size)) _firstBigEnough++;
            if (size <= 2 || size > _largestByPairs) Meet(group, _byToken, TokenKeys(group, LookedUp(size)), 1);
            if (Size(_firstBigEnough) <= _largestByPairs) Meet(group, _byPair, PairKeys(group, LookedUp(size)), 2);
            foreach (var other in _met)
            {
                Compare(other, group, _meetings[other]);
                _meetings[other] = 0;
            }

            _met.Clear();
            foreach (var token in EnteredTokens(group)) _byToken.Enter(token, group);
            foreach (var pair in EnteredPairs(group)) _byPair.Enter(pair, group);
        }
    }

    private int Size(int group) => _sets[_groups[group]].Length;

    private long CountPairs()
    {
        long count = 0;
        for (var group = 0; group < _groups.Length; group++) count += EnteredPairs(group).Count;
        return count;
    }

    private List<int> EnteredTokens(int group) => Size(group) is var size && (size == 1 || size > _largestByPairs) ? TokenKeys(group, Entered(size)) : None;

    private List<int> EnteredPairs(int group) => Size(group) is var size && size <= _largestByPairs ? PairKeys(group, Entered(size)) : None;

    /// <summary>The shared tokens of a prefix. The list is used again.</summary>
    private List<int> TokenKeys(int group, int prefix)
    {
        _keys.Clear();
        foreach (var token in _sets[_groups[group]][..prefix])
            if (token >= _firstShared) _keys.Add(token);
        return _keys;
    }

    /// <summary>A hash of every two shared tokens of a prefix; that two pairs may have one costs a comparison, no result. The list is used again.</summary>
    private List<int> PairKeys(int group, int prefix)
    {
        _keys.Clear();
        var tokens = _sets[_groups[group]][..prefix];
        for (var i = Alone(tokens); i < tokens.Length; i++)
            for (var j = i + 1; j < tokens.Length; j++)
                _keys.Add((int)((((ulong)(uint)tokens[i] << 32 | (uint)tokens[j]) * 0x9E3779B97F4A7C15 ^ (ulong)(uint)tokens[j] << 29) * 0xE7037ED1A0B428DB >> _pairShift));
        return _keys;
    }

    /// <summary>Tokens that stand in more than one text.</summary>
    private ReadOnlySpan<int> Shared(int text)
    {
        var tokens = _sets[text];
        return tokens[Alone(tokens)..];
    }

    /// <summary>Tokens that stand in this text only: they are the rarest, so they come first.</summary>
    private int Alone(ReadOnlySpan<int> tokens)
    {
        var alone = 0;
        while (alone < tokens.Length && tokens[alone] < _firstShared) alone++;
        return alone;
    }

    /// <summary>Chains texts that have one size and the same shared tokens, and joins them if that makes them alike.</summary>
    private int[] Group()
    {
        var firsts = new Dictionary<ulong, int>();
        var groups = new List<int>();
        var lasts = new int[_sets.Count];
        Array.Fill(_next, -1);
        for (var text = 0; text < _sets.Count; text++)
        {
            var size = _sets[text].Length;
            var shared = Shared(text);
            if (shared.IsEmpty) continue;
            var key = Key(size, shared);
            while (firsts.TryGetValue(key, out var other) && !(_sets[other].Length == size && Shared(other).SequenceEqual(shared))) key++;
            if (firsts.TryAdd(key, text))
            {
                groups.Add(text);
                lasts[text] = text;
                continue;
            }

            var first = firsts[key];
            _next[lasts[first]] = text;
            lasts[first] = text;
            if (NearDuplicates.AreAlike(shared.Length, size, size, _similarity)) _clusters.Union(first, text);
        }

        var sorted = groups.ToArray();
        Array.Sort(sorted, (a, b) => _sets[a].Length != _sets[b].Length ? _sets[a].Length.CompareTo(_sets[b].Length) : a.CompareTo(b));
        return sorted;
    }

    private static ulong Key(int size, ReadOnlySpan<int> shared)
    {
        var hash = (ulong)size;
        foreach (var token in shared)
        {
            hash = (hash ^ (uint)token) * 0x9E3779B97F4A7C15;
            hash ^= hash >> 32;
        }

        return hash;
    }

    /// <summary>Tokens that must be looked up so that no larger or equal set alike to this one is missed.</summary>
    private int LookedUp(int size) => Math.Min(size, size - AtLeast(_similarity * size) + 2);

    /// <summary>Tokens that must be entered so that no later, hence not smaller, set alike to this one misses it.</summary>
    private int Entered(int size) => Math.Min(size, size - AtLeast(2 * _similarity / (1 + _similarity) * size) + 2);

    private static int AtLeast(double bound) => Math.Max(1, (int)Math.Ceiling(bound - Slack));

    /// <summary>Counts, up to 2, how often a group meets each earlier one that is big enough and not of its own cluster.</summary>
    private void Meet(int group, Postings postings, List<int> keys, int weight)
    {
        // One comparison with the latest of a long list often brings the group into the cluster that fills the list.
        foreach (var key in keys)
        {
            var list = postings[key];
            if (list.Length < Postings.BlockLength || list[^1] < _firstBigEnough) continue;
            if (Compare(list[^1], group, 2)) break;
        }

        var own = _clusters.Find(_groups[group]);
        foreach (var key in keys)
        {
            var list = postings[key];
            for (var at = FirstFrom(list, _firstBigEnough); at < list.Length; at++)
            {
                if (postings.BlockAt(key, at) is var block && block >= 0 && IsOwn(postings, block, list.Slice(at, Postings.BlockLength), own))
                {
                    at += Postings.BlockLength - 1;
                    continue;
                }

                ref var count = ref _meetings[list[at]];
                if (count == 0) _met.Add(list[at]);
                count = (byte)Math.Min(2, count + weight);
            }
        }
    }

    /// <summary>True when a whole block belongs to one cluster. Clusters only grow, so that is remembered.</summary>
    private bool IsOwn(Postings postings, int block, ReadOnlySpan<int> entries, int own)
    {
        if (postings.ClusterOf(block) is var known && known >= 0) return _clusters.Find(known) == own;
        foreach (var entry in entries)
            if (_clusters.Find(_groups[entry]) != own) return false;
        postings.Remember(block, own);
        return true;
    }

    private static int FirstFrom(ReadOnlySpan<int> list, int first)
    {
        if (list.IsEmpty || list[0] >= first) return 0;
        var place = list.BinarySearch(first);
        return place < 0 ? ~place : place;
    }

    /// <summary>Joins two groups if they are alike; true when they were or are connected then.</summary>
    private bool Compare(int group, int other, int meetings)
    {
        var (a, b) = (_groups[group], _groups[other]);
        // Whatever connected two groups joined all texts of each, so nothing is left to do.
        if (_clusters.Find(a) == _clusters.Find(b)) return true;
        var tokensA = _sets[a];
        var tokensB = _sets[b];
        var needed = AtLeast(_similarity / (1 + _similarity) * (tokensA.Length + tokensB.Length));
        if (meetings < Math.Min(2, needed)) return false;
        Compared++;
        var shared = CountShared(tokensA, tokensB, needed);
        if (!NearDuplicates.AreAlike(shared, tokensA.Length, tokensB.Length, _similarity)) return false;
        UnionAll(a, a);
        UnionAll(a, b);
        return true;
    }

    private void UnionAll(int with, int first)
    {
        for (var text = first; text >= 0; text = _next[text]) _clusters.Union(with, text);
    }

    /// <summary>Number of shared tokens; gives up, with fewer than <paramref name="needed"/>, when that cannot be reached.</summary>
    private static int CountShared(ReadOnlySpan<int> a, ReadOnlySpan<int> b, int needed)
    {
        int i = 0, j = 0, shared = 0;
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j])
            {
                shared++;
                i++;
                j++;
                continue;
            }

            if (a[i] < b[j]) i++;
            else j++;
            if (shared + Math.Min(a.Length - i, b.Length - j) < needed) return shared;
        }

        return shared;
    }
}
