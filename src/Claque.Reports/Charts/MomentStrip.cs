using System.Text;
using Claque.Reports.Markup;
using Claque.Reports.Wording;

namespace Claque.Reports.Charts;

/// <summary>Draws one moment at the scale of seconds: a stroke per post, from the first to the last.</summary>
internal static class MomentStrip
{
    private const double Width = 220;

    /// <summary>The strip as a small SVG; its width stands for <paramref name="fullS"/> seconds.</summary>
    public static Fragment Of(Moment moment, double fullS)
    {
        var path = new StringBuilder();
        foreach (var point in moment.Points)
        {
            var share = fullS <= 0 ? 0 : (point.TimeUs - moment.FirstUs) / 1e6 / fullS;
            Marks.AppendStroke(path, 3 + ((Width - 6) * Math.Min(1, share)), 9, 6);
        }

        var spread = Amount.Duration((moment.LastUs - moment.FirstUs) / 1e6);
        return Fragment.Of($"<svg class=\"strip\" viewBox=\"0 0 {Width} 18\" role=\"img\" aria-label=\"{moment.Points.Length} posts within {spread}\"><path class=\"base\" d=\"M0 9H220\"/><path class=\"beat\" d=\"{path.ToString()}\"/></svg>");
    }
}
