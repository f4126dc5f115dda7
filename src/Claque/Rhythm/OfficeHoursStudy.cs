namespace Claque.Rhythm;

/// <summary>How much accounts keep office hours, each against accounts of the case that are like it otherwise.</summary>
/// <remarks>
/// A busy account, one of another part of the world or of another language keeps other hours without any office: what is compared is
/// matched on these before it is compared. Matching with a caliper: Stuart 2010, doi:10.1214/09-STS313.
/// </remarks>
internal static class OfficeHoursStudy
{
    private const int LeastMatched = 5;
    private const int MostMatched = 25;
    private const double MostTimesPosts = 3;
    private const double MostHoursApart = 2;
    private const int SaturdayIndex = 5;

    /// <summary>The office hours of each account that has an offset; null of the others. O(posts · offsets in range); matching looks at accounts of about as many posts only.</summary>
    /// <param name="accounts">The accounts.</param>
    /// <param name="offsets">The offset of each; null where it shows none.</param>
    public static OfficeHours?[] Of(IReadOnlyList<AccountTimes> accounts, IReadOnlyList<OffsetRange?> offsets)
    {
        var odds = accounts.Select((account, i) => offsets[i] is { } offset ? LogOdds(account.TimesUs, offset.Hours) : 0).ToArray();
        var office = new OfficeHours?[accounts.Count];
        foreach (var alike in Enumerable.Range(0, accounts.Count).Where(i => offsets[i] is not null).GroupBy(i => accounts[i].Language, StringComparer.OrdinalIgnoreCase))
        {
            (int Account, double Volume)[] byVolume = [.. alike.Select(i => (i, Math.Log(accounts[i].TimesUs.Count))).OrderBy(one => one.Item2).ThenBy(one => one.i)];
            for (var place = 0; place < byVolume.Length; place++)
            {
                var own = byVolume[place].Account;
                office[own] = Of(accounts[own].TimesUs, offsets[own]!, odds[own], [.. Matched(byVolume, place, offsets[own]!, other => offsets[other]).Select(other => odds[other])]);
            }
        }

        return office;
    }

    /// <summary>The office hours of one account, with the same result as among all; the times of others are asked for as they are needed.</summary>
    /// <param name="own">The account.</param>
    /// <param name="offset">Its offset.</param>
    /// <param name="others">The other accounts of the case.</param>
    /// <param name="read">The times of one of them, and its offset if it shows one.</param>
    public static OfficeHours Of(AccountTimes own, OffsetRange offset, IReadOnlyList<AccountVolume> others, Func<int, (IReadOnlyList<long> TimesUs, OffsetRange? Offset)> read)
    {
        const int Own = -1;
        string Name(int account) => account == Own ? own.Account : others[account].Account;
        var alike = Enumerable.Range(0, others.Count).Where(i => string.Equals(others[i].Language, own.Language, StringComparison.OrdinalIgnoreCase)).Select(i => (Account: i, Volume: Math.Log(others[i].Posts)));
        (int Account, double Volume)[] byVolume = [.. alike.Append((Own, Math.Log(own.TimesUs.Count))).OrderBy(one => one.Item2).ThenBy(one => Name(one.Item1), StringComparer.Ordinal)];
        var odds = new Dictionary<int, double>();
        var matched = Matched(byVolume, Array.FindIndex(byVolume, one => one.Account == Own), offset, other =>
        {
            var (times, shown) = read(other);
            if (shown is not null) odds[other] = LogOdds(times, shown.Hours);
            return shown;
        });
        return Of(own.TimesUs, offset, LogOdds(own.TimesUs, offset.Hours), [.. matched.Select(other => odds[other])]);
    }

    /// <summary>The nearest in volume, from an account outwards, among those that may be compared at all.</summary>
    private static List<int> Matched((int Account, double Volume)[] byVolume, int place, OffsetRange own, Func<int, OffsetRange?> offsetOf)
    {
        var volume = byVolume[place].Volume;
        var matched = new List<int>();
        for (var (below, above) = (place - 1, place + 1); matched.Count < MostMatched;)
        {
            var (down, up) = (below >= 0 ? volume - byVolume[below].Volume : double.MaxValue, above < byVolume.Length ? byVolume[above].Volume - volume : double.MaxValue);
            if (Math.Min(down, up) > Math.Log(MostTimesPosts)) break;
            var other = byVolume[down < up ? below-- : above++].Account;
            if (offsetOf(other) is { } offset && Apart(offset.Hours, own.Hours) <= MostHoursApart) matched.Add(other);
        }

        return matched;
    }

    private static OfficeHours Of(IReadOnlyList<long> times, OffsetRange offset, double odds, double[] matched)
    {
        var inOffice = times.Count(time => InOffice(time, offset.Hours));
        var weekend = times.Count(time => PostingTimes.Weekday(time, offset.Hours) >= SaturdayIndex);
        var ratio = weekend / 2.0 / Math.Max(0.2, (times.Count - weekend) / 5.0);
        var office = new OfficeHours((double)inOffice / times.Count, odds, matched.Length, null, null, null, null, ratio);
        if (matched.Length < LeastMatched) return office;
        Array.Sort(matched);
        var usual = (matched[(matched.Length - 1) / 2] + matched[matched.Length / 2]) / 2;
        var range = new List<double>();
        for (var hours = offset.Low; hours <= offset.High; hours += 0.5) range.Add(LogOdds(times, hours) - usual);
        return office with { Index = odds - usual, Low = range.Min(), High = range.Max(), AsHigh = matched.Count(other => other >= odds) };
    }

    private static double LogOdds(IReadOnlyList<long> times, double hours)
    {
        var inOffice = times.Count(time => InOffice(time, hours));
        return Math.Log((inOffice + 0.5) / (times.Count - inOffice + 0.5));
    }

    private static bool InOffice(long time, double hours) => PostingTimes.Weekday(time, hours) < SaturdayIndex && PostingTimes.HourOf(time, hours) is >= 9 and < 18;

    private static double Apart(double a, double b) => Math.Abs(((a - b + 36) % 24 + 24) % 24 - 12);
}
