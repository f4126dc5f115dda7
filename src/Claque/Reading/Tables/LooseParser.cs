using System.Text;

namespace Claque.Reading.Tables;

/// <summary>Reads lists as JSON, Python and careless programs write them, and hands out their values.</summary>
/// <param name="text">Begins with [ or {.</param>
/// <param name="members">Of an object the value of the first member in this order is handed out.</param>
internal sealed class LooseParser(ReadOnlySpan<byte> text, string[] members)
{
    private const int Deepest = 16;
    private readonly string _text = Encoding.UTF8.GetString(text);
    private int _at;

    /// <summary>Hands out every value; what comes behind a fault in the writing is left out.</summary>
    public void Parse(Action<string> each) => Value(each, 0, ",");

    private void Value(Action<string> each, int depth, string ends)
    {
        Blanks();
        if (_at >= _text.Length || depth > Deepest) return;
        switch (_text[_at])
        {
            case '[' or '(':
                List(each, depth);
                break;
            case '{':
                Members(each, depth);
                break;
            case '"' or '\'':
                each(Quoted());
                break;
            default:
                if (Bare(ends) is { Length: > 0 } word && word is not ("None" or "null" or "True" or "False" or "true" or "false")) each(word);
                break;
        }
    }

    private void List(Action<string> each, int depth)
    {
        var (close, ends) = _text[_at++] == '(' ? (')', ",)") : (']', ",]");
        while (_at < _text.Length)
        {
            Blanks();
            if (_at >= _text.Length) return;
            if (_text[_at] == close)
            {
                _at++;
                return;
            }

            var before = _at;
            if (_text[_at] == ',') _at++;
            else Value(each, depth + 1, ends);
            if (_at == before) return;
        }
    }

    private void Members(Action<string> each, int depth)
    {
        _at++;
        var (best, rank) = ((string?)null, int.MaxValue);
        while (_at < _text.Length)
        {
            Blanks();
            if (_at >= _text.Length || _text[_at] == '}') break;
            var before = _at;
            if (_text[_at] is ',' or ':')
            {
                _at++;
                continue;
            }

            var name = _text[_at] is '"' or '\'' ? Quoted() : Bare(":,}");
            Blanks();
            if (_at < _text.Length && _text[_at] == ':') _at++;
            string? value = null;
            Value(found => value ??= found, depth + 1, ",}");
            var place = Array.IndexOf(members, name);
            if (value is not null && place >= 0 && place < rank) (best, rank) = (value, place);
            if (_at == before) return;
        }

        _at++;
        if (best is not null) each(best);
    }

    /// <summary>A word up to one of the given signs.</summary>
    private string Bare(string ends)
    {
        var start = _at;
        while (_at < _text.Length && !ends.Contains(_text[_at], StringComparison.Ordinal)) _at++;
        return _text[start.._at].Trim();
    }

    private string Quoted()
    {
        var quote = _text[_at++];
        var value = new StringBuilder();
        while (_at < _text.Length && _text[_at] != quote)
        {
            if (_text[_at] == '\\' && _at + 1 < _text.Length) Escape(value);
            else value.Append(_text[_at++]);
        }

        _at++;
        return value.ToString();
    }

    private void Escape(StringBuilder value)
    {
        var sign = _text[_at + 1];
        _at += 2;
        var digits = sign switch { 'u' => 4, 'x' => 2, 'U' => 8, _ => 0 };
        if (digits > 0 && _at + digits <= _text.Length && int.TryParse(_text.AsSpan(_at, digits), System.Globalization.NumberStyles.HexNumber, null, out var code))
        {
            _at += digits;
            if (digits < 8) value.Append((char)code);
            else if (Rune.IsValid(code)) value.Append(new Rune(code).ToString());
            return;
        }

        value.Append(sign switch { 'n' => '\n', 't' => '\t', 'r' => '\r', _ => sign });
    }

    private void Blanks()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
    }
}
