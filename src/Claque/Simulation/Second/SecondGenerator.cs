namespace Claque.Simulation.Second;

/// <summary>Runs the second world: cascades, then decoys, then crews.</summary>
internal static class SecondGenerator
{
    public static Simulated Run(SimulationOptions options)
    {
        var world = new SecondWorld(options.Seed, options.Accounts, options.Days);
        new Cascades(world, world.Fork(13)).Run();
        foreach (var decoy in options.Decoys) Decoys.SecondDecoys.Play(decoy, world, world.Fork(200 + Decoy.All.IndexOf(decoy)));
        for (var i = 0; i < options.Crews.Length; i++) SecondCrews.Plant(world, options.Crews[i], world.Fork(5000 + i));
        return world.Ledger.Build();
    }
}
