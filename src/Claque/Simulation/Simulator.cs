using System.Collections.Immutable;
using Claque.Reading;
using Claque.Simulation.Real;
using Claque.Statistics;

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
        var simulated = options.Generator switch
        {
            Generator.First => First.FirstGenerator.Run(options),
            Generator.Second => Second.SecondGenerator.Run(options),
            _ => throw new ArgumentOutOfRangeException(nameof(options), options.Generator, "Not a known generator."),
        };
        return options.Clock == TimePrecision.Second ? simulated : ByClock(simulated, options.Clock);
    }

    /// <summary>The same posts as a coarser clock shows them; their order stays.</summary>
    private static Simulated ByClock(Simulated simulated, TimePrecision clock)
    {
        var stepUs = clock.Step.Ticks / TimeSpan.TicksPerMicrosecond;
        return simulated with { Clock = clock, Posts = [.. simulated.Posts.Select(post => post with { TimeUs = post.TimeUs / stepUs * stepUs })] };
    }

    /// <summary>Real posts with crews planted among them. The truth lists the real accounts as <see cref="Simulated.Background"/>: nothing is known about them.</summary>
    /// <param name="background">The real posts; each keeps its id, account, objects and text, and its time to the second.</param>
    /// <param name="crews">The crews; one at least.</param>
    /// <param name="seed">Where all randomness starts.</param>
    /// <param name="progress">Told how many posts were read.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>Posts by time; a post with several objects has a row for each, one after the other. The same for the same posts, crews and seed.</returns>
    /// <exception cref="InputException">The background has no posts.</exception>
    /// <remarks>Linear in the posts, all of which are kept in memory.</remarks>
    public static Simulated Plant(
        IPostSource background, ImmutableArray<Crew> crews, ulong seed, IProgress<StageProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(background);
        var real = RealPosts.Read(background, progress, stop);
        var planted = new RealCrews(real, new Pcg32(seed, 7));
        foreach (var crew in crews) planted.Plant(crew);
        return new Simulated(
            [.. real.Rows.Concat(planted.Posts).OrderBy(post => post.TimeUs)],
            [
                .. real.Accounts.Select(account => new SimulatedAccount(account, Simulated.Background, "")).Concat(planted.Truth)
                    .OrderBy(account => account.AccountId, StringComparer.Ordinal),
            ]);
    }

    /// <summary>An operation in an invented place with invented people: three weeks of about 3,000 accounts, and five planted crews.</summary>
    public static Simulated Demo(ulong seed) => DemoTown.DemoGenerator.Run(seed);
}
