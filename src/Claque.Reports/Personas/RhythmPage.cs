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
    private const int MostAccounts = 1000;
    private const int MostHeatMaps = 50;
    private const int MostByTheClock = 200;

    /// <summary>Writes the page as UTF-8. The same rhythms give the same bytes.</summary>
    /// <param name="rhythms">The rhythms.</param>
    /// <param name="clients">By account, what tells its two clients apart.</param>
    /// <param name="over">The hand-overs among the accounts.</param>
    /// <param name="claqueVersion">The version that writes it.</param>
    /// <param name="output">Where to; left open.</param>
    public static void Write(IReadOnlyList<AccountRhythm> rhythms, IReadOnlyDictionary<string, ClientStudy> clients, HandOvers over, string claqueVersion, Stream output)
    {
        ArgumentNullException.ThrowIfNull(rhythms);
        ArgumentNullException.ThrowIfNull(clients);
        ArgumentNullException.ThrowIfNull(over);
        StandalonePage.Write("Rhythm", claqueVersion, output, page =>
        {
            var (shown, sentence) = RhythmWords.Busiest(rhythms, MostAccounts);
            page.Add($"<p><strong>{RhythmStudy.OffsetIsNoPlace}</strong></p>\n<p>{sentence}</p>\n");
            WriteTable(page, shown);
            WriteByTheClock(page, rhythms);
            WriteClients(page, clients);
            WriteHandOvers(page, over);
            WriteHours(page, [.. shown.Where(rhythm => rhythm.Week is not null)]);
            StandalonePage.WriteLimits(page, RhythmWords.Limits);
        });
    }

    private static void WriteTable(MarkupWriter page, IReadOnlyList<AccountRhythm> rhythms)
    {
        if (rhythms.Count == 0) return;
        var withHolidays = rhythms.Any(rhythm => rhythm.Holidays is not null);
        IReadOnlyList<T> Cells<T>(params T[] cells) => withHolidays ? cells : [.. cells[..^2], cells[^1]];
        Table.Write(page, "Accounts, most posts first",
            Cells<Column>(new("Account", Wide: true), new("Posts", Numeric: true), new("Offset, hours", Numeric: true), new("Range", Numeric: true), new("Sleep gap, hours", Numeric: true), new("Burstiness", Numeric: true), new("Office share", Numeric: true), new("Office index", Numeric: true), new("As high, of matched", Numeric: true), new("On the holidays given, beside the same weekdays around"), new("What cannot be said")),
            rhythms.Select(rhythm => Cells(
                Fragment.Of($"{new Said(rhythm.Account)}"),
                Fragment.Of($"{(long)rhythm.Posts}"),
                Fragment.Of($"{Figure(rhythm.Offset?.Hours, "+0.0;−0.0;0.0")}"),
                Fragment.Of($"{(rhythm.Offset is { } offset ? $"{Figure(offset.Low, "+0.0;−0.0;0.0")} to {Figure(offset.High, "+0.0;−0.0;0.0")}" : "")}"),
                Fragment.Of($"{Figure(rhythm.Sleep?.Hours, "0.0")}"),
                Fragment.Of($"{Figure(rhythm.Regularity.Burstiness, "0.00;−0.00")}"),
                Fragment.Of($"{Figure(rhythm.Office?.Share, "0.00")}"),
                Fragment.Of($"{Figure(rhythm.Office?.Index, "+0.00;−0.00;0.00")}"),
                Fragment.Of($"{RhythmWords.OfMatched(rhythm.Office)}"),
                Fragment.Of($"{RhythmWords.OfHolidays(rhythm.Holidays)}"),
                Fragment.Of($"{string.Join(" ", rhythm.Problems)}"))));
    }

    private static void WriteByTheClock(MarkupWriter page, IReadOnlyList<AccountRhythm> rhythms)
    {
        var found = RhythmWords.ByTheClock(rhythms);
        page.Add($"<section id=\"clock\"><h2>Posting by the clock</h2>\n<p>{RhythmWords.OfClocks(rhythms, found.Count)}</p>\n");
        if (found.Count > 0)
            Table.Write(page, "Accounts that post by the clock, surest first", [new("Account", Wide: true), new("Posts", Numeric: true), new("Minutes and seconds", Wide: true)],
                found.Take(MostByTheClock).Select(rhythm => (IReadOnlyList<Fragment>)[Fragment.Of($"{new Said(rhythm.Account)}"), Fragment.Of($"{(long)rhythm.Posts}"), Fragment.Of($"{RhythmWords.OfMinutes(rhythm.Regularity)}")]), underHeading: true);
        if (found.Count > MostByTheClock) page.Add($"<p>{(long)(found.Count - MostByTheClock)} more are not shown here.</p>\n");
        page.Add($"</section>\n");
    }

    private static void WriteClients(MarkupWriter page, IReadOnlyDictionary<string, ClientStudy> clients)
    {
        if (clients.Count == 0) return;
        page.Add($"<section id=\"clients\"><h2>One account, several clients</h2>\n");
        foreach (var (account, study) in clients) page.Add($"<p>{new Said(account)}: {new Said(RhythmWords.OfClients(study))}</p>\n");
        page.Add($"</section>\n");
    }

    private static void WriteHours(MarkupWriter page, IReadOnlyList<AccountRhythm> withHours)
    {
        if (withHours.Count == 0) return;
        page.Add($"<section id=\"hours\"><h2>Hours of the week</h2>\n");
        foreach (var rhythm in withHours.Take(MostHeatMaps)) page.Add($"{HoursChart.Of(rhythm.Account, [.. rhythm.Week!.SelectMany(day => day)])}");
        if (withHours.Count > MostHeatMaps) page.Add($"<p>{(long)(withHours.Count - MostHeatMaps)} further accounts have no heat map here.</p>\n");
        page.Add($"</section>\n");
    }

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
