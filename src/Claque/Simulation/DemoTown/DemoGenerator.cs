namespace Claque.Simulation.DemoTown;

internal static class DemoGenerator
{
    public static Simulated Run(ulong seed) => throw new NotImplementedException();
}
