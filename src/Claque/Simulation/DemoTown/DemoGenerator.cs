using System.Collections.Immutable;
using Claque.Simulation.First;
using Claque.Simulation.First.Decoys;
using Claque.Tracing;

namespace Claque.Simulation.DemoTown;

/// <summary>Ondrelle: ordinary life of the first world in words of its own, a few decoys, and five crews around the tide barrier.</summary>
internal static class DemoGenerator
{
    private const int Accounts = 2850;
    private const int Days = 21;

    private static readonly ImmutableArray<Decoy> Decoys = [Decoy.Newsroom, Decoy.FeedBots, Decoy.LiveEvent, Decoy.OutletFans];

    private static readonly ImmutableArray<Crew> Crews =
    [
        new Crew("open-the-gate", 10, 22, TimeSpan.FromSeconds(55)) { Behaviours = [Behaviour.Link] },
        new Crew("worried-neighbours", 9, 14, TimeSpan.FromMinutes(25)) { Behaviours = [Behaviour.Text], Edits = TextEdits.Light },
        new Crew("harbour-echo", 8, 20, TimeSpan.FromSeconds(90)) { Behaviours = [Behaviour.Reshare] },
        new Crew("hashtag-storm", 14, 12, TimeSpan.FromMinutes(2)) { Behaviours = [Behaviour.Hashtags], Camouflage = .6 },
        new Crew("two-voices", 8, 24, TimeSpan.FromMinutes(2)) { Behaviours = [Behaviour.Link, Behaviour.Text], Edits = TextEdits.Paraphrase },
    ];

    public static Simulated Run(ulong seed)
    {
        var world = new FirstWorld(seed, Accounts, Days, new DemoContent());
        FirstGenerator.LiveOrdinarily(world);
        foreach (var decoy in Decoys) FirstDecoys.Join(decoy, world, world.Stream(100 + (ulong)Decoy.All.IndexOf(decoy)));
        for (var i = 0; i < Crews.Length; i++) FirstCrews.Plant(world, Crews[i], world.Stream(1000 + (ulong)i));
        return world.Ledger.Build();
    }
}
