namespace Claque.Text;

/// <summary>Takes marks off Latin, Greek and Cyrillic letters, with the program's own table: the same on every machine, whatever languages it has. In other scripts a mark makes another letter.</summary>
internal static class LetterMarks
{
    /// <summary>The letter without its marks, in lower case: <c>É</c> is <c>e</c>, <c>ễ</c> too. Letters with a stroke are those without.</summary>
    public static char Without(char letter)
    {
        if (letter < '\x80') return char.ToLowerInvariant(letter);
        int code = char.ToLowerInvariant(letter);
        while (code is (>= 0x80 and < 0x530) or (>= 0x1E00 and < 0x2000) && CharTable.Folds.TryParts(code, out var parts)) code = parts.First;
        return (char)code switch { 'ł' => 'l', 'ø' => 'o', 'đ' => 'd', 'ħ' => 'h', 'ı' => 'i', var plain => plain };
    }
}
