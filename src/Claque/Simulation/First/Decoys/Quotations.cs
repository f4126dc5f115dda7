using Claque.Statistics;

namespace Claque.Simulation.First.Decoys;

/// <summary>Forty people who post well-known quotations out of forty, at unrelated times.</summary>
internal static class Quotations
{
    public static void Join(FirstWorld world, Pcg32 random) =>
        Repeated.Join(world, Decoy.Quotations, "quotation", 40, 7, random);
}
