using System.Collections.Immutable;
using Claque.Grouping;
using Claque.Pairing;
using Claque.Tracing;

namespace Claque.Cases;

/// <summary>What a run of the detection found, to be kept in the case whose posts it ran on.</summary>
public sealed record RunToStore
{
    /// <summary>The corpus of the run: its post keys are row ids of the case, as <see cref="CaseFile.Posts"/> gives them.</summary>
    public required Corpus Corpus { get; init; }

    /// <summary>When the run began.</summary>
    public required DateTimeOffset StartedUtc { get; init; }

    /// <summary>Version that ran.</summary>
    public required string ClaqueVersion { get; init; }

    /// <summary>Every option, as JSON with sorted keys.</summary>
    public required string OptionsJson { get; init; }

    /// <summary>Seed of everything random.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The sentence on error control that stands in every output.</summary>
    public required string ErrorControl { get; init; }

    /// <summary>One per behaviour and window, in the order in which they are reported.</summary>
    public required ImmutableArray<LayerToStore> Layers { get; init; }

    /// <summary>Groups of single behaviours and over all behaviours.</summary>
    public ImmutableArray<GroupToStore> Groups { get; init; } = [];

    /// <summary>Co-acts of pairs, the strongest pairs first; a pair comes at most once for each behaviour.</summary>
    public ImmutableArray<PairExhibits> Exhibits { get; init; } = [];

    /// <summary>How the groups over all behaviours fare under other settings, by group; empty when that was not looked at.</summary>
    public ImmutableArray<SensitivityView> Sensitivity { get; init; } = [];

    /// <summary>Accounts of the corpus whose acting together is explained, each with its label.</summary>
    public ImmutableArray<(int Account, string Label)> Explained { get; init; } = [];

    /// <summary>Accounts of the corpus that are worth a look and that nothing names, in the order in which they are shown.</summary>
    public ImmutableArray<SurfacedToStore> Surfaced { get; init; } = [];

    /// <summary>What was counted, left out or refused, as sentences.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>
    /// Co-acts kept for pairs that are in no group together, over all of them; those of pairs inside a group are all kept. Where it
    /// cuts, a note says so. Default 100,000.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0.</exception>
    public int MaxCoActsOutsideGroups
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 100_000;
}

/// <summary>One behaviour at one window.</summary>
/// <param name="Pairs">Its pairs; none when the window was refused.</param>
public sealed record LayerToStore(Pairs Pairs)
{
    /// <summary>What the test said of each pair, in the order of the pairs; empty when the run made no test.</summary>
    public ImmutableArray<PairEvidence> Evidence { get; init; } = [];

    /// <summary>Why the window was not used for these data; empty when it was.</summary>
    public string Refused { get; init; } = "";
}

/// <summary>What a test said of a pair.</summary>
/// <param name="P">p-value; null when this pair was not tested.</param>
/// <param name="Q">After false-discovery control.</param>
/// <param name="Tier"><c>named</c>, <c>weak</c>, <c>lead</c>, <c>at_publication</c> or empty.</param>
public readonly record struct PairEvidence(double? P, double? Q, string Tier);

/// <summary>A group with what was said of it.</summary>
/// <param name="Group">The group.</param>
/// <param name="Behaviour">The behaviour it is of; null when it is over all behaviours.</param>
/// <param name="Tier">As of a pair.</param>
/// <param name="Readings">What the group may be, as sentences.</param>
public sealed record GroupToStore(Group Group, Behaviour? Behaviour, string Tier, ImmutableArray<string> Readings);

/// <summary>An account that is worth a look and that nothing names.</summary>
/// <param name="Account">The account.</param>
/// <param name="Tier"><c>at_publication</c> or <c>lead</c>.</param>
/// <param name="Circle">Number of its circle; null at publication.</param>
/// <param name="Behaviours">Where it shows.</param>
/// <param name="Why">What was seen, in a sentence.</param>
public sealed record SurfacedToStore(int Account, string Tier, int? Circle, ImmutableArray<string> Behaviours, string Why);

/// <summary>The co-acts of a pair in one behaviour.</summary>
/// <param name="Behaviour">The behaviour.</param>
/// <param name="A">The account with the smaller id in the corpus.</param>
/// <param name="B">The other.</param>
/// <param name="CoActs">Its co-acts, in the order in which they are to be shown.</param>
public sealed record PairExhibits(Behaviour Behaviour, int A, int B, ImmutableArray<CoAct> CoActs);

/// <summary>An audit, to be kept in the case whose posts it ran on.</summary>
/// <param name="Run">The run with the same options; null when there is none.</param>
/// <param name="StartedUtc">When it began.</param>
/// <param name="ClaqueVersion">Version that ran.</param>
/// <param name="OptionsJson">Every option, as of a run.</param>
/// <param name="Seed">Seed of the redraws.</param>
/// <param name="Rounds">One per redraw, in order.</param>
public sealed record AuditToStore(
    int? Run, DateTimeOffset StartedUtc, string ClaqueVersion, string OptionsJson, ulong Seed, ImmutableArray<AuditRoundView> Rounds);
