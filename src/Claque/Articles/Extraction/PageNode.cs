using AngleSharp.Dom;

namespace Claque.Articles.Extraction;

/// <summary>An element of a page, in document order.</summary>
internal sealed class PageNode(int index, int parent, IElement element, string tag)
{
    public int Index { get; } = index;

    /// <summary>Index of the element around it; −1 for the first.</summary>
    public int Parent { get; } = parent;

    public IElement Element { get; } = element;

    public string Tag { get; } = tag;

    /// <summary>Class and id in lower case, and the same cut into parts.</summary>
    public string Hints { get; set; } = "";

    public string[] Parts { get; set; } = [];

    /// <summary>One behind the last element within it.</summary>
    public int End { get; set; }

    /// <summary>Characters in paragraph-like lines within it.</summary>
    public int Prose { get; set; }

    /// <summary>All characters within it.</summary>
    public int Characters { get; set; }

    /// <summary>Pictures within it.</summary>
    public int Pictures { get; set; }

    public double Score { get; set; }

    public PageMark? Mark { get; set; }

    public bool Holds(PageNode other) => Index <= other.Index && other.Index < End;
}

/// <summary>Why an element is not the article.</summary>
internal sealed record PageMark(BlockClass Class, string Reason);
