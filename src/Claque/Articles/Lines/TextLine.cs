using Claque.Text.Prose;

namespace Claque.Articles.Lines;

/// <summary>A line of a saved text on its way to a class.</summary>
internal sealed class TextLine
{
    public TextLine(string text, TextSpan span)
    {
        Span = span;
        Text = text.Substring(span.Start, span.Length);
        Folded = LineForm.Fold(Text);
        Ends = LineForm.EndsAsSentence(Text);
        (Words, Capital) = LineForm.Capitals(Text);
        IsProse = (Ends && Words >= 12) || Words >= 35 || (Ends && Text.Length >= 80);
        IsLong = IsProse && Text.Length > 200;
    }

    public TextSpan Span { get; }

    public string Text { get; }

    public string Folded { get; }

    public bool Ends { get; }

    public int Words { get; }

    public int Capital { get; }

    /// <summary>A paragraph by its looks: long, or a sentence of some length.</summary>
    public bool IsProse { get; }

    public bool IsLong { get; }

    public BlockClass Class { get; private set; } = BlockClass.Body;

    public string Reason { get; private set; } = "paragraph";

    public bool IsSet { get; private set; }

    public void Set(BlockClass kind, string reason)
    {
        if (IsSet) return;
        (Class, Reason, IsSet) = (kind, reason, true);
    }

    /// <summary>At least 60 % of its words begin with a capital, as headlines are written.</summary>
    public bool IsTitleCase => Words >= 3 && Capital * 10 >= Words * 6;
}
