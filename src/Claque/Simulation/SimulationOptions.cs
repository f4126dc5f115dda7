using System.Collections.Immutable;
using Claque.Reading;

namespace Claque.Simulation;

/// <summary>Which of the two independently written simulators makes the corpus.</summary>
public enum Generator
{
    /// <summary>Communities, Zipf popularity, log-normal delay from publication, habitual sittings.</summary>
    First,

    /// <summary>Cascades on a follower graph, power-law memory, log-on sessions, posting queues.</summary>
    Second,
}

/// <summary>What to simulate: a seed and these options give the same corpus on every machine.</summary>
public sealed record SimulationOptions
{
    /// <summary>Where all randomness starts. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Ordinary accounts, 50 to 1,000,000; decoys and crews come on top. Default 2,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside the range.</exception>
    public int Accounts
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 50);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1_000_000);
            field = value;
        }
    } = 2000;

    /// <summary>Length of the corpus in days, 7 to 366. Default 30.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside the range.</exception>
    public int Days
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 7);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 366);
            field = value;
        }
    } = 30;

    /// <summary>The simulator used. Default the first.</summary>
    public Generator Generator { get; init; } = Generator.First;

    /// <summary>The clock of the corpus: whole seconds, or whole minutes as some archives keep them. Default seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Another step.</exception>
    public TimePrecision Clock
    {
        get;
        init
        {
            if (value is not (TimePrecision.Second or TimePrecision.Minute)) throw new ArgumentOutOfRangeException(nameof(value), value, "A simulated clock shows whole seconds or whole minutes.");
            field = value;
        }
    } = TimePrecision.Second;

    /// <summary>The innocent look-alikes that are added, each once. Default all.</summary>
    /// <exception cref="ArgumentException">A decoy is not one of <see cref="Decoy.All"/>.</exception>
    public ImmutableArray<Decoy> Decoys
    {
        get;
        init
        {
            foreach (var decoy in value)
                if (!Decoy.All.Contains(decoy)) throw new ArgumentException($"There is no decoy \"{decoy}\".", nameof(value));
            field = [.. value.Distinct()];
        }
    } = Decoy.All;

    /// <summary>The planted groups. Default none.</summary>
    /// <exception cref="ArgumentException">Two crews have one name.</exception>
    public ImmutableArray<Crew> Crews
    {
        get;
        init
        {
            var twice = value.GroupBy(crew => crew.Name).FirstOrDefault(same => same.Count() > 1);
            if (twice != null) throw new ArgumentException($"Two crews are called \"{twice.Key}\"; names must differ.", nameof(value));
            field = value;
        }
    } = [];
}
