namespace Claque.Articles.Extraction;

/// <summary>Finds the element that holds the article.</summary>
/// <remarks>
/// Each unmarked line of running text gives its worth to the container around it, half to the next one out, and so on. Names that
/// speak for an article raise an element's score. After the idea of Readability (arc90, 2009), with lines instead of elements.
/// </remarks>
internal static class PageScoring
{
    private const double Boosted = 1.6;

    /// <summary>The containers whose lines may be the article: the best one, and those beside it that are nearly as good. Empty without any running text.</summary>
    public static List<PageNode> Containers(PageTree tree, IReadOnlyList<PageLine> lines, PageWords words)
    {
        var prose = new int[tree.Nodes.Count];
        foreach (var line in lines) Give(tree, line, prose);
        for (var i = tree.Nodes.Count - 1; i > 0; i--) prose[tree.Nodes[i].Parent] += prose[i];
        PageNode? best = null;
        foreach (var node in tree.Nodes)
        {
            if (node.Mark is not null || node.Score == 0) continue;
            node.Score *= Boost(node, words);
            if (best is null || node.Score > best.Score) best = node;
        }

        if (best is null) return [];
        while (best.Parent >= 0 && tree.Nodes[best.Parent] is var parent && parent.Mark is null && parent.Tag is not ("body" or "html") &&
               prose[parent.Index] > 1.25 * prose[best.Index] && parent.Score > .45 * best.Score)
            best = parent;
        return [best, .. Siblings(tree, best, prose)];
    }

    private static double Boost(PageNode node, PageWords words)
    {
        if (words.Main(node) is not null || node.Element.GetAttribute("itemprop") is "articleBody") return Boosted;
        return node.Tag is "article" ? 1.25 : node.Tag is "main" ? 1.1 : 1;
    }

    private static void Give(PageTree tree, PageLine line, int[] prose)
    {
        if (line.Mark is not null || line.Text.Length < 25 || line.Linked > .5) return;
        if (line.IsProse) prose[line.Owner.Index] += line.Text.Length;
        var worth = (1 + line.Text.AsSpan().Count(',') + Math.Min(3, line.Text.Length / 100.0)) * (1 - line.Linked);
        if (line.Text.Length < 60) worth *= .3;
        // A teaser is a linked headline with a sentence behind it.
        if (line.Linked > .25) worth *= .2;
        var node = line.Owner;
        if (node.Tag is "p" or "li" or "pre" or "blockquote" or "td" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "dd" or "dt" && node.Parent >= 0) node = tree.Nodes[node.Parent];
        for (var part = 1.0; part > .05; part /= 2)
        {
            node.Score += worth * part;
            if (node.Parent < 0) break;
            node = tree.Nodes[node.Parent];
        }
    }

    private static IEnumerable<PageNode> Siblings(PageTree tree, PageNode best, int[] prose) =>
        tree.Nodes.Where(node => node.Parent == best.Parent && node != best && node.Mark is null && best.Parent >= 0 &&
            (node.Score >= .2 * best.Score || (node.Tag == "p" && prose[node.Index] > 80)));
}
