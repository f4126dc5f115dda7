using System.Buffers;
using System.Buffers.Text;
using Claque.Text;

namespace Claque.Tracing;

/// <summary>Names of texts as objects.</summary>
/// <remarks>
/// A text of up to 160 bytes is its own name. A longer one is named by its first 120 bytes and a 128-bit hash of the
/// whole (<see cref="TextHash"/>), so two long texts with one beginning stay two, and the table of names stays small.
/// </remarks>
internal sealed class TextNames
{
    private const int LongestName = 160, ExcerptLength = 120;
    private static readonly StandardFormat HashFormat = new('x', 16);

    private readonly byte[] _name = new byte[LongestName];

    /// <summary>The name of a text in normal form; valid until the next call.</summary>
    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> normalised)
    {
        if (normalised.Length <= LongestName) return normalised;
        var cut = ExcerptLength;
        while ((normalised[cut] & 0xC0) == 0x80) cut--;
        normalised[..cut].CopyTo(_name);
        var end = cut;
        foreach (var b in "… "u8) _name[end++] = b;
        var (high, low) = TextHash.Of(normalised);
        Utf8Formatter.TryFormat(high, _name.AsSpan(end), out _, HashFormat);
        Utf8Formatter.TryFormat(low, _name.AsSpan(end + 16), out _, HashFormat);
        end += 32;
        return _name.AsSpan(0, end);
    }
}
