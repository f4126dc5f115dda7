using Claque.Statistics;
using Claque.Tracing;

namespace Claque.Simulation.First.Decoys;

/// <summary>
/// A hundred viewers of five evenings, days apart. Each evening fifty posts that most take up within a minute or two, a hundred that
/// only two to four of them do, as fast; slogans of a few words, and a hashtag that all use.
/// </summary>
internal static class LiveCrowd
{
    private const int Evenings = 5;

    public static void Join(FirstWorld world, Pcg32 random)
    {
        var viewers = world.Join(Decoy.LiveCrowd, 100, random);
        for (var evening = 0; evening < Evenings; evening++)
        {
            var begin = FirstClock.Start + (1 + evening * (world.Days - 2) / Evenings) * FirstClock.Day + FirstClock.Hours(19.5);
            var tag = world.Publish(Behaviour.Hashtags, evening, begin, random);
            for (var post = 0; post < 150; post++)
            {
                var at = begin + FirstClock.Hours(2 * random.NextDouble());
                var shared = world.Publish(Behaviour.Reshare, random.Next(8), at, random, words: world.Content.Live(random));
                var takers = post < 50 ? viewers.Where(_ => random.NextDouble() < .3).ToArray() : random.Some(viewers, 2 + random.Next(3));
                foreach (var taker in takers) world.Share(taker, shared, Reaction(at, random), random);
            }

            foreach (var viewer in viewers)
            {
                if (random.NextDouble() < .4) world.Share(viewer, tag, Reaction(begin + FirstClock.Hours(2 * random.NextDouble()), random), random);
                for (var shout = random.Next(4); shout > 0; shout--)
                    world.Say(viewer, begin + FirstClock.Hours(2 * random.NextDouble()), world.Content.Stock("slogan", 60 + evening * 5 + random.Next(5)));
            }
        }

        foreach (var viewer in viewers) world.Live(viewer, 10, random);
    }

    /// <summary>A median of three quarters of a minute.</summary>
    private static long Reaction(long at, Pcg32 random) => at + (long)(45 * FirstClock.Second * Math.Exp(.9 * random.NextNormal()));

    private static FirstAccount[] Some(this Pcg32 random, FirstAccount[] of, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => of[random.Next(of.Length)]).Distinct()];
}
