using Claque.Statistics;

namespace Claque.Simulation.Second.Decoys;

/// <summary>Fifty people on two days of protest: a slogan that is heard is shouted again, and the louder it is the more.</summary>
internal static class Slogans
{
    public static void Play(SecondWorld world, Pcg32 random)
    {
        var people = world.Recruit(Decoy.Slogans, 50, random);
        for (var protest = 0; protest < 2; protest++)
        {
            var begin = (protest + 1) * world.Days / 3 * SecondWorld.Day + 10 * SecondWorld.Hour;
            var heard = Enumerable.Range(0, 5).Select(slogan => protest * 5 + slogan).ToList();
            for (var time = begin; time < begin + 6 * SecondWorld.Hour; time += random.NextExponential() * 200)
            {
                var slogan = heard[random.Next(heard.Count)];
                if (heard.Count < 25) heard.Add(slogan);
                world.Say(people[random.Next(people.Length)], time, Tongue.Common.Fixed(6, slogan, 5 + slogan % 8) + "!");
            }
        }

        foreach (var person in people) world.Ordinary(person, 8 + random.Next(10), random);
    }
}
