using Claque.Statistics;

namespace Claque.Simulation.Second.Decoys;

/// <summary>Forty-two people who greet as they log on, in short words that all use.</summary>
internal static class Greetings
{
    public static void Play(SecondWorld world, Pcg32 random)
    {
        foreach (var person in world.Recruit(Decoy.Greetings, 42, random))
        {
            for (var greetings = 8 + random.Next(8); greetings > 0; greetings--)
            {
                var words = random.Chance(.7) ? Tongue.Common.Fixed(4, random.Next(15), 2) : Tongue.Common.Fixed(5, random.Next(30), 7);
                world.Say(person, person.Presence.Any(random), words + (random.Chance(.3) ? "!" : ""));
            }

            world.Ordinary(person, 8 + random.Next(10), random);
        }
    }
}
