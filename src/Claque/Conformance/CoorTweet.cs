using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Claque.Conformance;

/// <summary>What the R package CooRTweet finds: its pairs of shares, networks and statistics, number for number, bugs included.</summary>
/// <remarks>
/// <para>Peer: CooRTweet 2.1.3 (commit d31a008, 2025), Righetti and Balluff, https://github.com/nicolarighetti/CooRTweet. It is here
/// so that published studies can be repeated and compared; Claque's own pairs are in <see cref="Claque.Pairing"/>.</para>
/// <para>Known faults of the peer, kept as they are:</para>
/// <list type="bullet">
/// <item>B1: accounts of an edge are put in order, their posts are not, so <c>n_content_id</c>, <c>n_content_id_y</c> and the symmetry
/// mix the two accounts.</item>
/// <item>B2: <c>group_stats</c> counts only the first account of each edge and splits object ids at commas.</item>
/// <item>B3: <c>account_stats</c> averages over distinct values, so equal edges count once; its number of shares ignores the threshold.</item>
/// <item>B5: a pair stays when <em>either</em> account takes part often enough, and taking part counts rows, not posts.</item>
/// <item>B9: the weight counts pairs of posts, so three posts on each side of one object weigh 9.</item>
/// </list>
/// <para>Departures, none of which changes a number: B4, the statistics work for every threshold word instead of stopping; B6, rows
/// without an object are never joined instead of joined and thrown away; B8, <see cref="FlagSpeedShare"/> sorts a
/// new table and leaves the caller's as it is; order of accounts is that of their bytes, not of a locale. B7 concerns the peer's text normalisation, which stands before this.</para>
/// </remarks>
public static partial class CoorTweet
{
    /// <summary>The pairs of shares of one object by different accounts within the window, as <c>detect_groups</c> gives them.</summary>
    /// <param name="shares">The rows. A post shared by its own id (object and content of one name) never pairs.</param>
    /// <param name="window">Widest gap, inclusive. The peer's default is 10 s.</param>
    /// <param name="minParticipation">Rows that an account needs before, and after, pairing; 1 or more. The peer's default is 2.</param>
    /// <param name="stop">Cancels between objects.</param>
    /// <returns>The pairs in the peer's order: objects by first appearance, then by the rows. None, an empty table.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A window below 0, a participation below 1.</exception>
    /// <remarks>O(n log n + pairs in the window). The peer joins all rows of an object with all.</remarks>
    public static SharePairs DetectGroups(Shares shares, TimeSpan window, int minParticipation, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(minParticipation, 1);
        var active = RowsOfActiveAccounts(shares, minParticipation);
        var pairs = Sweep(shares, active, window.Ticks / TimeSpan.TicksPerMicrosecond, stop);
        return new SharePairs(shares, [.. WithParticipation(shares, active, pairs, minParticipation)]);
    }

    /// <summary>Marks the pairs that also belong to a faster network, as <c>flag_speed_share</c> does.</summary>
    /// <param name="shares">The rows that the pairs were found in.</param>
    /// <param name="pairs">Pairs of a wider window.</param>
    /// <param name="window">The narrower window, inclusive.</param>
    /// <param name="minParticipation">Rows that an account needs within the narrower window; 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A window below 0, a participation below 1.</exception>
    /// <returns>A new table, sorted by the two posts as the peer sorts (B8), with <see cref="SharePairs.Fast"/> set.</returns>
    /// <remarks>
    /// The peer finds the marked pairs again by their two posts alone: a pair of posts with two common objects is marked for both. Its
    /// sorting decides which account of an edge stands first in a network made afterwards.
    /// </remarks>
    public static SharePairs FlagSpeedShare(Shares shares, SharePairs pairs, TimeSpan window, int minParticipation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(minParticipation, 1);
        var windowUs = window.Ticks / TimeSpan.TicksPerMicrosecond;
        var all = new int[shares.Count];
        for (var row = 0; row < all.Length; row++) all[row] = row;
        var quick = pairs.Items.Where(pair => pair.TimeDeltaUs <= windowUs).ToList();
        var marked = WithParticipation(shares, all, quick, minParticipation).Select(pair => (pair.Content, pair.ContentY)).ToHashSet();
        var rank = ByteOrder.Ranks(shares.Contents);
        var items = pairs.Items.OrderBy(pair => rank[pair.Content]).ThenBy(pair => rank[pair.ContentY]).ToImmutableArray();
        return pairs with { Items = items, Fast = [.. items.Select(pair => marked.Contains((pair.Content, pair.ContentY)))] };
    }

    /// <summary>Rows of accounts with enough rows, account after account in order of first appearance: the peer's order, which decides ties.</summary>
    private static int[] RowsOfActiveAccounts(Shares shares, int minParticipation)
    {
        var rows = new int[shares.Accounts.Count];
        foreach (var account in shares.Account) rows[account]++;
        var next = new int[shares.Accounts.Count];
        Array.Fill(next, -1);
        var used = 0;
        foreach (var account in shares.Account)
        {
            if (next[account] >= 0 || rows[account] < minParticipation) continue;
            next[account] = used;
            used += rows[account];
        }

        var order = new int[used];
        for (var row = 0; row < shares.Count; row++)
            if (next[shares.Account[row]] >= 0) order[next[shares.Account[row]]++] = row;
        return order;
    }

    private static List<SharePair> Sweep(Shares shares, int[] active, long windowUs, CancellationToken stop)
    {
        var timelines = ObjectTimelines.Of(shares, active);
        var contentNamedLike = ContentsNamedLikeObjects(shares);
        var place = new int[shares.Count];
        for (var i = 0; i < active.Length; i++) place[active[i]] = i;
        var pairs = new List<SharePair>();
        var found = new List<(int First, int Second, SharePair Pair)>();
        for (var o = 0; o < timelines.Count; o++)
        {
            stop.ThrowIfCancellationRequested();
            var rows = timelines.Rows.AsSpan(timelines.Starts[o]..timelines.Starts[o + 1]);
            SweepObject(shares, rows, contentNamedLike[shares.Object[rows[0]]], windowUs, place, found);
            // The peer lists, row after row, the pairs with earlier rows; from that order igraph derives which account stands first.
            found.Sort((a, b) => a.Second != b.Second ? a.Second.CompareTo(b.Second) : a.First.CompareTo(b.First));
            foreach (ref readonly var pair in CollectionsMarshal.AsSpan(found)) pairs.Add(pair.Pair);
            found.Clear();
        }

        return pairs;
    }

    private static void SweepObject(
        Shares shares, ReadOnlySpan<int> rows, int own, long windowUs, int[] place, List<(int First, int Second, SharePair Pair)> found)
    {
        var account = shares.Account;
        var content = shares.Content;
        var time = shares.TimeUs;
        var obj = shares.Object[rows[0]];
        for (var i = 0; i < rows.Length; i++)
        {
            var older = rows[i];
            if (content[older] == own) continue;
            for (var j = i + 1; j < rows.Length; j++)
            {
                var newer = rows[j];
                var delta = time[newer] - time[older];
                if (delta > windowUs) break;
                if (account[older] == account[newer] || content[older] == content[newer] || content[newer] == own) continue;
                var pair = new SharePair(obj, account[older], account[newer], content[older], content[newer], delta);
                found.Add((Math.Min(place[older], place[newer]), Math.Max(place[older], place[newer]), pair));
            }
        }
    }

    private static int[] ContentsNamedLikeObjects(Shares shares)
    {
        var contents = new int[shares.Objects.Count];
        for (var obj = 0; obj < contents.Length; obj++) contents[obj] = shares.Contents.Find(shares.Objects.Bytes(obj));
        return contents;
    }

    /// <summary>The pairs of which either post belongs to an account with enough rows among the paired posts (B5).</summary>
    private static IEnumerable<SharePair> WithParticipation(Shares shares, int[] rows, List<SharePair> pairs, int minParticipation)
    {
        var paired = new bool[shares.Contents.Count];
        foreach (ref readonly var pair in CollectionsMarshal.AsSpan(pairs)) paired[pair.Content] = paired[pair.ContentY] = true;

        var rowsOf = new int[shares.Accounts.Count];
        foreach (var row in rows)
            if (paired[shares.Content[row]]) rowsOf[shares.Account[row]]++;

        var kept = new bool[shares.Contents.Count];
        foreach (var row in rows)
            if (paired[shares.Content[row]] && rowsOf[shares.Account[row]] >= minParticipation) kept[shares.Content[row]] = true;
        return pairs.Where(pair => kept[pair.Content] || kept[pair.ContentY]);
    }
}
