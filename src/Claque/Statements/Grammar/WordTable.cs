using System.IO.Compression;

namespace Claque.Statements.Grammar;

/// <summary>What a written form can be, by the word table.</summary>
/// <param name="Noun">Weight as a noun, 0 absent to 9.</param>
/// <param name="Verb">Weight as a verb.</param>
/// <param name="Adjective">Weight as an adjective.</param>
/// <param name="Adverb">Weight as an adverb.</param>
/// <param name="Form">Forms of the verb that it can be.</param>
/// <param name="Lemma">The verb, or the noun for a plural; the form itself otherwise.</param>
/// <param name="NounClass"><c>p</c> person, <c>g</c> group, <c>c</c> communication, <c>l</c> place, <c>t</c> time, <c>q</c> quantity, <c>-</c> other.</param>
/// <param name="VerbClass"><c>C</c> communication, <c>K</c> thought, <c>E</c> feeling, <c>P</c> perception, <c>S</c> social, <c>M</c> motion, <c>-</c> other.</param>
/// <param name="IsPlural">True for the plural of a noun.</param>
internal readonly record struct WordEntry(
    byte Noun, byte Verb, byte Adjective, byte Adverb, VerbForm Form, string Lemma, char NounClass, char VerbClass, bool IsPlural);

/// <summary>The forms that a verb form can be.</summary>
[Flags]
internal enum VerbForm : byte
{
    None = 0,
    Base = 1,
    Third = 2,
    Past = 4,
    Participle = 8,
    Ing = 16,
}

/// <summary>Weights and classes of English words, compiled from WordNet 3.0; unknown words are nouns.</summary>
internal static class WordTable
{
    private const string Vowels = "aeiou";

    /// <summary>Every lower-case form with what it can be.</summary>
    public static Dictionary<string, WordEntry> All => Load();

    /// <summary>The lines of an embedded lexicon, without comments and blank lines.</summary>
    internal static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(WordTable).Assembly.GetManifestResourceStream("Claque.Statements." + name)
            ?? throw new System.Diagnostics.UnreachableException($"The lexicon {name} is not in the program.");
        Stream plain = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        using var reader = new StreamReader(plain);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line;
    }

    private static Dictionary<string, WordEntry> Load()
    {
        var forms = new Dictionary<string, WordEntry>(110_000, StringComparer.Ordinal);
        var inflected = new List<(string Form, WordEntry Entry)>(60_000);
        foreach (var line in Lines("words.txt.gz"))
        {
            var parts = line.Split(' ');
            var lemma = parts[0];
            var (noun, verb, adjective, adverb) = ((byte)(parts[1][0] - '0'), (byte)(parts[1][1] - '0'), (byte)(parts[1][2] - '0'), (byte)(parts[1][3] - '0'));
            var (nounClass, verbClass) = (parts[2][0], parts[2][1]);
            forms[lemma] = new WordEntry(noun, verb, adjective, adverb, verb > 0 ? VerbForm.Base : VerbForm.None, lemma, nounClass, verbClass, IsPlural: false);
            if (verb > 0) AddVerb(lemma, verb, verbClass, parts.Length > 3 ? parts[3] : "", inflected);
            if (noun > 0) inflected.Add((Plural(lemma), new WordEntry(noun, 0, 0, 0, VerbForm.None, lemma, nounClass, '-', IsPlural: true)));
        }

        foreach (var (form, entry) in inflected)
            forms[form] = forms.TryGetValue(form, out var other) ? Merged(other, entry) : entry;
        return forms;
    }

    private static void AddVerb(string lemma, byte weight, char verbClass, string irregular, List<(string, WordEntry)> into)
    {
        Add(Plural(lemma), VerbForm.Third);
        Add(Ing(lemma), VerbForm.Ing);
        if (irregular.Length == 0)
        {
            Add(Past(lemma), VerbForm.Past | VerbForm.Participle);
            return;
        }

        var forms = irregular.Split(',');
        // Two irregular forms are the past and the participle; which is which, -n tells.
        var participle = forms.Length > 1 ? Array.Find(forms, form => form.EndsWith('n') || form.EndsWith("ne", StringComparison.Ordinal)) : null;
        foreach (var form in forms)
            Add(form, participle is null ? VerbForm.Past | VerbForm.Participle : form == participle ? VerbForm.Participle : VerbForm.Past);
        // "worked" beside "wrought", "showed" beside "shown"; "seed" is none of see.
        if (lemma is not "see") Add(Past(lemma), VerbForm.Past | VerbForm.Participle);
        if (lemma is "come" or "become" or "overcome" or "run") Add(lemma, VerbForm.Base | VerbForm.Participle);

        void Add(string form, VerbForm kind) => into.Add((form, new WordEntry(0, weight, 0, 0, kind, lemma, '-', verbClass, IsPlural: false)));
    }

    // One form can be several words: "left" is an adjective and the past of leave; the heavier verb keeps its lemma.
    private static WordEntry Merged(WordEntry a, WordEntry b)
    {
        var verb = a.Verb >= b.Verb ? a : b;
        var noun = a.Noun >= b.Noun ? a : b;
        return new WordEntry(noun.Noun, verb.Verb, Math.Max(a.Adjective, b.Adjective), Math.Max(a.Adverb, b.Adverb),
            a.Verb > 0 && b.Verb > 0 && a.Lemma != b.Lemma ? verb.Form : a.Form | b.Form,
            verb.Verb > 0 ? verb.Lemma : noun.Lemma, noun.NounClass, verb.VerbClass, noun.IsPlural);
    }

    private static string Plural(string lemma) =>
        lemma.Length > 2 && lemma[^1] == 'y' && !Vowels.Contains(lemma[^2]) ? lemma[..^1] + "ies"
        : lemma.EndsWith('s') || lemma.EndsWith('x') || lemma.EndsWith('z') || lemma.EndsWith("ch", StringComparison.Ordinal) || lemma.EndsWith("sh", StringComparison.Ordinal)
            || (lemma.EndsWith('o') && lemma.Length > 2 && !Vowels.Contains(lemma[^2])) ? lemma + "es"
        : lemma.EndsWith("man", StringComparison.Ordinal) && lemma.Length > 4 ? lemma[..^2] + "en"
        : lemma + "s";

    private static string Past(string lemma) =>
        lemma.EndsWith('e') ? lemma + "d"
        : lemma[^1] == 'y' && lemma.Length > 1 && !Vowels.Contains(lemma[^2]) ? lemma[..^1] + "ied"
        : Doubles(lemma) ? lemma + lemma[^1] + "ed" : lemma + "ed";

    private static string Ing(string lemma) =>
        lemma.EndsWith("ie", StringComparison.Ordinal) ? lemma[..^2] + "ying"
        : lemma.EndsWith('e') && !lemma.EndsWith("ee", StringComparison.Ordinal) && lemma.Length > 2 ? lemma[..^1] + "ing"
        : Doubles(lemma) ? lemma + lemma[^1] + "ing" : lemma + "ing";

    // stop → stopped, admit → admitted; not visit, not offer.
    private static bool Doubles(string lemma)
    {
        if (lemma.Length < 3 || lemma[^1] is 'w' or 'x' or 'y' || Vowels.Contains(lemma[^1]) || !Vowels.Contains(lemma[^2]) || Vowels.Contains(lemma[^3])) return false;
        var vowels = lemma.Count(letter => Vowels.Contains(letter));
        return vowels == 1 || lemma.EndsWith("mit", StringComparison.Ordinal) || lemma.EndsWith("fer", StringComparison.Ordinal) && lemma is not ("offer" or "differ" or "suffer")
            || lemma.EndsWith("cur", StringComparison.Ordinal) || lemma.EndsWith("pel", StringComparison.Ordinal) || lemma is "begin" or "forget" or "regret" or "permit" or "rebut" or "equip";
    }
}
