using System.Numerics;
using System.Runtime.InteropServices;

namespace Claque.Tracing;

/// <summary>
/// A column of numbers that grows by whole blocks, so that nothing is copied until it is complete. A block whose numbers are equally far apart, as
/// those of lines are, or all the same, takes no memory.
/// </summary>
internal sealed class NumberColumn<T>
    where T : struct, IBinaryInteger<T>
{
    private const int BlockBits = 15, BlockLength = 1 << BlockBits;

    private readonly List<Block> _blocks = [];
    private T[] _last = [];

    /// <summary>Numbers as they are, or where they are null a first one and the step from each to the next.</summary>
    private readonly record struct Block(T[]? Values, T First, T Step);

    public int Count { get; private set; }

    public T this[int index]
    {
        get
        {
            var (block, at) = (_blocks[index >> BlockBits], index & (BlockLength - 1));
            return block.Values is { } values ? values[at] : block.First + block.Step * T.CreateTruncating(at);
        }
    }

    public void Add(T value)
    {
        var at = Count & (BlockLength - 1);
        if (at == 0) AddBlock();
        _last[at] = value;
        Count++;
    }

    public void Add(ReadOnlySpan<T> values)
    {
        while (values.Length > 0)
        {
            var at = Count & (BlockLength - 1);
            if (at == 0) AddBlock();
            var some = values[..Math.Min(values.Length, BlockLength - at)];
            some.CopyTo(_last.AsSpan(at));
            Count += some.Length;
            values = values[some.Length..];
        }
    }

    /// <summary>The column in one array; the blocks are let go.</summary>
    public T[] Take()
    {
        var all = GC.AllocateUninitializedArray<T>(Count);
        for (var i = 0; i < _blocks.Count; i++)
        {
            var part = all.AsSpan(i << BlockBits, Math.Min(BlockLength, Count - (i << BlockBits)));
            if (_blocks[i].Values is { } values) values.AsSpan(0, part.Length).CopyTo(part);
            else Fill(part, _blocks[i].First, _blocks[i].Step);
            _blocks[i] = default;
        }

        _blocks.Clear();
        (Count, _last) = (0, []);
        return all;
    }

    private void AddBlock()
    {
        if (_last.Length > 0 && IsEven(_last)) _blocks[^1] = new Block(null, _last[0], _last[1] - _last[0]);
        else _last = GC.AllocateUninitializedArray<T>(BlockLength);
        _blocks.Add(new Block(_last, default, default));
    }

    private static bool IsEven(T[] values)
    {
        var step = values[1] - values[0];
        var these = MemoryMarshal.Cast<T, Vector<T>>(values.AsSpan(0, values.Length - Vector<T>.Count));
        var next = MemoryMarshal.Cast<T, Vector<T>>(values.AsSpan(1));
        for (var i = 0; i < these.Length; i++)
            if (next[i] - these[i] != new Vector<T>(step)) return false;
        for (var i = values.Length - Vector<T>.Count; i < values.Length; i++)
            if (values[i] - values[i - 1] != step) return false;
        return true;
    }

    private static void Fill(Span<T> part, T first, T step)
    {
        foreach (ref var value in part)
        {
            value = first;
            first += step;
        }
    }
}
