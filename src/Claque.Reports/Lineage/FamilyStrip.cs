using Claque.Reports.Charts;
using Claque.Reports.Exhibits;
using Claque.Reports.Markup;

namespace Claque.Reports.Lineage;

/// <summary>Draws a family over time: a line per article, a mark at its time, arrows from whom it was taken.</summary>
internal static class FamilyStrip
{
    private const double Width = 960, RowHeight = 26, Top = 26, Left = 24, Right = 620, LabelLeft = 660;
    private const int MostRows = 60;

    /// <summary>The figure; articles without a time stand at the left edge, hollow.</summary>
    public static Fragment Of(FamilyBlock family)
    {
        var rows = family.Articles.Take(MostRows).ToList();
        var dated = rows.Where(article => article.Published is not null).Select(TimeUs).ToList();
        var axis = dated.Count > 0 ? new TimeAxis(dated.Min(), dated.Max(), Left + 40, Right) : new TimeAxis(0, 0, Left, Right);
        var height = Top + (RowHeight * (family.Missing.Length + rows.Count)) + 10;
        var parts = new List<Fragment>();
        if (dated.Count > 1)
        {
            foreach (var (timeUs, label) in axis.Ticks(5))
                parts.Add(Fragment.Of($"<path class=\"grid\" d=\"M{axis.X(timeUs)} {Top - 6}V{height - 6}\"/><text class=\"tick\" x=\"{axis.X(timeUs)}\" y=\"12\" text-anchor=\"middle\">{label}</text>\n"));
        }

        var places = rows.Select((article, row) => (X: article.Published is null ? Left : axis.X(TimeUs(article)), Y: Top + (RowHeight * (family.Missing.Length + row)) + 10)).ToList();
        foreach (var tie in family.Ties.Where(tie => !tie.FromMissing && tie.From < rows.Count && tie.To < rows.Count)) parts.Add(Edge(places[tie.From], places[tie.To], tie.IsDirected));
        for (var row = 0; row < family.Missing.Length; row++) parts.Add(Missing(family, row, (Left, Top + (RowHeight * row) + 10), places));
        for (var row = 0; row < rows.Count; row++)
        {
            var (x, y) = places[row];
            parts.Add(Fragment.Of($"<circle class=\"{(rows[row].Published is null ? "open" : "full")} c0\" cx=\"{x}\" cy=\"{y}\" r=\"5\"/><text x=\"{LabelLeft}\" y=\"{y + 4}\">{new Label(rows[row].Name, 44)}</text>\n"));
        }

        var rest = family.Articles.Length - rows.Count;
        return Fragment.Of($"<figure><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Family over time\"><svg class=\"timeline\" viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-label=\"{family.Articles.Length} articles over time\">\n{Fragment.Join("", parts)}</svg></div>\n<figcaption>Arrows lead from an article to what was taken from it; dashed lines are ties whose direction the evidence does not decide. Hollow marks have no time; a diamond is a source that is not among the articles.{(rest > 0 ? $" {rest} more articles are not drawn." : "")}</figcaption></figure>\n");
    }

    private static Fragment Missing(FamilyBlock family, int missing, (double X, double Y) place, List<(double X, double Y)> places)
    {
        var edges = family.Ties.Where(tie => tie.FromMissing && tie.From == missing && tie.To < places.Count).Select(tie => Edge(place, places[tie.To], directed: true));
        var (x, y) = place;
        return Fragment.Of($"{Fragment.Join("", edges)}<path class=\"open c0\" d=\"M{x - 6} {y}L{x} {y - 6}L{x + 6} {y}L{x} {y + 6}z\"/><text x=\"{LabelLeft}\" y=\"{y + 4}\">{new Label(family.Missing[missing] + ", not among these", 44)}</text>\n");
    }

    private static Fragment Edge((double X, double Y) from, (double X, double Y) to, bool directed)
    {
        var (endX, endY) = (to.X, to.Y);
        if (endX - from.X > 40)
        {
            var middle = (from.X + endX) / 2;
            var head = directed ? Fragment.Of($"<path class=\"bar\" d=\"M{endX - 6} {endY}l-8 -4v8z\"/>") : Fragment.Empty;
            return Fragment.Of($"<path class=\"{(directed ? "tie" : "tie dashed")}\" d=\"M{from.X + 6} {from.Y}C{middle} {from.Y} {middle} {endY} {endX - 8} {endY}\"/>{head}\n");
        }

        var bend = Math.Max(from.X, endX) + 18;
        var tip = directed ? Fragment.Of($"<path class=\"bar\" d=\"M{endX + 6} {endY}l8 -4v8z\"/>") : Fragment.Empty;
        return Fragment.Of($"<path class=\"{(directed ? "tie" : "tie dashed")}\" d=\"M{from.X + 6} {from.Y}C{bend} {from.Y} {bend} {endY} {endX + 8} {endY}\"/>{tip}\n");
    }

    private static long TimeUs(FamilyArticle article) => (article.Published!.Value - DateTimeOffset.UnixEpoch).Ticks / 10;
}
