namespace Claque.Personas.Accounts;

/// <summary>One account's own words, in pieces, and what was left out.</summary>
/// <param name="Account">What the account is called.</param>
/// <param name="Posts">All its posts.</param>
/// <param name="Reshares">Posts that only pass on another.</param>
/// <param name="Shared">Own posts whose text other accounts posted too.</param>
/// <param name="Repeated">Own posts that say again what the account said before.</param>
/// <param name="Wordless">Own posts without a word once links, handles and hashtags are gone.</param>
/// <param name="Pieces">What is left, in order of time: consecutive posts, pooled.</param>
public sealed record PooledAccount(string Account, int Posts, int Reshares, int Shared, int Repeated, int Wordless, IReadOnlyList<BylineArticle> Pieces);

/// <summary>The accounts of a case, ready for the question which are one hand.</summary>
/// <param name="Accounts">Accounts with enough words, by name.</param>
/// <param name="TooSmall">Accounts with fewer.</param>
public sealed record PooledAccounts(IReadOnlyList<PooledAccount> Accounts, int TooSmall);
