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
    public static bool Fits(string field, TableSample table, int index, List<ColumnUse> uses)
    {
        var cells = Cells(table, index);
        return field switch
        {
            MapFields.Type => TableTypes.Fits(table.Columns[index], cells),
            MapFields.Link when ColumnNames.Plain(table.Columns[index]) == "url" => !HoldsPermalinks(table, index, uses),
            MapFields.Reshare or MapFields.Reply or MapFields.Quote => !AllYesOrNo(cells),
            _ => true,
        };
    }

    /// <summary>True when the ids carry X's clock: nearly all of them agree with the time column.</summary>
    public static bool HasXIds(FileSample sample, TablePlan plan, DateOrder order)
    {
        if (plan.Of(MapFields.Id) is not { } id || plan.Of(MapFields.Time) is not { } time) return false;
        var reader = new TimeReader(sample.Options.TimeFormat, sample.Options.TimeZone, order);
        var (seen, agree) = (0, 0);
        foreach (var row in sample.Table.Rows.Take(Enough))
        {
            if (row[id.Index].Length == 0) continue;
            seen++;
            if (IdTimes.OfSnowflake(Encoding.UTF8.GetBytes(row[id.Index].Trim())) is not { } fromId) continue;
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
            if (holdsId || row[index].Contains("/status/", StringComparison.Ordinal) || row[index].Contains("bsky.app/profile/", StringComparison.Ordinal)) own++;
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
