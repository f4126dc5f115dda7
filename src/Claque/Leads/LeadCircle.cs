using System.Collections.Immutable;
using Claque.Tracing;

namespace Claque.Leads;

/// <summary>Three accounts or more that are tied to one another by pairs near the bar: worth a look, without an error rate, never a finding.</summary>
/// <param name="Number">From 1, largest circle first.</param>
/// <param name="Accounts">All its accounts, by number; those that stand by themselves are among them.</param>
/// <param name="Leads">Those of them that do not stand: they have the tier <see cref="Validation.Tier.Lead"/>.</param>
/// <param name="Ties">Its pairs, by number of the accounts.</param>
public sealed record LeadCircle(int Number, ImmutableArray<int> Accounts, ImmutableArray<int> Leads, ImmutableArray<LeadTie> Ties)
{
    /// <summary>The behaviours of its ties, in order.</summary>
    public IEnumerable<Behaviour> Behaviours => Ties.SelectMany(tie => tie.Behaviours).Distinct().Order();
}

/// <summary>Two accounts of a circle.</summary>
/// <param name="A">The account with the smaller number.</param>
/// <param name="B">The other.</param>
/// <param name="P">p-value of the pair: of times, or of texts in common.</param>
/// <param name="Behaviours">The behaviours behind it.</param>
/// <param name="Stands">True when the pair stands at some error rate by itself.</param>
public sealed record LeadTie(int A, int B, double P, ImmutableArray<Behaviour> Behaviours, bool Stands);
