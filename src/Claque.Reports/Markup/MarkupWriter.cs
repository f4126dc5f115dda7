using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Claque.Reports.Wording;

namespace Claque.Reports.Markup;

/// <summary>
/// Writes HTML from interpolated strings: what stands in the string is markup, what stands in a hole is encoded. Text can
/// therefore not become markup, whatever it holds and wherever it is used.
/// </summary>
internal sealed class MarkupWriter(TextWriter output)
{
    /// <summary>Writes one piece. A piece starts and ends between tags.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "The piece writes into this writer while it is made.")]
    public void Add([InterpolatedStringHandlerArgument("")] ref Piece piece) => piece.End();

    internal TextWriter Output => output;
}

/// <summary>HTML that was made by <see cref="Piece"/> and is therefore safe to repeat.</summary>
internal readonly struct Fragment
{
    private readonly string? _html;

    private Fragment(string html) => _html = html;

    /// <summary>Nothing.</summary>
    public static Fragment Empty => default;

    /// <summary>The HTML.</summary>
    public string Html => _html ?? "";

    /// <summary>Makes a fragment; holes are encoded.</summary>
    public static Fragment Of(ref Piece piece) => new(piece.End());

    /// <summary>Fragments one after another.</summary>
    public static Fragment Join(string separator, IEnumerable<Fragment> parts)
    {
        var safe = new StringWriter();
        Encoder.WriteText(safe, separator);
        return new(string.Join(safe.ToString(), parts.Select(part => part.Html)));
    }
}

/// <summary>A text from the data: isolated, so that its direction cannot leak.</summary>
/// <param name="Text">The text.</param>
/// <param name="Limit">Characters shown; the number of the others is said.</param>
internal readonly record struct Said(string Text, int Limit = 300);

/// <summary>A text from the data where no element can stand, wrapped in isolating characters of our own.</summary>
internal readonly record struct Label(string Text, int Limit = 80);

/// <summary>The handler of the interpolated strings.</summary>
[InterpolatedStringHandler]
internal ref struct Piece
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopDirectionalIsolate = '\u2069';
    private readonly TextWriter _output;
    private bool _inTag;

    public Piece(int literalLength, int holes, MarkupWriter writer) => _output = writer.Output;

    public Piece(int literalLength, int holes) => _output = Buffer(literalLength + (16 * holes));

    internal readonly string End()
    {
        if (_inTag) throw new InvalidOperationException("A piece of markup ends inside a tag.");
        return _output is StringWriter own ? own.ToString() : "";
    }

    public void AppendLiteral(string markup)
    {
        _output.Write(markup);
        var (open, close) = (markup.LastIndexOf('<'), markup.LastIndexOf('>'));
        if (open != close) _inTag = open > close;
    }

    public readonly void AppendFormatted(string? text)
    {
        if (_inTag) Encoder.WritePlain(_output, text);
        else Encoder.WriteText(_output, text);
    }

    public readonly void AppendFormatted(Fragment fragment)
    {
        if (_inTag) throw new InvalidOperationException("Markup cannot stand inside a tag.");
        _output.Write(fragment.Html);
    }

    public readonly void AppendFormatted(Said said)
    {
        if (_inTag)
        {
            AppendFormatted(new Label(said.Text, said.Limit));
            return;
        }

        var (shown, rest) = Cut(said.Text, said.Limit);
        _output.Write("<bdi>");
        Encoder.WriteText(_output, shown);
        _output.Write("</bdi>");
        if (rest > 0) _output.Write($" <span class=\"cut\">(and {Amount.Count(rest)} more characters)</span>");
    }

    public readonly void AppendFormatted(Label label)
    {
        var (shown, rest) = Cut(label.Text, label.Limit);
        _output.Write(FirstStrongIsolate);
        Encoder.WritePlain(_output, shown);
        if (rest > 0) _output.Write('…');
        _output.Write(PopDirectionalIsolate);
    }

    public readonly void AppendFormatted(Instant time)
    {
        if (!_inTag) _output.Write("<span class=\"nb\">");
        AppendFormatted(time.Text);
        if (!_inTag) _output.Write("</span>");
    }

    /// <summary>A count: with thin separators in text, bare inside a tag.</summary>
    public readonly void AppendFormatted(long number) =>
        _output.Write(_inTag ? number.ToString(CultureInfo.InvariantCulture) : Amount.Count(number));

    /// <summary>A coordinate; only inside a tag.</summary>
    public readonly void AppendFormatted(double coordinate)
    {
        if (!_inTag) throw new InvalidOperationException("A number in text needs a word for its precision: use Amount.");
        _output.Write(coordinate.ToString("0.#", CultureInfo.InvariantCulture));
    }

    private static StringWriter Buffer(int capacity) => new(new StringBuilder(capacity));

    // Never between the halves of a surrogate pair, nor before a mark.
    private static (string Shown, int LeftOut) Cut(string text, int limit)
    {
        if (text.Length <= limit) return (text, 0);
        var end = limit;
        while (end > 0 && (char.IsLowSurrogate(text[end]) || Invisible.IsStacking(text[end]))) end--;
        return (text[..end], text.Length - end);
    }
}
