using System.Collections.Frozen;

namespace Claque.Statements.Names;

/// <summary>A written form of a name with all that the rules ask of it, made once: each form is held against each other.</summary>
internal sealed class NameForm(string text)
{
    public string Text { get; } = text;

    public string[] Words { get; } = NameForms.Words(text);

    /// <summary>What title or given name tells: <c>f</c>, <c>m</c>, <c>r</c> for a rank, nothing known.</summary>
    public char Sex => field != default ? field : field = NameForms.Title(Text) is not '-' and var title ? title : Words.Length > 1 ? EntityLexicon.GenderOf(Words[0]) : '-';

    /// <summary>True for a name of an order: "Sister", "Brother" or "Mother" and a given name.</summary>
    public bool IsOfAnOrder { get; } = text.StartsWith("Sister ", StringComparison.Ordinal) || text.StartsWith("Brother ", StringComparison.Ordinal) || text.StartsWith("Mother ", StringComparison.Ordinal);

    public bool IsAcronym { get; } = NameForms.IsAcronym(text);

    /// <summary>Words without particles.</summary>
    public NameWord[] Core => field ??= Array.ConvertAll(NameForms.Core(Words), word => new NameWord(word));

    // The last letter of "U.T.M." is no number.
    public string Suffix => field ??= IsAcronym ? "" : NameForms.Suffix(Words);

    /// <summary>Titles and offices before the name, in lower case: "mr", "attorney" and "general".</summary>
    public string[] Titles => Person.Titles;

    /// <summary>Given names; empty for a surname, alone or with titles, and for what is no person's.</summary>
    public string[] Given => Person.Given;

    /// <summary>The surname, in lower case; empty for what is no person's.</summary>
    public string Surname => Person.Surname;

    /// <summary>"jr", "iii" or another word that tells the son from the father; empty for none.</summary>
    public string Generation => Person.Generation;

    /// <summary>True where a title is more than a courtesy: "President Orlan", not "Mr. Orlan".</summary>
    public bool IsOffice => Array.Exists(Titles, title => !Courtesies.Contains(title));

    /// <summary>The name without titles and what tells the son from the father.</summary>
    public NameForm Bare => field ??= Surname.Length == 0 || Titles.Length + Generation.Length == 0 ? this : new NameForm(string.Join(' ', [.. Given, Surname]));

    private PersonName Person => field ??= PersonName.Of(this);

    private static readonly FrozenSet<string> Courtesies = FrozenSet.Create(StringComparer.Ordinal, "mr", "mrs", "ms", "miss", "dr", "sir", "lady", "lord", "dame", "prof", "professor", "the");

    public string Joined => field ??= string.Concat(Words);

    /// <summary>Capital letters, in lower case.</summary>
    public string Initials => field ??= NameForms.Initials(Text);

    /// <summary>Words, hyphens parting them.</summary>
    public string[] PlainWords => field ??= Text.Contains('-', StringComparison.Ordinal) ? NameForms.Words(Text.Replace('-', ' ')) : Words;
}

/// <summary>A word of a name, and how it sounds.</summary>
internal sealed class NameWord(string text)
{
    public string Text { get; } = text;

    public string Fold => field ??= NameForms.Fold(Text);
}

/// <summary>The parts of a person's name, in lower case.</summary>
internal sealed record PersonName(string[] Titles, string[] Given, string Surname, string Generation)
{
    private const int MostWords = 5;

    private static readonly PersonName None = new([], [], "", "");

    /// <summary>The parts of a form; all of them empty for what is no person's.</summary>
    public static PersonName Of(NameForm form)
    {
        if (form.IsAcronym || form.IsOfAnOrder) return None;
        var words = NameForms.Every(form.Text);
        var end = words.Length;
        var generation = end > 1 && (NameForms.IsGeneration(words[end - 1]) || (end > 3 && words[end - 1] is "ii" or "iii" or "iv" && EntityLexicon.IsGiven(words[0]))) ? words[--end] : "";
        // "Senate Majority Leader Ana Ruiz", "Secretary of State Ana Ruiz"
        var first = Array.FindLastIndex(words, Math.Max(0, end - 2), word => EntityLexicon.IsTitle(word) || word == "the" || Entities.HasRole(word)) + 1;
        if (first < end && words[first] == "of") first += 2;
        if (first >= end || end - first > MostWords) return None;
        var name = words[first..end];
        if (char.IsDigit(name[^1][0]) || name[^1].Length < 2 || NameRules.IsOfAnother(name[0]) || Array.Exists(name, word => EntityLexicon.IsInstitution(word) || EntityLexicon.IsPlace(word) || word is "of" or "for" or "and" or "&")) return None;
        return new PersonName(Array.FindAll(words[..first], word => word != "the"), NameForms.Core(name[..^1]), name[^1], generation);
    }
}
