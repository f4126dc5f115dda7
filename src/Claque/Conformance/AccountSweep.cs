namespace Claque.Conformance;

/// <summary>Counts, for one account after another, with whom its rows meet: a count per partner, no table of pairs.</summary>
internal sealed class AccountSweep
{
    private readonly Shares _shares;
    private readonly ObjectTimelines _timelines;
    private readonly int[] _first;
    private readonly int[] _last;
    private readonly int[] _places;

    /// <summary>Prepares the sweep over the given rows. O(n log n).</summary>
    public AccountSweep(Shares shares, ObjectTimelines timelines, TimeSpan window)
    {
        (_shares, _timelines) = (shares, timelines);
        (_first, _last) = timelines.Windows(shares, window.Ticks / TimeSpan.TicksPerMicrosecond);
        _places = new int[timelines.Rows.Length];
        for (var i = 0; i < _places.Length; i++) _places[i] = i;
        Array.Sort(_places, (a, b) =>
        {
            var (x, y) = (timelines.Rows[a], timelines.Rows[b]);
            var order = shares.Account[x].CompareTo(shares.Account[y]);
            if (order == 0) order = shares.Content[x].CompareTo(shares.Content[y]);
            return order != 0 ? order : a.CompareTo(b);
        });
    }

    /// <summary>Calls <paramref name="each"/> with account, partner and count: rows of the partner met by rows of the account.</summary>
    /// <param name="oncePerPost">Count a post of the account once for each partner, however many rows of the partner it meets.</param>
    /// <param name="minRows">Accounts with fewer rows are passed over.</param>
    /// <param name="each">Called once for each two accounts that meet, in either direction.</param>
    /// <param name="stop">Cancels between accounts.</param>
    /// <remarks>O(pairs in the window), memory O(accounts).</remarks>
    public void Run(bool oncePerPost, int minRows, Action<int, int, int> each, CancellationToken stop)
    {
        var counts = new int[_shares.Accounts.Count];
        var postOf = new int[_shares.Accounts.Count];
        var partners = new List<int>();
        for (int start = 0, end; start < _places.Length; start = end)
        {
            stop.ThrowIfCancellationRequested();
            var account = AccountAt(start);
            for (end = start + 1; end < _places.Length && AccountAt(end) == account; end++) { }
            if (end - start >= minRows) Count(_places.AsSpan(start..end), account, oncePerPost, counts, postOf, partners);
            partners.Sort();
            foreach (var partner in partners)
            {
                each(account, partner, counts[partner]);
                (counts[partner], postOf[partner]) = (0, 0);
            }

            partners.Clear();
        }
    }

    private int AccountAt(int index) => _shares.Account[_timelines.Rows[_places[index]]];

    private void Count(ReadOnlySpan<int> places, int account, bool oncePerPost, int[] counts, int[] postOf, List<int> partners)
    {
        var accounts = _shares.Account;
        var contents = _shares.Content;
        var rows = _timelines.Rows;
        foreach (var place in places)
        {
            var post = contents[rows[place]] + 1;
            for (var other = _first[place]; other <= _last[place]; other++)
            {
                var partner = accounts[rows[other]];
                if (partner == account || (oncePerPost && postOf[partner] == post)) continue;
                if (counts[partner]++ == 0) partners.Add(partner);
                postOf[partner] = post;
            }
        }
    }
}
