using System.Collections.Immutable;
using Claque.Pairing;
using Claque.Tracing;
using Claque.Validation;

namespace Claque.Thinning;

/// <summary>
/// Finds, on another engine, which acts can be part of any result, and counts the rest, so that pairing and test run on those acts
/// alone and still give what they would give on all.
/// </summary>
public interface IThinning
{
    /// <summary>The thinned-out acts of each behaviour.</summary>
    /// <param name="corpus">All posts and acts.</param>
    /// <param name="pairing">What counts as together.</param>
    /// <param name="test">How timing is tested, with scales and publication times; null when it is not.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>One for each trace of the corpus, in their order.</returns>
    ImmutableArray<ThinTrace> Thin(Corpus corpus, PairOptions pairing, ValidationOptions? test, IProgress<StageProgress>? progress, CancellationToken stop);
}

/// <summary>One behaviour's acts, thinned out to those that can be part of a result.</summary>
/// <param name="Whole">All acts.</param>
/// <param name="ForPairs">
/// At least the acts of every pair with the smallest weight asked for, on every object on which the two co-acted within the widest
/// window; none on an object with more accounts than the limit.
/// </param>
/// <param name="PairsLeftOut">Per window: what pairing all acts would have left out.</param>
/// <param name="ForTest">
/// Each account's first act on objects that two accounts or more, and not too many, touched: all of them by the complete accounts of
/// <see cref="TestCensus.Complete"/>, and all of them on the objects on which two accounts meet that the test could name. Null when there is no test.
/// </param>
/// <param name="Census">What the test needs to know of the acts that are not there; null when there is no test.</param>
public sealed record ThinTrace(Trace Whole, Trace ForPairs, ImmutableArray<LeftOut> PairsLeftOut, Trace? ForTest, TestCensus? Census);
