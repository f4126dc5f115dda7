using System.Numerics;
using System.Runtime.InteropServices;

namespace Claque.Tracing;

/// <summary>A column of numbers. A block whose numbers are equally far apart, as those of lines are, or all the same, is kept as its first two.</summary>
internal sealed class NumberColumn<T> : Column<T>
    where T : struct, IBinaryInteger<T>
{
    public T this[int index]
    {
        get
        {
            var (block, at) = (Blocks[index >> BlockBits], index & (BlockLength - 1));
            return block.Length == BlockLength ? block[at] : block[0] + (block[1] - block[0]) * T.CreateTruncating(at);
        }
    }

    protected override T[] Kept(T[] block) => IsEven(block) ? block[..2] : block;

    protected override void Write(T[] kept, Span<T> values)
    {
        if (kept.Length == BlockLength)
        {
            base.Write(kept, values);
            return;
        }

        var (value, step) = (kept[0], kept[1] - kept[0]);
        foreach (ref var place in values)
        {
            place = value;
            value += step;
        }
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
}
