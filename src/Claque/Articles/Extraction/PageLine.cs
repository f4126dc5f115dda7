using Claque.Articles.Lines;

namespace Claque.Articles.Extraction;

/// <summary>A line of a page: what a reader sees as one paragraph, heading, item or button.</summary>
internal sealed class PageLine(string text, PageNode owner, int linked, int bold)
{
    /// <summary>Its characters, blanks collapsed; a line break where the page breaks a line.</summary>
    public string Text { get; } = text;

    /// <summary>How much it says, in letters of an alphabet: see <see cref="LineForm.Size"/>.</summary>
    public int Size { get; } = LineForm.Size(text);

    /// <summary>The block element around it.</summary>
    public PageNode Owner { get; } = owner;

    /// <summary>Share of its characters inside links.</summary>
    public double Linked { get; } = text.Length == 0 ? 0 : (double)linked / text.Length;

    /// <summary>Share of its characters in bold.</summary>
    public double Bold { get; } = text.Length == 0 ? 0 : (double)bold / text.Length;

    public PageMark? Mark { get; set; }

    public BlockClass Class => Mark?.Class ?? BlockClass.Body;

    /// <summary>True for what looks like running text.</summary>
    public bool IsProse => Size >= 60 && Linked < .5;
}
