using Claque.Statistics;
using Claque.Tracing;

namespace Claque.Simulation.Second.Decoys;

/// <summary>Fifty people who sign because somebody they saw had signed: two to four of seven petitions, with the text of the site.</summary>
internal static class Petitions
{
    public static void Play(SecondWorld world, Pcg32 random)
    {
        var people = world.Recruit(Decoy.Petitions, 50, random);
        for (var petition = 0; petition < 7; petition++)
        {
            var born = random.Between(0, world.Length - 4 * SecondWorld.Day);
            var item = world.Create(Behaviour.Link, born, world.Anyone(random), random, "petition", Tongue.Common.Fixed(8, petition, 8));
            var text = Tongue.Common.Fixed(9, petition, 30);
            var signed = new List<double> { born };
            foreach (var person in people.Where(_ => random.Chance(.42)))
            {
                var time = person.Presence.Next(signed[random.Next(signed.Count)] + random.Weibull(5 * SecondWorld.Hour, .7), random);
                if (time >= world.Length) continue;
                signed.Add(time);
                if (random.Chance(.6)) world.Act(person, item, time, random, text);
                else world.Say(person, time, $"{text} {item.Name}");
            }
        }

        foreach (var person in people) world.Ordinary(person, 8 + random.Next(10), random);
    }
}
