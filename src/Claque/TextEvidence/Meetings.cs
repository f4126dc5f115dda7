using Claque.Columns;

namespace Claque.TextEvidence;

/// <summary>One text that two accounts have in common.</summary>
/// <param name="A">The account with the smaller number.</param>
/// <param name="B">The other account.</param>
/// <param name="Text">The text.</param>
/// <param name="Close">True when they published it on one occasion.</param>
internal readonly record struct Meeting(int A, int B, int Text, bool Close);

/// <summary>All texts that two accounts have in common, sorted by pair, then text.</summary>
internal sealed class Meetings
{
    private readonly Meeting[] _items;

    private Meetings(Meeting[] items) => _items = items;

    /// <summary>The meetings.</summary>
    public ReadOnlySpan<Meeting> Items => _items;

    /// <summary>Pairs every two publishers of every text that is not set aside.</summary>
    /// <remarks>Linear in the meetings: per text the square of its publishers, of which there are at most 500 unless told otherwise.</remarks>
    public static Meetings Of(SameTexts texts, TextClass[] classes, int accounts, long occasionUs, CancellationToken stop)
    {
        var items = new List<Meeting>();
        for (var text = 0; text < texts.Count; text++)
        {
            if (classes[text].IsSetAside) continue;
            var publishers = texts.Publishers(text);
            if (publishers.Length < 2) continue;
            stop.ThrowIfCancellationRequested();
            for (var i = 0; i < publishers.Length; i++)
                for (var j = i + 1; j < publishers.Length; j++)
                    items.Add(new Meeting(publishers[i], publishers[j], text, texts.AreClose(text, i, j, occasionUs)));
        }

        return new Meetings(Sorted([.. items], accounts));
    }

    /// <summary>Only the meetings that fulfil a condition.</summary>
    public Meetings Where(Func<Meeting, bool> condition) => new([.. _items.Where(condition)]);

    /// <summary>Hands the meetings of each pair to <paramref name="each"/>, pairs in order.</summary>
    public void ByPair(Action<ReadOnlyMemory<Meeting>> each)
    {
        for (int start = 0, end; start < _items.Length; start = end)
        {
            end = start + 1;
            while (end < _items.Length && _items[end].A == _items[start].A && _items[end].B == _items[start].B) end++;
            each(_items.AsMemory(start, end - start));
        }
    }

    private static Meeting[] Sorted(Meeting[] items, int accounts)
    {
        foreach (var key in new Func<Meeting, int>[] { meeting => meeting.B, meeting => meeting.A })
        {
            var (order, _) = CountingSort.By(Array.ConvertAll(items, meeting => key(meeting)), accounts);
            items = Array.ConvertAll(order, at => items[at]);
        }

        return items;
    }
}
