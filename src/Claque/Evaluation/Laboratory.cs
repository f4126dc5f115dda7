using System.Collections.Immutable;
using Claque.Evaluation.Rules;
using Claque.Reading;
using Claque.Simulation;
using Claque.Tracing;

namespace Claque.Evaluation;

/// <summary>Runs Claque and the field's usual rules on simulated corpora whose truth is known, and scores all of them by one ruler.</summary>
public static class Laboratory
{
    /// <summary>Simulates every corpus, lets every rule judge it, and scores the verdicts.</summary>
    /// <param name="options">Which corpora and rules.</param>
    /// <param name="progress">Told after each corpus.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>The scores of each corpus; the same for the same options, on any machine and any number of threads.</returns>
    /// <remarks>Some five CPU seconds for a corpus of 2,000 accounts and 30 days; as many corpora at a time as there are processors, at most four.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A number of corpora below 0, or nothing to run.</exception>
    public static LaboratoryResult Run(LaboratoryOptions options, IProgress<StageProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(options.QuietCorpora);
        ArgumentOutOfRangeException.ThrowIfNegative(options.CrewCorpora);
        var corpora = options.Corpora();
        ArgumentOutOfRangeException.ThrowIfZero(corpora.Length, nameof(options));
        var scores = new CorpusScore[corpora.Length];
        var done = 0;
        progress?.Report(new StageProgress("corpora", 0, corpora.Length));
        var threads = new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = Math.Clamp(Environment.ProcessorCount, 1, 4) };
        Parallel.For(0, corpora.Length, threads, i =>
        {
            scores[i] = Judge(corpora[i], options, stop);
            progress?.Report(new StageProgress("corpora", Interlocked.Increment(ref done), corpora.Length));
        });
        return new LaboratoryResult(options, [.. scores]);
    }

    /// <summary>Lets rules judge posts whose truth is known, as they stand beside Claque's own result on them.</summary>
    /// <param name="posts">The posts.</param>
    /// <param name="truth">Every account of the posts; of one that is missing nothing is known.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="stop">Stops the work.</param>
    public static ImmutableArray<RuleScore> Judge(
        IPostSource posts, IReadOnlyList<TrueAccount> truth, IEnumerable<IAccusationRule> rules, IProgress<StageProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(rules);
        var corpus = Corpus.Encode(posts, null, progress, stop);
        var scoring = new CorpusScoring(corpus.Accounts, [.. truth.Select(account => new SimulatedAccount(account.Account, account.Role, account.Crew))], []);
        return [.. rules.Select(rule => scoring.Score(rule.Name, rule.Judge(corpus, stop)))];
    }

    private static CorpusScore Judge(SimulationOptions simulation, LaboratoryOptions options, CancellationToken stop)
    {
        var simulated = Simulator.Simulate(simulation);
        var findings = Detection.Run(simulated.AsSource(), options.Detection, null, stop);
        var corpus = findings.Corpus;
        var scoring = new CorpusScoring(corpus.Accounts, simulated.Truth, simulation.Crews);
        return new CorpusScore(
            simulation.Generator, simulation.Seed, !simulation.Crews.IsEmpty, simulated.Posts.Length,
            [
                .. Enum.GetValues<Evidence>().Select(evidence => scoring.Score(ClaqueRule.NameOf(evidence), ClaqueRule.Of(findings, evidence))),
                .. options.Rules.Select(rule => scoring.Score(rule.Name, rule.Judge(corpus, stop))),
            ]);
    }
}
