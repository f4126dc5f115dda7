using Claque.Articles.Lines;
using static Claque.Articles.BlockClass;

namespace Claque.Articles.Extraction;

/// <summary>Finds the article among lines that no box tells apart: behind the headline, the run of lines with the most text and the fewest menus.</summary>
/// <remarks>
/// The run is the one of the greatest sum, where a line of running text counts what it holds and every other line takes something off.
/// After Pasternack and Roth 2009, "Extracting article text from the web with maximum subsequence segmentation", doi:10.1145/1526709.1526840,
/// with lines for words and set weights for learned ones.
/// </remarks>
internal static class PageRun
{
    /// <summary>An element with more than this share of the page's characters tells nothing apart.</summary>
    public const double WholePage = .7;

    private const int LeastText = 300, LeastLines = 12;
    private const double ManyLinks = .25, Paragraph = 300, Link = -60, Short = -20;

    /// <summary>Marks lines that no mark holds yet before the headline and, where a page has hardly any boxes, outside the run.</summary>
    public static void Mark(List<PageLine> inside)
    {
        var begin = Headline(inside);
        for (var i = 0; i < begin; i++) inside[i].Mark ??= new PageMark(Site, "before the headline");
        if (begin < 0) return;
        foreach (var line in inside.Skip(PageThread.Begin(inside, begin + 1))) line.Mark ??= new PageMark(Comment, "short lines that repeat between paragraphs");
        if (!IsMixed(inside, begin + 1)) return;
        foreach (var line in inside.Skip(End(inside, begin + 1))) line.Mark ??= new PageMark(Site, "behind the run of paragraphs");
    }

    /// <summary>The headline with running text behind it; −1 when there is none inside.</summary>
    private static int Headline(List<PageLine> inside)
    {
        var behind = 0;
        var all = inside.Where(line => line.Mark is null && line.IsProse).Sum(line => line.Size);
        var found = -1;
        for (var i = inside.Count - 1; i >= 0; i--)
        {
            var line = inside[i];
            if (line.Mark is null && line.IsProse) behind += line.Size;
            if (line.Mark?.Class == Title && behind >= LeastText && behind * 2 >= all && (found < 0 || line.Owner.Tag == "h1" || inside[found].Owner.Tag != "h1")) found = i;
        }

        return found;
    }

    private static bool IsMixed(List<PageLine> inside, int from) =>
        inside.Count - from >= LeastLines && inside.Skip(from).Count(line => line.Linked > .5) > ManyLinks * (inside.Count - from);

    private static int End(List<PageLine> inside, int from)
    {
        double sum = 0, best = 0;
        var end = from;
        for (var i = from; i < inside.Count; i++)
        {
            sum += Worth(inside[i]);
            if (sum > best) (best, end) = (sum, i + 1);
        }

        return end;
    }

    private static double Worth(PageLine line) =>
        line.Linked > .5 ? Link
        : line.Mark is not null || !line.IsProse ? Short
        : LineForm.EndsAsSentence(line.Text) ? Math.Min(Paragraph, line.Size)
        : 0;
}
