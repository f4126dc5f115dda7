using Claque.Statistics;
using Claque.Tracing;

namespace Claque.Simulation.First.Decoys;

/// <summary>Forty people who sign three of eight petitions and post the text that the site offers, with the link or without.</summary>
internal static class Petitions
{
    public static void Join(FirstWorld world, Pcg32 random)
    {
        var petitions = new FirstObject[8];
        foreach (ref var petition in petitions.AsSpan())
            petition = world.Publish(Behaviour.Link, random.Next(8), FirstWorld.Daytime(random.Next(world.Days - 5), random), random);
        foreach (var person in world.Join(Decoy.Petitions, 40, random))
        {
            var first = random.Next(petitions.Length);
            for (var i = 0; i < 3; i++)
            {
                var petition = petitions[(first + i * 3) % petitions.Length];
                var time = person.NextAwake(petition.Published + (long)(1.2 * FirstClock.Day * random.NextExponential()), random);
                var text = world.Content.Stock("petition", petition.Index);
                if (random.NextDouble() < .7) world.Share(person, petition, time, random, text);
                else world.Say(person, time, text);
            }

            world.Live(person, 12, random);
        }
    }
}
