namespace Claque.Reports.Personas;

/// <summary>What is compared, in words.</summary>
/// <param name="One">One of them.</param>
/// <param name="Many">Several.</param>
/// <param name="Pieces">What each consists of.</param>
/// <param name="Rest">What else was left out of their texts, as the end of a sentence.</param>
/// <param name="Limits">The limits that stand beside every result.</param>
public sealed record PersonaTerms(string One, string Many, string Pieces, string Rest, IReadOnlyList<string> Limits)
{
    /// <summary>Bylines with articles.</summary>
    public static PersonaTerms Bylines { get; } = new("byline", "bylines", "articles", "that are not the articles' own prose", PersonaWords.Limits);

    /// <summary>Accounts with posts, pooled into pieces.</summary>
    public static PersonaTerms Accounts { get; } = new("account", "accounts", "pieces", "that are not its own", PersonaWords.LimitsOfAccounts);

    /// <summary>The name of one at the head of a column.</summary>
    public string Head => char.ToUpperInvariant(One[0]) + One[1..];
}
