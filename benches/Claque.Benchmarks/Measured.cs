using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Claque.Benchmarks;

/// <summary>CPU seconds (user + system), wall seconds and peak memory of a whole process.</summary>
internal sealed record Measured(double CpuS, double WallS, double PeakMb, int ExitCode)
{
    private const int Children = -1;

    /// <summary>Runs a program to its end. Peak memory is the largest of all children so far, so measure one a process.</summary>
    public static Measured Run(IReadOnlyList<string> command)
    {
        var begun = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)))!;
        process.WaitForExit();
        var usage = new Usage();
        if (OperatingSystem.IsLinux() && GetRUsage(Children, ref usage) != 0) throw new InvalidOperationException("getrusage failed.");
        var cpu = usage.UserS + usage.SystemS + (usage.UserUs + usage.SystemUs) / 1e6;
        return new Measured(cpu, begun.Elapsed.TotalSeconds, usage.MaxRssKb / 1024.0, process.ExitCode);
    }

    [StructLayout(LayoutKind.Sequential)]
    private unsafe struct Usage
    {
        public long UserS, UserUs, SystemS, SystemUs, MaxRssKb;
        public fixed long Rest[13];
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    private static extern int GetRUsage(int who, ref Usage usage);
}
