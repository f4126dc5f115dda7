namespace Claque.Simulation.First;

/// <summary>Runs the first world: ordinary life, then decoys, then crews.</summary>
internal static class FirstGenerator
{
    public static Simulated Run(SimulationOptions options)
    {
        var world = new FirstWorld(options.Seed, options.Accounts, options.Days, FirstContent.Laboratory);
        LiveOrdinarily(world);
        foreach (var decoy in options.Decoys) Decoys.FirstDecoys.Join(decoy, world, world.Stream(100 + (ulong)Decoy.All.IndexOf(decoy)));
        for (var i = 0; i < options.Crews.Length; i++) FirstCrews.Plant(world, options.Crews[i], world.Stream(1000 + (ulong)i));
        return world.Ledger.Build();
    }

    /// <summary>How much people post is log-normal: half of them 16 posts a month or fewer, a few hundreds.</summary>
    public static void LiveOrdinarily(FirstWorld world)
    {
        var random = world.Stream(3);
        foreach (var account in world.Organic)
        {
            var posts = Math.Min(350, 16 * Math.Exp(random.NextNormal())) * world.Days / 30;
            world.Live(account, (int)(posts + random.NextDouble()), random);
        }
    }
}
