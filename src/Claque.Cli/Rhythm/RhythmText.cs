using Claque.Cli.Terminal;
using Claque.Reports.Personas;
using Claque.Rhythm;

namespace Claque.Cli.Rhythm;

/// <summary>The rhythms of accounts in the terminal.</summary>
internal static class RhythmText
{
    private const int MostAccounts = 40;
    private const int MostByTheClock = 10;

    /// <summary>Writes the busiest accounts, then what stands out among all.</summary>
    public static void Write(TextWriter to, IReadOnlyList<AccountRhythm> rhythms, IReadOnlyDictionary<string, ClientStudy> clients, HandOvers over)
    {
        var (shown, sentence) = RhythmWords.Busiest(rhythms, MostAccounts, " --csv and --json hold all.");
        to.WriteLine(sentence);
        to.WriteLine();
        WriteAccounts(to, shown);
        WriteByTheClock(to, rhythms);
        foreach (var (account, study) in clients)
            to.WriteLine($"{account}: {RhythmWords.OfClients(study)}");
        to.WriteLine(RhythmWords.OfHandOvers(over));
        if (over.Found.Count > 0) WriteHandOvers(to, over);
        foreach (var limit in RhythmWords.Limits) to.WriteLine("Limit: " + limit);
    }

    private static void WriteAccounts(TextWriter to, IReadOnlyList<AccountRhythm> shown)
    {
        if (shown.Count == 0) return;
        var withHolidays = shown.Any(rhythm => rhythm.Holidays is not null);
        string[] Cells(params string[] cells) => withHolidays ? cells : [.. cells[..^2], cells[^1]];
        var table = new TextTable(Cells("account", "posts", "offset h", "from", "to", "daily gap h", "burstiness", "office index", "as high, of matched", "holidays", "what cannot be said"));
        foreach (var rhythm in shown)
        {
            table.Add(Cells(rhythm.Account, $"{rhythm.Posts}", $"{rhythm.Offset?.Hours:0.0}", $"{rhythm.Offset?.Low:0.0}", $"{rhythm.Offset?.High:0.0}", $"{rhythm.Sleep?.Hours:0.0}", $"{rhythm.Regularity.Burstiness:0.00}",
                $"{rhythm.Office?.Index:+0.00;-0.00;0.00}", RhythmWords.OfMatched(rhythm.Office), RhythmWords.OfHolidays(rhythm.Holidays), string.Join(" ", rhythm.Problems)));
        }

        table.Write(to);
        to.WriteLine();
    }

    private static void WriteByTheClock(TextWriter to, IReadOnlyList<AccountRhythm> rhythms)
    {
        var found = RhythmWords.ByTheClock(rhythms);
        to.WriteLine(RhythmWords.OfClocks(rhythms, found.Count));
        foreach (var rhythm in found.Take(MostByTheClock)) to.WriteLine($"  {rhythm.Account}: {RhythmWords.OfMinutes(rhythm.Regularity)}");
        if (found.Count > MostByTheClock) to.WriteLine($"  and {found.Count - MostByTheClock:N0} more: minute_p and second_p of --csv.");
    }

    private static void WriteHandOvers(TextWriter to, HandOvers over)
    {
        var table = new TextTable("goes quiet", "starts within the hour", "times", "of sittings", "expected", "q", "first seen");
        foreach (var found in over.Found)
            table.Add(found.From, found.To, $"{found.Times}", $"{found.Sittings}", $"{found.Expected:0.0}", $"{found.Q:0.0000}", $"{Times.Iso(found.Examples[0].LastUs)}, {Times.Iso(found.Examples[0].FirstUs)}");
        table.Write(to);
    }
}
