using Claque.Statistics;

namespace Claque.Simulation.First.Decoys;

/// <summary>Forty people who greet and congratulate in the usual words, mornings mostly.</summary>
internal static class Greetings
{
    public static void Join(FirstWorld world, Pcg32 random)
    {
        foreach (var person in world.Join(Decoy.Greetings, 40, random))
        {
            for (var greeting = 0; greeting < 12; greeting++)
            {
                var rise = FirstClock.Hours(person.WakeHour + .7 * random.NextExponential());
                world.Say(person, FirstClock.Start + random.Next(world.Days) * FirstClock.Day + rise, world.Content.Stock("greeting", random.Next(60)));
            }

            world.Live(person, 12, random);
        }
    }
}
