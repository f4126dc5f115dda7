namespace Claque.Statements.Names;

/// <summary>Links names that two articles write in their own ways: "Doveshti" and "Doveshty", "Irza Velkan" and "Irsa Velkhan", "Tom Ackley" and "Thomas Ackley".</summary>
/// <remarks>Only where no article has both: within one article two spellings are two names.</remarks>
internal static class Spellings
{
    private const int ShortestAlone = 6, Shortest = 3;

    /// <summary>The links between forms of one or two words.</summary>
    /// <param name="mentions">All mentions.</param>
    /// <param name="forms">All forms.</param>
    public static IEnumerable<EntityLink> Of(List<Mention> mentions, NameForm[] forms)
    {
        var names = Array.FindAll(forms, form => form.Words.Length is 1 or 2 && form.Suffix.Length == 0 && !form.IsAcronym && (form.Words.Length == 2 || !form.Text.Contains(' ', StringComparison.Ordinal)));
        for (var i = 0; i < names.Length; i++)
            for (var k = i + 1; k < names.Length; k++)
                if (Reason(names[i].Words, names[k].Words) is { } reason && !Articles(mentions, names[i]).Overlaps(Articles(mentions, names[k]))) yield return new EntityLink(names[i].Text, names[k].Text, reason);
    }

    private static string? Reason(string[] a, string[] b)
    {
        if (a.Length != b.Length) return null;
        if (a.Length == 1) return a[0].Length >= ShortestAlone && b[0].Length >= ShortestAlone && a[0] != b[0] && AreOne(a[0], b[0]) ? "transliteration" : null;
        if (a[1] == b[1] && (EntityLexicon.LongFor(a[0]).Contains(b[0]) || EntityLexicon.LongFor(b[0]).Contains(a[0]))) return "given name";
        if (AreOne(a[0], b[0]) && AreOne(a[1], b[1]) && !a.SequenceEqual(b)) return "transliteration";
        // "Sabel Camp", "Camp Sabil"
        return (EntityLexicon.IsPlace(a[1]) && a[1] == b[0] && DifferInAVowel(a[0], b[1])) || (EntityLexicon.IsPlace(b[1]) && b[1] == a[0] && DifferInAVowel(b[0], a[1])) ? "transliteration" : null;
    }

    // The same letter first, and the same sounds: s for z, y for i, a silent e.
    private static bool AreOne(string a, string b) => a == b || (a.Length >= Shortest && b.Length >= Shortest && a[0] == b[0] && Math.Abs(a.Length - b.Length) < 2 && Sound(a) == Sound(b));

    private static string Sound(string word) => NameForms.Fold((word.Length > Shortest && word[^1] == 'e' && !"aeiouy".Contains(word[^2], StringComparison.Ordinal) ? word[..^1] : word).Replace('z', 's'));

    private static bool DifferInAVowel(string a, string b)
    {
        if (AreOne(a, b)) return true;
        if (a.Length != b.Length || a.Length < 4 || a[0] != b[0]) return false;
        var apart = Enumerable.Range(0, a.Length).Where(i => a[i] != b[i]).ToList();
        return apart.Count == 1 && a[apart[0]] is 'e' or 'i' && b[apart[0]] is 'e' or 'i';
    }

    private static HashSet<int> Articles(List<Mention> mentions, NameForm form) => [.. mentions.Where(mention => Entities.Plain(mention.Form) == form.Text).Select(mention => mention.Article)];
}
