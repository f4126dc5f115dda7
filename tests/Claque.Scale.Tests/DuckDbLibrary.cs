using System.Diagnostics;
using Claque.Tests.Shared;

namespace Claque.Tests.Scale;

/// <summary>A test with DuckDB's library: skipped, with the reason, where it is not there and npm cannot fetch it; never in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DuckDbFactAttribute : FactAttribute
{
    public DuckDbFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") != "true" && !DuckDbLibrary.CanBeHad) Skip = "needs DuckDB's library: set CLAQUE_DUCKDB, or install npm on x64 Linux";
    }
}

/// <summary>DuckDB's library from the package that <c>duckdb/package-lock.json</c> pins, or the one that the environment names.</summary>
internal static class DuckDbLibrary
{
    private static readonly string Folder = System.IO.Path.Combine(RealData.Root, "tests", "Claque.Scale.Tests", "duckdb");
    private static readonly string Installed = System.IO.Path.Combine(Folder, "node_modules", "@duckdb", "node-bindings-linux-x64", "libduckdb.so");

    private static readonly Lazy<string> Found = new(() =>
    {
        if (Environment.GetEnvironmentVariable("CLAQUE_DUCKDB") is { Length: > 0 } named) return named;
        if (File.Exists(Installed)) return Installed;
        using var npm = Process.Start(new ProcessStartInfo("npm", "ci --no-audit --no-fund --loglevel=error") { WorkingDirectory = Folder })!;
        npm.WaitForExit();
        return npm.ExitCode == 0 ? Installed : throw new InvalidOperationException($"npm ci ended with {npm.ExitCode}.");
    });

    public static bool CanBeHad => Environment.GetEnvironmentVariable("CLAQUE_DUCKDB") is { Length: > 0 } || File.Exists(Installed)
        || (OperatingSystem.IsLinux() && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(System.IO.Path.Combine(folder, "npm"))));

    public static string Path => Found.Value;
}
