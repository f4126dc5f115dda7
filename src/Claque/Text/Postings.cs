namespace Claque.Text;

/// <summary>For each key the groups that were entered under it, rising; laid out in one array.</summary>
internal sealed class Postings
{
    /// <summary>Entries that are passed over together when all belong to one cluster.</summary>
    public const int BlockLength = 64;

    private readonly long[] _starts;
    private readonly int[] _lengths;
    private readonly int[] _entries;
    private readonly int[] _clusters;

    /// <summary>Makes room for what will be entered.</summary>
    /// <param name="keys">Keys are 0 to below this.</param>
    /// <param name="groups">Groups are 0 to below this.</param>
    /// <param name="keysOf">The keys that a group will be entered under.</param>
    public Postings(int keys, int groups, Func<int, List<int>> keysOf)
    {
        _lengths = new int[keys];
        _starts = new long[keys + 1];
        for (var group = 0; group < groups; group++)
            foreach (var key in keysOf(group)) _starts[key + 1]++;
        for (var key = 0; key < keys; key++) _starts[key + 1] += _starts[key];
        _entries = new int[_starts[^1]];
        _clusters = new int[_entries.Length / BlockLength + 1];
    }

    /// <summary>The groups entered so far under a key.</summary>
    public ReadOnlySpan<int> this[int key] => _entries.AsSpan((int)_starts[key], _lengths[key]);

    /// <summary>Enters a group under a key.</summary>
    public void Enter(int key, int group) => _entries[_starts[key] + _lengths[key]++] = group;

    /// <summary>The block that begins at this place of a key's list and lies wholly in it; -1 when there is none.</summary>
    public int BlockAt(int key, int at)
    {
        var place = _starts[key] + at;
        return place % BlockLength == 0 && at + BlockLength <= _lengths[key] ? (int)(place / BlockLength) : -1;
    }

    /// <summary>A member of the cluster that all of a block belongs to, or -1.</summary>
    public int ClusterOf(int block) => _clusters[block] - 1;

    /// <summary>Notes that all of a block belongs to the cluster of this member.</summary>
    public void Remember(int block, int member) => _clusters[block] = member + 1;
}
