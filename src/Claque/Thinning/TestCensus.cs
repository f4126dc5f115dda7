using Claque.Validation;

namespace Claque.Thinning;

/// <summary>
/// What the test of one behaviour needs to know of acts that were thinned out. <i>Shared acts</i> are each account's first acts on
/// objects that at least two accounts, and not more than the limit, touched.
/// </summary>
public sealed record TestCensus
{
    /// <summary>Shared acts.</summary>
    public required int Acts { get; init; }

    /// <summary>Accounts with a shared act.</summary>
    public required int Accounts { get; init; }

    /// <summary>Objects with shared acts.</summary>
    public required int Objects { get; init; }

    /// <summary>What is no shared act.</summary>
    public required ActsLeftOut LeftOut { get; init; }

    /// <summary>Shared acts by clock step: six numbers, in the order of <see cref="Reading.TimePrecision"/>.</summary>
    public required long[] ActsByStep { get; init; }

    /// <summary>
    /// Per account: true when all its shared acts are in the thinned-out trace. So it must be, over all behaviours, for the two accounts of
    /// every pair that the test could name, in any of them, and for every account that keeps a delay of its own.
    /// </summary>
    public required bool[] Complete { get; init; }

    /// <summary>Per object of the trace: when delays on it begin, its publication where known, else its first act. Needed where acts were kept.</summary>
    public required long[] OriginsUs { get; init; }

    /// <summary>Per object of the trace: shared acts in its first minute, see <see cref="TrialRules.EarlyUs"/>. Needed where acts were kept.</summary>
    public required int[] EarlyOnObject { get; init; }

    /// <summary>Shared acts in a first minute.</summary>
    public required long EarlyActs { get; init; }

    /// <summary>Those on objects with two or more of them.</summary>
    public required long EarlyTogether { get; init; }

    /// <summary>Accounts with enough of the latter for a result.</summary>
    public required int EarlyAccounts { get; init; }

    /// <summary>Trials over all pairs: acts of two busy accounts on one object, in cells that a hit is possible between, at the widest scale.</summary>
    public required long Trials { get; init; }

    /// <summary>
    /// True when <see cref="Tested"/> was counted pair by pair; false when it is the bound that trials give:
    /// <see cref="ValidationOptions.MaxTrialsCountedPerAct"/>.
    /// </summary>
    public required bool TestsCounted { get; init; }

    /// <summary>
    /// Per account. Counted: ten times the weights of the tests it is part of, see <see cref="TrialRules.TenthsOf"/>. Not counted: its trials.
    /// </summary>
    public required long[] Tested { get; init; }

    /// <summary>Accounts with as many shared acts as a test needs.</summary>
    public required int Busy { get; init; }
}
