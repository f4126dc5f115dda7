using System.Globalization;
using Claque.Reading;
using Claque.Reports.Exports;
using Claque.Rhythm;

namespace Claque.Reports.Personas;

/// <summary>The rhythms of accounts as CSV. What the times cannot support is an empty field.</summary>
public static class RhythmCsv
{
    private static readonly string[] Days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    /// <summary>Writes a line for each account.</summary>
    /// <param name="rhythms">The rhythms.</param>
    /// <param name="output">Where to; left open.</param>
    public static void Write(IReadOnlyList<AccountRhythm> rhythms, Stream output)
    {
        ArgumentNullException.ThrowIfNull(rhythms);
        using var csv = new CsvWriter(output, new CsvOptions(), "account", "posts", "first", "last", "time_precision", "offset_hours", "offset_low", "offset_high",
            "sleep_gap_hours", "sleep_gap_low", "sleep_gap_high", "sleep_gap_start_utc", "burstiness", "memory", "daily_concentration", "daily_p", "minute_p", "quarter_hour_share", "second_p", "top_second_share",
            "office_share", "office_matched", "office_index", "office_index_low", "office_index_high", "office_as_high", "weekend_ratio", "holiday_days", "holiday_ratio", "holiday_p", "problems");
        foreach (var rhythm in rhythms)
        {
            csv.Text(rhythm.Account);
            csv.Number(Number.Of(rhythm.Posts));
            csv.Text(rhythm.Posts > 0 ? Number.Iso(rhythm.FirstUs) ?? "" : "");
            csv.Text(rhythm.Posts > 0 ? Number.Iso(rhythm.LastUs) ?? "" : "");
            csv.Text(rhythm.Precision.Word);
            foreach (var value in Values(rhythm)) csv.Number(value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "");
            csv.Text(string.Join(" ", rhythm.Problems));
            csv.EndRow();
        }
    }

    /// <summary>Writes a line for each account, day of week and hour, UTC; none for accounts whose times are whole days.</summary>
    /// <param name="rhythms">The rhythms.</param>
    /// <param name="output">Where to; left open.</param>
    public static void WriteWeeks(IReadOnlyList<AccountRhythm> rhythms, Stream output)
    {
        ArgumentNullException.ThrowIfNull(rhythms);
        using var csv = new CsvWriter(output, new CsvOptions(), "account", "day", "hour_utc", "posts");
        foreach (var rhythm in rhythms.Where(rhythm => rhythm.Week is not null))
        {
            for (var day = 0; day < 7; day++)
            {
                for (var hour = 0; hour < 24; hour++)
                {
                    csv.Text(rhythm.Account);
                    csv.Text(Days[day]);
                    csv.Number(Number.Of(hour));
                    csv.Number(Number.Of(rhythm.Week![day][hour]));
                    csv.EndRow();
                }
            }
        }
    }

    /// <summary>Writes a line for each hand-over found, surest first.</summary>
    /// <param name="over">The hand-overs.</param>
    /// <param name="output">Where to; left open.</param>
    public static void WriteHandOvers(HandOvers over, Stream output)
    {
        ArgumentNullException.ThrowIfNull(over);
        using var csv = new CsvWriter(output, new CsvOptions(), "from", "to", "times", "sittings", "expected", "p", "q", "first_last", "first_first");
        foreach (var found in over.Found)
        {
            csv.Text(found.From);
            csv.Text(found.To);
            csv.Number(Number.Of(found.Times));
            csv.Number(Number.Of(found.Sittings));
            csv.Number(found.Expected.ToString("0.######", CultureInfo.InvariantCulture));
            csv.Number(found.P.ToString("R", CultureInfo.InvariantCulture));
            csv.Number(found.Q.ToString("R", CultureInfo.InvariantCulture));
            csv.Text(Number.Iso(found.Examples[0].LastUs) ?? "");
            csv.Text(Number.Iso(found.Examples[0].FirstUs) ?? "");
            csv.EndRow();
        }
    }

    private static double?[] Values(AccountRhythm rhythm) =>
    [
        rhythm.Offset?.Hours, rhythm.Offset?.Low, rhythm.Offset?.High,
        rhythm.Sleep?.Hours, rhythm.Sleep?.Low, rhythm.Sleep?.High, rhythm.Sleep?.StartUtc,
        rhythm.Regularity.Burstiness, rhythm.Regularity.Memory, rhythm.Regularity.DailyConcentration, rhythm.Regularity.DailyP,
        rhythm.Regularity.MinuteP, rhythm.Regularity.QuarterHourShare, rhythm.Regularity.SecondP, rhythm.Regularity.TopSecondShare,
        rhythm.Office?.Share, rhythm.Office?.Matched, rhythm.Office?.Index, rhythm.Office?.Low, rhythm.Office?.High, rhythm.Office?.AsHigh, rhythm.Office?.WeekendRatio,
        rhythm.Holidays?.Days, rhythm.Holidays?.Ratio, rhythm.Holidays?.P,
    ];
}
