namespace Claque.Articles.Extraction;

/// <summary>Finds the element that holds the article.</summary>
/// <remarks>
/// Each unmarked line of running text gives its worth to the container around it, half to the next one out, and so on. Names that
/// speak for an article raise an element's score. After the idea of Readability (arc90, 2009), with lines instead of elements.
/// </remarks>
internal static class PageScoring
{
    private const double Boosted = 1.6, FollowsHeadline = 10, BesideHeadline = 40;

    /// <summary>The containers whose lines may be the article: the best one, and those beside it that are nearly as good. Empty without any running text.</summary>
    public static List<PageNode> Containers(PageTree tree, IReadOnlyList<PageLine> lines, PageWords words, PageOutline outline)
    {
        var (prose, text) = (new int[tree.Nodes.Count], new int[tree.Nodes.Count]);
        foreach (var line in lines.Where(line => line.Mark is null))
        {
            text[line.Owner.Index] += line.Size;
            if (line.IsProse && line.Owner.Tag is not ['h', _]) prose[line.Owner.Index] += line.Size;
        }

        for (var i = tree.Nodes.Count - 1; i > 0; i--)
        {
            prose[tree.Nodes[i].Parent] += prose[i];
            text[tree.Nodes[i].Parent] += text[i];
        }

        foreach (var line in lines) Give(tree, line, text);
        PageNode? best = null;
        foreach (var node in tree.Nodes)
        {
            if (node.Mark is not null || node.Score == 0) continue;
            node.Score *= Boost(node, words) * (!outline.BeginsText(node) ? 1 : outline.IsBesideHeadline(node) ? BesideHeadline : FollowsHeadline);
            if (best is null || node.Score > best.Score) best = node;
        }

        if (best is null) return [];
        best = Outermost(tree, best, text);
        while (Wider(tree, best, prose, text) is { } wider && wider.Score > .45 * best.Score && !(outline.IsBeforeHeadline(wider) && !outline.IsBeforeHeadline(best))) best = wider;
        return [best, .. Siblings(tree, best, prose, outline)];
    }

    /// <summary>The next element out that holds more running text, if it holds a quarter more and little else.</summary>
    private static PageNode? Wider(PageTree tree, PageNode node, int[] prose, int[] text)
    {
        var wider = node;
        while (wider.Parent >= 0 && prose[wider.Index] == prose[node.Index]) wider = tree.Nodes[wider.Parent];
        var more = prose[wider.Index] - prose[node.Index];
        return wider.Mark is null && wider.Tag is not ("body" or "html") && more > .25 * prose[node.Index] && more > .5 * (text[wider.Index] - text[node.Index]) ? wider : null;
    }

    /// <summary>The largest element that holds nothing else; it takes the score over.</summary>
    private static PageNode Outermost(PageTree tree, PageNode node, int[] text)
    {
        var outer = node;
        while (outer.Parent > 0 && text[outer.Parent] == text[node.Index]) outer = tree.Nodes[outer.Parent];
        outer.Score = node.Score;
        return outer;
    }

    private static double Boost(PageNode node, PageWords words)
    {
        if (words.Main(node) is not null || node.Element.GetAttribute("itemprop") is "articleBody") return Boosted;
        return node.Tag is "article" ? 1.25 : node.Tag is "main" ? 1.1 : 1;
    }

    // Boxes without a name are alike where they hold hardly anything but running text and are not parts of the whole page.
    private static bool IsAlike(PageNode node, PageNode other, PageTree tree) =>
        node.Tag == other.Tag && node.Hints == other.Hints &&
        (node.Hints.Length > 0 || (node.Index > other.Index && node.Prose > .8 * node.Characters && tree.Nodes[node.Parent].Tag is not ("body" or "html")));

    // An element that holds nothing but another is no container of its own: it gets what that one gets.
    private static void Give(PageTree tree, PageLine line, int[] text)
    {
        if (line.Mark is not null || line.Size < 25 || line.Linked > .5) return;
        var worth = (1 + Commas(line.Text) + Math.Min(3, line.Size / 100.0)) * (1 - line.Linked);
        if (line.Size < 60) worth *= .3;
        // A teaser is a linked headline with a sentence behind it.
        if (line.Linked > .25) worth *= .2;
        var node = line.Owner;
        while (node.Parent >= 0 && text[node.Index] == line.Size) node = tree.Nodes[node.Parent];
        for (var part = 1.0; part > .05;)
        {
            node.Score += worth * part;
            if (node.Parent < 0) break;
            if (text[node.Parent] > text[node.Index]) part /= 2;
            node = tree.Nodes[node.Parent];
        }
    }

    private static int Commas(string text) => text.Count(letter => letter is ',' or '،' or '，' or '、');

    // Beside what follows the headline only more of its kind is the article: other text there is other text.
    private static IEnumerable<PageNode> Siblings(PageTree tree, PageNode best, int[] prose, PageOutline outline)
    {
        var begins = outline.BeginsText(best);
        return tree.Nodes.Where(node => node.Parent == best.Parent && node != best && node.Mark is null && best.Parent >= 0 &&
            !(best.Tag == "article" && node.Tag == "article") && !(outline.IsBeforeHeadline(node) && !outline.IsBeforeHeadline(best)) &&
            ((node.Score >= .2 * best.Score && (!begins || (node.Index < best.Index && outline.BeginsText(node)))) || (begins && IsAlike(node, best, tree) && node.Score > 0) || (node.Tag == "p" && prose[node.Index] > 80)));
    }
}
