using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace Claque.Articles.Extraction;

/// <summary>The elements of a page in document order, and its text between them. No recursion: any depth will do.</summary>
internal sealed class PageTree
{
    private static readonly FrozenSet<string> Inline = new[]
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "q",
        "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "amp-ad-exit",
    }.ToFrozenSet(StringComparer.Ordinal);

    private PageTree(IElement body)
    {
        var stack = new Stack<(PageNode Node, INodeList Children, int Next)>();
        stack.Push(Opened(body, -1));
        while (stack.Count > 0)
        {
            var (node, children, next) = stack.Pop();
            if (next >= children.Length)
            {
                node.End = Nodes.Count;
                Steps.Add(new PageStep(StepKind.Close, node.Index, ""));
                continue;
            }

            stack.Push((node, children, next + 1));
            switch (children[next])
            {
                case IText text:
                    Steps.Add(new PageStep(StepKind.Text, node.Index, text.Data));
                    break;
                case IElement { LocalName: "br" or "hr" } line:
                    Steps.Add(new PageStep(line.LocalName == "br" ? StepKind.Break : StepKind.Rule, node.Index, ""));
                    break;
                case IElement { LocalName: "img" }:
                    node.Pictures++;
                    break;
                case IElement { LocalName: not ("script" or "style" or "title" or "meta" or "link") } element:
                    stack.Push(Opened(element, node.Index));
                    break;
            }
        }
    }

    public List<PageNode> Nodes { get; } = [];

    public List<PageStep> Steps { get; } = [];

    public static PageTree Of(IElement body) => new(body);

    public static bool IsInline(PageNode node) => Inline.Contains(node.Tag);

    private (PageNode, INodeList, int) Opened(IElement element, int parent)
    {
        var node = new PageNode(Nodes.Count, parent, element, element.LocalName);
        var hints = (element.GetAttribute("class") + " " + element.GetAttribute("id")).Trim();
        if (hints.Length > 0)
        {
            if (hints.Length > 400) hints = hints[..400];
            node.Parts = Cut(hints);
            node.Hints = hints.ToLowerInvariant();
        }

        Nodes.Add(node);
        Steps.Add(new PageStep(StepKind.Open, node.Index, ""));
        return (node, element.ChildNodes, 0);
    }

    /// <summary>Names cut at signs, blanks and capitals, lower case.</summary>
    private static string[] Cut(string hints)
    {
        var parts = new StringBuilder(hints.Length + 8);
        for (var i = 0; i < hints.Length; i++)
        {
            if (char.IsUpper(hints[i]) && i > 0 && char.IsLower(hints[i - 1])) parts.Append(' ');
            parts.Append(char.IsLetterOrDigit(hints[i]) ? char.ToLowerInvariant(hints[i]) : ' ');
        }

        return parts.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}

internal enum StepKind : byte
{
    Text,
    Open,
    Close,
    Break,
    Rule,
}

/// <summary>A step of the walk through a page.</summary>
internal readonly record struct PageStep(StepKind Kind, int Node, string Text);
