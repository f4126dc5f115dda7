using System.Globalization;
using Claque.Reports.Markup;

namespace Claque.Reports.Charts;

/// <summary>Posts by day of the week and hour, UTC: the more, the darker.</summary>
internal static class HoursChart
{
    private static readonly string[] Days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    /// <summary>The figure of 168 counts, Monday 00:00 first.</summary>
    public static Fragment Of(string who, IReadOnlyList<int> hours)
    {
        var most = Math.Max(1, hours.Max());
        var cells = new List<Fragment>();
        for (var day = 0; day < 7; day++)
        {
            cells.Add(Fragment.Of($"<text x=\"0\" y=\"{(double)(day * 20 + 14)}\" font-size=\"11\" fill=\"currentColor\">{Days[day]}</text>\n"));
            for (var hour = 0; hour < 24; hour++)
            {
                var posts = hours[(day * 24) + hour];
                var strength = Math.Round((double)posts / most, 2).ToString(CultureInfo.InvariantCulture);
                cells.Add(Fragment.Of($"<rect x=\"{(double)(36 + hour * 20)}\" y=\"{(double)(day * 20)}\" width=\"19\" height=\"19\" fill=\"currentColor\" fill-opacity=\"{strength}\"><title>{Days[day]} {(long)hour} UTC: {(long)posts}</title></rect>\n"));
            }
        }

        for (var hour = 0; hour < 24; hour += 6) cells.Add(Fragment.Of($"<text x=\"{(double)(36 + hour * 20)}\" y=\"156\" font-size=\"11\" fill=\"currentColor\">{(long)hour}</text>\n"));
        return Fragment.Of($"<figure><figcaption>{new Said(who)}: posts by day and hour, UTC; darkest {(long)most}</figcaption>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Posts by day and hour\"><svg class=\"hours\" viewBox=\"0 0 520 160\" width=\"520\" height=\"160\" role=\"img\" aria-label=\"{new Label(who)}: posts by day and hour\">\n{Fragment.Join("", cells)}</svg></div></figure>\n");
    }
}
