using Claque.Statistics;

namespace Claque.Simulation.First.Decoys;

/// <summary>People who, each in his own time, repeat some of the texts that everybody knows.</summary>
internal static class Repeated
{
    public static void Join(FirstWorld world, Decoy decoy, string symbol, int known, int each, Pcg32 random)
    {
        foreach (var person in world.Join(decoy, 40, random))
        {
            for (var i = 0; i < each; i++)
                world.Say(person, person.SomeMoment(random.Next(world.Days), random), world.Content.Stock(symbol, random.Next(known)));
            world.Live(person, 12, random);
        }
    }
}
