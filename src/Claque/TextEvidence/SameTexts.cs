using Claque.Columns;
using Claque.Text;

namespace Claque.TextEvidence;

/// <summary>
/// The texts of a pool with near-duplicates made one, numbered by first appearance, and per text its publishers: for each
/// account its posts by time.
/// </summary>
internal sealed class SameTexts
{
    private readonly TextUse[] _uses;
    private readonly int[] _byText, _entryStarts, _entryUses, _entryAccounts;

    private SameTexts(TextUse[] uses, int[] clusterOf, int count, int accounts)
    {
        (_uses, ClusterOf, Count) = (uses, clusterOf, count);
        // Stable sorts: by account, then by text, so within a text by account and within an account in the order of the source.
        var (byAccount, _) = CountingSort.By(Array.ConvertAll(uses, use => use.Account), accounts);
        var (order, starts) = CountingSort.By(Array.ConvertAll(byAccount, use => clusterOf[uses[use].Text]), count);
        _byText = Array.ConvertAll(order, at => byAccount[at]);
        (_entryStarts, _entryUses, _entryAccounts) = Entries(starts);
        SortByTime();
    }

    /// <summary>Number of texts.</summary>
    public int Count { get; }

    /// <summary>Per text of the pool: the text that it is one with.</summary>
    public int[] ClusterOf { get; }

    /// <summary>Makes near-duplicates one.</summary>
    public static SameTexts Of(TextPool pool, double similarity, IProgress<StageProgress>? progress, CancellationToken stop)
    {
        var first = NearDuplicates.Clusters(pool.Sets, similarity, progress, stop);
        var (number, count) = (new int[first.Length], 0);
        for (var text = 0; text < first.Length; text++) number[text] = first[text] == text ? count++ : number[first[text]];
        return new SameTexts(pool.Uses, number, count, pool.Accounts.Count);
    }

    /// <summary>The accounts that published a text, by number.</summary>
    public ReadOnlySpan<int> Publishers(int text) => _entryAccounts.AsSpan(_entryStarts[text].._entryStarts[text + 1]);

    /// <summary>The uses of a text, by account, then time.</summary>
    public ReadOnlySpan<int> Uses(int text) => _byText.AsSpan(_entryUses[_entryStarts[text]].._entryUses[_entryStarts[text + 1]]);

    /// <summary>The uses of a text by its publisher at this place, by time.</summary>
    public ReadOnlySpan<int> Uses(int text, int publisher)
    {
        var entry = _entryStarts[text] + publisher;
        return _byText.AsSpan(_entryUses[entry].._entryUses[entry + 1]);
    }

    /// <summary>True when two publishers of a text published it within so many microseconds of one another.</summary>
    public bool AreClose(int text, int publisherA, int publisherB, long withinUs)
    {
        var a = Uses(text, publisherA);
        var b = Uses(text, publisherB);
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            var gap = _uses[a[i]].TimeUs - _uses[b[j]].TimeUs;
            if (Math.Abs(gap) <= withinUs) return true;
            if (gap < 0) i++;
            else j++;
        }

        return false;
    }

    private (int[] Starts, int[] Uses, int[] Accounts) Entries(int[] starts)
    {
        var entryStarts = new int[Count + 1];
        var (uses, accounts) = (new List<int>(_uses.Length + 1), new List<int>(_uses.Length));
        for (var text = 0; text < Count; text++)
        {
            entryStarts[text] = accounts.Count;
            var last = -1;
            for (var at = starts[text]; at < starts[text + 1]; at++)
            {
                var account = _uses[_byText[at]].Account;
                if (account == last) continue;
                accounts.Add(last = account);
                uses.Add(at);
            }
        }

        entryStarts[Count] = accounts.Count;
        uses.Add(_uses.Length);
        return (entryStarts, [.. uses], [.. accounts]);
    }

    private void SortByTime()
    {
        for (var entry = 0; entry < _entryAccounts.Length; entry++)
        {
            var uses = _byText.AsSpan(_entryUses[entry].._entryUses[entry + 1]);
            if (uses.Length > 1) uses.Sort((a, b) => _uses[a].TimeUs != _uses[b].TimeUs ? _uses[a].TimeUs.CompareTo(_uses[b].TimeUs) : a.CompareTo(b));
        }
    }
}
