namespace Claque.Statements.Names;

/// <summary>Whether two written forms name one entity, by the forms alone.</summary>
public static class NameRules
{
    /// <summary>The reason that links two forms; null when no rule does.</summary>
    /// <remarks>
    /// Names that end in different numbers are never linked. <c>surname</c> and <c>initials</c> hold only where one name fits: the
    /// caller sees to that. A single transliterated word is not enough.
    /// </remarks>
    public static string? Reason(string a, string b) => Reason(new NameForm(a), new NameForm(b));

    internal static string? Reason(NameForm a, NameForm b)
    {
        var (x, y) = (a.Words, b.Words);
        if (x.Length == 0 || y.Length == 0) return null;
        // "Mrs Orlan" and "General Orlan" are two, "Mrs Orlan" and "Tibor Orlan" too.
        if ((x.Length == 1 || y.Length == 1) && !NameForms.TitlesFit(a.Sex, b.Sex)) return null;
        if (x.AsSpan().SequenceEqual(y)) return "same letters";
        // "Ivo Orlan Jr." is "Orlan", and not "Ivo Orlan".
        if (a.Suffix != b.Suffix) return a.Generation != b.Generation && (x.Length == 1 || y.Length == 1) && (a.Given.Length > 0 || b.Given.Length > 0) && a.Surname == b.Surname && a.Surname.Length > 0 ? "surname" : null;
        if (a.IsAcronym != b.IsAcronym)
        {
            var (acronym, name) = a.IsAcronym ? (a, b) : (b, a);
            // "D.C." is not David Cole; a person's name of three words may be given so.
            if (NameForms.AreInitials(acronym.Initials, name.PlainWords) && !(name.Words.Length < 3 && EntityLexicon.IsGiven(name.Words[0]))) return "initials";
        }

        if (a.Joined == b.Joined && a.Joined.Length > 3) return "same letters";
        var (longer, shorter) = x.Length >= y.Length ? (a.Core, b.Core) : (b.Core, a.Core);
        if (shorter.Length == 0 || longer.Length == 0) return null;
        if (shorter.Length >= 3 && shorter.Length == longer.Length && Array.TrueForAll(shorter, word => Holds(longer, word)) && Array.TrueForAll(longer, word => Holds(shorter, word))) return "same words";
        // "Harandi Dawn Party", "Dawn Party of Harand": the people's name for the country's.
        if (shorter.Length >= 3 && shorter.Length == longer.Length && Array.TrueForAll(shorter, word => Array.Exists(longer, other => other.Text == word.Text || IsOfThePlace(other.Text, word.Text) || IsOfThePlace(word.Text, other.Text)))) return "same words";
        // "Sister Philippa", "Philippa Dunmore"
        if (shorter.Length == 1 && longer.Length == 2 && longer[0].Text == shorter[0].Text && (x.Length >= y.Length ? b : a).IsOfAnOrder && !Array.Exists(longer, IsBody)) return "given name";
        if (shorter.Length == 1) return longer.Length > 1 ? Surname(longer, shorter[0].Text) : null;
        if (shorter.Length == longer.Length) return AllAlike(shorter, longer) ? "transliteration" : null;
        return Part(longer, shorter, x.Length >= y.Length ? x : y);
    }

    private static bool Holds(NameWord[] words, NameWord word) => Array.Exists(words, other => other.Text == word.Text);

    private static bool AllAlike(NameWord[] a, NameWord[] b)
    {
        for (var i = 0; i < a.Length; i++)
            if (!Alike(a[i], b[i])) return false;
        return true;
    }

    private static bool Alike(NameWord a, NameWord b) => a.Text == b.Text || (a.Text.Length > 3 && b.Text.Length > 3 && NameForms.SoundAlike(a.Fold, b.Fold));

    // One stem of four letters or more: "Harand" and "Harandi", "Tavria" and "Tavrish".
    private static bool IsOfThePlace(string people, string place)
    {
        for (var stem = people.AsSpan().CommonPrefixLength(place); stem > 3; stem--)
            if (place[stem..] is "" or "a" or "e" or "ia" or "land" or "y" && people[stem..] is "i" or "n" or "an" or "ian" or "ese" or "ish" or "er" or "ic") return true;
        return false;
    }

    private static bool IsBody(NameWord word) => EntityLexicon.IsInstitution(word.Text) || EntityLexicon.IsPlace(word.Text);

    // "New Selby" is not Selby.
    internal static bool IsOfAnother(string word) => word is "new" or "old" or "upper" or "lower" or "north" or "south" or "east" or "west" or "northern" or "southern" or "eastern" or "western" or "central" or "little" or "greater" or "port" or "fort" or "mount";

    private static string? Surname(NameWord[] full, string surname)
    {
        if (full[^1].Text != surname || full.Length > 4 || IsOfAnother(full[0].Text)) return null;
        return Array.Exists(full, IsBody) ? null : "surname";
    }

    // All words of the shorter in the longer, in order, the head among them: "Mojahedin Organization", not "New York" of "New York Times".
    private static string? Part(NameWord[] longer, NameWord[] shorter, string[] words)
    {
        var at = 0;
        while (at < longer.Length && !Alike(longer[at], shorter[0])) at++;
        if (at == longer.Length) return null;
        at = 0;
        var covered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in shorter)
        {
            while (at < longer.Length && !Alike(longer[at], word)) at++;
            if (at == longer.Length) return null;
            covered.Add(longer[at++].Text);
        }

        var of = Array.FindIndex(words, word => word is "of" or "for");
        var head = of > 0 ? words[of - 1] : longer[^1].Text;
        if (!covered.Contains(head)) return null;
        // Persons: given name and surname must both be there.
        var person = !Array.Exists(longer, IsBody);
        return person && of < 0 && !(covered.Contains(longer[0].Text) && covered.Contains(longer[^1].Text)) ? null : "part";
    }
}
