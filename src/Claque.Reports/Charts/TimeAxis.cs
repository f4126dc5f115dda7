using System.Globalization;
using Claque.Reports.Wording;

namespace Claque.Reports.Charts;

/// <summary>Places times on a line and chooses round ticks.</summary>
/// <param name="FirstUs">Time at the left end.</param>
/// <param name="LastUs">Time at the right end.</param>
/// <param name="Left">Left end, px.</param>
/// <param name="Right">Right end, px.</param>
internal sealed record TimeAxis(long FirstUs, long LastUs, double Left, double Right)
{
    private const long Second = 1_000_000;
    private const long Day = 86_400 * Second;

    private static readonly long[] Steps =
    [
        Second, 2 * Second, 5 * Second, 10 * Second, 15 * Second, 30 * Second, 60 * Second, 120 * Second, 300 * Second, 600 * Second,
        900 * Second, 1800 * Second, 3600 * Second, 7200 * Second, 3 * 3600 * Second, 6 * 3600 * Second, 12 * 3600 * Second, Day, 2 * Day,
        5 * Day, 10 * Day, 30 * Day, 90 * Day, 180 * Day, 365 * Day, 730 * Day, 3650 * Day, 36500 * Day,
    ];

    /// <summary>Where a time lies, px.</summary>
    public double X(long timeUs) =>
        LastUs <= FirstUs ? (Left + Right) / 2 : Left + ((Right - Left) * (((double)timeUs - FirstUs) / ((double)LastUs - FirstUs)));

    /// <summary>Round times between the ends, at most <paramref name="most"/>, with what to write beside them.</summary>
    public IEnumerable<(long TimeUs, string Label)> Ticks(int most = 6)
    {
        var span = (double)LastUs - FirstUs;
        var step = Steps.FirstOrDefault(candidate => span / candidate <= most, Steps[^1]);
        if (Amount.Utc(FirstUs) is null || Amount.Utc(LastUs) is null || span / step > 100) yield break;
        for (var time = CeilingTo(FirstUs, step); time <= LastUs; time += step)
            yield return (time, Amount.Utc(time)!.Value.ToString(Format(step), CultureInfo.InvariantCulture));
    }

    private string Format(long step) =>
        step >= Day ? "yyyy-MM-dd" : LastUs - FirstUs > Day || step >= 3600 * Second ? "MM-dd HH:mm" : step >= 60 * Second ? "HH:mm" : "HH:mm:ss";

    private static long CeilingTo(long time, long step)
    {
        var rest = ((time % step) + step) % step;
        return rest == 0 ? time : time - rest + step;
    }
}
