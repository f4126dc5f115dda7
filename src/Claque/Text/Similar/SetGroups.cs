using System.Runtime.CompilerServices;
using Claque.Columns;

namespace Claque.Text.Similar;

/// <summary>One group of sets: where its tokens stand, and which of 128 bits an odd number of them fall on.</summary>
/// <param name="Start">Place of its first token.</param>
/// <param name="Size">Tokens, those that stand in one text only included.</param>
internal readonly record struct TokenSet(int Start, int Size, ulong BitsLow, ulong BitsHigh);

/// <summary>Sets of one size with the same shared tokens, made one: they are alike or not alike to any other set together.</summary>
/// <remarks>
/// A token is shared when it stands in two texts or more. Copies of a template that differ in a serial number alone are so one group, however many
/// they are. Groups are numbered by rising size. Memory: 24 bytes a group, 4 a text, and while they are made 4 to 12 more a text.
/// </remarks>
internal sealed class SetGroups
{
    private readonly int[] _groupOf;
    private readonly TokenSet[] _sets;
    private readonly int[] _tokens;
    private readonly int _firstShared;

    private SetGroups(int[] tokens, int firstShared, int[] groupOf, TokenSet[] sets) => (_tokens, _firstShared, _groupOf, _sets) = (tokens, firstShared, groupOf, sets);

    /// <summary>Number of groups.</summary>
    public int Count => _sets.Length;

    /// <summary>A group.</summary>
    public ref readonly TokenSet this[int group] => ref _sets[group];

    /// <summary>The tokens of a set, from the rarest on.</summary>
    public ReadOnlySpan<int> TokensOf(in TokenSet set) => _tokens.AsSpan(set.Start, set.Size);

    /// <summary>Size of the largest set.</summary>
    public int Largest => Count == 0 ? 0 : _sets[^1].Size;

    /// <summary>Tokens at the beginning of a set that stand in no other.</summary>
    public int Alone(ReadOnlySpan<int> tokens)
    {
        var alone = 0;
        while (alone < tokens.Length && tokens[alone] < _firstShared) alone++;
        return alone;
    }

    /// <summary>The shared tokens of which a set like this one must have one: those behind not more tokens than such a set may lack.</summary>
    /// <param name="alone">Place of the first of them in the set.</param>
    public ReadOnlySpan<int> Prefix(int group, Likeness likeness, out int alone)
    {
        ref readonly var set = ref _sets[group];
        var tokens = _tokens.AsSpan(set.Start, Math.Min(set.Size, likeness.MayMiss(set.Size) + 1));
        alone = Alone(tokens);
        return tokens[alone..];
    }

    /// <summary>Groups the sets.</summary>
    /// <param name="sets">The texts, sorted by rarity.</param>
    /// <param name="frequencies">By token: texts that it stands in, rising.</param>
    public static SetGroups Of(TokenSets sets, int[] frequencies, int threads)
    {
        var firstShared = Array.FindIndex(frequencies, texts => texts > 1);
        var (groupOf, sizes) = (new int[sets.Count], new int[sets.Count]);
        for (var text = 0; text < sizes.Length; text++) sizes[text] = sets[text].Length;
        var largest = sizes.Length == 0 ? 0 : sizes.Max();
        var (bySize, starts) = CountingSort.By(sizes, largest + 1);
        var groups = new SetGroups(sets.AllTokens, firstShared < 0 ? frequencies.Length : firstShared, groupOf, []);
        var firsts = new int[largest + 1][];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads };
        Parallel.For(0, largest + 1, parallel, size => firsts[size] = groups.Group(sets, bySize.AsSpan(starts[size]..starts[size + 1])));
        var bases = new int[largest + 2];
        for (var size = 0; size <= largest; size++) bases[size + 1] = bases[size] + firsts[size].Length;
        var infos = new TokenSet[bases[^1]];
        Parallel.For(0, largest + 1, parallel, size =>
        {
            for (var i = 0; i < firsts[size].Length; i++) infos[bases[size] + i] = groups.Describe(sets, firsts[size][i], frequencies.Length);
            if (bases[size] > 0)
                foreach (var text in bySize.AsSpan(starts[size]..starts[size + 1])) if (groupOf[text] >= 0) groupOf[text] += bases[size];
        });
        return new SetGroups(sets.AllTokens, groups._firstShared, groupOf, infos);
    }

    /// <summary>For each text the first text of its cluster, where <paramref name="joined"/> says which groups belong together.</summary>
    public int[] Clusters(UnionFind joined, double similarity)
    {
        var (members, firsts) = (new int[Count], new int[Count]);
        Array.Fill(firsts, -1);
        for (var group = 0; group < Count; group++) members[joined.Find(group)]++;
        var clusters = new int[_groupOf.Length];
        for (var text = 0; text < clusters.Length; text++)
        {
            clusters[text] = text;
            if (_groupOf[text] is var group && group < 0) continue;
            var cluster = joined.Find(group);
            // What is like one text of a group is like all, and joins them even where they are not alike among themselves.
            if (members[cluster] == 1 && !AreAlikeInside(group, similarity)) continue;
            if (firsts[cluster] < 0) firsts[cluster] = text;
            clusters[text] = firsts[cluster];
        }

        return clusters;
    }

    private bool AreAlikeInside(int group, double similarity)
    {
        ref readonly var set = ref _sets[group];
        return NearDuplicates.AreAlike(set.Size - Alone(TokensOf(set)), 2 * set.Size, similarity);
    }

    /// <summary>Numbers the groups among texts of one size; gives the first text of each.</summary>
    private int[] Group(TokenSets sets, ReadOnlySpan<int> texts)
    {
        var slots = new int[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)texts.Length * 3 / 2 + 1)];
        var (firsts, hashes) = (new List<int>(), new List<uint>());
        foreach (var text in texts)
        {
            var shared = Shared(sets, text);
            _groupOf[text] = -1;
            if (shared.IsEmpty) continue;
            var hash = Hash(shared);
            var slot = (int)hash & (slots.Length - 1);
            while (slots[slot] is var taken && taken > 0 && !(hashes[taken - 1] == hash && Shared(sets, firsts[taken - 1]).SequenceEqual(shared))) slot = (slot + 1) & (slots.Length - 1);
            if (slots[slot] == 0)
            {
                firsts.Add(text);
                hashes.Add(hash);
                slots[slot] = firsts.Count;
            }

            _groupOf[text] = slots[slot] - 1;
        }

        return [.. firsts];
    }

    private ReadOnlySpan<int> Shared(TokenSets sets, int text)
    {
        var tokens = sets[text];
        return tokens[Alone(tokens)..];
    }

    private TokenSet Describe(TokenSets sets, int text, int vocabulary)
    {
        var (low, high) = (0UL, 0UL);
        foreach (var token in Shared(sets, text))
        {
            // The most frequent 128 tokens have a bit each: in a tiny vocabulary the bits are the set.
            var bit = vocabulary - 1 - token;
            if ((bit & 64) == 0) low ^= 1UL << bit;
            else high ^= 1UL << bit;
        }

        return new TokenSet(sets.StartOf(text), sets[text].Length, low, high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(ReadOnlySpan<int> tokens)
    {
        var hash = 0UL;
        foreach (var token in tokens)
        {
            hash = (hash ^ (uint)token) * 0x9E3779B97F4A7C15;
            hash ^= hash >> 32;
        }

        return (uint)(hash >> 32) ^ (uint)hash;
    }
}
