using Claque.Cases;

namespace Claque.Reports.Exports;

/// <summary>Writes pairs and accounts as CSV. Times are seconds; an empty cell means that the run did not measure it.</summary>
public static class CsvExport
{
    /// <summary>
    /// Writes a line per pair, behaviour and window: the columns
    /// <c>account_a,account_b,behaviour,weight,co_acts,posts_a,posts_b,mean_gap_s,median_gap_s,p,q,tier</c>, then
    /// <c>window_s,a_first,b_first,platform_a,handle_a,platform_b,handle_b</c>.
    /// </summary>
    /// <param name="pairs">Pairs; read once, in their order.</param>
    /// <param name="output">Where to; left open.</param>
    /// <param name="options">How; null for the defaults.</param>
    public static void WritePairs(IEnumerable<PairView> pairs, Stream output, CsvOptions? options = null)
    {
        using var csv = new CsvWriter(
            output, options ?? new(), "account_a", "account_b", "behaviour", "weight", "co_acts", "posts_a", "posts_b", "mean_gap_s",
            "median_gap_s", "p", "q", "tier", "window_s", "a_first", "b_first", "platform_a", "handle_a", "platform_b", "handle_b");
        foreach (var pair in pairs) WritePair(csv, pair);
    }

    /// <summary>
    /// Writes a line per account: the columns <c>account,tier,q,group,evidence,behaviours,explained</c>, then
    /// <c>platform,handle,name,ties,weight,joint_posts,posts,joint_share</c>. Several values in a cell are joined by a blank.
    /// </summary>
    /// <param name="accounts">Accounts; read once, in their order.</param>
    /// <param name="output">Where to; left open.</param>
    /// <param name="options">How; null for the defaults.</param>
    public static void WriteAccounts(IEnumerable<AccountRow> accounts, Stream output, CsvOptions? options = null)
    {
        using var csv = new CsvWriter(
            output, options ?? new(), "account", "tier", "q", "group", "evidence", "behaviours", "explained", "platform", "handle",
            "name", "ties", "weight", "joint_posts", "posts", "joint_share");
        foreach (var row in accounts) WriteAccount(csv, row);
    }

    private static void WritePair(CsvWriter csv, PairView pair)
    {
        csv.Id(pair.A.NativeId);
        csv.Id(pair.B.NativeId);
        csv.Text(pair.Behaviour);
        csv.Number(Number.Of(pair.Weight));
        csv.Number(Number.Of(pair.CoActs));
        csv.Number(Number.Of(pair.PostsA));
        csv.Number(Number.Of(pair.PostsB));
        csv.Number(Number.Seconds(pair.MeanGapS));
        csv.Number(Number.Seconds(pair.MedianGapS));
        csv.Number(Number.Probability(pair.P));
        csv.Number(Number.Probability(pair.Q));
        csv.Text(pair.Tier);
        csv.Number(Number.Seconds(pair.WindowS));
        csv.Number(Number.Of(pair.AFirst));
        csv.Number(Number.Of(pair.BFirst));
        csv.Text(pair.A.Platform);
        csv.Text(pair.A.Handle);
        csv.Text(pair.B.Platform);
        csv.Text(pair.B.Handle);
        csv.EndRow();
    }

    private static void WriteAccount(CsvWriter csv, AccountRow row)
    {
        csv.Id(row.Account.NativeId);
        csv.Text(row.Tier);
        csv.Number(Number.Probability(row.Q));
        csv.Number(row.Group is { } group ? Number.Of(group) : "");
        csv.Text(string.Join(' ', row.Evidence));
        csv.Text(string.Join(' ', row.Behaviours));
        csv.Text(row.Explained);
        csv.Text(row.Account.Platform);
        csv.Text(row.Account.Handle);
        csv.Text(row.Account.Name);
        csv.Number(Number.Of(row.Ties));
        csv.Number(Number.Of(row.Weight));
        csv.Number(Number.Of(row.JointPosts));
        csv.Number(row.Posts is { } posts ? Number.Of(posts) : "");
        csv.Number(Number.Share(row.JointShare));
        csv.EndRow();
    }
}
