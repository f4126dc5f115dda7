using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Claque.Cli.Commands;
using Claque.Cli.Detecting;
using Claque.Cli.Terminal;
using Claque.Reading;
using Claque.Reports.Personas;
using Claque.Rhythm;

namespace Claque.Cli.Rhythm;

/// <summary><c>claque rhythm</c>: when accounts post, how regularly, and what that can say.</summary>
internal static class RhythmCommand
{
    public static Command Make(Screen screen)
    {
        var input = new Argument<string>("CASE") { Description = "A case, or a file of posts." };
        var json = SharedOptions.Json();
        var page = new Option<string?>("--report") { Description = "Write a page that opens offline.", HelpName = "PAGE.html" };
        var csv = new Option<string?>("--csv") { Description = "Write a line for each account as CSV.", HelpName = "RHYTHM.csv" };
        var week = new Option<string?>("--week") { Description = "Write posts by account, day of week and hour as CSV.", HelpName = "WEEK.csv" };
        var handOvers = new Option<string?>("--hand-overs") { Description = "Write hand-overs between accounts as CSV.", HelpName = "HANDOVERS.csv" };
        var holidays = new Option<string[]>("--holiday") { Description = "A day to compare with the same weekday a week before and after. May be given several times.", HelpName = "YYYY-MM-DD" };
        var reading = new ReadingOptions();
        var command = new TaughtCommand("rhythm", "Shows when accounts post, how regularly, and at which offset from UTC.", """
            For each account: posts by day and hour, the daily gap, how regular gaps, minutes and seconds are, office hours
            against the other accounts, and the offset from UTC at which its hours look like people's days, as a range. An
            offset is never a place: people have kept, for their work, the hours of a country where they do not live. Coarse
            times and times of collection are refused for what they cannot support. Between accounts: who goes quiet as another
            starts, day after day, more often than with the days of one of them moved.

            Examples:
              claque rhythm harbour.claque
              claque rhythm posts.csv --holiday 2024-12-25 --report rhythm.html
              claque rhythm posts.csv --csv rhythm.csv --week week.csv
              claque rhythm posts.csv --hand-overs handovers.csv
              claque rhythm posts.csv --json -
            """) { input, json, page, csv, week, handOvers, holidays };
        reading.AddTo(command);
        command.SetAction((parsed, stop) =>
        {
            OutputFile.Check(parsed.GetValue(json), "--json", parsed.GetValue(input)!);
            OutputFile.Check(parsed.GetValue(page), "--report", parsed.GetValue(input)!);
            OutputFile.Check(parsed.GetValue(csv), "--csv", parsed.GetValue(input)!);
            OutputFile.Check(parsed.GetValue(week), "--week", parsed.GetValue(input)!);
            OutputFile.Check(parsed.GetValue(handOvers), "--hand-overs", parsed.GetValue(input)!);
            var options = RhythmOptions.Default with { Holidays = [.. (parsed.GetValue(holidays) ?? []).Select(Day)] };
            using var source = DetectionInput.Open(parsed.GetValue(input)!, reading, parsed, screen);
            var (accounts, clients) = AccountTimesReader.Read(source.Posts, stop);
            var rhythms = RhythmStudy.Of(accounts, options);
            var over = HandOverTest.Of(accounts, HandOverOptions.Default);
            foreach (var note in source.Notes) screen.Error.WriteLine(note);
            if (parsed.GetValue(page) is { } html) OutputFile.Write(html, screen, file => RhythmPage.Write(rhythms, clients, over, App.Version, file));
            if (parsed.GetValue(csv) is { } table) OutputFile.Write(table, screen, file => RhythmCsv.Write(rhythms, file));
            if (parsed.GetValue(week) is { } weeks) OutputFile.Write(weeks, screen, file => RhythmCsv.WriteWeeks(rhythms, file));
            if (parsed.GetValue(handOvers) is { } pairs) OutputFile.Write(pairs, screen, file => RhythmCsv.WriteHandOvers(over, file));
            if (parsed.GetValue(json) is { } target) JsonOutput.Write(target, screen, writer => Write(writer, rhythms, clients, over));
            else RhythmText.Write(screen.Out, rhythms, clients, over);
            return Task.FromResult(0);
        });
        return command;
    }

    private static DateOnly Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw new InputException($"--holiday is \"{text}\", expected a day such as 2024-12-25.");

    private static void Write(Utf8JsonWriter json, IReadOnlyList<AccountRhythm> rhythms, IReadOnlyDictionary<string, ClientStudy> clients, HandOvers over)
    {
        var from = over.Found.ToLookup(found => found.From, StringComparer.Ordinal);
        json.WriteStartArray();
        foreach (var rhythm in rhythms) RhythmJson.WriteAccount(json, rhythm, clients.GetValueOrDefault(rhythm.Account), from[rhythm.Account]);
        json.WriteEndArray();
    }
}
