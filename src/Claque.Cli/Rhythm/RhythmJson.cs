using System.Text.Json;
using Claque.Cli.Terminal;
using Claque.Reading;
using Claque.Rhythm;

namespace Claque.Cli.Rhythm;

/// <summary>The rhythm of an account as JSON.</summary>
internal static class RhythmJson
{
    public static void WriteAccount(Utf8JsonWriter json, AccountRhythm rhythm, ClientStudy? clients, IEnumerable<HandOver> handOvers)
    {
        json.WriteStartObject();
        json.WriteString("account", rhythm.Account);
        json.WriteNumber("posts", rhythm.Posts);
        if (rhythm.Posts > 0)
        {
            json.WriteString("first", Times.Iso(rhythm.FirstUs));
            json.WriteString("last", Times.Iso(rhythm.LastUs));
        }

        json.WriteString("time_precision", rhythm.Precision.Word);
        Number(json, "offset_hours", rhythm.Offset?.Hours);
        Number(json, "offset_low", rhythm.Offset?.Low);
        Number(json, "offset_high", rhythm.Offset?.High);
        if (rhythm.Offset is not null) json.WriteString("offset_limit", RhythmStudy.OffsetIsNoPlace);
        WriteRegularity(json, rhythm);
        WriteOffice(json, rhythm);
        if (rhythm.Holidays is { } holidays)
        {
            json.WriteStartObject("holidays");
            json.WriteNumber("days", holidays.Days);
            Number(json, "ratio", holidays.Ratio);
            Number(json, "p", holidays.P);
            json.WriteEndObject();
        }

        json.WriteStartArray("weekdays_utc");
        foreach (var day in rhythm.Weekdays) json.WriteNumberValue(day);
        json.WriteEndArray();
        if (rhythm.Week is { } week) WriteWeek(json, week);
        if (clients is not null) WriteClients(json, clients);
        WriteHandOvers(json, handOvers);
        json.WriteStartArray("problems");
        foreach (var problem in rhythm.Problems) json.WriteStringValue(problem);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRegularity(Utf8JsonWriter json, AccountRhythm rhythm)
    {
        var regularity = rhythm.Regularity;
        json.WriteStartObject("regularity");
        Number(json, "burstiness", regularity.Burstiness);
        Number(json, "memory", regularity.Memory);
        Number(json, "daily_concentration", regularity.DailyConcentration);
        Number(json, "daily_p", regularity.DailyP);
        Number(json, "minute_p", regularity.MinuteP);
        Number(json, "quarter_hour_share", regularity.QuarterHourShare);
        Number(json, "second_p", regularity.SecondP);
        Number(json, "top_second_share", regularity.TopSecondShare);
        Number(json, "sleep_gap_hours", rhythm.Sleep?.Hours);
        Number(json, "sleep_gap_low", rhythm.Sleep?.Low);
        Number(json, "sleep_gap_high", rhythm.Sleep?.High);
        Number(json, "sleep_gap_start_utc", rhythm.Sleep?.StartUtc);
        json.WriteEndObject();
    }

    private static void WriteOffice(Utf8JsonWriter json, AccountRhythm rhythm)
    {
        json.WriteStartObject("office_hours");
        Number(json, "share", rhythm.Office?.Share);
        Number(json, "log_odds", rhythm.Office?.LogOdds);
        Number(json, "matched", rhythm.Office?.Matched);
        Number(json, "index", rhythm.Office?.Index);
        Number(json, "index_low", rhythm.Office?.Low);
        Number(json, "index_high", rhythm.Office?.High);
        Number(json, "as_high", rhythm.Office?.AsHigh);
        Number(json, "weekend_ratio", rhythm.Office?.WeekendRatio);
        json.WriteEndObject();
    }

    private static void WriteWeek(Utf8JsonWriter json, int[][] week)
    {
        json.WriteStartArray("week_utc");
        foreach (var day in week)
        {
            json.WriteStartArray();
            foreach (var hour in day) json.WriteNumberValue(hour);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteHandOvers(Utf8JsonWriter json, IEnumerable<HandOver> handOvers)
    {
        json.WriteStartArray("hand_overs");
        foreach (var found in handOvers)
        {
            json.WriteStartObject();
            json.WriteString("to", found.To);
            json.WriteNumber("times", found.Times);
            json.WriteNumber("sittings", found.Sittings);
            Number(json, "expected", found.Expected);
            json.WriteNumber("p", found.P);
            json.WriteNumber("q", found.Q);
            json.WriteStartArray("examples");
            foreach (var (last, first) in found.Examples)
            {
                json.WriteStartObject();
                json.WriteString("last", Times.Iso(last));
                json.WriteString("first", Times.Iso(first));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteClients(Utf8JsonWriter json, ClientStudy clients)
    {
        json.WriteStartObject("clients");
        json.WriteString("a", clients.ClientA);
        json.WriteString("b", clients.ClientB);
        json.WriteNumber("weeks", clients.Weeks);
        Number(json, "auc", clients.Auc);
        json.WriteNumber("weeks_of_both", clients.WeeksOfBoth);
        Number(json, "auc_same_week", clients.AucSameWeek);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number) json.WriteNumber(name, Math.Round(number, 6));
        else json.WriteNull(name);
    }
}
