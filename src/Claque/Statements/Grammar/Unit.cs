using Claque.Text.Prose;

namespace Claque.Statements.Grammar;

/// <summary>What a word does in its sentence, as far as lists and neighbours tell.</summary>
internal enum Role : byte
{
    Sign,
    Quote,
    Noun,
    Name,
    Pronoun,
    Determiner,
    Possessive,
    Adjective,
    Adverb,
    Verb,
    Be,
    Have,
    Do,
    Modal,
    Not,
    Preposition,
    Conjunction,
    Subordinator,
    Question,
    To,
    Number,
}

/// <summary>Names of roles as they stand in the lexicons.</summary>
internal static class RoleNames
{
    private static readonly string[] Names = Enum.GetNames<Role>();

    /// <summary>The name of a role, made once.</summary>
    public static string Named(this Role role) => Names[(int)role];
}

/// <summary>A written form with all that the lists know of it.</summary>
internal sealed class Lexeme(string lower, Role? closed, WordEntry entry)
{
    public string Lower { get; } = lower;

    /// <summary>Its role when it is of a closed class.</summary>
    public Role? Closed { get; } = closed;

    public WordEntry Entry { get; } = entry;
}

/// <summary>One word, sign or whole quotation of a sentence.</summary>
internal struct Unit
{
    public int Start;
    public int End;
    public Lexeme Word;
    public Role Role;

    /// <summary>Index of the quotation that it stands for; -1 for a word or sign.</summary>
    public int Quote;

    public bool Capital;

    /// <summary>True for a quotation that begins with a verb: the mayor “will not resign”.</summary>
    public bool OpensWithVerb;

    public readonly string Lower => Word.Lower;

    public readonly string Lemma => Word.Entry.Lemma ?? Word.Lower;

    public readonly VerbForm Form => Word.Entry.Form;

    public readonly TextSpan Span => new(Start, End);

    public readonly bool Is(string lower) => Word.Lower == lower;

    public readonly bool IsNominal => Role is Role.Noun or Role.Name or Role.Pronoun or Role.Number;
}
