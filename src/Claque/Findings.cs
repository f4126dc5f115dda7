using System.Collections.Immutable;
using Claque.Grouping;
using Claque.Leads;
using Claque.Pairing;
using Claque.TextEvidence;
using Claque.Tracing;
using Claque.Validation;

namespace Claque;

/// <summary>Everything that a detection does, in one immutable value. Two runs with equal options on equal posts give equal bytes.</summary>
public sealed record DetectionOptions
{
    /// <summary>Which behaviours, and what counts as their objects.</summary>
    public TraceOptions Tracing { get; init; } = new();

    /// <summary>What counts as together.</summary>
    public PairOptions Pairing { get; init; } = new();

    /// <summary>How timing is tested, with windows taken from <see cref="Pairing"/>; null makes no test and states no error rate.</summary>
    public ValidationOptions? Validation { get; init; } = new();

    /// <summary>How texts in common are tested, which needs no clock; null makes no such test.</summary>
    public TextEvidenceOptions? Texts { get; init; } = new();

    /// <summary>How groups are made.</summary>
    public GroupOptions Grouping { get; init; } = new();

    /// <summary>Whom accounts openly belong to; labels what they do together, and changes no tier.</summary>
    public Affiliations Affiliations { get; init; } = Affiliations.None;
}

/// <summary>What was found: per behaviour the pairs and groups, and the groups over all behaviours.</summary>
public sealed record Findings
{
    /// <summary>The posts as numbers, with the accounts' names.</summary>
    public required Corpus Corpus { get; init; }

    /// <summary>How it was found.</summary>
    public required DetectionOptions Options { get; init; }

    /// <summary>One per behaviour that has acts.</summary>
    public required ImmutableArray<Layer> Layers { get; init; }

    /// <summary>The corpus with the acts of every layer, those of common texts included.</summary>
    public Corpus CorpusWithAllTraces => new()
    {
        Accounts = Corpus.Accounts,
        Posts = Corpus.Posts,
        Traces = [.. Layers.Select(layer => layer.Paired.Trace)],
        HasTexts = Corpus.HasTexts,
        Notes = Corpus.Notes,
    };

    /// <summary>What the test says of pairs and accounts; null when none was made.</summary>
    public required Validated? Validated { get; init; }

    /// <summary>What the test of texts in common says; null when none was made.</summary>
    public required TextVerdict? Texts { get; init; }

    /// <summary>Groups over all behaviours.</summary>
    public required ImmutableArray<Group> Groups { get; init; }

    /// <summary>Circles of accounts near the bar: to be looked at, without an error rate, never findings.</summary>
    public ImmutableArray<LeadCircle> Leads { get; init; } = [];

    /// <summary>What was counted, left out or refused, as sentences.</summary>
    public required ImmutableArray<string> Notes { get; init; }
}

/// <summary>One behaviour.</summary>
/// <param name="Paired">Its pairs at every window.</param>
/// <param name="Refused">Per window: why it was not used for these data; empty when it was.</param>
/// <param name="Accounts">Accounts with an act.</param>
/// <param name="Groups">Groups in the network of this behaviour alone.</param>
public sealed record Layer(PairedTrace Paired, ImmutableArray<string> Refused, int Accounts, ImmutableArray<Group> Groups)
{
    /// <summary>The behaviour.</summary>
    public Behaviour Behaviour => Paired.Trace.Behaviour;

    /// <summary>The pairs at the widest window, which has all pairs of the narrower ones.</summary>
    public Pairs Widest => Paired.Windows[^1];
}
