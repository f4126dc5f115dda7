using Claque.Statistics;

namespace Claque.Simulation.First;

/// <summary>A person of the first world: where at home, when awake, when at the screen out of habit.</summary>
internal sealed class FirstAccount
{
    private const int SittingsADay = 3;
    private readonly long[] _sittings;

    /// <param name="number">Number in the ledger.</param>
    /// <param name="community">Where most of the shared things come from.</param>
    /// <param name="days">Days of the corpus.</param>
    /// <param name="random">Draws the habits.</param>
    public FirstAccount(int number, int community, int days, Pcg32 random)
    {
        (Number, Community) = (number, community);
        WakeHour = Wrap(6.8 + 1.3 * random.NextNormal() - (random.NextDouble() < .12 ? 6 : 0));
        AwakeHours = 15 + 2 * random.NextDouble();
        Span<double> habits = stackalloc double[SittingsADay];
        foreach (ref var habit in habits) habit = AwakeHours * random.NextDouble();
        _sittings = new long[days * SittingsADay];
        for (var i = 0; i < _sittings.Length; i++)
        {
            var hour = WakeHour + Math.Clamp(habits[i % SittingsADay] + .7 * random.NextNormal(), 0, AwakeHours - .4);
            _sittings[i] = FirstClock.Start + i / SittingsADay * FirstClock.Day + FirstClock.Hours(hour);
        }

        Array.Sort(_sittings);
    }

    public int Number { get; }

    public int Community { get; }

    /// <summary>Hour of the day in UTC, from 0 to below 24.</summary>
    public double WakeHour { get; init; }

    public double AwakeHours { get; init; }

    public bool IsAwake(long time) => SinceWaking(time) < AwakeHours;

    /// <summary>The time itself when awake, else a while after the next waking.</summary>
    public long NextAwake(long time, Pcg32 random)
    {
        var since = SinceWaking(time);
        return since < AwakeHours ? time : time + FirstClock.Hours(24 - since + Math.Min(3, .35 * random.NextExponential()));
    }

    /// <summary>Some moment of the next habitual sitting; the time itself after the last one.</summary>
    public long NextSitting(long time, Pcg32 random)
    {
        var at = Array.BinarySearch(_sittings, time);
        if (at < 0) at = ~at;
        return at == _sittings.Length ? time : _sittings[at] + (long)(15 * FirstClock.Minute * random.NextDouble());
    }

    /// <summary>Any waking moment of a day, evenings somewhat more often.</summary>
    public long SomeMoment(int day, Pcg32 random)
    {
        var x = random.NextDouble();
        if (random.NextDouble() < .4) x = Math.Max(x, random.NextDouble());
        return FirstClock.Start + day * FirstClock.Day + FirstClock.Hours(WakeHour + x * AwakeHours);
    }

    private double SinceWaking(long time) => Wrap((time - FirstClock.Start) % FirstClock.Day / (double)FirstClock.Hour - WakeHour);

    private static double Wrap(double hour) => (hour % 24 + 24) % 24;
}
