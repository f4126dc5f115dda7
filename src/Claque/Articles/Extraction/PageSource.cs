using System.Collections.Frozen;
using System.Text;

namespace Claque.Articles.Extraction;

/// <summary>
/// Makes the source of a page harmless before it is parsed: no scripts but the page's own description of itself, no comments, no attributes that
/// are not looked at, no depth and no number of elements that would cost more than the page is long.
/// </summary>
/// <remarks>One pass, O(length), whatever the source holds: no search for an end that is not there is made twice.</remarks>
internal sealed class PageSource
{
    private const int MostFormatting = 10;
    private const int MostValue = 4096;
    private static readonly FrozenSet<string> Void =
        new[] { "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Dropped =
        new[] { "script", "style", "svg", "math", "iframe", "noembed", "noframes", "xmp", "canvas", "object", "template", "select", "video", "audio" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Ignored = new[] { "plaintext", "source", "track", "wbr", "input", "embed", "param", "frame", "frameset", "keygen", "image", "col", "colgroup", "listing" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> SelfClosing = new[] { "p", "li", "dd", "dt", "tr", "td", "th", "thead", "tbody", "tfoot", "option" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Formatting = new[] { "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Rows = new[] { "table", "tbody", "thead", "tfoot", "tr" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Cells = new[] { "td", "th", "caption" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Kept =
        new[] { "class", "id", "style", "hidden", "aria-hidden", "href", "itemprop", "role", "rel", "property", "name", "content", "datetime", "type", "lang", "charset" }.ToFrozenSet(StringComparer.Ordinal);

    private readonly string _html;
    private readonly int _end;
    private readonly PageLimits _limits;
    private readonly StringBuilder _out;
    private readonly List<string> _open = [];
    private readonly Dictionary<string, int> _droppedOpen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _endless = new(StringComparer.Ordinal);
    private readonly int _lastClose;
    private readonly int _lastDouble;
    private readonly int _lastSingle;
    private int _formatting;
    private int _tags;
    private bool _tooDeep;
    private bool _cut;

    private PageSource(string html, PageLimits limits)
    {
        (_html, _limits) = (html, limits);
        _end = Math.Min(html.Length, limits.Characters);
        _out = new StringBuilder(Math.Min(_end, 1 << 20));
        var seen = html.AsSpan(0, _end);
        (_lastClose, _lastDouble, _lastSingle) = (seen.LastIndexOf('>'), seen.LastIndexOf('"'), seen.LastIndexOf('\''));
    }

    /// <summary>The harmless source, and what was left out as sentences.</summary>
    public static (string Html, List<string> Notes) Of(string html, PageLimits limits)
    {
        var source = new PageSource(html, limits);
        source.Run();
        var notes = new List<string>();
        if (source._end < html.Length) notes.Add($"The page is longer than {limits.Characters:N0} characters; the rest was left out.");
        if (source._cut) notes.Add($"The page has more than {limits.Tags:N0} tags; the rest was left out.");
        if (source._tooDeep) notes.Add($"The page is nested deeper than {limits.Depth:N0} elements; deeper tags were left out, their text was kept.");
        return (source._out.ToString(), notes);
    }

    private void Run()
    {
        for (var at = 0; at < _end && !_cut;)
        {
            var open = _html.AsSpan(at, _end - at).IndexOf('<');
            if (open < 0)
            {
                Text(at, _end);
                return;
            }

            if (open > 0) Text(at, at + open);
            at = Tag(at + open);
            if (_tags > _limits.Tags) _cut = true;
        }
    }

    /// <summary>Reads what begins with <c>&lt;</c>; gives the position behind it.</summary>
    private int Tag(int at)
    {
        var next = at + 1 < _end ? _html[at + 1] : ' ';
        if (next == '!' && _html.AsSpan(at, Math.Min(4, _end - at)).SequenceEqual("<!--")) return Behind(at + 4, "-->") ?? AsText(at);
        if (next is '!' or '?') return at > _lastClose ? _end : _html.IndexOf('>', at) + 1;
        var closing = next == '/';
        var name = Name(closing ? at + 2 : at + 1);
        if (name.Length == 0) return closing && at < _lastClose ? _html.IndexOf('>', at) + 1 : AsText(at);
        var from = at + (closing ? 2 : 1) + name.Length;
        if (name.Length > 40) name = "span";
        if (closing)
        {
            Close(name);
            return from > _lastClose ? _end : _html.IndexOf('>', from) + 1;
        }

        var kept = new StringBuilder();
        var end = Attributes(from, kept, out var type);
        return Open(name, kept, type, end);
    }

    private int AsText(int at)
    {
        _out.Append("&lt;");
        return at + 1;
    }

    private string Name(int at)
    {
        if (at >= _end || !char.IsAsciiLetter(_html[at])) return "";
        var end = at;
        while (end < _end && _html[end] is not (' ' or '\t' or '\n' or '\r' or '\f' or '/' or '>')) end++;
        return _html[at..Math.Min(end, at + 4000)].ToLowerInvariant();
    }

    /// <summary>Keeps the attributes that are looked at, each once; gives the position behind the tag.</summary>
    private int Attributes(int at, StringBuilder kept, out string type)
    {
        type = "";
        var had = 0;
        while (at < _end)
        {
            var letter = _html[at];
            if (letter == '>') return at + 1;
            if (char.IsWhiteSpace(letter) || letter is '/' or '=' or '"' or '\'' or '<')
            {
                if (letter == '<' && at > 0) return at;
                at++;
                continue;
            }

            var begin = at;
            while (at < _end && _html[at] is not ('=' or '>' or '/') && !char.IsWhiteSpace(_html[at])) at++;
            var name = at - begin <= 16 ? _html[begin..at].ToLowerInvariant() : "";
            while (at < _end && char.IsWhiteSpace(_html[at])) at++;
            var value = ReadOnlySpan<char>.Empty;
            if (at < _end && _html[at] == '=') at = Value(at + 1, out value);
            if (name.Length == 0 || had >= 16 || !Kept.Contains(name)) continue;
            had++;
            if (name == "type") type = value.ToString();
            if (value.Length > MostValue) value = value[..MostValue];
            kept.Append(' ').Append(name).Append("=\"").Append(value).Replace("\"", "&quot;", kept.Length - value.Length, value.Length).Append('"');
        }

        return _end;
    }

    private int Value(int at, out ReadOnlySpan<char> value)
    {
        while (at < _end && char.IsWhiteSpace(_html[at])) at++;
        if (at < _end && _html[at] is '"' or '\'' && (_html[at] == '"' ? _lastDouble : _lastSingle) > at)
        {
            var close = _html.IndexOf(_html[at], at + 1);
            value = _html.AsSpan(at + 1, close - at - 1);
            return close + 1;
        }

        var begin = at;
        while (at < _end && _html[at] != '>' && !char.IsWhiteSpace(_html[at])) at++;
        value = _html.AsSpan(begin, at - begin);
        return at;
    }

    private int Open(string name, StringBuilder attributes, string type, int end)
    {
        if (name == "script" && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase))
        {
            var close = Behind(end, "</script") ?? end;
            if (close > end && close - end < 2_000_000) _out.Append("<script type=\"application/ld+json\">").Append(_html, end, close - end - 8).Append("</script>");
            return Rest(close);
        }

        if (Dropped.Contains(name)) return Behind(end, "</" + name) is { } over ? Rest(over) : end;
        if (name is "title" or "textarea")
        {
            var close = Behind(end, "</" + name);
            if (close is not { } over) return end;
            if (name == "title" && over - end < 10_000) _out.Append("<title>").Append(_html, end, over - end - 7).Append("</title>");
            return Rest(over);
        }

        if (Ignored.Contains(name)) return end;
        if (Void.Contains(name))
        {
            if (name is not ("link" or "meta" or "base" or "img")) Cell();
            // A picture only stands where it stands.
            _out.Append('<').Append(name).Append(name == "img" ? "" : attributes).Append('>');
            _tags++;
            return end;
        }

        Push(name, attributes);
        return end;
    }

    private void Push(string name, StringBuilder attributes)
    {
        if (!Rows.Contains(name) && !Cells.Contains(name)) Cell();
        if (SelfClosing.Contains(name) && _open is [.., var last] && last == name) _open.RemoveAt(_open.Count - 1);
        if (_open.Count >= _limits.Depth || (Formatting.Contains(name) && _formatting >= MostFormatting))
        {
            if (_open.Count >= _limits.Depth) _tooDeep = true;
            _droppedOpen[name] = _droppedOpen.GetValueOrDefault(name) + 1;
            return;
        }

        if (Formatting.Contains(name)) _formatting++;
        _open.Add(name);
        _tags++;
        _out.Append('<').Append(name).Append(attributes).Append('>');
    }

    private void Close(string name)
    {
        if (Ignored.Contains(name) || Dropped.Contains(name)) return;
        if (_droppedOpen.TryGetValue(name, out var missing) && missing > 0)
        {
            _droppedOpen[name] = missing - 1;
            return;
        }

        if (Formatting.Contains(name)) _formatting = Math.Max(0, _formatting - 1);
        _tags++;
        var at = _open.LastIndexOf(name);
        if (at < 0)
        {
            if (name is "p" or "br") _out.Append("<br>");
            return;
        }

        _open.RemoveRange(at, _open.Count - at);
        _out.Append("</").Append(name).Append('>');
    }

    /// <summary>What stands in a table but in no cell gets one, instead of being moved out before the table piece by piece.</summary>
    private void Cell()
    {
        if (_open is not [.., var last] || !Rows.Contains(last)) return;
        _open.Add("td");
        _out.Append("<td>");
    }

    private void Text(int from, int to)
    {
        var text = _html.AsSpan(from, to - from);
        if (!text.IsWhiteSpace()) Cell();
        _out.Append(text);
    }

    private int? Behind(int at, string what)
    {
        if (_endless.Contains(what)) return null;
        var found = at < _end ? _html.AsSpan(at, _end - at).IndexOf(what, StringComparison.OrdinalIgnoreCase) : -1;
        if (found >= 0) return at + found + what.Length;
        _endless.Add(what);
        return null;
    }

    private int Rest(int at) => at > _lastClose ? _end : _html.IndexOf('>', at) + 1;
}
