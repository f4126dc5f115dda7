using System.Text;
using Claque.Reading.Formats;
using Claque.Reading.Times;

namespace Claque.Reading.Tables;

/// <summary>Tells by the cells of a sample what a column can be.</summary>
internal static class ColumnContent
{
    private const int Enough = 300;
    private const long MostApartUs = 5 * Us.Minute;

    /// <summary>The column of times: of those with usual names the first that mostly holds times; else any other that does and sounds like it.</summary>
    public static int TimeColumn(TableSample table, string[] plain, int[] named, ReadOptions options)
    {
        foreach (var index in named)
            if (ShareOfTimes(table, index, options) >= 0.8) return index;
        if (table.Rows.Count > 0)
        {
            for (var i = 0; i < plain.Length; i++)
            {
                var sounds = ColumnNames.TimeWords.Any(word => plain[i].Contains(word, StringComparison.Ordinal))
                    && !ColumnNames.OtherTimes.Any(word => plain[i].Contains(word, StringComparison.Ordinal));
                if (sounds && ShareOfTimes(table, i, options) >= 0.8) return i;
            }
        }

        return named.Length > 0 ? named[0] : -1;
    }

    /// <summary>True when a column with a usual name can be this field.</summary>
    /// <param name="uses">What was recognised before.</param>
    public static bool Fits(string field, FileSample sample, int index, List<ColumnUse> uses)
    {
        var table = sample.Table;
        var cells = Cells(table, index);
        return field switch
        {
            MapFields.Clock => IsClockOf(table, index, uses),
            MapFields.Type => TableTypes.Fits(table.Columns[index], cells),
            MapFields.Link when ColumnNames.Plain(table.Columns[index]) == "url" => !HoldsPermalinks(table, index, uses) && !HasXAddresses(sample, index, uses.FirstOrDefault(use => use.Field == MapFields.Time), DateOrder.Unknown),
            MapFields.Reshare or MapFields.Reply or MapFields.Quote => !AllYesOrNo(cells),
            _ => true,
        };
    }

    /// <summary>True when a column holds times of day and that of the times, which was recognised before, days alone.</summary>
    private static bool IsClockOf(TableSample table, int index, List<ColumnUse> uses)
    {
        if (uses.FirstOrDefault(use => use.Field == MapFields.Time) is not { } time) return false;
        var clocks = Cells(table, index).Take(Enough).ToList();
        return clocks.Count > 0 && clocks.TrueForAll(IsClock) && Cells(table, time.Index).Take(Enough).All(day => !day.Contains(':', StringComparison.Ordinal) || day.EndsWith(" 00:00:00", StringComparison.Ordinal));
    }

    /// <summary>A number of hours and one of minutes: 9:05, 21:05:33, 9:05 PM.</summary>
    private static bool IsClock(string cell)
    {
        var colon = cell.AsSpan().Trim().IndexOf(':');
        return colon is 1 or 2 && cell.Length is >= 4 and <= 18 && cell.AsSpan().Trim()[..colon].ContainsAnyExceptInRange('0', '9') == false;
    }

    /// <summary>True when the ids carry X's clock: nearly all of them agree with the time column.</summary>
    public static bool HasXIds(FileSample sample, TablePlan plan, DateOrder order) =>
        plan.Of(MapFields.Id) is { } id && AgreesWithTimes(sample, plan.Of(MapFields.Time), order, row => Encoding.UTF8.GetBytes(row[id.Index].Trim()));

    /// <summary>True when a column holds addresses of these very posts on X: the ids in them agree with the time column. Posts of other platforms may stand among them.</summary>
    public static bool HasXAddresses(FileSample sample, int index, ColumnUse? time, DateOrder order) =>
        AgreesWithTimes(sample, time, order, row => XAddress.IdOf(Encoding.UTF8.GetBytes(row[index].Trim())).ToArray());

    private static bool AgreesWithTimes(FileSample sample, ColumnUse? time, DateOrder order, Func<string[], byte[]> idOf)
    {
        if (time is null) return false;
        var reader = new TimeReader(sample.Options.TimeFormat, sample.Options.TimeZone, order);
        var (seen, agree) = (0, 0);
        foreach (var row in sample.Table.Rows.Take(Enough))
        {
            if (idOf(row) is not { Length: > 0 } id) continue;
            seen++;
            if (IdTimes.OfSnowflake(id) is not { } fromId) continue;
            if (reader.Read(Encoding.UTF8.GetBytes(row[time.Index]), out var us, out var written) != TimeOutcome.Read) continue;
            if (Math.Abs(fromId - us) <= MostApartUs + written.Precision.Step.Ticks / 10) agree++;
        }

        return seen >= 3 && agree >= 0.9 * seen;
    }

    private static IEnumerable<string> Cells(TableSample table, int index) =>
        table.Rows.Select(row => row[index]).Where(cell => cell.Length > 0);

    private static double ShareOfTimes(TableSample table, int index, ReadOptions options)
    {
        var reader = new TimeReader(options.TimeFormat, options.TimeZone, DateOrder.Unknown);
        var (seen, read) = (0, 0);
        foreach (var cell in Cells(table, index).Take(Enough))
        {
            seen++;
            var outcome = reader.Read(Encoding.UTF8.GetBytes(cell), out var us, out _);
            if (outcome == TimeOutcome.OrderUnknown || (outcome == TimeOutcome.Read && us >= Us.Earliest && us < Us.Latest)) read++;
        }

        return seen == 0 ? 0 : read / (double)seen;
    }

    /// <summary>Where the posts can be seen, rather than what they link to: the address holds the post's id or says status.</summary>
    private static bool HoldsPermalinks(TableSample table, int index, List<ColumnUse> uses)
    {
        var id = uses.FirstOrDefault(use => use.Field == MapFields.Id)?.Index ?? -1;
        var (seen, own) = (0, 0);
        foreach (var row in table.Rows.Where(row => row[index].Length > 0).Take(Enough))
        {
            seen++;
            var holdsId = id >= 0 && row[id].Length >= 3 && row[index].Contains(row[id], StringComparison.Ordinal);
            if (holdsId || row[index].Contains("/status/", StringComparison.Ordinal) || row[index].Contains("/statuses/", StringComparison.Ordinal) || row[index].Contains("bsky.app/profile/", StringComparison.Ordinal)) own++;
        }

        return seen > 0 && own >= 0.8 * seen;
    }

    private static bool AllYesOrNo(IEnumerable<string> cells)
    {
        var any = false;
        foreach (var cell in cells)
        {
            if (cell.Trim().ToLowerInvariant() is not ("true" or "false" or "yes" or "no" or "t" or "f")) return false;
            any = true;
        }

        return any;
    }
}
