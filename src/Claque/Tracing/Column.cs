namespace Claque.Tracing;

/// <summary>A column that grows by whole blocks, so that nothing is copied until it is complete.</summary>
internal sealed class Column<T>
{
    private const int BlockBits = 15, BlockLength = 1 << BlockBits;

    private readonly List<T[]> _blocks = [];

    public int Count { get; private set; }

    public T this[int index] => _blocks[index >> BlockBits][index & (BlockLength - 1)];

    public void Add(T value)
    {
        var at = Count & (BlockLength - 1);
        if (at == 0) _blocks.Add(GC.AllocateUninitializedArray<T>(BlockLength));
        _blocks[^1][at] = value;
        Count++;
    }

    /// <summary>The column in one array; the blocks are let go.</summary>
    public T[] Take()
    {
        var all = GC.AllocateUninitializedArray<T>(Count);
        for (var block = 0; block < _blocks.Count; block++)
        {
            var start = block << BlockBits;
            _blocks[block].AsSpan(0, Math.Min(BlockLength, Count - start)).CopyTo(all.AsSpan(start));
            _blocks[block] = [];
        }

        _blocks.Clear();
        Count = 0;
        return all;
    }
}
