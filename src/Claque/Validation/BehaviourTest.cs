using System.Collections.Immutable;
using Claque.Statistics;

namespace Claque.Validation;

/// <summary>The test of one behaviour: from acts to p-values of pairs.</summary>
internal sealed class BehaviourTest
{
    /// <summary>p-values above this are not reported.</summary>
    public const double MostP = 0.05;

    private const double FirstLook = 0.5;
    private const int MostRounds = 3;
    private readonly ValidationOptions _options;
    private readonly ImmutableArray<ScaleActs> _all;
    private readonly ScaleActs[] _scales;
    private int[][]? _witnesses;

    private BehaviourTest(SharedActs acts, ValidationOptions options, CancellationToken stop)
    {
        (Acts, _options) = (acts, options);
        (Moments, MomentTests, var momentRate) = SameMoments.Find(acts, options);
        (Launches, LaunchTests, HasControl) = Claque.Validation.Launches.Find(acts, options, momentRate, MostP, stop);
        _all = [.. options.Scales.Select(scale => new ScaleActs(acts, scale))];
        _scales = [.. _all.Where(scale => scale.Supported > 0)];
        if (_scales.Length == 0)
        {
            (Testable, Scores, SetAside, Delays) = (new Testable(0, new double[acts.AccountCount], 0, true), [], [], []);
            return;
        }

        Testable = Testable.Count(acts, _scales[^1], options, stop);
        SetAside = new bool[acts.AccountCount];
        Scores = Score(stop);
        // Nobody publishes a sequence of hashtags, so there is no delay to keep.
        Delays = acts.Behaviour == Tracing.Behaviour.Hashtags ? [] : RegularDelays.Beyond(acts, _scales[^1].Chances.WindowUs, stop);
    }

    /// <summary>The acts tested.</summary>
    public SharedActs Acts { get; }

    /// <summary>The scales that the clocks support.</summary>
    public IReadOnlyList<ScaleActs> Scales => _scales;

    /// <summary>How many pairs were tested.</summary>
    public Testable Testable { get; }

    /// <summary>The pairs with a p-value of at most <see cref="MostP"/>, in order.</summary>
    public List<PairScore> Scores { get; }

    /// <summary>The pairs often together in first minutes with a p-value of at most <see cref="MostP"/>, in order.</summary>
    public List<LaunchScore> Launches { get; }

    /// <summary>The pairs at a constant distance that no window reaches, in order.</summary>
    public List<DelayScore> Delays { get; }

    /// <summary>True when most acts come later than the first minutes, so that there is a public to compare with.</summary>
    public bool HasControl { get; }

    /// <summary>Pairs looked at for that.</summary>
    public double LaunchTests { get; }

    /// <summary>The accounts that share moments with others on several days, in order.</summary>
    public List<MomentScore> Moments { get; }

    /// <summary>Accounts looked at for that.</summary>
    public int MomentTests { get; }

    /// <summary>Accounts that did not bear witness.</summary>
    public bool[] SetAside { get; }

    /// <summary>Runs the test.</summary>
    public static BehaviourTest Run(SharedActs acts, ValidationOptions options, CancellationToken stop) => new(acts, options, stop);

    /// <summary>The bursts at one scale, with the witnesses of the last round.</summary>
    public Bursts BurstsAt(int scale) => new(Acts, _scales[scale], (_witnesses ??= Bursts.WitnessesBefore(Acts, _scales, SetAside))[scale]);

    /// <summary>What was tested, for the reader.</summary>
    public TestedBehaviour Describe(bool publicationKnown) => new(
        Acts.Behaviour,
        [.. _scales.Select(scale => scale.Scale.Window)],
        [.. _all.Where(scale => scale.Supported == 0 && (Acts.Census?.Acts ?? Acts.Count) > 0).Select(scale => scale.Scale.Window)],
        Acts.Census?.Acts ?? Acts.Count,
        Acts.Census?.Accounts ?? Acts.AccountCount,
        Acts.Census?.Objects ?? Acts.Objects.Length,
        Testable.Pairs,
        Testable.Exact,
        Testable.Trials,
        publicationKnown,
        HasControl,
        Acts.LeftOut)
    {
        MomentTests = MomentTests,
    };

    /// <summary>Adds to each account of the corpus with how many others it was tested here.</summary>
    public void AddPartners(double[] partners)
    {
        if (Testable.OfAll is { } all)
        {
            for (var id = 0; id < all.Length; id++) partners[id] += all[id];
            return;
        }

        for (var account = 0; account < Acts.AccountCount; account++) partners[Acts.AccountIds[account]] += Testable.Partners[account];
    }

    private List<PairScore> Score(CancellationToken stop)
    {
        var candidates = Candidates.Find(Acts, _scales, _options, MostP, stop);
        var paired = new PairedActs(Acts, _scales, candidates);
        var first = ScoreAll(paired, [.. candidates.Select(pair => (pair.A, pair.B, (PairScore?)null))], null, stop);
        if (!_options.Guard) return first;

        Crews.Mark(Acts, _scales, Standing(first, FirstLook), SetAside);
        for (var round = 1; ; round++)
        {
            _witnesses = Bursts.WitnessesBefore(Acts, _scales, SetAside);
            var guarded = ScoreAll(paired, [.. first.Select(score => (score.A, score.B, (PairScore?)score))], _witnesses, stop);
            if (round > MostRounds || !SetAsideMembers(Standing(guarded, _options.Alpha))) return guarded;
        }
    }

    private bool SetAsideMembers(List<PairScore> standing)
    {
        var changed = false;
        foreach (var account in standing.SelectMany(pair => new[] { pair.A, pair.B }))
        {
            changed |= !SetAside[account];
            SetAside[account] = true;
        }

        return changed;
    }

    private List<PairScore> Standing(List<PairScore> scores, double alpha)
    {
        var q = new double[scores.Count];
        FalseDiscovery.QValues([.. scores.Select(score => score.WeightedP)], Testable.Pairs, q, _options.Strict);
        return [.. scores.Where((_, i) => q[i] <= alpha)];
    }

    private List<PairScore> ScoreAll(PairedActs paired, List<(int A, int B, PairScore? Known)> pairs, int[][]? witnesses, CancellationToken stop)
    {
        const int chunk = 256;
        var chunks = new List<PairScore>[(pairs.Count + chunk - 1) / chunk];
        var threads = Math.Clamp(chunks.Length, 1, _options.Threads == 0 ? Environment.ProcessorCount : _options.Threads);
        Parallel.For(
            0,
            chunks.Length,
            new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = threads },
            () => new PairScorer(paired, _scales, _options, witnesses == null ? null : [.. _scales.Select((scale, s) => new Bursts(Acts, scale, witnesses[s]))]),
            (c, _, scorer) =>
            {
                chunks[c] = [];
                foreach (var (a, b, known) in pairs.Skip(c * chunk).Take(chunk))
                    if (scorer.Score(a, b, known, MostP) is { } score) chunks[c].Add(score);
                return scorer;
            },
            _ => { });
        return [.. chunks.SelectMany(part => part)];
    }
}
