namespace Claque.Text;

/// <summary>Brings the parameters of addresses into one order. Keeps its buffers; one for each thread.</summary>
internal sealed class UrlQuery
{
    private readonly ByteBuffer _written = new();
    private readonly List<(int Start, int Length)> _parameters = [];

    /// <summary>Writes what is left of a query, sorted and without what only tracks, behind an address.</summary>
    public void Write(ReadOnlySpan<byte> query, ReadOnlySpan<byte> host, ByteBuffer link, ref UrlRule rules)
    {
        _written.Clear();
        _parameters.Clear();
        foreach (var range in query.Split((byte)'&'))
        {
            var part = query[range];
            // A link that went through HTML has &amp; for &.
            if (part.StartsWith("amp;"u8)) part = part[4..];
            if (part.IsEmpty) continue;
            if (UrlHosts.IsTracking(host, part))
            {
                rules |= UrlRule.Tracking;
                continue;
            }

            var start = _written.Length;
            if (PercentForm.Write(part, _written)) rules |= UrlRule.Percent;
            _parameters.Add((start, _written.Length - start));
        }

        WriteSorted(link, ref rules);
    }

    private void WriteSorted(ByteBuffer link, ref UrlRule rules)
    {
        if (_parameters.Count == 0) return;
        for (var i = 1; i < _parameters.Count; i++)
        {
            if (Compare(_parameters[i - 1], _parameters[i]) < 0) continue;
            rules |= UrlRule.Sorted;
            _parameters.Sort(Compare);
            break;
        }

        for (var i = 0; i < _parameters.Count; i++)
        {
            if (i > 0 && Compare(_parameters[i - 1], _parameters[i]) == 0) continue;
            link.Add(i == 0 ? (byte)'?' : (byte)'&');
            link.Add(_written.Bytes.Slice(_parameters[i].Start, _parameters[i].Length));
        }
    }

    private int Compare((int Start, int Length) a, (int Start, int Length) b) =>
        _written.Bytes.Slice(a.Start, a.Length).SequenceCompareTo(_written.Bytes.Slice(b.Start, b.Length));
}
