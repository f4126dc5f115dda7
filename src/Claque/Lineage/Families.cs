using System.Collections.Immutable;

namespace Claque.Lineage;

/// <summary>A reason for an edge.</summary>
/// <param name="Kind">Which kind of evidence.</param>
/// <param name="Weight">What it adds to the natural logarithm of the odds of this direction against the other; below 0 it speaks against.</param>
/// <param name="Text">What was seen, in a sentence.</param>
public sealed record Evidence(EvidenceKind Kind, double Weight, string Text);

/// <summary>An article that is not among those given, but to which members of a family point.</summary>
/// <param name="Name">What they credit: a wire or an outlet.</param>
/// <param name="Reason">Why it is assumed.</param>
public sealed record MissingParent(string Name, string Reason);

/// <summary>A tie between two members of a family.</summary>
/// <param name="From">Number of the article it was taken from; where <see cref="Missing"/> is set, -1.</param>
/// <param name="To">Number of the article that took.</param>
/// <param name="IsDirected">False when the evidence does not decide; then From and To may be read either way.</param>
/// <param name="Chance">Chance of the edge as drawn, over all trees: of this direction, or of either where undirected; where others have the words of From, of any of them.</param>
/// <param name="Reason">Why it is drawn so, in a sentence.</param>
/// <param name="Evidence">All evidence, the heaviest first.</param>
public sealed record LineageEdge(int From, int To, bool IsDirected, double Chance, string Reason, ImmutableArray<Evidence> Evidence)
{
    /// <summary>The article that is not there, where the edge comes from one.</summary>
    public MissingParent? Missing { get; init; }

    /// <summary>Further members with the very words of From, of which any may be the one it was taken from.</summary>
    public ImmutableArray<int> OrFrom { get; init; } = [];
}

/// <summary>Articles that are copies of each other, directly or through others.</summary>
/// <param name="Members">Numbers of the articles, rising.</param>
/// <param name="Edges">A tree, by To; edges from missing parents last.</param>
/// <param name="EarliestSeen">The member with the earliest time, or null when none has one or two share it as finely as their times are known. Not the origin: that may not be among the articles.</param>
/// <param name="Note">What limits this family, in a sentence; empty when nothing.</param>
public sealed record Family(ImmutableArray<int> Members, ImmutableArray<LineageEdge> Edges, int? EarliestSeen, string Note)
{
    /// <summary>The missing parents.</summary>
    public IEnumerable<MissingParent> Missing => Edges.Where(edge => edge.Missing is not null).Select(edge => edge.Missing!).Distinct();
}

/// <summary>Where articles come from.</summary>
/// <param name="Passages">What the articles have in common.</param>
/// <param name="Families">Families, the largest first.</param>
public sealed record Lineages(Passages Passages, ImmutableArray<Family> Families);
