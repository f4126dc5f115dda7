using Claque.Text;

namespace Claque.Statements.Grammar;

/// <summary>All known written forms: the closed classes and the word table.</summary>
internal static class Lexemes
{
    /// <summary>A sign, and a quotation: nothing is to be known of them.</summary>
    public static Lexeme None { get; } = new("", null, new WordEntry(0, 0, 0, 0, VerbForm.None, "", '-', '-', IsPlural: false));

    private static readonly (Role Role, string Words)[] Closed =
    [
        (Role.Pronoun, "i you he she it we they one him me us them himself herself itself themselves myself ourselves yourself someone somebody anyone "
            + "anybody everyone everybody nobody nothing something anything everything none there others another those"),
        (Role.Determiner, "the a an this these my your his her its our their some any no every each all both many several few most much such either neither "
            + "another half"),
        (Role.Be, "be is are was were been being am ’s 's 'm ’m 're ’re isn't wasn't aren't weren't isn’t wasn’t aren’t weren’t ain't ain’t"),
        (Role.Have, "have has had having 've ’ve hasn't haven't hadn't hasn’t haven’t hadn’t"),
        (Role.Do, "do does did don't doesn't didn't don’t doesn’t didn’t"),
        (Role.Modal, "will would can could may might must shall should cannot can't won't wouldn't couldn't shouldn't mustn't needn't can’t won’t wouldn’t "
            + "couldn’t shouldn’t mustn’t needn’t 'll ’ll 'd ’d"),
        (Role.Not, "not n't n’t never"),
        (Role.Preposition, "of in on at by for with from about against into onto over under between among through during without within after before behind "
            + "since until upon toward towards across around near per via amid despite except beyond above below beside besides along alongside off out up "
            + "down like unlike as than including regarding concerning according inside outside throughout versus vs"),
        (Role.Conjunction, "and or but nor yet plus &"),
        (Role.Subordinator, "that because although though while whereas unless whether if so lest once"),
        (Role.Question, "who whom whose which what when where why how whoever whatever whichever wherever whenever"),
        (Role.To, "to"),
        (Role.Adverb, "also then now just even still only very too ever again later earlier soon already often once here again meanwhile however instead "
            + "therefore thus perhaps maybe rather quite almost nearly away back together ago else sometimes always recently repeatedly publicly further "
            + "simply yesterday today tomorrow tonight not-only more less"),
        (Role.Number, "two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands million millions billion "
            + "billions twenty thirty forty fifty sixty seventy eighty ninety"),
        (Role.Noun, "monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november december"),
    ];

    private static readonly FormMap<Lexeme> ByForm = Load();

    /// <summary>The lexeme of a form in any case; a new one for an unknown word.</summary>
    public static Lexeme Of(ReadOnlySpan<char> form)
    {
        Span<char> buffer = stackalloc char[48];
        if (form.Length > buffer.Length) return Unknown(form.ToString());
        var lower = buffer[..form.ToLowerInvariant(buffer)];
        lower.Replace('’', '\'');
        return ByForm.TryGet(lower, out var known) ? known : Unknown(lower.ToString());
    }

    private static Lexeme Unknown(string lower)
    {
        // An unknown plural, an unknown -ly.
        var plural = lower.Length > 3 && lower[^1] == 's' && lower[^2] != 's';
        return new Lexeme(lower, lower.Length > 4 && lower.EndsWith("ly", StringComparison.Ordinal) ? Role.Adverb : null,
            new WordEntry(1, 0, 0, 0, VerbForm.None, lower, '-', '-', plural));
    }

    private static FormMap<Lexeme> Load()
    {
        var known = new Dictionary<string, Lexeme>(110_000, StringComparer.Ordinal);
        foreach (var (form, entry) in WordTable.All) known[form] = new Lexeme(form, null, entry);
        foreach (var (role, words) in Closed)
        {
            foreach (var word in words.Replace('’', '\'').Split(' '))
            {
                var entry = known.TryGetValue(word, out var other) ? other.Entry : None.Entry with { Lemma = word };
                known[word] = new Lexeme(word, role, role is Role.Be ? entry with { Lemma = "be" } : entry);
            }
        }

        return new FormMap<Lexeme>(known);
    }
}
