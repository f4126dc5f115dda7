namespace Claque.Text;

/// <summary>Clusters of texts that are nearly the same: connected by pairs whose token sets are alike enough. Exact, no sampling.</summary>
/// <remarks>
/// Likeness is Jaccard's: shared tokens over all tokens of the two. Found by an inverted index of prefixes: with tokens sorted
/// by rarity, two sets that share at least a tokens share at least two among their (size - a + 2) rarest (one among
/// (size - a + 1) where a = 1), so only sets that meet twice in those prefixes and whose sizes allow it are compared (Xiao, Wang,
/// Lin, Yu 2008, "Efficient similarity joins for near duplicate detection", with the two-token prefixes of Wang, Li, Feng
/// 2012, "Can we beat the prefix filtering?"). Two departures, both exact for clusters: tokens that stand in one text only can
/// meet nothing, so texts that differ in such tokens alone and have one size are looked up once (a template with a serial number
/// is one entry, however many copies it has); and pairs that are connected already are not compared. Memory: 4 bytes a token, and
/// 10 to 40 bytes a text. Cost grows with the square of the number of texts only for texts that share several rare tokens.
/// </remarks>
public static class NearDuplicates
{
    /// <summary>The cluster of each text.</summary>
    /// <param name="sets">The texts; their token ids are renumbered by rarity.</param>
    /// <param name="similarity">Smallest Jaccard similarity of a pair, above 0 and at most 1.</param>
    /// <returns>For each text the number of the first text in its cluster; a text alone has its own. Texts without tokens are alone.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The similarity is not above 0 and at most 1.</exception>
    public static int[] Clusters(TokenSets sets, double similarity, IProgress<StageProgress>? progress = null, CancellationToken stop = default)
    {
        if (!(similarity > 0 && similarity <= 1)) throw new ArgumentOutOfRangeException(nameof(similarity), similarity, "The similarity must be above 0 and at most 1.");
        var join = new PrefixJoin(sets, similarity);
        join.Run(progress, stop);
        return join.Clusters();
    }

    /// <summary>True when the two sets are alike enough: <paramref name="shared"/> tokens of both over all tokens of the two.</summary>
    internal static bool AreAlike(int shared, int sizeA, int sizeB, double similarity) =>
        shared > 0 && (double)shared / (sizeA + sizeB - shared) >= similarity;
}

/// <summary>One run of the join.</summary>
internal sealed class PrefixJoin
{
    private const double Slack = 1e-9;

    private readonly TokenSets _sets;
    private readonly double _similarity;
    private readonly int[] _textsOfToken;
    private readonly int _firstShared;
    private readonly UnionFind _clusters;

    /// <summary>First text of each group of texts with one size and the same shared tokens, by rising size.</summary>
    private readonly int[] _groups;

    /// <summary>The next text of the same group, or -1.</summary>
    private readonly int[] _next;

    private long[] _listStarts = [];
    private int[] _listEnds = [];
    private int[] _listSkips = [];
    private int[] _lists = [];

    public PrefixJoin(TokenSets sets, double similarity)
    {
        (_sets, _similarity) = (sets, similarity);
        _textsOfToken = sets.SortByRarity();
        _firstShared = Array.FindIndex(_textsOfToken, texts => texts > 1);
        if (_firstShared < 0) _firstShared = _textsOfToken.Length;
        _clusters = new UnionFind(sets.Count);
        _next = new int[sets.Count];
        _groups = Group();
    }

    /// <summary>Pairs that were compared token by token: for measurements.</summary>
    public long Compared { get; private set; }

    public int[] Clusters() => [.. Enumerable.Range(0, _sets.Count).Select(_clusters.Find)];

    public void Run(IProgress<StageProgress>? progress, CancellationToken stop)
    {
        LayOutLists();
        var meetings = new byte[_groups.Length];
        var met = new List<int>();
        for (var group = 0; group < _groups.Length; group++)
        {
            if ((group & 0x3FF) == 0)
            {
                stop.ThrowIfCancellationRequested();
                progress?.Report(new StageProgress("comparing texts", group, _groups.Length));
            }

            Meet(group, meetings, met);
            foreach (var other in met)
            {
                Compare(other, group, meetings[other]);
                meetings[other] = 0;
            }

            met.Clear();
            Enter(group);
        }
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

    private void LayOutLists()
    {
        var lengths = new int[_textsOfToken.Length];
        foreach (var text in _groups)
        {
            var tokens = _sets[text];
            foreach (var token in tokens[..Entered(tokens.Length)])
                if (token >= _firstShared) lengths[token]++;
        }

        _listStarts = new long[lengths.Length + 1];
        for (var token = 0; token < lengths.Length; token++) _listStarts[token + 1] = _listStarts[token] + lengths[token];
        _lists = new int[_listStarts[^1]];
        _listEnds = new int[lengths.Length];
        _listSkips = new int[lengths.Length];
    }

    private void Enter(int group)
    {
        var tokens = _sets[_groups[group]];
        foreach (var token in tokens[..Entered(tokens.Length)])
            if (token >= _firstShared) _lists[_listStarts[token] + _listEnds[token]++] = group;
    }

    /// <summary>Counts, up to 2, in how many tokens of its prefix a group meets each earlier one that is not too small.</summary>
    private void Meet(int group, byte[] meetings, List<int> met)
    {
        var tokens = _sets[_groups[group]];
        var smallest = AtLeast(_similarity * tokens.Length);
        foreach (var token in tokens[..LookedUp(tokens.Length)])
        {
            if (token < _firstShared) continue;
            var list = _lists.AsSpan((int)_listStarts[token], _listEnds[token]);
            ref var skip = ref _listSkips[token];
            // Sizes only rise from here on, so what is too small now stays too small.
            while (skip < list.Length && _sets[_groups[list[skip]]].Length < smallest) skip++;
            foreach (var other in list[skip..])
            {
                ref var count = ref meetings[other];
                if (count == 0) met.Add(other);
                if (count < 2) count++;
            }
        }
    }

    private void Compare(int group, int other, int meetings)
    {
        var (a, b) = (_groups[group], _groups[other]);
        var tokensA = _sets[a];
        var tokensB = _sets[b];
        var needed = AtLeast(_similarity / (1 + _similarity) * (tokensA.Length + tokensB.Length));
        if (meetings < Math.Min(2, needed) || IsOne(a, b)) return;
        Compared++;
        var shared = CountShared(tokensA, tokensB, needed);
        if (!NearDuplicates.AreAlike(shared, tokensA.Length, tokensB.Length, _similarity)) return;
        UnionAll(a, a);
        UnionAll(a, b);
    }

    /// <summary>True when nothing is left to join: the groups are connected, and each in itself.</summary>
    private bool IsOne(int a, int b)
    {
        if (_clusters.Find(a) != _clusters.Find(b)) return false;
        return (_next[a] < 0 || _clusters.Find(_next[a]) == _clusters.Find(a)) && (_next[b] < 0 || _clusters.Find(_next[b]) == _clusters.Find(b));
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
