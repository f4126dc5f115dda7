using System.Globalization;
using Claque.Reports;
using Claque.Reports.Exhibits;
using Claque.Reports.Wording;

namespace Claque.Web;

/// <summary>The hours of an account or byline as an exhibit: what the times say, with ranges, and what they cannot.</summary>
internal static class HoursExhibits
{
    /// <summary>The exhibit.</summary>
    /// <param name="who">Whose hours, as the report names it.</param>
    /// <param name="what">What the times are of: <c>post</c> or <c>article</c>.</param>
    /// <param name="rhythm">The hours.</param>
    public static FindingExhibit Of(string who, string what, RhythmOf rhythm)
    {
        var facts = Facts(rhythm).ToList();
        if (rhythm.Problems.Count > 0) facts.Add(("What cannot be said", string.Join(" ", rhythm.Problems)));
        var blocks = new List<ReportBlock> { new FactsBlock([.. facts]), new Paragraph(rhythm.Caution) };
        if (rhythm.Hours.Length == 168) blocks.Add(new HoursBlock(who, [.. rhythm.Hours]));
        return new FindingExhibit(
            FindingKind.Rhythm, Show.Whole(who), $"When {Amount.Of(rhythm.Posts, what + " was", what + "s were")} published, by a clock to the {rhythm.Precision}. Offset from UTC: {facts[0].Item2}.", [.. blocks]);
    }

    private static IEnumerable<(string, string)> Facts(RhythmOf rhythm)
    {
        yield return ("Offset from UTC", rhythm.Offset is { } offset ? $"{Hours(rhythm.OffsetLow ?? offset)} to {Hours(rhythm.OffsetHigh ?? offset)} hours, best guess {Hours(offset)}" : "not told by these times");
        if (rhythm.SleepHours is { } sleep) yield return ("Longest quiet part of the day", $"{Number(sleep, "0.0")} hours from {Clock(rhythm.SleepStartUtc ?? 0)} UTC (range {Number(rhythm.SleepLow ?? sleep, "0.0")} to {Number(rhythm.SleepHigh ?? sleep, "0.0")} hours)");
        if (rhythm.Burstiness is { } bursts) yield return ("Burstiness", $"{Number(bursts, "0.00;−0.00")}: −1 is a metronome, 0 chance, towards 1 bursts");
        if (rhythm.QuarterHourShare is { } quarter) yield return ("On the quarter hour", $"{Amount.Share(quarter)}; 7 % by chance. Chance of so uneven minutes: {Amount.Probability(rhythm.MinuteP)}");
        if (rhythm.TopSecondShare is { } second) yield return ("In its commonest second", $"{Amount.Share(second)}; 2 % by chance. Chance of so uneven seconds: {Amount.Probability(rhythm.SecondP)}");
        if (rhythm.OfficeShare is { } office) yield return ("In office hours at that offset", $"{Amount.Share(office)}; weekends {Number(rhythm.WeekendRatio ?? 0, "0.00")} times other days{Beside(rhythm)}");
        if (rhythm.Clients.Length > 0) yield return ("Its two most used clients", rhythm.Clients);
    }

    private static string Beside(RhythmOf rhythm) => rhythm.OfficeAsHigh is { } asHigh
        ? $"; {asHigh} of {Amount.Of(rhythm.OfficeMatched, "account", "accounts")} like it otherwise keep them as much or more (log odds {Number(rhythm.OfficeIndex ?? 0, "+0.00;−0.00;0.00")} beside their middle, {Number(rhythm.OfficeLow ?? 0, "+0.00;−0.00;0.00")} to {Number(rhythm.OfficeHigh ?? 0, "+0.00;−0.00;0.00")} over the range of offsets)"
        : "";

    private static string Hours(double value) => Number(value, "+0.#;−0.#;±0");

    private static string Clock(double hours) => string.Create(CultureInfo.InvariantCulture, $"{(int)hours:00}:{(int)Math.Round(hours % 1 * 60) % 60:00}");

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
