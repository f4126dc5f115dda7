using Claque.Reading.Bytes;

namespace Claque.Reading.Json;

/// <summary>What a step through a JSON file found.</summary>
internal enum JsonStep
{
    /// <summary>A value.</summary>
    Value,

    /// <summary>A line above the limit of length, passed over.</summary>
    TooLong,

    /// <summary>The end, of the file or of what can be read of it.</summary>
    End,
}

/// <summary>Hands out the JSON values of a file one by one.</summary>
internal abstract class JsonSource
{
    /// <summary>Most bytes of one value.</summary>
    public const int MostBytes = 64 << 20;

    /// <summary>The value as UTF-8, or as it stands in the file. Valid until the next step.</summary>
    public ReadOnlyMemory<byte> Value { get; protected set; }

    /// <summary>Line of the value, or its running number, from 1.</summary>
    public long Number { get; protected set; }

    /// <summary>Where the value stands: empty on top, else such as <c>messages[]</c> or <c>name</c>.</summary>
    public virtual string Path => "";

    /// <summary>Why the stream broke off; null when it did not.</summary>
    public abstract string? Broken { get; }

    /// <summary>Goes to the next value.</summary>
    public abstract JsonStep Next();
}

/// <summary>One value a line. A line that is no JSON does not harm the next.</summary>
internal sealed class JsonLines(Stream stream, int blockBytes = 1 << 20, int mostBytes = JsonSource.MostBytes) : JsonSource
{
    private readonly BlockBuffer _buffer = new(stream, blockBytes, mostBytes);

    /// <inheritdoc/>
    public override string? Broken => _buffer.Broken;

    /// <inheritdoc/>
    public override JsonStep Next()
    {
        while (true)
        {
            var length = _buffer.Unread.IndexOf((byte)'\n');
            while (length < 0)
            {
                if (_buffer.Full) return PassOver();
                if (!_buffer.Fill()) break;
                length = _buffer.Unread.IndexOf((byte)'\n');
            }

            if (length < 0 && (_buffer.Unread.IsEmpty || Broken is not null)) return JsonStep.End;
            var (start, end) = (_buffer.Start, length < 0 ? _buffer.End : _buffer.Start + length);
            _buffer.Start = length < 0 ? end : end + 1;
            Number++;
            var line = _buffer.Bytes.AsMemory(start, end - start);
            if (line.Span.IndexOfAnyExcept(" \t\r,"u8) < 0) continue;
            Value = line;
            return JsonStep.Value;
        }
    }

    private JsonStep PassOver()
    {
        Number++;
        Value = _buffer.Unread[..Math.Min(2000, _buffer.Unread.Length)].ToArray();
        var length = -1;
        while (length < 0)
        {
            _buffer.Start = _buffer.End;
            if (!_buffer.Fill()) return JsonStep.TooLong;
            length = _buffer.Unread.IndexOf((byte)'\n');
        }

        _buffer.Start += length + 1;
        return JsonStep.TooLong;
    }
}
