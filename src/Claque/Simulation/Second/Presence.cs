using Claque.Statistics;

namespace Claque.Simulation.Second;

/// <summary>
/// When one person is online: a semi-Markov chain of sleep, absence and log-ons, in local time, later and lazier at weekends.
/// Times are seconds from the beginning of the corpus.
/// </summary>
internal sealed class Presence
{
    private const double Hour = 3600;
    private const double Day = 24 * Hour;

    /// <summary>Share of the people and hours ahead of UTC: one country, its diaspora, and the far side of the world.</summary>
    private static readonly (double Share, double Ahead)[] Zones = [(.63, 2), (.27, -5), (.10, 9)];

    private readonly List<double> _on = [];
    private readonly List<double> _off = [];

    public Presence(int days, Pcg32 random)
    {
        Ahead = Zone(random);
        var (lark, keen) = (1.1 * random.NextNormal(), random.Weibull(1, 2) + .3);
        for (var day = -1; day <= days; day++)
        {
            var weekend = ((day % 7) + 7) % 7 >= 5;
            var midnight = day * Day - Ahead * Hour;
            var bed = midnight + Hour * (22.6 + lark + .8 * random.NextNormal() + (weekend ? .7 : 0));
            var now = midnight + Hour * (6.9 + lark + .5 * random.NextNormal() + (weekend ? 1.4 : 0));
            while (now < bed)
            {
                var logOff = now + random.TwoStep(11 * 60);
                if (now >= 0 && logOff < days * Day && (_off.Count == 0 || now > _off[^1])) Enter(now, logOff);
                now = logOff + 60 + random.Weibull(95 * 60 / keen, .65) * (weekend ? 1.35 : 1);
            }
        }

        if (_on.Count == 0) Enter(Hour, 2 * Hour);
    }

    /// <summary>Local hours ahead of UTC.</summary>
    public double Ahead { get; }

    /// <summary>True in the hours in which hardly anyone of this zone sleeps.</summary>
    public bool IsUp(double time) => ((time / Hour + Ahead) % 24 + 24) % 24 is > 7.5 and < 22;

    /// <summary>The time when online, else soon after the next log-on; infinity when there is none.</summary>
    public double Next(double time, Pcg32 random)
    {
        var at = _off.BinarySearch(time);
        if (at < 0) at = ~at;
        if (at == _off.Count) return double.PositiveInfinity;
        return time >= _on[at] ? time : Math.Min(_off[at], _on[at] + 150 * random.NextExponential());
    }

    /// <summary>Some moment online, every log-on equally likely.</summary>
    public double Any(Pcg32 random)
    {
        var at = random.Next(_on.Count);
        return random.Between(_on[at], _off[at]);
    }

    private void Enter(double on, double off)
    {
        _on.Add(on);
        _off.Add(off);
    }

    private static double Zone(Pcg32 random)
    {
        var left = random.NextDouble();
        foreach (var (share, ahead) in Zones)
        {
            if (left < share) return ahead;
            left -= share;
        }

        return Zones[0].Ahead;
    }
}
