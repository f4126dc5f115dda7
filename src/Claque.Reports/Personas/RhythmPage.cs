using System.Globalization;
using Claque.Reports.Charts;
using Claque.Reports.Exports;
using Claque.Reports.Markup;
using Claque.Reports.Sections;
using Claque.Rhythm;

namespace Claque.Reports.Personas;

/// <summary>The rhythms of accounts as one HTML page that opens offline.</summary>
public static class RhythmPage
{
    private const int MostHeatMaps = 50;

    /// <summary>Writes the page as UTF-8. The same rhythms give the same bytes.</summary>
    /// <param name="rhythms">The rhythms.</param>
    /// <param name="over">The hand-overs among the accounts.</param>
    /// <param name="claqueVersion">The version that writes it.</param>
    /// <param name="output">Where to; left open.</param>
    public static void Write(IReadOnlyList<AccountRhythm> rhythms, HandOvers over, string claqueVersion, Stream output)
    {
        ArgumentNullException.ThrowIfNull(rhythms);
        ArgumentNullException.ThrowIfNull(over);
        StandalonePage.Write("Rhythm", claqueVersion, output, page =>
        {
            page.Add($"<p><strong>{RhythmStudy.OffsetIsNoPlace}</strong></p>\n");
            WriteTable(page, rhythms);
            WriteHandOvers(page, over);
            foreach (var rhythm in rhythms.Where(rhythm => rhythm.Week is not null).Take(MostHeatMaps)) page.Add($"{HoursChart.Of(rhythm.Account, [.. rhythm.Week!.SelectMany(day => day)])}");
            if (rhythms.Count(rhythm => rhythm.Week is not null) is > MostHeatMaps and var all) page.Add($"<p>{(long)(all - MostHeatMaps)} further accounts have no heat map here.</p>\n");
            StandalonePage.WriteLimits(page, RhythmWords.Limits);
        });
    }

    private static void WriteTable(MarkupWriter page, IReadOnlyList<AccountRhythm> rhythms) => Table.Write(page, "Accounts",
        [new("Account", Wide: true), new("Posts", Numeric: true), new("Offset, hours", Numeric: true), new("Range", Numeric: true), new("Sleep gap, hours", Numeric: true), new("Burstiness", Numeric: true), new("Office share", Numeric: true), new("Office index", Numeric: true), new("As high, of matched", Numeric: true), new("What cannot be said", Wide: true)],
        rhythms.Select(rhythm => (IReadOnlyList<Fragment>)
        [
            Fragment.Of($"{new Said(rhythm.Account)}"),
            Fragment.Of($"{(long)rhythm.Posts}"),
            Fragment.Of($"{Figure(rhythm.Offset?.Hours, "+0.0;−0.0;0.0")}"),
            Fragment.Of($"{(rhythm.Offset is { } offset ? $"{Figure(offset.Low, "+0.0;−0.0;0.0")} to {Figure(offset.High, "+0.0;−0.0;0.0")}" : "")}"),
            Fragment.Of($"{Figure(rhythm.Sleep?.Hours, "0.0")}"),
            Fragment.Of($"{Figure(rhythm.Regularity.Burstiness, "0.00")}"),
            Fragment.Of($"{Figure(rhythm.Office?.Share, "0.00")}"),
            Fragment.Of($"{Figure(rhythm.Office?.Index, "+0.00;−0.00;0.00")}"),
            Fragment.Of($"{RhythmWords.OfMatched(rhythm.Office)}"),
            Fragment.Of($"{string.Join(" ", rhythm.Problems)}"),
        ]));

    private static void WriteHandOvers(MarkupWriter page, HandOvers over)
    {
        page.Add($"<section id=\"hand-overs\"><h2>Hand-overs between accounts</h2>\n<p>{RhythmWords.OfHandOvers(over)}</p>\n");
        if (over.Found.Count > 0)
        {
            Table.Write(page, "Hand-overs, surest first",
                [new("Goes quiet", Wide: true), new("Starts within the hour", Wide: true), new("Times", Numeric: true), new("Of sittings", Numeric: true), new("Expected", Numeric: true), new("q", Numeric: true), new("First seen", Wide: true)],
                over.Found.Select(found => (IReadOnlyList<Fragment>)
                [
                    Fragment.Of($"{new Said(found.From)}"),
                    Fragment.Of($"{new Said(found.To)}"),
                    Fragment.Of($"{(long)found.Times}"),
                    Fragment.Of($"{(long)found.Sittings}"),
                    Fragment.Of($"{Figure(found.Expected, "0.0")}"),
                    Fragment.Of($"{Figure(found.Q, "0.0000")}"),
                    Fragment.Of($"{string.Join("; ", found.Examples.Take(3).Select(e => $"{Number.Iso(e.LastUs)}, then {Number.Iso(e.FirstUs)}"))}"),
                ]), underHeading: true);
        }

        page.Add($"</section>\n");
    }

    private static string Figure(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "";
}
