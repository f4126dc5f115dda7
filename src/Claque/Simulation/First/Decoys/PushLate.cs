using Claque.Statistics;

namespace Claque.Simulation.First.Decoys;

/// <summary>Two apps or newsletters of thirty fans, with alerts half an hour to six hours after publication.</summary>
internal static class PushLate
{
    public static void Join(FirstWorld world, Pcg32 random)
    {
        for (var app = 0; app < 2; app++)
        {
            var fans = world.Join(Decoy.PushLate, 30, random);
            foreach (var fan in fans) world.Live(fan, 20, random);
            for (var alert = 0; alert < 40; alert++)
            {
                var news = world.Draw(2 + app, random);
                var delay = FirstClock.Hours(.5 + 5.5 * random.NextDouble());
                PushAtPublication.Alert(world, fans, news, news.Published + delay, random);
            }
        }
    }
}
