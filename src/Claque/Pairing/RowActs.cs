using Claque.Tracing;

namespace Claque.Pairing;

/// <summary>The acts of one row, segment by segment, and its segments. Filled anew for each row; for one thread.</summary>
internal sealed class RowActs(ActIndex index)
{
    private int[] _starts = new int[65], _acts = new int[64], _objects = new int[64];
    private Stamp[] _stamps = new Stamp[64];

    /// <summary>Takes the acts of a row.</summary>
    public void Take(int row)
    {
        var segments = index.SegmentsOf(row);
        if (_starts.Length <= segments.Length) (_starts, _objects) = (new int[2 * segments.Length + 1], new int[2 * segments.Length]);
        var count = 0;
        for (var s = 0; s < segments.Length; s++)
        {
            _starts[s] = count;
            _objects[s] = s > 0 && index.Continues(segments[s]) ? _objects[s - 1] : s;
            for (var act = segments[s].Last; act >= segments[s].From; act = index.Previous[act])
            {
                if (count == _acts.Length)
                {
                    Array.Resize(ref _acts, 2 * count);
                    Array.Resize(ref _stamps, 2 * count);
                }

                (_acts[count], _stamps[count++]) = (act, index.Acts[act].Stamp);
            }

            if (count - _starts[s] == 1) continue;
            Array.Reverse(_acts, _starts[s], count - _starts[s]);
            Array.Reverse(_stamps, _starts[s], count - _starts[s]);
        }

        _starts[segments.Length] = count;
    }

    /// <summary>The row's own acts in a segment, in order.</summary>
    public ReadOnlySpan<int> Of(int segment) => _acts.AsSpan(_starts[segment].._starts[segment + 1]);

    /// <summary>The times of <see cref="Of"/>.</summary>
    public ReadOnlySpan<Stamp> StampsOf(int segment) => _stamps.AsSpan(_starts[segment].._starts[segment + 1]);

    /// <summary>A number for the object of a segment: the same for those of one object.</summary>
    public int ObjectOf(int segment) => _objects[segment];
}

/// <summary>An act of a partner inside a segment of a row.</summary>
/// <param name="Segment">The segment, by its place in the row.</param>
/// <param name="Act">The act.</param>
/// <param name="Stamp">Its time.</param>
internal readonly record struct PartnerAct(int Segment, int Act, Stamp Stamp);
