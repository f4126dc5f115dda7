using Claque.Columns;

namespace Claque.Conformance;

/// <summary>The rows of a table of shares, object after object, each object's rows by time: what all window sweeps walk over.</summary>
internal sealed class ObjectTimelines
{
    private readonly int[] _starts;

    private ObjectTimelines(int[] rows, int[] starts) => (Rows, _starts) = (rows, starts);

    /// <summary>Row numbers, grouped by object in order of first appearance, within one object by time, then by place in the given order.</summary>
    public int[] Rows { get; }

    /// <summary>Number of objects.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>Where the rows of an object begin in <see cref="Rows"/>; those of the next follow.</summary>
    public ReadOnlySpan<int> Starts => _starts;

    /// <summary>Orders the given rows. O(n log n). Rows without an object are left out unless <paramref name="withMissing"/> makes them one object.</summary>
    public static ObjectTimelines Of(Shares shares, ReadOnlySpan<int> order, bool withMissing = false)
    {
        var rankOf = new int[shares.Objects.Count + 1];
        var sizes = new List<int>();
        foreach (var row in order)
        {
            var slot = shares.Object[row] + 1;
            if (slot == 0 && !withMissing) continue;
            if (rankOf[slot] == 0)
            {
                sizes.Add(0);
                rankOf[slot] = sizes.Count;
            }

            sizes[rankOf[slot] - 1]++;
        }

        var starts = new int[sizes.Count + 1];
        for (var i = 0; i < sizes.Count; i++) starts[i + 1] = starts[i] + sizes[i];
        return new ObjectTimelines(Fill(shares, order, rankOf, starts), starts);
    }

    /// <summary>
    /// For each place in <see cref="Rows"/>, the first and the last place of the same object within the window on either side, both
    /// inclusive. O(n).
    /// </summary>
    public (int[] First, int[] Last) Windows(Shares shares, long windowUs)
    {
        var first = new int[Rows.Length];
        var last = new int[Rows.Length];
        var time = shares.TimeUs;
        for (var o = 0; o < Count; o++)
        {
            int low = _starts[o], high = _starts[o];
            for (var i = _starts[o]; i < _starts[o + 1]; i++)
            {
                while (time[Rows[i]] - time[Rows[low]] > windowUs) low++;
                while (high + 1 < _starts[o + 1] && time[Rows[high + 1]] - time[Rows[i]] <= windowUs) high++;
                (first[i], last[i]) = (low, high);
            }
        }

        return (first, last);
    }

    private static int[] Fill(Shares shares, ReadOnlySpan<int> order, int[] rankOf, int[] starts)
    {
        var places = new Place[starts[^1]];
        var next = starts[..^1];
        for (var i = 0; i < order.Length; i++)
        {
            var rank = rankOf[shares.Object[order[i]] + 1];
            if (rank > 0) places[next[rank - 1]++] = new Place(shares.TimeUs[order[i]], i, order[i]);
        }

        for (var o = 0; o + 1 < starts.Length; o++) places.AsSpan(starts[o]..starts[o + 1]).Sort();
        return Array.ConvertAll(places, place => place.Row);
    }

    private readonly record struct Place(long TimeUs, int Order, int Row) : IComparable<Place>
    {
        public int CompareTo(Place other) =>
            TimeUs != other.TimeUs ? TimeUs.CompareTo(other.TimeUs) : Order.CompareTo(other.Order);
    }
}

/// <summary>The order of names byte by byte, as numbers.</summary>
internal static class ByteOrder
{
    /// <summary>Length <c>names.Count</c>: rank of each name among all, 0 for the smallest.</summary>
    public static int[] Ranks(NameTable names)
    {
        var ids = new int[names.Count];
        for (var i = 0; i < ids.Length; i++) ids[i] = i;
        Array.Sort(ids, names.Compare);
        var ranks = new int[ids.Length];
        for (var rank = 0; rank < ids.Length; rank++) ranks[ids[rank]] = rank;
        return ranks;
    }
}
