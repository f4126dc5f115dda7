using System.Collections.Immutable;
using Claque.Cases;
using Claque.Reports.Markup;
using Claque.Reports.Wording;

namespace Claque.Reports.Charts;

/// <summary>Posts over time in bars of whole days, days without posts included.</summary>
/// <param name="Bars">Start of each bar and its posts, in order.</param>
/// <param name="DaysPerBar">Days in one bar.</param>
/// <param name="EmptyDays">Days between the first and the last without a post.</param>
internal sealed record Volume(ImmutableArray<DayCount> Bars, int DaysPerBar, long EmptyDays)
{
    private const long DayUs = 86_400_000_000;
    private const int MostBars = 160;

    /// <summary>Puts days into at most 160 bars of equal width.</summary>
    public static Volume Of(ImmutableArray<DayCount> days)
    {
        if (days.IsDefaultOrEmpty) return new Volume([], 1, 0);
        var first = days[0].DayUs;
        var span = (long)(((double)days[^1].DayUs - first) / DayUs) + 1;
        var perBar = (span + MostBars - 1) / MostBars;
        var posts = new long[(span + perBar - 1) / perBar];
        foreach (var day in days) posts[Math.Clamp((long)(((double)day.DayUs - first) / DayUs) / perBar, 0, posts.Length - 1)] += day.Posts;
        var bars = posts.Select((count, bar) => new DayCount(first + (bar * perBar * DayUs), count));
        return new Volume([.. bars], (int)perBar, span - days.Count(day => day.Posts > 0));
    }
}

/// <summary>Draws posts per day.</summary>
internal static class VolumeChart
{
    private const double Width = 960;
    private const double Left = 64;
    private const double Right = 950;
    private const double Top = 12;
    private const double Bottom = 150;

    /// <summary>Writes the bars as one SVG element.</summary>
    public static void Write(MarkupWriter page, Volume volume, string title)
    {
        var most = Math.Max(1, volume.Bars.Max(bar => bar.Posts));
        page.Add($"<svg class=\"volume\" viewBox=\"0 0 {Width} {Bottom + 28}\" role=\"img\" aria-labelledby=\"volume-t\"><title id=\"volume-t\">{title}</title>\n");
        foreach (var level in Levels(most))
        {
            var y = Y(level, most);
            page.Add($"<line class=\"grid\" x1=\"{Left}\" y1=\"{y}\" x2=\"{Right}\" y2=\"{y}\"/><text class=\"tick\" x=\"{Left - 6}\" y=\"{y + 4}\" text-anchor=\"end\">{level}</text>\n");
        }

        var step = (Right - Left) / volume.Bars.Length;
        for (var i = 0; i < volume.Bars.Length; i++)
        {
            if (volume.Bars[i].Posts == 0) continue;
            var y = Math.Min(Y(volume.Bars[i].Posts, most), Bottom - 1);
            page.Add($"<rect class=\"bar\" x=\"{Left + (i * step) + (step > 4 ? 0.5 : 0)}\" y=\"{y}\" width=\"{Math.Min(48, Math.Max(0.8, step - (step > 4 ? 1 : 0.2)))}\" height=\"{Bottom - y}\"/>");
        }

        page.Add($"\n<line class=\"axis\" x1=\"{Left}\" y1=\"{Bottom}\" x2=\"{Right}\" y2=\"{Bottom}\"/>");
        page.Add($"<text class=\"tick\" x=\"{Left}\" y=\"{Bottom + 18}\">{Amount.Day(volume.Bars[0].DayUs).Text}</text>");
        if (volume.Bars.Length > 1) page.Add($"<text class=\"tick\" x=\"{Right}\" y=\"{Bottom + 18}\" text-anchor=\"end\">{Amount.Day(volume.Bars[^1].DayUs).Text}</text>");
        page.Add($"</svg>\n");
    }

    private static double Y(long posts, long most) => Bottom - ((Bottom - Top) * ((double)posts / most));

    // Two or three round levels below the highest bar.
    private static IEnumerable<long> Levels(long most)
    {
        var size = (long)Math.Pow(10, Math.Floor(Math.Log10(most)));
        var step = most / size >= 4 ? 2 * size : most / size >= 2 ? size : Math.Max(1, size / 2);
        for (var level = step; level <= most; level += step) yield return level;
    }
}
