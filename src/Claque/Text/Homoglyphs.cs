namespace Claque.Text;

/// <summary>Undoes letters of one script that stand in for look-alikes of another inside a word.</summary>
/// <remarks>
/// Only a word that mixes scripts is touched; a word wholly in Cyrillic or Greek never is. Its letters that look the same in
/// both scripts say nothing, so the others vote: where more of them are Cyrillic (or Greek) than Latin, the Latin look-alikes
/// become Cyrillic (Greek); otherwise the foreign look-alikes become Latin, capitals' look-alikes included.
/// </remarks>
public static class Homoglyphs
{
    // Small letters that look alike, and capitals that do (in lower case, since case is folded before).
    private static readonly (string Letters, string Latin) CyrillicSmall = ("асеорхуіјѕһԁԛԝ", "aceopxyijshdqw");
    private static readonly (string Letters, string Latin) CyrillicCapital = ("вкмнтӏ", "bkmhtl");
    private static readonly (string Letters, string Latin) GreekSmall = ("ονυαικρϳ", "ovuaikpj");
    private static readonly (string Letters, string Latin) GreekCapital = ("βεζημτχγ", "bezhmtxy");

    private static readonly Dictionary<int, int> ToLatin = Map(CyrillicSmall, CyrillicCapital, GreekSmall, GreekCapital);
    private static readonly Dictionary<int, int> SmallToCyrillic = Map(Turned(CyrillicSmall));
    private static readonly Dictionary<int, int> SmallToGreek = Map(Turned(GreekSmall));
    private static readonly Dictionary<int, int> ToCyrillic = Map(Turned(CyrillicSmall), Turned(CyrillicCapital));
    private static readonly Dictionary<int, int> ToGreek = Map(Turned(GreekSmall), Turned(GreekCapital));

    /// <summary>The look-alikes: a letter, and the Latin letter that it is taken for.</summary>
    public static IEnumerable<(string Letter, string Latin)> Table =>
        ToLatin.OrderBy(pair => pair.Key).Select(pair => (char.ConvertFromUtf32(pair.Key), char.ConvertFromUtf32(pair.Value)));

    internal static void Fold(Span<int> word, int scripts)
    {
        // A word of three scripts may need a second round, when only two are left.
        while (Step(word, scripts))
        {
            scripts = 0;
            foreach (var entry in word) scripts |= entry;
        }
    }

    /// <summary>True when a letter was replaced.</summary>
    private static bool Step(Span<int> word, int scripts)
    {
        var foreign = scripts & (CharTable.Cyrillic | CharTable.Greek);
        if ((scripts & CharTable.Latin) == 0 || foreign == 0) return false;
        if (foreign == CharTable.Cyrillic && Votes(word, SmallToCyrillic) > 0) return Replace(word, ToCyrillic);
        if (foreign == CharTable.Greek && Votes(word, SmallToGreek) > 0) return Replace(word, ToGreek);
        return Replace(word, ToLatin);
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

    private static bool Replace(Span<int> word, Dictionary<int, int> by)
    {
        var any = false;
        for (var i = 0; i < word.Length; i++)
        {
            // A letter with an accent is a letter of its own.
            if (i + 1 < word.Length && (word[i + 1] & CharTable.Mark) != 0) continue;
            if (!by.TryGetValue(word[i] & CharTable.CodeMask, out var code)) continue;
            word[i] = CharTable.Entry(code);
            any = true;
        }

        return any;
    }

    private static (string Letters, string Latin) Turned((string Letters, string Latin) line) => (line.Latin, line.Letters);

    /// <summary>One map of several lines; where a letter comes twice, the later line counts.</summary>
    private static Dictionary<int, int> Map(params (string From, string To)[] lines)
    {
        var map = new Dictionary<int, int>();
        foreach (var (from, to) in lines)
            foreach (var (letter, other) in from.Zip(to)) map[letter] = other;
        return map;
    }
}
