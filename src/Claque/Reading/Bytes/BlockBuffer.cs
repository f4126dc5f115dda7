namespace Claque.Reading.Bytes;

/// <summary>A window on a stream: the unread bytes lie together in one array that is refilled and, up to a limit, grows.</summary>
/// <param name="stream">Read to its end, not disposed.</param>
/// <param name="blockBytes">Length at first.</param>
/// <param name="mostBytes">Length at most: what one record may take.</param>
internal sealed class BlockBuffer(Stream stream, int blockBytes, int mostBytes)
{
    /// <summary>The array; valid from <see cref="Start"/> to <see cref="End"/>.</summary>
    public byte[] Bytes { get; private set; } = new byte[blockBytes];

    /// <summary>First unread byte. The owner moves it on.</summary>
    public int Start { get; set; }

    /// <summary>One behind the last byte.</summary>
    public int End { get; private set; }

    /// <summary>True when nothing follows <see cref="End"/>.</summary>
    public bool Ended { get; private set; }

    /// <summary>Why the stream broke off; null when it did not.</summary>
    public string? Broken { get; private set; }

    /// <summary>True when no more bytes fit beside the unread ones.</summary>
    public bool Full => End - Start >= mostBytes;

    /// <summary>The unread bytes.</summary>
    public ReadOnlySpan<byte> Unread => Bytes.AsSpan(Start, End - Start);

    /// <summary>Reads on behind the unread bytes, which move to the front.</summary>
    /// <returns>False when nothing was added: the stream ended or broke, or the limit is reached.</returns>
    public bool Fill()
    {
        if (Ended || Full) return false;
        if (Start > 0)
        {
            Bytes.AsSpan(Start, End - Start).CopyTo(Bytes);
            (Start, End) = (0, End - Start);
        }

        if (End == Bytes.Length)
        {
            var grown = new byte[(int)Math.Min(mostBytes, Bytes.Length * 2L)];
            Bytes.AsSpan(0, End).CopyTo(grown);
            Bytes = grown;
        }

        var before = End;
        while (End < Bytes.Length && !Ended) ReadSome();
        return End > before;
    }

    private void ReadSome()
    {
        try
        {
            var count = stream.Read(Bytes, End, Bytes.Length - End);
            End += count;
            Ended = count == 0;
        }
        catch (IOException broken)
        {
            Broken = broken.Message;
            Ended = true;
        }
    }
}

/// <summary>A compressed stream that ends before its end or holds damaged data.</summary>
internal sealed class BrokenStreamException(string message) : IOException(message);
