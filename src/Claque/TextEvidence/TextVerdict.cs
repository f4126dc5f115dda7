using System.Collections.Immutable;
using Claque.Validation;

namespace Claque.TextEvidence;

/// <summary>Which pairs and accounts publish the same original texts more often than independent people do, at stated error rates.</summary>
/// <param name="Pairs">Pairs with enough texts in common, sorted by (A, B).</param>
/// <param name="Joined">Accounts that share texts with several members of one named group, too few with each, by number.</param>
/// <param name="Accounts">The accounts of all those, by number.</param>
/// <param name="Classes">What all texts were taken for; every exclusion is counted here.</param>
/// <param name="Intake">What became of the posts.</param>
/// <param name="AccountsPerText">Texts of more publishers than this were left out before any pair was looked at.</param>
/// <param name="Tests">Pairs tested: every two accounts that have enough texts of their own to reach the least number in common.</param>
/// <param name="TestedAccounts">Accounts that are part of a test.</param>
/// <param name="OwnPlain">Chance that two texts without links by different people of this corpus are the same, from those who do not stand.</param>
/// <param name="OwnLinked">The same for texts with links.</param>
/// <param name="Options">How it was found.</param>
/// <param name="Abstained">Why nothing was tested; empty when something was.</param>
public sealed record TextVerdict(
    ImmutableArray<TextPair> Pairs,
    ImmutableArray<TextJoin> Joined,
    ImmutableArray<TextAccount> Accounts,
    ImmutableArray<ClassCount> Classes,
    TextIntake Intake,
    int AccountsPerText,
    double Tests,
    int TestedAccounts,
    double OwnPlain,
    double OwnLinked,
    TextEvidenceOptions Options,
    string Abstained)
{
    /// <summary>Pairs named.</summary>
    public int NamedPairs => Pairs.Count(pair => pair.Tier == Tier.Named);

    /// <summary>Accounts named.</summary>
    public int NamedAccounts => Accounts.Count(account => account.Tier == Tier.Named);

    /// <summary>How many of the named pairs are expected to be there by chance: at most the error rate times their number.</summary>
    public double ExpectedFalsePairs => Options.Alpha * NamedPairs;

    /// <summary>How many of the named accounts are expected to be there by chance.</summary>
    public double ExpectedFalseAccounts => Options.Alpha * NamedAccounts;
}

/// <summary>Two accounts and the texts that they have in common.</summary>
/// <param name="A">The account with the smaller number.</param>
/// <param name="B">The other account.</param>
/// <param name="Texts">The texts in common that count, each once however often it was published; near-duplicates are one.</param>
/// <param name="TextsA">Different texts of A that could have counted.</param>
/// <param name="TextsB">The same of B.</param>
/// <param name="Expected">Texts in common to be expected of two independent people who publish that many.</param>
/// <param name="P">Chance that two independent people have so many in common, or more.</param>
/// <param name="PairQ">q-value among all pairs tested.</param>
/// <param name="Q">The largest of <paramref name="PairQ"/> and the q-values of both accounts: what the tier goes by.</param>
/// <param name="Tier">How firmly it stands: <see cref="Tier.Named"/>, <see cref="Tier.Weak"/> or <see cref="Tier.None"/>.</param>
public sealed record TextPair(
    int A, int B, ImmutableArray<CommonText> Texts, int TextsA, int TextsB, double Expected, double P, double PairQ, double Q, Tier Tier)
{
    /// <summary>True when at least half of the texts were published with a link: they may be headlines of pages that short links hide.</summary>
    public bool IsMostlyLinked => 2 * Texts.Count(text => text.WithLink) >= Texts.Length;

    /// <summary>True when a closed circle of accounts publishes at least half of the texts: a list, a newsletter or one author may be behind them.</summary>
    public bool IsCircle => 2 * Texts.Count(text => text.Class == TextClass.Circle) >= Texts.Length;

    /// <summary>The account that published every one of the texts first, if one did: the other may copy it without its knowledge.</summary>
    public int? AlwaysFirst => Texts.All(text => text.LeadUs > 0) ? A : Texts.All(text => text.LeadUs < 0) ? B : null;
}

/// <summary>A text that two accounts have in common, with the posts that show it.</summary>
/// <param name="Text">Number of the text, the same in all pairs of one result.</param>
/// <param name="Class"><see cref="TextClass.Counted"/> or <see cref="TextClass.Circle"/>.</param>
/// <param name="Publishers">Accounts that published it, these two included.</param>
/// <param name="Words">Words of its own in the shortest version.</param>
/// <param name="WithLink">True when most of its posts have a link.</param>
/// <param name="PostsA">Posts of A with it, by place in the corpus, earliest first.</param>
/// <param name="PostsB">Posts of B with it.</param>
/// <param name="GapUs">Shortest time between a post of A and one of B, microseconds; 0 or more.</param>
/// <param name="LeadUs">Time of B's first post less that of A's: above 0 when A was first.</param>
public sealed record CommonText(
    int Text, TextClass Class, int Publishers, int Words, bool WithLink, ImmutableArray<int> PostsA, ImmutableArray<int> PostsB, long GapUs, long LeadUs);

/// <summary>An account that has different texts in common with different members of a group of named pairs.</summary>
/// <param name="Account">The account.</param>
/// <param name="Members">The members that it has a text in common with; where several have it, the one with the smallest number.</param>
/// <param name="Texts">The texts, each with the account's posts as A and that member's as B.</param>
/// <param name="Tier">The tier that the account's q-value gives it.</param>
public sealed record TextJoin(int Account, ImmutableArray<int> Members, ImmutableArray<CommonText> Texts, Tier Tier);

/// <summary>An account and what the test says of it.</summary>
/// <param name="Account">The account.</param>
/// <param name="P">p-value of "has no more texts in common with others than independent people have".</param>
/// <param name="Q">q-value among all accounts tested.</param>
/// <param name="Tier">The tier of its firmest pair, or of its joining a group.</param>
/// <param name="Partners">Accounts with which it forms a pair of that tier, or members that it has a text in common with.</param>
/// <param name="Texts">Its different texts in those pairs, or with those members.</param>
/// <param name="OwnTexts">Its different texts that could have counted.</param>
/// <param name="Joins">True when the tier comes from joining a group, not from a pair.</param>
public sealed record TextAccount(int Account, double P, double Q, Tier Tier, int Partners, int Texts, int OwnTexts, bool Joins);
