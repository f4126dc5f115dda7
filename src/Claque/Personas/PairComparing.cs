using Claque.Statistics;
using Claque.Text;

namespace Claque.Personas;

/// <summary>Compares all bylines with all, against the bylines of the case that are nearest on topic.</summary>
/// <remarks>
/// Many pairs are looked at, and few are one hand. What is called is therefore decided by the chance of two hands after the ratio
/// <em>and</em> the share of one-hand pairs that the case itself shows, near topics and far ones apart: where nobody has two names that
/// share goes to nothing and a ratio must be far larger. Efron 2010, doi:10.1017/CBO9780511761362, local false-discovery rates.
/// </remarks>
internal sealed class PairComparing
{
    private const int Halvings = 6;
    private const int MostHalved = 200;
    private const int LeastHalf = 300;
    private const int NearestOnTopic = 4;
    private readonly StyleSpace _space;
    private readonly StyleProfile[] _profiles;
    private readonly StyleVector[] _vectors;
    private readonly int[][] _members;
    private readonly float[][] _topics;
    private readonly PersonaOptions _options;
    private readonly CancellationToken _stop;
    private readonly float[][] _scores;
    private readonly HashSet<(int, int)> _near = [];

    public PairComparing(StyleSpace space, StyleProfile[] profiles, StyleVector[] vectors, int[][] members, float[][] topics, PersonaOptions options, CancellationToken stop)
    {
        (_space, _profiles, _vectors, _members, _topics, _options, _stop) = (space, profiles, vectors, members, topics, options, stop);
        _scores = vectors.Select(_ => new float[vectors.Length]).ToArray();
        for (var a = 0; a < vectors.Length; a++)
        {
            stop.ThrowIfCancellationRequested();
            for (var b = 0; b < a; b++) _scores[a][b] = _scores[b][a] = (float)StyleVector.Fused(vectors[a], vectors[b]);
        }

        int[] reference = [.. Enumerable.Range(0, vectors.Length).Where(HasEnough)];
        ReferenceBylines = reference.Length;
        if (ReferenceBylines >= options.MinReference) Calibration = Fitted(reference);
    }

    /// <summary>Bylines with enough words.</summary>
    public int ReferenceBylines { get; }

    /// <summary>What the reference population gave; null when it is too small.</summary>
    public Calibration? Calibration { get; }

    /// <summary>All pairs, strongest ratio first; pairs without a ratio last.</summary>
    public IReadOnlyList<PairStudy> Pairs()
    {
        var n = _vectors.Length;
        var ratios = new double?[n, n];
        for (var a = 0; a < n; a++)
            for (var b = 0; b < a; b++)
                if (Calibration is { } calibration && HasEnough(a) && HasEnough(b)) ratios[a, b] = ratios[b, a] = calibration.LogRatio(At(a, b));
        var (chances, q) = TwoHands(ratios);
        var nearest = Nearest(ratios);
        var pairs = new List<PairStudy>(n * (n - 1) / 2);
        for (var a = 0; a < n; a++)
        {
            _stop.ThrowIfCancellationRequested();
            for (var b = a + 1; b < n; b++)
            {
                var (verdict, reason) = Verdict(At(a, b), ratios[a, b], chances[a, b]);
                pairs.Add(new PairStudy
                {
                    A = a,
                    B = b,
                    Score = _scores[a][b],
                    Topic = _topics[a][b],
                    LogRatio = ratios[a, b],
                    TwoHandsChance = chances[a, b],
                    Q = q[a, b],
                    Verdict = verdict,
                    Reason = reason,
                    Rival = RivalOf(a, b, nearest, ratios),
                });
            }
        }

        return [.. pairs.OrderByDescending(pair => pair.LogRatio ?? double.NegativeInfinity).ThenBy(pair => pair.A).ThenBy(pair => pair.B)];
    }

    private bool HasEnough(int byline) => _vectors[byline].Words >= _options.MinWords;

    private Comparison At(int a, int b) => new(_scores[a][b], _vectors[a].Words, _vectors[b].Words);

    private Calibration? Fitted(int[] reference)
    {
        var halves = new List<Comparison>();
        var random = new Pcg32(_options.Seed, 1);
        foreach (var byline in reference.Take(MostHalved).Where(b => _members[b].Length >= 4))
        {
            for (var draw = 0; draw < Halvings; draw++)
            {
                _stop.ThrowIfCancellationRequested();
                var order = (int[])_members[byline].Clone();
                random.Shuffle<int>(order);
                var (a, b) = (Pooled(order.Take(order.Length / 2)), Pooled(order.Skip(order.Length / 2)));
                if (a.Words >= LeastHalf && b.Words >= LeastHalf) halves.Add(new Comparison(StyleVector.Fused(a, b), a.Words, b.Words));
            }
        }

        // Strangers to a beat are easy to tell apart and would flatter the method: only the nearest on topic count.
        foreach (var a in reference)
        {
            _stop.ThrowIfCancellationRequested();
            foreach (var b in reference.Where(b => b != a).OrderByDescending(b => _topics[a][b]).ThenBy(b => b).Take(NearestOnTopic))
                _near.Add((Math.Min(a, b), Math.Max(a, b)));
        }

        return Calibration.Fit(halves, [.. _near.Order().Select(pair => At(pair.Item1, pair.Item2))]);
    }

    private StyleVector Pooled(IEnumerable<int> articles) => _space.Vector(StyleProfile.Sum(articles.Select(i => _profiles[i]), _space.Dimensions));

    // For each pair the chance of two hands, and the mean of it over the pair and all with a lower one.
    private (double?[,] Chances, double?[,] Q) TwoHands(double?[,] ratios)
    {
        var n = _vectors.Length;
        var (chances, q) = (new double?[n, n], new double?[n, n]);
        var tested = new List<(int A, int B)>();
        for (var a = 0; a < n; a++) for (var b = a + 1; b < n; b++) if (ratios[a, b] is not null) tested.Add((a, b));
        var far = Calibration.ShareOf([.. tested.Where(pair => !_near.Contains(pair)).Select(pair => ratios[pair.A, pair.B]!.Value)]);
        foreach (var (a, b) in tested)
            chances[a, b] = Calibration.ChanceOfTwo(ratios[a, b]!.Value, _near.Contains((a, b)) ? Calibration!.OneHandShare : far);
        double sum = 0;
        var count = 0;
        foreach (var (a, b) in tested.OrderBy(pair => chances[pair.A, pair.B]).ThenBy(pair => pair))
        {
            sum += chances[a, b]!.Value;
            q[a, b] = sum / ++count;
        }

        return (chances, q);
    }

    private (HandVerdict, string) Verdict(Comparison pair, double? ratio, double? twoHands)
    {
        var words = Math.Min(pair.WordsA, pair.WordsB);
        if (words < _options.MinWords)
            return (HandVerdict.Abstain, $"{Counted.Of(words, "clean word", "clean words")} on the smaller side; a ratio needs {_options.MinWords:N0} on each.");
        if (ratio is not { } log)
            return (HandVerdict.Abstain, $"{Counted.Of(ReferenceBylines, "byline", "bylines")} with {_options.MinWords:N0} clean words; a reference population needs {_options.MinReference:N0}, with articles enough to halve.");
        var bar = Math.Log(_options.EdgeRatio);
        if (log <= -bar) return (HandVerdict.Different, "The styles differ more than one hand's would.");
        if (log < bar) return (HandVerdict.Abstain, $"The ratio lies between 1/{_options.EdgeRatio:N0} and {_options.EdgeRatio:N0}: not clear enough either way.");
        if (words < _options.EdgeWords)
            return (HandVerdict.Abstain, $"Near, but {words:N0} clean words on the smaller side; one hand needs {_options.EdgeWords:N0} on each.");
        return twoHands <= _options.Alpha
            ? (HandVerdict.Same, "Nearer than other writers of this case on the same topics come to each other.")
            : (HandVerdict.Abstain, "Near, but among so many pairs one as near is expected by chance.");
    }

    // For each byline its two nearest: the second serves where the first is the other of the pair.
    private static (int First, int Second)[] Nearest(double?[,] ratios)
    {
        var n = ratios.GetLength(0);
        var nearest = new (int First, int Second)[n];
        for (var a = 0; a < n; a++)
        {
            var (first, second) = (-1, -1);
            for (var b = 0; b < n; b++)
            {
                if (ratios[a, b] is not { } ratio) continue;
                if (first < 0 || ratio > ratios[a, first]) (first, second) = (b, first);
                else if (second < 0 || ratio > ratios[a, second]) second = b;
            }

            nearest[a] = (first, second);
        }

        return nearest;
    }

    private static Rival? RivalOf(int a, int b, (int First, int Second)[] nearest, double?[,] ratios)
    {
        var ofA = nearest[a].First == b ? nearest[a].Second : nearest[a].First;
        var ofB = nearest[b].First == a ? nearest[b].Second : nearest[b].First;
        var rivals = new List<Rival>();
        if (ofA >= 0) rivals.Add(new Rival(ofA, a, ratios[a, ofA]!.Value));
        if (ofB >= 0) rivals.Add(new Rival(ofB, b, ratios[b, ofB]!.Value));
        return rivals.OrderByDescending(r => r.LogRatio).FirstOrDefault();
    }
}
