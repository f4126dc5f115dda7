using System.Collections.Immutable;

namespace Claque.Conformance;

/// <summary>An edge of the detector in AFP's browser extension.</summary>
/// <param name="A">The account whose name is smaller, byte by byte.</param>
/// <param name="B">The other account.</param>
/// <param name="Count">Twice the number of pairs of rows (A1): always even.</param>
public readonly record struct AfpPair(int A, int B, int Count);

/// <summary>The pairs of the coordination detector in the AFP and InVID-WeVerify verification plugin.</summary>
/// <remarks>
/// <para>Peer: verification-plugin (commit 2444a5d6, 2026), AFP Medialab, https://github.com/AFP-Medialab/verification-plugin, its
/// coordination detector.</para>
/// <para>Known faults, kept: A1, every pair of rows is counted twice; A2, the threshold drops a fixed share of the pairs and cuts
/// through equal counts. Departures: A3, the peer joins two names with a hyphen and splits them again, so names with a hyphen break;
/// here accounts stay ids. Among equal counts the peer drops in the order in which it met them, here those with the smallest names
/// go first.</para>
/// </remarks>
public static class Afp
{
    /// <summary>The pairs of accounts with their doubled counts.</summary>
    /// <param name="shares">The rows; repeats count.</param>
    /// <param name="window">Widest gap, inclusive.</param>
    /// <param name="minParticipation">Rows that an account needs; 1 or more.</param>
    /// <param name="edgeThreshold">Share of the pairs to drop, lowest counts first; 0 to 1.</param>
    /// <param name="stop">Cancels between accounts.</param>
    /// <returns>By names, byte by byte.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A window below 0, a participation below 1, a threshold outside 0 to 1.</exception>
    /// <remarks>O(n log n + pairs in the window). The peer compares all rows of an object with all.</remarks>
    public static ImmutableArray<AfpPair> Pairs(
        Shares shares, TimeSpan window, int minParticipation, double edgeThreshold = 0, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(minParticipation, 1);
        if (!(edgeThreshold is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(edgeThreshold), edgeThreshold, "The edge threshold is a share from 0 to 1.");

        var rowsOf = new int[shares.Accounts.Count];
        foreach (var account in shares.Account) rowsOf[account]++;
        var rows = Enumerable.Range(0, shares.Count).Where(row => rowsOf[shares.Account[row]] >= minParticipation).ToArray();
        var rank = ByteOrder.Ranks(shares.Accounts);
        var pairs = new List<AfpPair>();
        new AccountSweep(shares, ObjectTimelines.Of(shares, rows), window).Run(
            oncePerPost: false,
            minRows: 1,
            (a, b, count) =>
            {
                if (rank[a] < rank[b]) pairs.Add(new AfpPair(a, b, 2 * count));
            },
            stop);
        var dropped = (int)Math.Floor(edgeThreshold * pairs.Count);
        return
        [
            .. pairs.OrderBy(pair => pair.Count).ThenBy(pair => rank[pair.A]).ThenBy(pair => rank[pair.B]).Skip(dropped)
                .OrderBy(pair => rank[pair.A]).ThenBy(pair => rank[pair.B]),
        ];
    }
}
