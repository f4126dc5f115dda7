using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Claque.Cases.Storage;
using Claque.Columns;
using Claque.Reading;

namespace Claque.Cases.Viewing;

/// <summary>What a case holds: its files, rejected rows and figures.</summary>
internal static class Overview
{
    private const long UsPerDay = 86_400_000_000;

    public static ImmutableArray<SourceView> Sources(Database database)
    {
        var rejects = RejectCounts(database);
        return [.. database.Rows("""
            SELECT id, file_name, sha256, bytes, format, mapping, rows_done, posts_new, posts_known, rows_rejected, state, first_us, last_us,
              precision, reason, notes FROM source ORDER BY id
            """).Select(row => new SourceView(
                row.Int(0), row.Text(1), row.Text(2), row.Long(3), row.Text(4), row.Text(5), row.Long(6), row.Long(7), row.Long(8), row.Long(9),
                row.Text(10) == "complete", row.LongOrNull(11), row.LongOrNull(12), (TimePrecision)row.Int(13), [.. rejects[row.Long(0)]])
            {
                Reason = row.Text(14),
                Notes = JsonList.Texts(row.Bytes(15)),
            })];
    }

    public static IEnumerable<RejectedRow> Rejects(Database database, int source) => database
        .Rows("SELECT line, kind, reason, excerpt FROM reject WHERE source = ? ORDER BY id", source)
        .Select(row => new RejectedRow(row.Long(0), row.Text(1), row.Text(2), row.Text(3)));

    /// <summary>Counts by one pass over the posts.</summary>
    public static CaseFigures Figures(Database database)
    {
        var accounts = new long[database.Number("SELECT coalesce(max(id), 0) + 1 FROM account")];
        var precisions = new long[Enum.GetValues<TimePrecision>().Length];
        var days = new Dictionary<long, long>();
        var languageNames = new NameTable();
        var languages = new List<long>();
        long? first = null, last = null;
        foreach (var row in database.Rows("SELECT account, time_us, precision, language FROM post"))
        {
            var timeUs = row.Long(1);
            accounts[row.Long(0)]++;
            precisions[row.Long(2)]++;
            CollectionsMarshal.GetValueRefOrAddDefault(days, timeUs - Modulo(timeUs, UsPerDay), out _)++;
            var language = languageNames.Intern(row.Bytes(3), out var isNew);
            if (isNew) languages.Add(0);
            languages[language]++;
            first = Math.Min(first ?? long.MaxValue, timeUs);
            last = Math.Max(last ?? long.MinValue, timeUs);
        }

        return new CaseFigures(
            accounts.Sum(), database.Number("SELECT count(*) FROM account"), first, last,
            Platforms(database, accounts),
            MostFirst(languages.Select((count, id) => new Tally(languageNames[id], count))),
            [.. Enum.GetValues<TimePrecision>().Select(precision => new Tally(precision.Word, precisions[(int)precision])).Where(tally => tally.Count > 0)],
            [.. days.OrderBy(day => day.Key).Select(day => new DayCount(day.Key, day.Value))]);
    }

    private static ImmutableArray<Tally> Platforms(Database database, long[] postsOf) => MostFirst(database
        .Rows("SELECT id, platform FROM account")
        .Select(row => (Posts: postsOf[row.Long(0)], Platform: row.Text(1)))
        .GroupBy(account => account.Platform, (platform, of) => new Tally(platform, of.Sum(account => account.Posts))));

    private static ImmutableArray<Tally> MostFirst(IEnumerable<Tally> tallies) =>
        [.. tallies.OrderByDescending(tally => tally.Count).ThenBy(tally => tally.Name, StringComparer.Ordinal)];

    private static long Modulo(long value, long by) => ((value % by) + by) % by;

    private static ILookup<long, RejectCount> RejectCounts(Database database) => database.Rows("""
        SELECT counted.source, counted.kind, counted.rows, example.reason, example.line
        FROM (SELECT source, kind, count(*) AS rows, min(id) AS first FROM reject GROUP BY source, kind) AS counted
        JOIN reject AS example ON example.id = counted.first
        ORDER BY counted.source, counted.rows DESC, counted.kind
        """).Select(row => (Source: row.Long(0), Count: new RejectCount(row.Text(1), row.Long(2), row.Text(3), row.Long(4))))
        .ToLookup(row => row.Source, row => row.Count);
}
