using System.Collections.Immutable;
using Claque.Thinning;
using Claque.Tracing;

namespace Claque.Validation;

/// <summary>Tests whether accounts time their acts together, given who acted on what and roughly when.</summary>
/// <remarks>
/// Interval jitter, known from neuroscience (Amarasingham et al. 2012, doi:10.1152/jn.00633.2011), on acts: each time is taken
/// as given up to its coarse cell of delay, and only the fine times inside the cells are tested. One p-value per pair and
/// behaviour; one family over all behaviours; false-discovery control over pairs and over accounts.
/// </remarks>
public static class Validation
{
    /// <summary>Tests all behaviours of a corpus.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="options">Scales, error rates, known publication times.</param>
    /// <param name="progress">Told after each behaviour.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>Pairs and accounts with their tiers, and what was tested; the same at any number of threads.</returns>
    /// <remarks>
    /// O(co-acts within the widest window) plus the exact test of few pairs; about 50 bytes an act, and 30 more for each act of an
    /// account in a pair that is tested exactly. Where an account acted several times on one object, its first act counts.
    /// </remarks>
    public static Validated Test(
        Corpus corpus, ValidationOptions options, IProgress<StageProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(options);
        return Verdicts.Of(TestEach(corpus, options, progress, stop), corpus.Accounts.Count, options);
    }

    /// <summary>The same from thinned-out acts: what testing all acts of the corpus gives.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="thin">Its traces, each with the census of this test.</param>
    /// <param name="options">The options that they were thinned out for.</param>
    /// <param name="progress">Told after each behaviour.</param>
    /// <param name="stop">Stops the work.</param>
    public static Validated Test(
        Corpus corpus, ImmutableArray<ThinTrace> thin, ValidationOptions options, IProgress<StageProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(options);
        var tests = new List<BehaviourTest>();
        foreach (var (whole, _, _, forTest, census) in thin)
        {
            if (forTest is null || census is null) throw new ArgumentException($"The acts of {whole.Behaviour} were not thinned out for a test.", nameof(thin));
            tests.Add(BehaviourTest.Run(SharedActs.Of(forTest, census, corpus.Posts, options), options, stop));
            progress?.Report(new StageProgress("testing " + whole.Behaviour.Name, tests.Count, thin.Length));
        }

        return Verdicts.Of(tests, corpus.Accounts.Count, options);
    }

    /// <summary>The test of each behaviour, before they are compared.</summary>
    internal static List<BehaviourTest> TestEach(Corpus corpus, ValidationOptions options, IProgress<StageProgress>? progress, CancellationToken stop)
    {
        var tests = new List<BehaviourTest>();
        foreach (var trace in corpus.Traces)
        {
            tests.Add(BehaviourTest.Run(SharedActs.Of(trace, corpus.Posts, options.Published.Of(trace.Behaviour), options), options, stop));
            progress?.Report(new StageProgress("testing " + trace.Behaviour.Name, tests.Count, corpus.Traces.Length));
        }

        return tests;
    }

    /// <summary>
    /// Runs the whole test on the same data with every fine time drawn anew inside its coarse cell: how many accounts would be named
    /// by chance in this corpus. It checks the machinery and the number of tests; it cannot check what people have in common
    /// inside a cell, because it takes that away.
    /// </summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="options">The same as for the test.</param>
    /// <param name="rounds">Redraws; 1 or more.</param>
    /// <param name="seed">Seed of the redraws.</param>
    /// <param name="progress">Told after each round.</param>
    /// <param name="stop">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one round.</exception>
    public static Audit Audit(
        Corpus corpus, ValidationOptions options, int rounds, ulong seed, IProgress<StageProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        var behaviours = corpus.Traces.Select(trace => SharedActs.Of(trace, corpus.Posts, options.Published.Of(trace.Behaviour), options)).ToList();
        var results = new List<AuditRound>();
        for (var round = 1; round <= rounds; round++)
        {
            var draws = Redraw.Draws(corpus.Posts.Count, seed, round);
            var tests = behaviours.Select(acts => BehaviourTest.Run(Redrawn(acts, options, draws), options, stop)).ToList();
            var found = Verdicts.Of(tests, corpus.Accounts.Count, options);
            results.Add(new AuditRound(
                round,
                [.. found.Accounts.Where(account => account.Tier == Tier.Named).Select(account => account.Account)],
                found.Accounts.Count(account => account.Tier == Tier.Weak),
                found.NamedPairs));
            progress?.Report(new StageProgress("auditing", round, rounds));
        }

        return new Audit([.. results]);
    }

    private static SharedActs Redrawn(SharedActs acts, ValidationOptions options, double[] draws)
    {
        var widest = new ScaleActs(acts, options.Scales[^1]);
        return widest.Supported == 0 ? acts : Redraw.InCells(acts, widest, draws);
    }
}
