using Claque.Reading;

namespace Claque.Rhythm;

/// <summary>Measures how regular times are.</summary>
internal static class Regularities
{
    private const long SecondUs = 1_000_000;
    private const long MinuteUs = 60 * SecondUs;
    private const long MinutesApartUs = 10 * MinuteUs;
    private const long SecondsApartUs = MinuteUs;

    /// <summary>Everything that the clock step allows.</summary>
    public static Regularity Of(AccountTimes account)
    {
        var times = account.TimesUs;
        var (burstiness, memory) = Gaps(times);
        var result = new Regularity { Burstiness = account.Precision <= TimePrecision.Hour ? burstiness : null, Memory = account.Precision <= TimePrecision.Hour ? memory : null };
        if (account.Precision >= TimePrecision.Day) return result;
        var (concentration, p) = Rayleigh(times);
        result = result with { DailyConcentration = concentration, DailyP = p };
        if (account.Precision >= TimePrecision.Hour) return result;
        var minutes = Counts(times, MinuteUs);
        result = result with { MinuteP = UnevenMarks.P(times, MinuteUs, MinutesApartUs), QuarterHourShare = (double)(minutes[0] + minutes[15] + minutes[30] + minutes[45]) / times.Count };
        if (account.Precision >= TimePrecision.Minute) return result;
        var seconds = Counts(times, SecondUs);
        return result with { SecondP = UnevenMarks.P(times, SecondUs, SecondsApartUs), TopSecondShare = (double)seconds.Max() / times.Count };
    }

    private static (double? Burstiness, double? Memory) Gaps(IReadOnlyList<long> times)
    {
        var gaps = times.Skip(1).Zip(times, (later, earlier) => (later - earlier) / 1e6).ToArray();
        if (gaps.Length < 10) return (null, null);
        var mean = gaps.Average();
        var spread = Math.Sqrt(gaps.Average(g => (g - mean) * (g - mean)));
        if (mean <= 0) return (null, null);
        var (n, ratio) = (gaps.Length, spread / mean);
        var burstiness = (Math.Sqrt(n + 1) * ratio - Math.Sqrt(n - 1)) / ((Math.Sqrt(n + 1) - 2) * ratio + Math.Sqrt(n - 1));
        return (burstiness, Correlation(gaps[..^1], gaps[1..]));
    }

    private static double? Correlation(double[] a, double[] b)
    {
        double ma = a.Average(), mb = b.Average(), cross = 0, sa = 0, sb = 0;
        for (var i = 0; i < a.Length; i++)
        {
            cross += (a[i] - ma) * (b[i] - mb);
            sa += (a[i] - ma) * (a[i] - ma);
            sb += (b[i] - mb) * (b[i] - mb);
        }

        return sa > 0 && sb > 0 ? cross / Math.Sqrt(sa * sb) : null;
    }

    private static (double, double) Rayleigh(IReadOnlyList<long> times)
    {
        double x = 0, y = 0;
        foreach (var time in times)
        {
            var angle = time / 1e6 % 86400 / 86400 * 2 * Math.PI;
            x += Math.Cos(angle);
            y += Math.Sin(angle);
        }

        var concentration = Math.Sqrt(x * x + y * y) / times.Count;
        return (concentration, Math.Exp(-times.Count * concentration * concentration));
    }

    private static int[] Counts(IReadOnlyList<long> times, long step)
    {
        var counts = new int[60];
        foreach (var time in times) counts[(int)((time / step % 60 + 60) % 60)]++;
        return counts;
    }
}
