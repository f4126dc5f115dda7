namespace Claque.Lineage;

/// <summary>Whether two words differ as a slip of the keyboard does.</summary>
internal static class Spelling
{
    private const int LeastLetters = 5;

    /// <summary>True when the words, of five letters or more, differ by one letter dropped, added, changed, or two exchanged; not in an ending.</summary>
    public static bool IsSlip(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (Math.Min(a.Length, b.Length) < LeastLetters || Math.Abs(a.Length - b.Length) > 1 || char.IsDigit(a[0])) return false;
        var start = a.CommonPrefixLength(b);
        // Plurals and tenses differ in their endings.
        if (start >= Math.Min(a.Length, b.Length) - 1) return false;
        var restA = a[start..];
        var restB = b[start..];
        if (restA.Length == restB.Length)
            return restA[1..].SequenceEqual(restB[1..]) || (restA[0] == restB[1] && restA[1] == restB[0] && restA[2..].SequenceEqual(restB[2..]));
        return restA.Length > restB.Length ? restA[1..].SequenceEqual(restB) : restB[1..].SequenceEqual(restA);
    }
}
