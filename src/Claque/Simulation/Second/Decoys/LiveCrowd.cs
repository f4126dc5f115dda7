using Claque.Statistics;
using Claque.Tracing;

namespace Claque.Simulation.Second.Decoys;

/// <summary>
/// Eighty people who watch four matches. What is said during a match goes round at once, the louder the more;
/// asides go from one to the next two or three within seconds; everybody cheers in the same few words.
/// </summary>
internal static class LiveCrowd
{
    public static void Play(SecondWorld world, Pcg32 random)
    {
        var fans = world.Recruit(Decoy.LiveCrowd, 80, random);
        var zeal = fans.Select(_ => random.Between(.05, .5)).ToArray();
        for (var match = 0; match < 4; match++)
        {
            var kickOff = (match + .5) * world.Days / 4 * SecondWorld.Day + 17 * SecondWorld.Hour + random.Between(0, 7000);
            for (var now = kickOff; now < kickOff + 1.9 * SecondWorld.Hour; now += random.NextExponential() * 55)
            {
                var said = world.Create(Behaviour.Reshare, now, random.Chance(.5) ? world.Anyone(random) : fans[random.Next(fans.Length)], random);
                if (random.Chance(.3)) Roar(world, fans, zeal, said, now, random);
                else for (var next = 1 + random.Next(3); next > 0; next--) world.Act(fans[random.Next(fans.Length)], said, now + 4 + random.Weibull(40, .8), random);
                if (random.Chance(.5)) world.Say(fans[random.Next(fans.Length)], now + 5, Tongue.Common.Fixed(40 + match, random.Next(6), 3 + random.Next(2)) + "!");
            }
        }

        foreach (var fan in fans) world.Ordinary(fan, 6 + random.Next(9), random);
    }

    private static void Roar(SecondWorld world, Node[] fans, double[] zeal, Item said, double at, Pcg32 random)
    {
        for (var i = 0; i < fans.Length; i++)
            if (random.Chance(zeal[i])) world.Act(fans[i], said, at + 3 + random.TwoStep(75), random);
    }
}
