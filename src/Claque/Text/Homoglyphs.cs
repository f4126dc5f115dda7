namespace Claque.Text;

/// <summary>Undoes letters of one script that stand in for look-alikes of another inside a word.</summary>
/// <remarks>
/// Only a word that mixes scripts is touched; a word wholly in Cyrillic or Greek never is. Its letters that look the same in
/// both scripts say nothing, so the others vote: where more of them are Cyrillic (or Greek) than Latin, the Latin look-alikes
/// become Cyrillic (Greek); otherwise the foreign look-alikes become Latin, capitals' look-alikes included.
/// </remarks>
public static class Homoglyphs
{
    private const string CyrillicSmall = "асеорхуіјѕһԁԛԝ", CyrillicSmallAs = "aceopxyijshdqw";
    private const string CyrillicCapital = "вкмнтӏ", CyrillicCapitalAs = "bkmhtl";
    private const string GreekSmall = "ονυαικρϳ", GreekSmallAs = "ovuaikpj";
    private const string GreekCapital = "βεζημτχγ", GreekCapitalAs = "bezhmtxy";

    private static readonly Dictionary<int, int> ToLatin = Pairs(
        (CyrillicSmall, CyrillicSmallAs), (CyrillicCapital, CyrillicCapitalAs), (GreekSmall, GreekSmallAs), (GreekCapital, GreekCapitalAs));

    private static readonly Dictionary<int, int> ToCyrillic = Pairs((CyrillicSmallAs, CyrillicSmall));
    private static readonly Dictionary<int, int> ToGreek = Pairs((GreekSmallAs, GreekSmall));

    /// <summary>The look-alikes: a letter, and the Latin letter that it is taken for.</summary>
    public static IEnumerable<(string Letter, string Latin)> Table =>
        ToLatin.OrderBy(pair => pair.Key).Select(pair => (char.ConvertFromUtf32(pair.Key), char.ConvertFromUtf32(pair.Value)));

    internal static void Fold(Span<int> word, int scripts)
    {
        if ((scripts & CharTable.Latin) == 0 || (scripts & (CharTable.Cyrillic | CharTable.Greek)) == 0) return;
        var foreign = scripts & (CharTable.Cyrillic | CharTable.Greek);
        var fromLatin = foreign switch { CharTable.Cyrillic => ToCyrillic, CharTable.Greek => ToGreek, _ => null };
        if (fromLatin != null && Votes(word, fromLatin) > 0) Replace(word, fromLatin);
        else Replace(word, ToLatin);
    }

    /// <summary>Letters that can only be of the other script, less those that can only be Latin.</summary>
    private static int Votes(ReadOnlySpan<int> word, Dictionary<int, int> fromLatin)
    {
        var votes = 0;
        foreach (var entry in word)
        {
            var code = entry & CharTable.CodeMask;
            if ((entry & CharTable.Latin) != 0) votes -= fromLatin.ContainsKey(code) ? 0 : 1;
            else if ((entry & (CharTable.Cyrillic | CharTable.Greek)) != 0) votes += fromLatin.ContainsValue(code) ? 0 : 1;
        }

        return votes;
    }

    private static void Replace(Span<int> word, Dictionary<int, int> by)
    {
        for (var i = 0; i < word.Length; i++)
            if (by.TryGetValue(word[i] & CharTable.CodeMask, out var code)) word[i] = CharTable.Entry(code);
    }

    private static Dictionary<int, int> Pairs(params (string From, string To)[] lines) =>
        lines.SelectMany(line => line.From.Zip(line.To)).ToDictionary(pair => (int)pair.First, pair => (int)pair.Second);
}
