using System.Text;
using Claque.Reports.Markup;
using Claque.Reports.Wording;

namespace Claque.Reports.Charts;

/// <summary>Draws the synchronised timeline: a row per account, time to the right, a band behind each moment together.</summary>
internal static class TimelineChart
{
    private const double Width = 960;
    private const double LabelWidth = 170;
    private const double RightMargin = 22;
    private const double Top = 10;
    private const double NarrowestBand = 7;

    /// <summary>Writes the figure as one SVG element.</summary>
    public static void Write(MarkupWriter page, TimelineFigure figure, string id, string title)
    {
        var rowHeight = figure.Rows.Length > 20 ? 16.0 : 22.0;
        var bottom = Top + (rowHeight * figure.Rows.Length);
        var axis = Axis(figure);
        page.Add($"<svg class=\"timeline\" viewBox=\"0 0 {Width} {bottom + 26}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\">");
        page.Add($"<title id=\"{id}-t\">{title}</title>");
        page.Add($"<desc id=\"{id}-d\">{Description(figure)}</desc>\n");
        WriteGrid(page, axis, bottom);
        WriteRows(page, figure, rowHeight);
        WriteBands(page, figure, axis, rowHeight);
        WriteMarks(page, figure, axis, rowHeight);
        page.Add($"</svg>\n");
    }

    /// <summary>The shape of an object by its place in the legend, as a small SVG.</summary>
    public static Fragment Swatch(int place)
    {
        var path = new StringBuilder();
        if (place < Marks.Count) Marks.Append(path, place, 8, 8, 4.5);
        else Marks.AppendStroke(path, 8, 8, 4);
        return Fragment.Of($"<svg class=\"swatch\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><path class=\"{MarkClass(place)}\" d=\"{path.ToString()}\"/></svg>");
    }

    private static TimeAxis Axis(TimelineFigure figure)
    {
        var (first, last) = figure.Points.IsEmpty ? (0, 0) : (figure.Points[0].TimeUs, figure.Points[^1].TimeUs);
        return new TimeAxis(first, last, LabelWidth + 14, Width - RightMargin);
    }

    private static string Description(TimelineFigure figure) =>
        figure.Points.IsEmpty
            ? "No posts."
            : $"{Amount.Of(figure.Points.Length, "post", "posts")} of {Amount.Of(figure.Rows.Length, "account", "accounts")}, from "
                + $"{Amount.Time(figure.Points[0].TimeUs)} to {Amount.Time(figure.Points[^1].TimeUs)}. The table below says the same in words.";

    private static void WriteGrid(MarkupWriter page, TimeAxis axis, double bottom)
    {
        foreach (var (time, label) in axis.Ticks())
        {
            var x = axis.X(time);
            page.Add($"<line class=\"grid\" x1=\"{x}\" y1=\"{Top - 4}\" x2=\"{x}\" y2=\"{bottom + 4}\"/>");
            page.Add($"<text class=\"tick\" x=\"{x}\" y=\"{bottom + 19}\" text-anchor=\"{(x > Width - 60 ? "end" : "middle")}\">{label}</text>\n");
        }
    }

    private static void WriteRows(MarkupWriter page, TimelineFigure figure, double rowHeight)
    {
        for (var row = 0; row < figure.Rows.Length; row++)
        {
            var y = Middle(row, rowHeight);
            page.Add($"<line class=\"row\" x1=\"{LabelWidth}\" y1=\"{y}\" x2=\"{Width - 8}\" y2=\"{y}\"/>");
            page.Add($"<text class=\"name\" x=\"{LabelWidth - 8}\" y=\"{y + 4}\" text-anchor=\"end\">{new Label(figure.Rows[row].Label, 22)}</text>\n");
        }
    }

    private static void WriteBands(MarkupWriter page, TimelineFigure figure, TimeAxis axis, double rowHeight)
    {
        var places = Places(figure);
        var rows = figure.Rows.Select((account, row) => (account.Number, row)).ToDictionary(item => item.Number, item => item.row);
        foreach (var moment in figure.Moments)
        {
            var shown = moment.Points.Where(point => rows.ContainsKey(point.Account.Number)).ToArray();
            if (shown.Length < 2 || !places.TryGetValue(moment.Object, out var place)) continue;
            var (left, right) = (axis.X(shown[0].TimeUs), axis.X(shown[^1].TimeUs));
            var grow = Math.Max(NarrowestBand, right - left + 5) - (right - left);
            var (first, last) = (shown.Min(point => rows[point.Account.Number]), shown.Max(point => rows[point.Account.Number]));
            var (x, y, width, height) = (left - (grow / 2), Top + (first * rowHeight), right - left + grow, (last - first + 1) * rowHeight);
            page.Add($"<rect class=\"band c{place}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"2\"/>\n");
        }
    }

    private static void WriteMarks(MarkupWriter page, TimelineFigure figure, TimeAxis axis, double rowHeight)
    {
        var places = Places(figure);
        var rows = figure.Rows.Select((account, row) => (account.Number, row)).ToDictionary(item => item.Number, item => item.row);
        var size = rowHeight < 20 ? 3.6 : 4.5;
        var others = new StringBuilder();
        var paths = figure.Marked.Select(_ => new StringBuilder()).ToArray();
        foreach (var point in figure.Points)
        {
            var (x, y) = (axis.X(point.TimeUs), Middle(rows[point.Account.Number], rowHeight));
            if (places.TryGetValue(TimelineFigure.ObjectOf(point), out var place)) Marks.Append(paths[place], place, x, y, size);
            else Marks.AppendStroke(others, x, y, size);
        }

        if (others.Length > 0) page.Add($"<path class=\"{MarkClass(Marks.Count)}\" d=\"{others.ToString()}\"/>\n");
        for (var place = 0; place < paths.Length; place++)
            if (paths[place].Length > 0) page.Add($"<path class=\"{MarkClass(place)}\" d=\"{paths[place].ToString()}\"/>\n");
    }

    private static Dictionary<SharedObject, int> Places(TimelineFigure figure) =>
        figure.Marked.Select((item, place) => (item.Object, place)).ToDictionary(item => item.Object, item => item.place);

    private static string MarkClass(int place) => place >= Marks.Count ? "mark open other" : $"mark {(Marks.IsOpen(place) ? "open" : "full")} c{place}";

    private static double Middle(int row, double rowHeight) => Top + (rowHeight * (row + 0.5));
}
