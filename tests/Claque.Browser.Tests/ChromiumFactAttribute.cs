namespace Claque.Tests.Browser;

/// <summary>A test in a real browser: skipped, with the reason, where Chromium is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        if (Chromium.Path is null) Skip = Chromium.Missing;
    }
}

/// <summary>A check of accessibility in a real browser: skipped, with the reason, where Chromium or the checker cannot be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AxeFactAttribute : FactAttribute
{
    public AxeFactAttribute()
    {
        if (Chromium.Path is null) Skip = Chromium.Missing;
        else if (!Npm.IsThere) Skip = "needs npm (Node 20 or later), which fetches axe-core, the checker of accessibility";
    }
}

/// <summary>Where Chromium is.</summary>
internal static class Chromium
{
    public const string Missing = "needs Chromium: install it (apt-get install chromium), or name it in CLAQUE_CHROMIUM";

    /// <summary>Its program; null when there is none.</summary>
    public static string? Path { get; } = new[]
    {
        Environment.GetEnvironmentVariable("CLAQUE_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
    }.FirstOrDefault(File.Exists);
}
