using System.Text;

namespace Claque.Text;

/// <summary>Bytes that grow and are used again.</summary>
internal sealed class ByteBuffer
{
    private byte[] _bytes = new byte[256];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Add(byte value)
    {
        if (Length == _bytes.Length) Array.Resize(ref _bytes, _bytes.Length * 2);
        _bytes[Length++] = value;
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (Length + bytes.Length > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + bytes.Length));
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    public void Remove(int start, int count)
    {
        _bytes.AsSpan(start + count, Length - start - count).CopyTo(_bytes.AsSpan(start));
        Length -= count;
    }

    /// <summary>Puts a part in lower case; false when it was already.</summary>
    public bool LowerAscii(int start, int length)
    {
        var part = _bytes.AsSpan(start, length);
        var upper = part.ContainsAnyInRange((byte)'A', (byte)'Z');
        if (upper) Ascii.ToLowerInPlace(part, out _);
        return upper;
    }
}
