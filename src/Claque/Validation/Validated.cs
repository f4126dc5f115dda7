using System.Collections.Immutable;
using Claque.Tracing;

namespace Claque.Validation;

/// <summary>How firmly a pair or an account stands, weakest first.</summary>
public enum Tier : byte
{
    /// <summary>Nothing beyond chance was found.</summary>
    None,

    /// <summary>One of a circle of accounts of which every two come near the bar: a lead without an error rate, never a finding.</summary>
    Lead,

    /// <summary>Again and again in the same moment as others, where that moment may be the one of publication: several open readings, never a finding.</summary>
    AtPublication,

    /// <summary>Stands at the weak error rate.</summary>
    Weak,

    /// <summary>Stands at the error rate for naming.</summary>
    Named,
}

/// <summary>What else could explain that two accounts act together.</summary>
[Flags]
public enum Readings : byte
{
    /// <summary>None of the readings below is suggested by the acts.</summary>
    None = 0,

    /// <summary>Each keeps a delay of its own whatever the object: feeds, schedulers, newsrooms. Nothing object by object is needed.</summary>
    RegularDelay = 1,

    /// <summary>Other accounts acted at the same moments: an alert, a newsletter, a broadcast may have woken all of them.</summary>
    CommonTrigger = 2,

    /// <summary>Most joint acts fall into the first minutes after publication: very fast readers, automation, or a launch.</summary>
    EarlyReaders = 4,
}

/// <summary>Which pairs and accounts act together more than timing chance allows, at stated error rates.</summary>
/// <param name="Pairs">Pairs with a p-value of at most 0.05 in some behaviour, sorted by (A, B). Every other pair is above that.</param>
/// <param name="AtPublication">Pairs repeatedly together in the first minute after publication, sorted by (A, B): leads, never findings.</param>
/// <param name="Accounts">The accounts of those pairs, by id.</param>
/// <param name="Behaviours">What was tested, per behaviour.</param>
/// <param name="Tests">Pairs tested, over all behaviours: the number that the error rates reckon with.</param>
/// <param name="TestedAccounts">Accounts that are part of at least one test.</param>
/// <param name="Alpha">Error rate of the named tier.</param>
/// <param name="WeakAlpha">Error rate of the weak tier.</param>
public sealed record Validated(
    ImmutableArray<ValidatedPair> Pairs,
    ImmutableArray<LaunchPair> AtPublication,
    ImmutableArray<ValidatedAccount> Accounts,
    ImmutableArray<TestedBehaviour> Behaviours,
    double Tests,
    int TestedAccounts,
    double Alpha,
    double WeakAlpha)
{
    /// <summary>Pairs at a constant distance that no window reaches, sorted by (A, B): label, never a finding.</summary>
    public ImmutableArray<DelayPair> RegularDelays { get; init; } = [];

    /// <summary>Accounts that share things in the same moment as others, day after day, by account and behaviour: surfaced, never a finding.</summary>
    public ImmutableArray<MomentAccount> SameMoments { get; init; } = [];

    /// <summary>Pairs named.</summary>
    public int NamedPairs => Pairs.Count(pair => pair.Tier == Tier.Named);

    /// <summary>Accounts named.</summary>
    public int NamedAccounts => Accounts.Count(account => account.Tier == Tier.Named);

    /// <summary>How many of the named pairs are expected to be there by chance: at most the error rate times their number.</summary>
    public double ExpectedFalsePairs => Alpha * NamedPairs;

    /// <summary>How many of the named accounts are expected to be there by chance.</summary>
    public double ExpectedFalseAccounts => Alpha * NamedAccounts;
}

/// <summary>Two accounts that act at a constant distance from one another, further apart than any window: feeds, schedulers. Context, never a finding.</summary>
/// <param name="A">The account with the smaller id.</param>
/// <param name="B">The other account.</param>
/// <param name="Behaviour">The behaviour.</param>
/// <param name="Objects">Objects in common, eight or more.</param>
/// <param name="GapUs">Median of B's time minus A's, microseconds.</param>
/// <param name="SpreadUs">Four fifths of the gaps lie no further from it than this, a third of it at most.</param>
public sealed record DelayPair(int A, int B, Behaviour Behaviour, int Objects, long GapUs, long SpreadUs);

/// <summary>What was tested in one behaviour.</summary>
/// <param name="Behaviour">The behaviour.</param>
/// <param name="Windows">The windows that the clocks of these acts support, narrowest first; none means no test was possible.</param>
/// <param name="Refused">Windows that they do not support: a window must span at least three clock steps.</param>
/// <param name="Acts">Acts tested.</param>
/// <param name="Accounts">Accounts with such acts.</param>
/// <param name="Objects">Objects that at least two of them touched.</param>
/// <param name="Tests">Pairs tested.</param>
/// <param name="TestsCounted">True when they were counted one by one, false when <paramref name="Tests"/> is an upper bound.</param>
/// <param name="Trials">Chances to act together, over all pairs tested.</param>
/// <param name="PublicationKnown">True when delays count from known publication times, false when from first shares.</param>
/// <param name="HasControl">
/// False when most acts fall into the first minutes after publication: the data may hold a crew alone, or its objects only from
/// its own first acts on. Then nothing can be compared with a public, and more data (who else acted on these objects, when they
/// were published) is what would help.
/// </param>
/// <param name="LeftOut">What was left out, decided before any pair was looked at.</param>
public sealed record TestedBehaviour(
    Behaviour Behaviour,
    ImmutableArray<TimeSpan> Windows,
    ImmutableArray<TimeSpan> Refused,
    int Acts,
    int Accounts,
    int Objects,
    double Tests,
    bool TestsCounted,
    long Trials,
    bool PublicationKnown,
    bool HasControl,
    ActsLeftOut LeftOut)
{
    /// <summary>Accounts with enough sittings for the look at same moments.</summary>
    public int MomentTests { get; init; }
}

/// <summary>Two accounts and what the test says of them, over all behaviours.</summary>
/// <param name="A">The account with the smaller id.</param>
/// <param name="B">The other account.</param>
/// <param name="P">One p-value over the behaviours in which the pair was tested (Simes).</param>
/// <param name="PairQ">q-value among all pairs tested.</param>
/// <param name="Q">The largest of <paramref name="PairQ"/> and the q-values of both accounts: what the tier goes by.</param>
/// <param name="Tier">How firmly it stands.</param>
/// <param name="Evidence">What each behaviour says, in their order; those with a p-value of at most 0.05.</param>
public sealed record ValidatedPair(int A, int B, double P, double PairQ, double Q, Tier Tier, ImmutableArray<PairEvidence> Evidence)
{
    /// <summary>The p-value divided by the weight of the pair among the tests, as the error rates reckon with it.</summary>
    public double WeightedP { get; init; } = P;

    /// <summary>The behaviours in which the pair would stand by itself.</summary>
    public IEnumerable<Behaviour> SeenIn => Evidence.Where(evidence => evidence.Seen).Select(evidence => evidence.Behaviour);

    /// <summary>True when every behaviour it is seen in is explained by regular delays, of the two or of each with one and the same third.</summary>
    /// <remarks>
    /// A cluster of similar texts holds the posts of many days when a feed keeps to one template, so that its first share says
    /// nothing of delays; the delays of the same posts by their very text or link do. So with a link that others had shared before.
    /// </remarks>
    public bool IsExplained => IsExplainedByThird || IsExplainedByItself;

    /// <summary>True when both accounts are, with one and the same third, explained by regular delays in themselves.</summary>
    public bool IsExplainedByThird { get; init; }

    /// <summary>The same as <see cref="IsExplained"/>, from the acts of these two alone.</summary>
    internal bool IsExplainedByItself => Tier >= Tier.Weak && Evidence.Where(evidence => evidence.Seen).All(evidence => HasRegularDelay(evidence) || IsSaidElsewhere(evidence));

    /// <summary>True when the link or the text of the same posts has the regular delay that this behaviour does not show.</summary>
    private bool IsSaidElsewhere(PairEvidence evidence) => IsOfOnePost(evidence.Behaviour) && Evidence.Any(other =>
        (other.Behaviour == Behaviour.Text || other.Behaviour == Behaviour.Link) && HasRegularDelay(other)
        && (evidence.Behaviour == Behaviour.SimilarText || (other.Seen && other.Hits >= LeastOfHits * evidence.Hits)));

    private static bool IsOfOnePost(Behaviour behaviour) => behaviour == Behaviour.Link || behaviour == Behaviour.Text || behaviour == Behaviour.SimilarText;

    private const double LeastOfHits = 0.9;

    private static bool HasRegularDelay(PairEvidence evidence) => evidence.Readings.HasFlag(Readings.RegularDelay);
}

/// <summary>What one behaviour says of a pair.</summary>
/// <param name="Behaviour">The behaviour.</param>
/// <param name="Window">The window that gave the smallest p-value.</param>
/// <param name="P">p-value: the smallest over the windows times their number.</param>
/// <param name="Seen">True when this behaviour alone would have put the pair into its tier.</param>
/// <param name="Objects">Objects in common.</param>
/// <param name="Trials">Those on which a hit was possible, given the cells of both acts.</param>
/// <param name="Hits">Those on which both acted within the window.</param>
/// <param name="Sittings">Hits that lie further apart than one sitting.</param>
/// <param name="ExpectedHits">Hits that chance, habits and bursts explain.</param>
/// <param name="OthersNear">Mean number of other accounts within the window of a hit; set for pairs of a tier, 0 elsewhere.</param>
/// <param name="Readings">Alternative readings that the acts suggest; set for pairs of a tier.</param>
public sealed record PairEvidence(
    Behaviour Behaviour,
    TimeSpan Window,
    double P,
    bool Seen,
    int Objects,
    int Trials,
    int Hits,
    int Sittings,
    double ExpectedHits,
    double OthersNear,
    Readings Readings);

/// <summary>Two accounts that share first minutes with one another rather than with whoever else is fast.</summary>
/// <param name="A">The account with the smaller id.</param>
/// <param name="B">The other account.</param>
/// <param name="Behaviour">The behaviour.</param>
/// <param name="P">p-value against the partners that both have in first minutes.</param>
/// <param name="Q">q-value among all pairs of accounts with enough first minutes, over all behaviours; at most the weak error rate.</param>
/// <param name="Launches">Objects on which both acted within a minute of publication.</param>
/// <param name="Sittings">Those that lie further apart than one sitting.</param>
/// <param name="Expected">How many their numbers of first minutes would give.</param>
public sealed record LaunchPair(int A, int B, Behaviour Behaviour, double P, double Q, int Launches, int Sittings, double Expected);

/// <summary>An account that, in most of its sittings, shares what hardly anybody shares in the same moment as somebody else.</summary>
/// <param name="Account">The account.</param>
/// <param name="Behaviour">The behaviour.</param>
/// <param name="P">Chance of as many joint sittings, reckoned with a rate far above that of ordinary people.</param>
/// <param name="Q">q-value among all accounts with enough sittings, over all behaviours; at most the error rate for naming.</param>
/// <param name="Sittings">Its sittings with something that others shared too; one object each, the one with the fewest sharers.</param>
/// <param name="Joint">Those in which somebody else shared that object in the same moment; on three days or more.</param>
/// <param name="Expected">How many that rate would make.</param>
/// <param name="Company">Accounts that it shared those moments with, in order.</param>
public sealed record MomentAccount(
    int Account, Behaviour Behaviour, double P, double Q, int Sittings, int Joint, double Expected, ImmutableArray<int> Company);

/// <summary>An account and what the test says of it.</summary>
/// <param name="Account">The account.</param>
/// <param name="P">p-value of "acts together with nobody": Simes over all the pairs it was tested in.</param>
/// <param name="Q">q-value among all accounts tested.</param>
/// <param name="Tier">The tier of its firmest pair, those at publication included.</param>
/// <param name="Partners">Accounts with which it forms a pair of that tier.</param>
/// <param name="Behaviours">Behaviours in which those pairs are seen.</param>
/// <param name="IsExplained">True when all those pairs are explained by regular delays.</param>
public sealed record ValidatedAccount(
    int Account, double P, double Q, Tier Tier, int Partners, ImmutableArray<Behaviour> Behaviours, bool IsExplained);
