using System.Collections.Immutable;

namespace Claque.Sensitivity;

/// <summary>The other options under which the same posts are tested again.</summary>
internal static class Settings
{
    private const int Factor = 2;
    private const double Stricter = 0.1;
    private const double Looser = 5;

    /// <summary>The run as it was made.</summary>
    public static readonly Setting AsRun = new(SettingKind.AsRun, "as run");

    /// <summary>Each setting of windows and error rates with the options that it stands for.</summary>
    public static IEnumerable<(Setting Setting, DetectionOptions Options)> Of(DetectionOptions options)
    {
        foreach (var (name, windows) in Windows(options.Pairing.Windows))
            yield return (new Setting(SettingKind.Windows, name), options with { Pairing = options.Pairing with { Windows = windows } });
        if (options.Validation is not { } test) yield break;
        yield return At(test.Alpha * Stricter);
        yield return At(Math.Min(0.5, test.Alpha * Looser));
        if (!test.Strict) yield return (new Setting(SettingKind.ErrorRate, "for tests that depend on one another (strict)"), options with { Validation = test with { Strict = true } });

        (Setting, DetectionOptions) At(double alpha)
        {
            var weak = Math.Max(alpha, Math.Min(0.5, alpha * test.WeakAlpha / test.Alpha));
            return (
                new Setting(SettingKind.ErrorRate, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"error rate {alpha * 100:0.##} %")),
                options with { Validation = test with { Alpha = alpha, WeakAlpha = weak } });
        }
    }

    private static IEnumerable<(string Name, ImmutableArray<TimeSpan> Windows)> Windows(ImmutableArray<TimeSpan> windows)
    {
        if (windows.Length > 1)
            foreach (var window in windows) yield return ("only " + Write(window), [window]);
        yield return ("windows halved", [.. windows.Select(window => window / Factor)]);
        yield return ("windows doubled", [.. windows.Select(window => window * Factor)]);
    }

    private static string Write(TimeSpan window) => window switch
    {
        { Ticks: > 0 } when window.Ticks % TimeSpan.TicksPerHour == 0 => $"{window.TotalHours:0} h",
        { Ticks: > 0 } when window.Ticks % TimeSpan.TicksPerMinute == 0 => $"{window.TotalMinutes:0} min",
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{window.TotalSeconds:0.###} s"),
    };
}
