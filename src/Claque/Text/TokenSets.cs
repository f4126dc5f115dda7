using Claque.Columns;
using Claque.Reading;

namespace Claque.Text;

/// <summary>Texts as sets of tokens, one after the other in one array: what near-duplicates are looked for in.</summary>
public sealed class TokenSets
{
    private readonly TokenBatch _one = new();
    private readonly List<int> _ends = [];
    private int[] _tokens = new int[1024];
    private int _used;

    /// <summary>Number of texts.</summary>
    public int Count => _ends.Count;

    /// <summary>The tokens, by id.</summary>
    public NameTable Vocabulary { get; } = new();

    /// <summary>The distinct tokens of a text, in no useful order.</summary>
    public ReadOnlySpan<int> this[int text] => Slot(text);

    /// <summary>Adds a text in normal form (<see cref="TextForm"/>) and gives its number.</summary>
    public int Add(ReadOnlySpan<byte> normalised)
    {
        _one.Clear();
        _one.Add(normalised);
        _one.Number(Vocabulary);
        return Add(_one[0]);
    }

    /// <summary>Adds a text by its distinct tokens, as the vocabulary numbers them, and gives its number.</summary>
    internal int Add(ReadOnlySpan<int> tokens)
    {
        while (tokens.Length > _tokens.Length - _used) Grow();
        tokens.CopyTo(_tokens.AsSpan(_used));
        _ends.Add(_used += tokens.Length);
        return _ends.Count - 1;
    }

    /// <summary>Place of the first token of a text in <see cref="AllTokens"/>.</summary>
    internal int StartOf(int text) => text == 0 ? 0 : _ends[text - 1];

    /// <summary>The tokens of all texts, one after the other.</summary>
    internal int[] AllTokens => _tokens;

    /// <summary>Sorts the tokens of every text by falling rarity: the one in the fewest texts first, ties by first appearance.</summary>
    /// <returns>By place in that order: in how many texts the token is. Token ids become places.</returns>
    internal int[] SortByRarity(int threads)
    {
        var texts = CountTexts(threads);
        var (byRarity, _) = CountingSort.By(texts, texts.Length == 0 ? 1 : texts.Max() + 1);
        var places = new int[texts.Length];
        for (var place = 0; place < byRarity.Length; place++) places[byRarity[place]] = place;
        ForEachPart(threads, (_, from, to) =>
        {
            foreach (ref var token in _tokens.AsSpan(StartOf(from)..StartOf(to))) token = places[token];
            for (var text = from; text < to; text++) Slot(text).Sort();
        });
        return Array.ConvertAll(byRarity, token => texts[token]);
    }

    private int[] CountTexts(int threads)
    {
        var parts = new int[threads][];
        ForEachPart(threads, (part, from, to) =>
        {
            var texts = parts[part] = new int[Vocabulary.Count];
            foreach (var token in _tokens.AsSpan(StartOf(from)..StartOf(to))) texts[token]++;
        });
        foreach (var part in parts.AsSpan(1))
            for (var token = 0; token < part.Length; token++) parts[0][token] += part[token];
        return parts[0];
    }

    private void ForEachPart(int parts, Action<int, int, int> work) => Parallel.For(
        0, parts, new ParallelOptions { MaxDegreeOfParallelism = parts }, part => work(part, (int)((long)part * Count / parts), (int)((part + 1L) * Count / parts)));

    private void Grow()
    {
        if (_tokens.Length == Array.MaxLength)
            throw new InputException($"The distinct texts have more than {Array.MaxLength:N0} words in all. Leave out similar-text, or take fewer posts.");
        Array.Resize(ref _tokens, (int)Math.Min(Array.MaxLength, _tokens.Length * 2L));
    }

    private Span<int> Slot(int text)
    {
        var start = text == 0 ? 0 : _ends[text - 1];
        return _tokens.AsSpan(start, _ends[text] - start);
    }
}
