namespace Claque.Tracing;

/// <summary>A column that grows by whole blocks, so that nothing is copied until it is complete.</summary>
internal class Column<T>
{
    /// <summary>Logarithm of the length of a block, to base 2; and the length.</summary>
    protected const int BlockBits = 15, BlockLength = 1 << BlockBits;

    private T[] _last = [];

    public int Count { get; private set; }

    /// <summary>The blocks, as <see cref="Kept"/> gave them; the last one as it is.</summary>
    protected List<T[]> Blocks { get; } = [];

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
        for (var block = 0; block < Blocks.Count; block++)
        {
            var start = block << BlockBits;
            Write(Blocks[block], all.AsSpan(start, Math.Min(BlockLength, Count - start)));
            Blocks[block] = [];
        }

        Blocks.Clear();
        (Count, _last) = (0, []);
        return all;
    }

    /// <summary>What is kept of a block that is full; where it is another array, the block is used again.</summary>
    protected virtual T[] Kept(T[] block) => block;

    /// <summary>Writes the first values of a block that was kept.</summary>
    protected virtual void Write(T[] kept, Span<T> values) => kept.AsSpan(0, values.Length).CopyTo(values);

    private void AddBlock()
    {
        if (Blocks.Count > 0) Blocks[^1] = Kept(_last);
        if (Blocks.Count == 0 || Blocks[^1] == _last) _last = GC.AllocateUninitializedArray<T>(BlockLength);
        Blocks.Add(_last);
    }
}
