using Claque.Columns;

namespace Claque.Text;

/// <summary>
/// The tokens of a batch of texts, found by any thread: numbered among themselves first, and in order, elsewhere, by the vocabulary that all batches
/// share. Used again; a token met in an earlier batch keeps its number, so few are looked up in order.
/// </summary>
internal sealed class TokenBatch
{
    private const int MostNames = 1 << 16;

    private readonly List<int> _ofText = [];
    private NameTable _names = new();
    private int[] _numbers = new int[1024];
    private int[] _tokens = new int[1024];
    private int[] _ends = new int[64];
    private int _numbered;
    private int _used;

    /// <summary>Number of texts.</summary>
    public int Count { get; private set; }

    /// <summary>The distinct tokens of a text.</summary>
    public ReadOnlySpan<int> this[int text] => _tokens.AsSpan((text == 0 ? 0 : _ends[text - 1]).._ends[text]);

    /// <summary>Begins a new batch.</summary>
    public void Clear()
    {
        (Count, _used) = (0, 0);
        if (_names.Count > MostNames) (_names, _numbered) = (new NameTable(), 0);
    }

    /// <summary>Adds a text in normal form (<see cref="TextForm"/>).</summary>
    public void Add(ReadOnlySpan<byte> normalised)
    {
        _ofText.Clear();
        foreach (var token in TextForm.Tokens(normalised)) _ofText.Add(_names.Intern(token));
        _ofText.Sort();
        if (_used + _ofText.Count > _tokens.Length) Array.Resize(ref _tokens, Math.Max(2 * _tokens.Length, _used + _ofText.Count));
        var last = -1;
        foreach (var token in _ofText)
            if (token != last) _tokens[_used++] = last = token;
        if (Count == _ends.Length) Array.Resize(ref _ends, 2 * Count);
        _ends[Count++] = _used;
    }

    /// <summary>Gives the tokens their numbers in a vocabulary, always the same one; those that it lacks in the order in which the texts name them.</summary>
    public void Number(NameTable vocabulary)
    {
        if (_numbers.Length < _names.Count) Array.Resize(ref _numbers, Math.Max(2 * _numbers.Length, _names.Count));
        for (; _numbered < _names.Count; _numbered++) _numbers[_numbered] = vocabulary.Intern(_names.Bytes(_numbered));
        foreach (ref var token in _tokens.AsSpan(0, _used)) token = _numbers[token];
    }
}
