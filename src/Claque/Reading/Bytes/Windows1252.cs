using System.Text;

namespace Claque.Reading.Bytes;

/// <summary>Turns Windows-1252 into UTF-8. The five bytes that it does not define become the control characters of their number.</summary>
internal static class Windows1252
{
    private const string High = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    /// <summary>Most UTF-8 bytes that so many bytes can take.</summary>
    public static int MostBytes(int count) => count * 3;

    /// <summary>Writes UTF-8 and returns its length.</summary>
    public static int ToUtf8(ReadOnlySpan<byte> source, Span<byte> target)
    {
        var used = 0;
        foreach (var b in source)
        {
            if (b < 0x80) target[used++] = b;
            else used += new Rune(b < 0xA0 ? High[b - 0x80] : (char)b).EncodeToUtf8(target[used..]);
        }

        return used;
    }
}
