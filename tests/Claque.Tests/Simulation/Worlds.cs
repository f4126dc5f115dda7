using System.Collections.Concurrent;
using System.Collections.Immutable;
using Claque.Simulation;
using Claque.Tracing;

namespace Claque.Tests.Simulation;

/// <summary>Simulated corpora that several tests look at.</summary>
internal static class Worlds
{
    private static readonly ConcurrentDictionary<Generator, Lazy<Simulated>> Made = new();

    /// <summary>600 ordinary accounts and all decoys, seed 7.</summary>
    public static Simulated WithDecoys(Generator generator) =>
        Made.GetOrAdd(generator, g => new Lazy<Simulated>(() => Simulator.Simulate(Small(g) with { Seed = 7, Decoys = Decoy.All }))).Value;

    /// <summary>Ordinary accounts only.</summary>
    public static SimulationOptions Small(Generator generator) => new() { Accounts = 600, Generator = generator, Decoys = [] };

    /// <summary>A small corpus with these crews.</summary>
    public static Simulated WithCrews(Generator generator, params ImmutableArray<Crew> crews) =>
        Simulator.Simulate(Small(generator) with { Crews = crews, Seed = 5 });

    public static ILookup<string, SimulatedPost> ByAccount(this Simulated simulated, string role) =>
        simulated.Posts.Where(simulated.Of(role)).ToLookup(post => post.AccountId);

    public static Func<SimulatedPost, bool> Of(this Simulated simulated, string role)
    {
        var accounts = simulated.Truth.Where(account => account.Role == role).Select(account => account.AccountId).ToHashSet();
        return post => accounts.Contains(post.AccountId);
    }

    public static string Bytes(this Simulated simulated)
    {
        var text = new StringWriter();
        simulated.WritePosts(text);
        simulated.WriteTruth(text);
        return text.ToString();
    }

    public static double Median(this IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    public static double Seconds(this SimulatedPost post) => post.TimeUs / 1e6;

    public static bool IsShare(this SimulatedPost post) => post.Kind != Behaviour.Text;
}
