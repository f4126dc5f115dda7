using Claque.Columns;
using Claque.Reading;

namespace Claque.Text;

/// <summary>Texts as sets of tokens, one after the other in one array: what near-duplicates are looked for in.</summary>
public sealed class TokenSets
{
    private readonly List<int> _ofText = [];
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
        _ofText.Clear();
        foreach (var token in TextForm.Tokens(normalised)) _ofText.Add(Vocabulary.Intern(token));
        _ofText.Sort();
        var last = -1;
        foreach (var token in _ofText)
        {
            if (token == last) continue;
            if (_used == _tokens.Length) Grow();
            _tokens[_used++] = last = token;
        }

        _ends.Add(_used);
        return _ends.Count - 1;
    }

    /// <summary>Sorts the tokens of every text by falling rarity: the one in the fewest texts first, ties by bytes.</summary>
    /// <returns>By place in that order: in how many texts the token is. Token ids become places.</returns>
    internal int[] SortByRarity()
    {
        var texts = new int[Vocabulary.Count];
        for (var i = 0; i < _used; i++) texts[_tokens[i]]++;
        var byRarity = Enumerable.Range(0, texts.Length).ToArray();
        Array.Sort(byRarity, (a, b) => texts[a] != texts[b] ? texts[a].CompareTo(texts[b]) : Vocabulary.Compare(a, b));
        var places = new int[texts.Length];
        for (var place = 0; place < byRarity.Length; place++) places[byRarity[place]] = place;
        for (var i = 0; i < _used; i++) _tokens[i] = places[_tokens[i]];
        for (var text = 0; text < Count; text++) Slot(text).Sort();
        return [.. byRarity.Select(token => texts[token])];
    }

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
