namespace Claque.Reading.Times;

/// <summary>Steps through a short ASCII text.</summary>
internal ref struct Cursor(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> _text = text;

    /// <summary>Place of the next byte.</summary>
    public int Position { get; set; }

    /// <summary>True when nothing is left.</summary>
    public readonly bool AtEnd => Position >= _text.Length;

    /// <summary>The next byte; 0 at the end.</summary>
    public readonly byte Next => AtEnd ? (byte)0 : _text[Position];

    /// <summary>What is left.</summary>
    public readonly ReadOnlySpan<byte> Rest => _text[Position..];

    /// <summary>Steps over one of the given bytes; 0 when another stands here.</summary>
    public byte Take(scoped ReadOnlySpan<byte> any)
    {
        if (AtEnd || !any.Contains(Next)) return 0;
        return _text[Position++];
    }

    /// <summary>Steps over blanks.</summary>
    public bool Blanks()
    {
        var before = Position;
        while (!AtEnd && Next is (byte)' ' or (byte)'\t') Position++;
        return Position > before;
    }

    /// <summary>Steps over digits, nine at most, and gives their value and count.</summary>
    public bool Number(out int value, out int digits)
    {
        (value, digits) = (0, 0);
        while (!AtEnd && Next is >= (byte)'0' and <= (byte)'9')
        {
            if (++digits > 9) return false;
            value = value * 10 + (Next - '0');
            Position++;
        }

        return digits > 0;
    }

    /// <summary>Steps over letters.</summary>
    public ReadOnlySpan<byte> Word()
    {
        var start = Position;
        while (!AtEnd && (Next | 0x20) is >= 'a' and <= 'z') Position++;
        return _text[start..Position];
    }
}
