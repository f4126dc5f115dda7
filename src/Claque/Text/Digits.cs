using System.Globalization;

namespace Claque.Text;

/// <summary>Reads whole numbers in the digits of any script.</summary>
internal static class Digits
{
    /// <summary>The number; texts hold nothing but digits, at most nine.</summary>
    public static int Number(ReadOnlySpan<char> text)
    {
        var number = 0;
        foreach (var digit in text) number = number * 10 + CharUnicodeInfo.GetDecimalDigitValue(digit);
        return number;
    }
}
