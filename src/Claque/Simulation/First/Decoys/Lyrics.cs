using Claque.Statistics;

namespace Claque.Simulation.First.Decoys;

/// <summary>Forty people who post lines out of fifty from the songs that everybody knows.</summary>
internal static class Lyrics
{
    public static void Join(FirstWorld world, Pcg32 random) =>
        Repeated.Join(world, Decoy.Lyrics, "lyric", 50, 6, random);
}
