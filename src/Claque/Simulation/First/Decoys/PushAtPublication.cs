using Claque.Statistics;

namespace Claque.Simulation.First.Decoys;

/// <summary>Two apps of thirty fans; forty alerts go out one to ten minutes after publication, and a quarter of the fans share at once.</summary>
internal static class PushAtPublication
{
    public static void Join(FirstWorld world, Pcg32 random)
    {
        for (var app = 0; app < 2; app++)
        {
            var fans = world.Join(Decoy.PushAtPublication, 30, random);
            foreach (var fan in fans) world.Live(fan, 20, random);
            for (var alert = 0; alert < 40; alert++)
            {
                var news = world.Draw(app, random);
                Alert(world, fans, news, news.Published + (long)(FirstClock.Minute * (1 + 9 * random.NextDouble())), random);
            }
        }
    }

    /// <summary>Each fan shares with chance one in four, on average 45 seconds after the alert.</summary>
    public static void Alert(FirstWorld world, FirstAccount[] fans, FirstObject news, long alert, Pcg32 random)
    {
        foreach (var fan in fans)
        {
            var time = alert + (long)(45 * FirstClock.Second * random.NextExponential());
            if (random.NextDouble() < .25) world.Share(fan, news, time, random);
        }
    }
}
