using Claque.Statistics;
using Claque.Tracing;

namespace Claque.Simulation.Second.Decoys;

/// <summary>Seventy viewers of one final; what happens sets off more, and each moment is reshared within minutes by those who are taken by it.</summary>
internal static class LiveEvent
{
    public static void Play(SecondWorld world, Pcg32 random)
    {
        var viewers = world.Recruit(Decoy.LiveEvent, 70, random);
        var engagement = viewers.Select(_ => random.Between(.1, .6)).ToArray();
        var begin = world.Days * 2 / 3 * SecondWorld.Day + 18.5 * SecondWorld.Hour;
        foreach (var moment in Moments(begin, random))
        {
            var item = world.Create(Behaviour.Reshare, moment, world.Anyone(random), random);
            for (var i = 0; i < viewers.Length; i++)
                if (random.Chance(engagement[i])) world.Act(viewers[i], item, moment + 6 + random.TwoStep(170), random);
            for (var others = random.Poisson(14); others > 0; others--) world.Act(world.Anyone(random), item, moment + 6 + random.TwoStep(200), random);
        }

        foreach (var viewer in viewers) world.Ordinary(viewer, 10 + random.Next(12), random);
    }

    /// <summary>Two and a half hours of moments that come in bursts, fifty-five at most.</summary>
    private static List<double> Moments(double begin, Pcg32 random)
    {
        var moments = new List<double>();
        for (var time = begin; time < begin + 2.5 * SecondWorld.Hour && moments.Count < 55; time += random.Chance(.4) ? random.Between(20, 90) : random.Between(60, 460))
            moments.Add(time);
        return moments;
    }
}
