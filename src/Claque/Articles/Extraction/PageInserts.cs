using Claque.Articles.Lines;
using static Claque.Articles.BlockClass;

namespace Claque.Articles.Extraction;

/// <summary>Tells what stands between the paragraphs of an article by its form and its box, whatever the box is called.</summary>
/// <remarks>O(lines × depth): a page may have a hundred thousand lines, each of them a link.</remarks>
internal sealed class PageInserts(PageTree tree, IReadOnlyList<PageLine> inside, IReadOnlyList<PageNode> containers)
{
    private const int MostInBox = 400, LeastArticle = 300, MostLines = 3, LongWord = 5;

    private readonly bool[] _holdsContainer = Holding(tree, containers);

    /// <summary>Marks every further article that has a first heading of its own in a box of its own, as pages that never end have them.</summary>
    public void OtherArticles(IReadOnlyList<PageLine> page)
    {
        var first = page.FirstOrDefault(line => line.Owner.Tag == "h1" && line.Mark?.Class is not Hidden);
        if (first is null) return;
        var known = Long(first.Text).ToHashSet(StringComparer.Ordinal);
        for (var i = 1; i < inside.Count; i++)
        {
            if (inside[i].Owner.Tag != "h1" || inside[i].Owner == first.Owner || inside[i].Mark is not null) continue;
            // Some pages use the first heading for every part of a text: such headings name its subject.
            if (Long(inside[i].Text).Any(known.Contains)) continue;
            var box = BoxBegunBy(i);
            var own = inside.Skip(i).TakeWhile(line => box.Holds(line.Owner)).ToList();
            if (own.Where(line => line.IsProse).Sum(line => line.Size) < LeastArticle) continue;
            foreach (var line in own) line.Mark ??= new PageMark(Related, "under another headline in a box of its own");
        }
    }

    /// <summary>Marks what stands beside a linked headline in a small box.</summary>
    public void Teasers()
    {
        for (var i = 0; i < inside.Count; i++)
        {
            if (inside[i].Mark?.Class != InsertedLink) continue;
            if (SmallBox(inside[i].Owner) is not { } box || LinesIn(box, i) is not (var from, <= MostLines and var count) || from < i) continue;
            for (var k = i + 1; k < from + count; k++) inside[k].Mark ??= new PageMark(Related, "beside a link in a box of its own");
        }
    }

    /// <summary>Marks short lines beside a picture in a small box; a whole sentence only where the paragraphs are elements of another kind.</summary>
    public void Captions()
    {
        var paragraphs = inside.Where(line => line.Mark is null && line.IsProse).CountBy(line => line.Owner.Tag).OrderByDescending(tag => tag.Value).ThenBy(tag => tag.Key, StringComparer.Ordinal).FirstOrDefault().Key;
        for (var i = 0; i < inside.Count; i++)
        {
            var line = inside[i];
            if (line.Mark is not null || line.Size > 250 || line.Owner.Tag is ['h', _] or "li" || (line.IsProse && line.Owner is { Tag: "p", Pictures: 0 }) || (LineForm.EndsAsSentence(line.Text) && line.Owner.Tag == paragraphs)) continue;
            if (SmallBox(line.Owner) is { Pictures: > 0 } box && LinesIn(box, i).Count < MostLines) line.Mark = new PageMark(Caption, "beside a picture in a box of its own");
        }
    }

    private static IEnumerable<string> Long(string text) => LineForm.WordsOnly(text).Split(' ').Where(word => LineForm.Size(word) >= LongWord);

    private PageNode BoxBegunBy(int line)
    {
        var box = inside[line].Owner;
        while (box.Parent >= 0 && !tree.Nodes[box.Parent].Holds(inside[line - 1].Owner)) box = tree.Nodes[box.Parent];
        return box;
    }

    private PageNode? SmallBox(PageNode box)
    {
        if (box.Characters > MostInBox || _holdsContainer[box.Index]) return null;
        while (box.Parent >= 0 && tree.Nodes[box.Parent] is var around && around.Characters <= MostInBox && !_holdsContainer[around.Index]) box = around;
        return box;
    }

    /// <summary>The first line in a box around a line, and how many there are; counting ends one above the most that is asked for.</summary>
    private (int From, int Count) LinesIn(PageNode box, int line)
    {
        var (from, to) = (line, line + 1);
        while (from > 0 && line - from <= MostLines && box.Holds(inside[from - 1].Owner)) from--;
        while (to < inside.Count && to - line <= MostLines && box.Holds(inside[to].Owner)) to++;
        return (from, to - from);
    }

    private static bool[] Holding(PageTree tree, IReadOnlyList<PageNode> containers)
    {
        var holds = new bool[tree.Nodes.Count];
        foreach (var container in containers)
            for (var at = container.Index; at >= 0 && !holds[at]; at = tree.Nodes[at].Parent) holds[at] = true;
        return holds;
    }
}
