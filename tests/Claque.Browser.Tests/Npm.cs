using System.Diagnostics;
using Claque.Tests.Shared;

namespace Claque.Tests.Browser;

/// <summary>The packages that the pages are built and checked with.</summary>
internal static class Npm
{
    /// <summary>The folder of the sources of the pages.</summary>
    public static string Front { get; } = Path.Combine(RealData.Root, "src", "Claque.Web", "front");

    private static readonly Lock Turn = new();

    private static readonly Lazy<string> Axe = new(() =>
    {
        var file = Path.Combine(Front, "node_modules", "axe-core", "axe.min.js");
        lock (Turn)
            if (!File.Exists(file)) Run("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error");
        return File.ReadAllText(file);
    });

    /// <summary>True where packages are there already, or can be fetched.</summary>
    public static bool IsThere { get; } = File.Exists(Path.Combine(Front, "node_modules", "axe-core", "axe.min.js")) || IsInstalled;

    private static bool IsInstalled => !OperatingSystem.IsWindows()
        && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "npm")));

    /// <summary>The checker of accessibility, as a script.</summary>
    public static string AxeScript => Axe.Value;

    /// <summary>Builds the pages beside the committed ones; gives what was said, and fails when they differ.</summary>
    public static string CheckBuild()
    {
        lock (Turn) return Run("bash", Path.Combine(Front, "build.sh"), "--check");
    }

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Front })!;
        var error = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {said}{error.Result}");
    }
}
