using System.Text;
using Claque.Personas;
using Claque.Reports.Markup;

namespace Claque.Reports.Charts;

/// <summary>Draws the articles of a byline over time, each in the row of the hand that it would go to, with a dashed line at the clearest change.</summary>
internal static class HandsChart
{
    private const double Width = 960;
    private const double Left = 90;
    private const double Right = 900;
    private const double Top = 16;
    private const double RowHeight = 26;
    private static readonly string[] Rows = ["the one", "the other", "neither"];

    /// <summary>The figure; articles without times stand in their order at even distances.</summary>
    /// <param name="study">The study.</param>
    /// <param name="split">The split of one of its bylines.</param>
    /// <param name="change">Its clearest change; null without times.</param>
    /// <param name="description">What the figure shows, in words.</param>
    public static Fragment Of(PersonaStudy study, Split split, Change? change, string description)
    {
        var dated = change is not null;
        long At(int place) => dated ? (study.Articles[split.Hands[place].Article].Published!.Value - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond : place;
        var axis = new TimeAxis(At(0), At(split.Hands.Count - 1), Left, Right);
        var marks = Enumerable.Range(0, Rows.Length).Select(_ => new StringBuilder()).ToArray();
        foreach (var (place, hand) in split.Hands.Index())
        {
            var (row, x) = (hand.Hand ?? 2, axis.X(At(place)));
            if (row == 2) Marks.AppendStroke(marks[row], x, Y(row), 5);
            else Marks.Append(marks[row], row, x, Y(row), 5);
        }

        var drawn = Fragment.Join("", [.. dated ? axis.Ticks().Select(tick => Tick(axis.X(tick.TimeUs), tick.Label)) : [], .. Rows.Index().Select(row => Row(row.Index, row.Item)), .. marks.Index().Select(mark => Mark(mark.Index, mark.Item)), change is null ? Fragment.Empty : Cut((axis.X(At(change.Before - 1)) + axis.X(At(change.Before))) / 2)]);
        return Fragment.Of($"<figure><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Articles over time, by hand\"><svg class=\"timeline\" viewBox=\"0 0 {Width} {Y(3) + 8}\" role=\"img\" aria-label=\"{description}\">\n{drawn}</svg></div></figure>\n");
    }

    private static double Y(int row) => Top + row * RowHeight;

    private static Fragment Tick(double x, string label) => Fragment.Of($"<line class=\"grid\" x1=\"{x}\" x2=\"{x}\" y1=\"{Top - 8}\" y2=\"{Y(2) + 8}\"/><text class=\"tick\" x=\"{x}\" y=\"{Y(3) + 2}\" text-anchor=\"middle\">{label}</text>\n");

    private static Fragment Row(int row, string name) => Fragment.Of($"<text x=\"4\" y=\"{Y(row) + 4}\">{name}</text><line class=\"row\" x1=\"{Left}\" x2=\"{Right}\" y1=\"{Y(row)}\" y2=\"{Y(row)}\"/>\n");

    private static Fragment Mark(int row, StringBuilder path) => Fragment.Of($"<path class=\"{(row == 2 ? "open other" : $"full c{row}")}\" d=\"{path.ToString()}\"/>\n");

    private static Fragment Cut(double x) => Fragment.Of($"<line class=\"axis\" stroke-dasharray=\"4 3\" x1=\"{x}\" x2=\"{x}\" y1=\"{Top - 12}\" y2=\"{Y(2) + 10}\"/>\n");
}
