using Claque.Simulation;
using Claque.Tests.Shared;
using Claque.Tracing;

namespace Claque.Tests.Simulation;

/// <summary>A threshold that suits one world by accident should not suit the other.</summary>
public sealed class GeneratorIndependenceTests
{
    private const string Entrance = "public static Simulated Run(SimulationOptions options)";

    [Fact]
    public void The_two_generators_have_no_line_of_code_in_common()
    {
        var lines = Lines("First").Intersect(Lines("Second")).Where(line => line.Length > 45 && line != Entrance).ToList();
        lines.ShouldBeEmpty();
    }

    [Fact]
    public void Neither_generator_uses_the_other()
    {
        Lines("First").ShouldAllBe(line => !line.Contains("Simulation.Second") && !line.Contains("SecondWorld"));
        Lines("Second").ShouldAllBe(line => !line.Contains("Simulation.First") && !line.Contains("FirstWorld"));
    }

    [Fact]
    public void Only_the_second_world_is_quieter_at_weekends()
    {
        Weekend(Generator.First).ShouldBeInRange(.93, 1.08);
        Weekend(Generator.Second).ShouldBeLessThan(.9);
    }

    [Fact]
    public void The_second_world_has_faster_fast_reactions_and_slower_slow_ones()
    {
        var (first, second) = (Delays(Generator.First), Delays(Generator.Second));
        // A log-normal delay seen through habits against a power law seen through log-ons and alerts.
        second[second.Length / 100].ShouldBeLessThan(first[first.Length / 100] / 1.5);
        second[second.Length * 99 / 100].ShouldBeGreaterThan(first[first.Length * 99 / 100] * 1.5);
    }

    [Fact]
    public void In_both_worlds_people_post_very_unequally()
    {
        foreach (var generator in Enum.GetValues<Generator>())
        {
            var simulated = Simulator.Simulate(Worlds.Small(generator));
            var posts = simulated.Posts.GroupBy(post => post.AccountId).Select(account => (double)account.Count()).Order().ToArray();
            posts[posts.Length * 99 / 100].ShouldBeGreaterThan(4 * posts.Median());
            posts.Average().ShouldBeInRange(10, 45);
        }
    }

    private static double Weekend(Generator generator)
    {
        var days = Simulator.Simulate(Worlds.Small(generator) with { Days = 28 }).Posts
            .GroupBy(post => post.TimeUs / 86_400_000_000).Select(day => ((day.Key + 3) % 7 >= 5, day.Count())).ToList();
        return days.Where(day => day.Item1).Average(day => day.Item2) / days.Where(day => !day.Item1).Average(day => day.Item2);
    }

    /// <summary>Seconds from a post to its reshares, sorted.</summary>
    private static double[] Delays(Generator generator)
    {
        var posts = Simulator.Simulate(Worlds.Small(generator)).Posts;
        var times = posts.ToDictionary(post => post.PostId, post => post.Seconds());
        return [.. posts.Where(post => post.Kind == Behaviour.Reshare && times.ContainsKey(post.ObjectId)).Select(post => post.Seconds() - times[post.ObjectId]).Order()];
    }

    private static HashSet<string> Lines(string folder) =>
    [
        .. Directory.GetFiles(Path.Combine(RealData.Root, "src", "Claque", "Simulation", folder), "*.cs", SearchOption.AllDirectories)
            .SelectMany(File.ReadAllLines).Select(line => line.Trim()),
    ];
}
