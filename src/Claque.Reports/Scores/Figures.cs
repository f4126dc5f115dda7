using System.Globalization;
using Claque.Evaluation;
using Claque.Reports.Wording;
using Claque.Simulation;

namespace Claque.Reports.Scores;

/// <summary>Scores as they stand in tables: the value, and its 95 % limits in brackets.</summary>
internal static class Figures
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary><c>0.014 (0.002–0.08)</c>, per 1,000; a dash where there is nothing to count.</summary>
    public static string PerThousandWithLimits(Share share) =>
        share.Of == 0 ? "–" : $"{PerThousand(share)} ({Short(1000 * share.Low)}–{Short(1000 * share.High)})";

    /// <summary>Per 1,000.</summary>
    public static string PerThousand(Share share) => share.Of == 0 ? "–" : Short(1000 * share.Value);

    /// <summary><c>2 of 50 = 4 % (1.1–13.5)</c>.</summary>
    public static string Corpora(Share share) =>
        share.Of == 0 ? "–" : $"{share.Hits} of {share.Of} = {Percent(share.Value)} ({Short(100 * share.Low)}–{Short(100 * share.High)})";

    /// <summary><c>3 of 41 = 7.3 % (2.5–19.4)</c>, with counts in groups.</summary>
    public static string Counted(Share share) =>
        share.Of == 0 ? "–" : $"{Amount.Count(share.Hits)} of {Amount.Count(share.Of)} = {Percent(share.Value)} ({Short(100 * share.Low)}–{Short(100 * share.High)})";

    /// <summary><c>0.3 % (0.1–0.9)</c>.</summary>
    public static string Percent(Limited value) => $"{Percent(value.Value)} ({Short(100 * value.Low)}–{Short(100 * value.High)})";

    /// <summary><c>0.3 %</c>.</summary>
    public static string Percent(double value) => Short(100 * value) + "\u202F%";

    /// <summary><c>0.97 (0.90–1.00)</c>.</summary>
    public static string Ratio(Limited? value) =>
        value is { } known ? $"{Ratio(known.Value)} ({Ratio(known.Low)}–{Ratio(known.High)})" : "–";

    /// <summary><c>0.97</c>.</summary>
    public static string Ratio(double value) => value.ToString("0.00", Culture);

    /// <summary><c>1 %</c>; a dash for a rule that states no rate.</summary>
    public static string Rate(double? nominal) => nominal is { } rate ? Percent(rate) : "–";

    /// <summary>Two significant digits below 10, one decimal above.</summary>
    public static string Short(double value) => value switch
    {
        0 => "0",
        < .01 => value.ToString("0.####", Culture),
        < 1 => value.ToString("0.###", Culture),
        < 10 => value.ToString("0.##", Culture),
        < 100 => value.ToString("0.#", Culture),
        _ => value.ToString("0", Culture),
    };

    /// <summary>What a generator is called.</summary>
    public static string Of(Generator? generator) => generator switch
    {
        Generator.First => "first generator",
        Generator.Second => "second generator",
        _ => "both generators",
    };
}
