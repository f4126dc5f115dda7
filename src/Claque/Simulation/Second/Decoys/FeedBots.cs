using Claque.Statistics;

namespace Claque.Simulation.Second.Decoys;

/// <summary>Five feeds of five programs on four grades of service, with a fixed delay each, give or take seconds; a tenth of the items fails.</summary>
internal static class FeedBots
{
    private static readonly double[] Grades = [25, 85, 235, 470];

    public static void Play(SecondWorld world, Pcg32 random)
    {
        for (var feed = 0; feed < 5; feed++)
        {
            var site = $"feed-{Tongue.Common.Word(random)}{feed}";
            var programs = world.Recruit(Decoy.FeedBots, 5, random);
            var delays = programs.Select(_ => Grades[random.Next(Grades.Length)] + random.Between(0, 35)).ToArray();
            for (var items = random.Poisson(3.7 * world.Days); items > 0; items--)
            {
                var item = Feature.Publish(world, site, random);
                for (var i = 0; i < programs.Length; i++)
                {
                    if (random.Chance(.1)) continue;
                    var wobble = 4 * (random.NextExponential() - random.NextExponential());
                    world.Act(programs[i], item, item.Born + Math.Max(1, delays[i] + wobble), random, item.Words);
                }
            }
        }
    }
}
