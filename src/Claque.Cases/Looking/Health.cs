using Claque.Cases.Storage;

namespace Claque.Cases.Looking;

/// <summary>Counts what is missing in the data.</summary>
internal static class Health
{
    private const long UsPerMinute = 60_000_000;

    public static DataHealth Of(Database database)
    {
        long withoutId = 0, withoutText = 0, fromId = 0;
        var minutes = new HashSet<long>();
        foreach (var row in database.Rows("SELECT time_us, native_id IS NULL, coalesce(text, '') = '', time_from_id FROM post"))
        {
            withoutId += row.Long(1);
            withoutText += row.Long(2);
            fromId += row.Long(3);
            minutes.Add(row.Long(0) / UsPerMinute);
        }

        var (gapFrom, gapTo) = LongestGap(minutes);
        return new DataHealth(withoutId, withoutText, fromId, gapFrom, gapTo);
    }

    /// <summary>The longest time without a post, to the minute.</summary>
    private static (long? From, long? To) LongestGap(HashSet<long> minutes)
    {
        var sorted = minutes.ToArray();
        Array.Sort(sorted);
        var at = -1;
        for (var i = 1; i < sorted.Length; i++)
            if (at < 0 || sorted[i] - sorted[i - 1] > sorted[at] - sorted[at - 1]) at = i;
        return at < 0 ? (null, null) : (sorted[at - 1] * UsPerMinute, sorted[at] * UsPerMinute);
    }
}
