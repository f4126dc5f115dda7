using Claque.Tracing;

namespace Claque.Simulation.Second;

/// <summary>Something that travels through the second world.</summary>
/// <param name="Number">Running number.</param>
/// <param name="Kind">How it is passed on.</param>
/// <param name="Born">Seconds from the beginning of the corpus.</param>
/// <param name="Name">Address, tags or hash; empty for a post of the corpus.</param>
/// <param name="Entry">The post of the corpus that is reshared or answered; -1 for other things.</param>
/// <param name="Words">Headline or text.</param>
internal sealed record Item(int Number, Behaviour Kind, double Born, string Name, int Entry, string Words);

/// <summary>A person or program of the second world.</summary>
/// <param name="Number">Number in the ledger.</param>
/// <param name="Presence">When online.</param>
/// <param name="Rate">Things done of one's own accord in 30 days.</param>
/// <param name="QueuePeriod">Seconds between the slots of a posting queue; 0 without one.</param>
/// <param name="QueuePhase">Where in the period the slot lies.</param>
internal sealed record Node(int Number, Presence Presence, double Rate, double QueuePeriod = 0, double QueuePhase = 0);
