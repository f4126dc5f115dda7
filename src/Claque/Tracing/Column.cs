namespace Claque.Tracing;

/// <summary>A column that grows by whole blocks, so that nothing is copied until it is complete.</summary>
internal sealed class Column<T>
{
    private const int BlockBits = 15, BlockLength = 1 << BlockBits;

    private readonly List<T[]> _blocks = [];
    private T[] _last = [];

    public int Count { get; private set; }

    public T this[int index] => _blocks[index >> BlockBits][index & (BlockLength - 1)];

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
        for (var block = 0; block < _blocks.Count; block++)
        {
            var start = block << BlockBits;
            _blocks[block].AsSpan(0, Math.Min(BlockLength, Count - start)).CopyTo(all.AsSpan(start));
            _blocks[block] = [];
        }

        _blocks.Clear();
        (Count, _last) = (0, []);
        return all;
    }

    private void AddBlock() => _blocks.Add(_last = GC.AllocateUninitializedArray<T>(BlockLength));
}
