using Claque.Articles.Lines;

namespace Claque.Articles.Extraction;

/// <summary>Marks the elements of a page that are not the article, each with the reason.</summary>
internal sealed class PageMarking(PageTree tree, PageWords words, PageOutline outline)
{
    private const int WholeText = 600;
    private int _prose;

    /// <summary>Counts text and marks elements, outermost first; what a marked element holds has its mark.</summary>
    public static void Mark(PageTree tree, PageWords words, PageOutline outline, LinePhrases phrases)
    {
        var marking = new PageMarking(tree, words, outline);
        marking.Count();
        marking.Comments(phrases);
        foreach (var node in tree.Nodes)
            node.Mark = IsEmbeddedPost(node) ? null : (node.Parent >= 0 ? tree.Nodes[node.Parent].Mark : null) ?? node.Mark ?? marking.Of(node);
    }

    private void Count()
    {
        foreach (var line in outline.Lines)
        {
            line.Owner.Characters += line.Size;
            if (line.IsProse) line.Owner.Prose += line.Size;
        }

        for (var i = tree.Nodes.Count - 1; i > 0; i--)
        {
            var node = tree.Nodes[i];
            tree.Nodes[node.Parent].Characters += node.Characters;
            tree.Nodes[node.Parent].Prose += node.Prose;
            tree.Nodes[node.Parent].Pictures += node.Pictures;
        }

        _prose = Math.Max(1, tree.Nodes[0].Prose);
    }

    /// <summary>What stands behind the heading of the comments, where an article stands before it.</summary>
    private void Comments(LinePhrases phrases)
    {
        for (var i = 0; i < outline.Lines.Count; i++)
        {
            var line = outline.Lines[i];
            if (line.Size >= 80 || outline.ProseUpTo(i) < 400 || outline.ProseUpTo(i) * 10 < outline.ProseFrom(i) || phrases.Comment(LineForm.Fold(line.Text)) is null) continue;
            var heading = line.Owner.Tag is ['h', >= '1' and <= '6'];
            if (!heading && (line.Linked > .5 || outline.ProseUpTo(i) < outline.ProseFrom(i))) continue;
            var box = line.Owner;
            if (outline.HasProseBefore(box, i)) continue;
            while (box.Parent >= 0 && outline.BeginsBehind(tree.Nodes[box.Parent], i)) box = tree.Nodes[box.Parent];
            var mark = new PageMark(BlockClass.Comment, "below the heading of the comments");
            for (var at = box; at.Index < (box.Parent >= 0 ? tree.Nodes[box.Parent].End : box.End);)
            {
                at.Mark = mark;
                if (at.End >= tree.Nodes.Count) break;
                at = tree.Nodes[at.End];
            }

            return;
        }
    }

    private PageMark? Of(PageNode node)
    {
        var share = (double)node.Prose / _prose;
        if (share > .5 || outline.HoldsText(node) || Whole(node)) return null;
        if (Hidden(node) is { } hidden) return new PageMark(BlockClass.Hidden, hidden);
        if (ByTag(node) is { } tag) return tag;
        if (ByRole(node) is { } role) return role;
        if (node.Tag is "body" or "html" or "main" or "h1") return null;
        if (node.Prose > 200 && words.Main(node) is not null) return null;
        if (words.Negative(node) is not var (kind, word)) return null;
        if (share > .2 && node.Prose > .8 * node.Characters && kind is not (BlockClass.Comment or BlockClass.Related or BlockClass.AuthorBio or BlockClass.Hidden)) return null;
        if (PageTree.IsInline(node) && InText(node, kind)) return null;
        if (node.Tag == "article" && (share > .25 || kind is BlockClass.Site or BlockClass.Byline or BlockClass.Date or BlockClass.Caption)) return null;
        if (kind is BlockClass.Byline or BlockClass.Date or BlockClass.Standfirst && node.Prose > 500) return null;
        return new PageMark(kind, $"class or id \"{word}\"");
    }

    /// <summary>An element of running text that follows the headline is the article, whatever its name says.</summary>
    private bool Whole(PageNode node) =>
        node.Prose >= WholeText && node.Prose > .6 * node.Characters && outline.BeginsText(node) && node.Tag is "div" or "section" or "article" or "main" or "span" or "td" &&
        words.Negative(node)?.Class is not (BlockClass.Comment or BlockClass.Related or BlockClass.AuthorBio);

    /// <summary>A named word inside a sentence is a word of the sentence, whatever its class says.</summary>
    private bool InText(PageNode node, BlockClass kind)
    {
        if (node.Tag != "span") return true;
        var around = node.Parent >= 0 ? tree.Nodes[node.Parent] : node;
        return around.Tag == "p" && kind is not (BlockClass.Sharing or BlockClass.Advertisement or BlockClass.Newsletter or BlockClass.Related or BlockClass.Caption);
    }

    /// <summary>A post of a social network shown in the text belongs to it, although programs call it a widget.</summary>
    private static bool IsEmbeddedPost(PageNode node) =>
        node.Tag == "blockquote" && (node.Hints.Contains("twitter-tweet", StringComparison.Ordinal) || node.Hints.Contains("instagram-media", StringComparison.Ordinal));

    private static string? Hidden(PageNode node)
    {
        if (node.Element.HasAttribute("hidden")) return "attribute hidden";
        if (node.Element.GetAttribute("aria-hidden") == "true") return "attribute aria-hidden";
        var style = node.Element.GetAttribute("style");
        if (string.IsNullOrEmpty(style)) return null;
        var bare = style.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        return bare.Contains("display:none", StringComparison.Ordinal) ? "style display:none"
            : bare.Contains("visibility:hidden", StringComparison.Ordinal) ? "style visibility:hidden" : null;
    }

    private static PageMark? ByTag(PageNode node) => node.Tag switch
    {
        "nav" or "aside" or "footer" or "form" or "button" or "select" or "dialog" or "menu" or "noscript" or "fieldset" or "label" or "textarea" =>
            new PageMark(BlockClass.Site, $"inside <{node.Tag}>"),
        "figcaption" or "figure" when node.Prose < 600 => new PageMark(BlockClass.Caption, $"inside <{node.Tag}>"),
        _ => null,
    };

    private static PageMark? ByRole(PageNode node) => node.Element.GetAttribute("role") switch
    {
        "navigation" or "complementary" or "banner" or "contentinfo" or "search" or "dialog" or "menu" or "toolbar" or "alert" or "button" =>
            new PageMark(BlockClass.Site, $"role {node.Element.GetAttribute("role")}"),
        _ => null,
    };
}
