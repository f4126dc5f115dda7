namespace Claque.Simulation;

/// <summary>Makes corpora of posts whose truth is known: to measure a method, and to show it.</summary>
public static class Simulator
{
    /// <summary>An organic base with decoys and planted crews.</summary>
    /// <returns>The same for the same options, on every machine.</returns>
    /// <remarks>Linear in the posts: about 35 for each account and month, more for decoys and crews.</remarks>
    public static Simulated Simulate(SimulationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Generator switch
        {
            Generator.First => First.FirstGenerator.Run(options),
            Generator.Second => Second.SecondGenerator.Run(options),
            _ => throw new ArgumentOutOfRangeException(nameof(options), options.Generator, "Not a known generator."),
        };
    }

    /// <summary>An operation in an invented place with invented people: three weeks of about 3,000 accounts, and five planted crews.</summary>
    public static Simulated Demo(ulong seed) => DemoTown.DemoGenerator.Run(seed);
}
