using System.Collections.Immutable;
using Claque.Cases.Storage;
using Claque.Reading;

namespace Claque.Cases.Looking;

/// <summary>Counts over the posts of one account.</summary>
internal static class AccountCounts
{
    private const long UsPerHour = 3_600_000_000;
    private const int HoursPerWeek = 168;

    // 1 January 1970 was a Thursday; the week begins on Monday.
    private const int FirstHour = 3 * 24;

    public static AccountFacts Of(Database database, long account)
    {
        var hours = new int[HoursPerWeek];
        var (languages, clients) = (new Dictionary<string, long>(), new Dictionary<string, long>());
        long posts = 0, reshares = 0, replies = 0;
        long? first = null, last = null;
        foreach (var row in database.Rows("""
            SELECT time_us, precision, language, client, is_reshare, reply_to IS NOT NULL FROM post WHERE account = ?
            """, account))
        {
            var timeUs = row.Long(0);
            posts++;
            reshares += row.Long(4);
            replies += row.Long(5);
            first = Math.Min(first ?? long.MaxValue, timeUs);
            last = Math.Max(last ?? long.MinValue, timeUs);
            if (row.Int(1) <= (int)TimePrecision.Hour) hours[HourOfWeek(timeUs)]++;
            Count(languages, row.Text(2));
            Count(clients, row.Text(3));
        }

        return new AccountFacts(posts, first, last, reshares, replies, [.. hours], MostFirst(languages), MostFirst(clients), Names(database, account));
    }

    /// <summary>Hour of the week, 0 to 167, Monday 00:00 UTC first.</summary>
    public static int HourOfWeek(long timeUs)
    {
        var hour = (long)Math.Floor((double)timeUs / UsPerHour) + FirstHour;
        return (int)(((hour % HoursPerWeek) + HoursPerWeek) % HoursPerWeek);
    }

    private static ImmutableArray<NameSpan> Names(Database database, long account) =>
        [.. database.Rows("SELECT handle, name, first_us, last_us FROM account_name WHERE account = ? ORDER BY first_us, last_us, handle, name", account)
            .Select(row => new NameSpan(row.Text(0), row.Text(1), row.Long(2), row.Long(3)))];

    private static void Count(Dictionary<string, long> counts, string name) => counts[name] = counts.GetValueOrDefault(name) + 1;

    private static ImmutableArray<Tally> MostFirst(Dictionary<string, long> counts) =>
        [.. counts.OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).Select(count => new Tally(count.Key, count.Value))];
}
