using Claque.Pairing;
using Claque.Tracing;

namespace Claque.Grouping;

/// <summary>What one behaviour brings to the grouping: its pairs, and the co-acts behind each of them.</summary>
/// <param name="Behaviour">The behaviour.</param>
/// <param name="Pairs">The pairs that tie accounts; each two accounts at most once.</param>
/// <param name="CoActsOf">The co-acts of one of the pairs, in any order; asked once for each pair that lies inside a group.</param>
public sealed record LayerTies(Behaviour Behaviour, IReadOnlyList<Pair> Pairs, Func<Pair, IEnumerable<CoAct>> CoActsOf);
