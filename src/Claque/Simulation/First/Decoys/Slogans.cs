using Claque.Statistics;

namespace Claque.Simulation.First.Decoys;

/// <summary>Forty people at three rallies who post the slogans of the day while it lasts.</summary>
internal static class Slogans
{
    public static void Join(FirstWorld world, Pcg32 random)
    {
        var people = world.Join(Decoy.Slogans, 40, random);
        for (var rally = 0; rally < 3; rally++)
        {
            var begin = FirstClock.Start + (rally + 1) * world.Days / 5 * FirstClock.Day + FirstClock.Hours(13);
            foreach (var person in people)
            {
                if (random.NextDouble() > .6) continue;
                for (var shout = 2 + random.Next(3); shout > 0; shout--)
                    world.Say(person, begin + FirstClock.Hours(5 * random.NextDouble()), world.Content.Stock("slogan", rally * 6 + random.Next(6)));
            }
        }

        foreach (var person in people) world.Live(person, 12, random);
    }
}
