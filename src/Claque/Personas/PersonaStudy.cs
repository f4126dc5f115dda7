using Claque.Statistics;

namespace Claque.Personas;

/// <summary>One article of a byline, ready for the question who wrote it.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Byline">The name over it.</param>
/// <param name="Published">When; null when unknown.</param>
/// <param name="Text">Its clean text.</param>
public sealed record BylineArticle(string Id, string Byline, DateTimeOffset? Published, StyleText Text)
{
    /// <summary>The text as stored, for examples and habits; empty where neither is wanted.</summary>
    public string Source { get; init; } = "";
}

/// <summary>What the evidence says about two texts or two bylines. Never who wrote them.</summary>
public enum HandVerdict : byte
{
    /// <summary>Too little, or too unclear, to say.</summary>
    Abstain,

    /// <summary>Style of one hand.</summary>
    Same,

    /// <summary>Style of different hands.</summary>
    Different,
}

/// <summary>A byline and what is known of it.</summary>
public sealed record BylineStudy
{
    /// <summary>The name as printed.</summary>
    public required string Byline { get; init; }

    /// <summary>Its articles: indices into the articles studied, in their order.</summary>
    public required IReadOnlyList<int> Articles { get; init; }

    /// <summary>Clean words.</summary>
    public required int Words { get; init; }

    /// <summary>Words left out as quotations.</summary>
    public required int QuotedWords { get; init; }

    /// <summary>Words left out as passages shared with other articles.</summary>
    public required int StrippedWords { get; init; }

    /// <summary>Words left out because they are not the article's own prose: headline, byline, captions, the site.</summary>
    public required int OutsideWords { get; init; }

    /// <summary>How often it has each form of each habit, as in <see cref="Habits.All"/>; all 0 where the articles bring no source.</summary>
    public required IReadOnlyList<int> Habits { get; init; }

    /// <summary>Whether several hands wrote under it.</summary>
    public required SeveralHands SeveralHands { get; init; }
}

/// <summary>Two bylines and how strongly their style speaks for one hand.</summary>
public sealed record PairStudy
{
    /// <summary>Index of the one byline.</summary>
    public required int A { get; init; }

    /// <summary>Index of the other, above <see cref="A"/>.</summary>
    public required int B { get; init; }

    /// <summary>Fused score, −1 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>How alike their topics are, 0 to 1.</summary>
    public required double Topic { get; init; }

    /// <summary>Natural logarithm of the likelihood ratio; null where a byline has too few words or the case no reference.</summary>
    public required double? LogRatio { get; init; }

    /// <summary>q-value of "two hands" among all pairs with a ratio; null without one.</summary>
    public required double? Q { get; init; }

    /// <summary>What may be said.</summary>
    public required HandVerdict Verdict { get; init; }

    /// <summary>Why it is no more than that.</summary>
    public required string Reason { get; init; }

    /// <summary>The third byline that is nearest to either of the two; null when there is none.</summary>
    public required Rival? Rival { get; init; }
}

/// <summary>The strongest innocent rival of a pair: a third byline.</summary>
/// <param name="Byline">Its index.</param>
/// <param name="To">Which of the two it is near to.</param>
/// <param name="LogRatio">Logarithm of its ratio with that one.</param>
public sealed record Rival(int Byline, int To, double LogRatio);

/// <summary>The bylines of a case, compared all with all.</summary>
public sealed class PersonaStudy
{
    private PersonaStudy(IReadOnlyList<BylineArticle> articles, PersonaOptions options) => (Articles, Options) = (articles, options);

    /// <summary>The articles that were studied.</summary>
    public IReadOnlyList<BylineArticle> Articles { get; }

    /// <summary>The bars.</summary>
    public PersonaOptions Options { get; }

    /// <summary>The bylines, by name.</summary>
    public IReadOnlyList<BylineStudy> Bylines { get; private set; } = [];

    /// <summary>All pairs of bylines, strongest ratio first; pairs without a ratio last.</summary>
    public IReadOnlyList<PairStudy> Pairs { get; private set; } = [];

    /// <summary>What the reference population gave; null when it is too small.</summary>
    public Calibration? Calibration { get; private set; }

    /// <summary>Bylines with enough words to serve as reference.</summary>
    public int ReferenceBylines { get; private set; }

    /// <summary>The features.</summary>
    public StyleSpace Space { get; private set; } = null!;

    internal StyleVector[] Vectors { get; private set; } = [];

    internal StyleProfile[] Profiles { get; private set; } = [];

    /// <summary>Studies all bylines of the articles.</summary>
    /// <remarks>O(letters) for profiles, O(bylines² · features) for pairs. The same at any number of threads.</remarks>
    public static PersonaStudy Of(IReadOnlyList<BylineArticle> articles, PersonaOptions options)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(options);
        var study = new PersonaStudy(articles, options);
        var names = articles.Select(article => article.Byline).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (names.Length == 0) return study;
        var index = names.Select((name, i) => (name, i)).ToDictionary(n => n.name, n => n.i, StringComparer.Ordinal);
        var of = articles.Select(article => index[article.Byline]).ToArray();
        var texts = articles.Select(article => article.Text).ToArray();
        study.Space = StyleSpace.Of(texts, of, options.Style, out var profiles);
        study.Profiles = profiles;
        var members = names.Select((_, b) => Enumerable.Range(0, of.Length).Where(i => of[i] == b).ToArray()).ToArray();
        study.Vectors = [.. members.Select(own => study.Space.Vector(StyleProfile.Sum(own.Select(i => profiles[i]), study.Space.Dimensions)))];
        study.Compare(Topics.Likeness(texts, of, names.Length), members);
        var hands = SeveralHandsTest.Of(study, members);
        study.Bylines = [.. names.Select((name, b) => new BylineStudy
        {
            Byline = name,
            Articles = members[b],
            Words = study.Vectors[b].Words,
            QuotedWords = members[b].Sum(i => texts[i].QuotedWords),
            StrippedWords = members[b].Sum(i => texts[i].StrippedWords),
            OutsideWords = members[b].Sum(i => texts[i].OutsideWords),
            Habits = HabitsOf(members[b].Select(i => articles[i])),
            SeveralHands = hands[b],
        })];
        return study;
    }

    private static int[] HabitsOf(IEnumerable<BylineArticle> articles)
    {
        var counts = new int[Habits.Count];
        foreach (var article in articles.Where(article => article.Source.Length > 0))
        {
            var own = Habits.Of(article.Source, article.Text.Quotations, article.Text.LeftOut);
            for (var i = 0; i < counts.Length; i++) counts[i] += own[i];
        }

        return counts;
    }

    private void Compare(float[][] topics, int[][] members)
    {
        var n = Vectors.Length;
        var enough = Vectors.Select(v => v.Words >= Options.MinWords).ToArray();
        var scores = new float[n][];
        for (var a = 0; a < n; a++)
        {
            scores[a] = new float[n];
            for (var b = 0; b < a; b++) scores[a][b] = scores[b][a] = (float)StyleVector.Fused(Vectors[a], Vectors[b]);
        }

        Comparison At(int a, int b) => new(scores[a][b], Vectors[a].Words, Vectors[b].Words);
        ReferenceBylines = enough.Count(e => e);
        if (ReferenceBylines >= Options.MinReference) Calibration = Fitted(members, enough, topics, At);
        var ratios = new double?[n, n];
        if (Calibration is { } calibration)
        {
            for (var a = 0; a < n; a++)
                for (var b = 0; b < a; b++)
                    if (enough[a] && enough[b]) ratios[a, b] = ratios[b, a] = calibration.LogRatio(At(a, b));
        }

        Pairs = Judged(At, ratios, topics);
    }

    private Calibration? Fitted(int[][] members, bool[] enough, float[][] topics, Func<int, int, Comparison> at)
    {
        var reference = Enumerable.Range(0, enough.Length).Where(b => enough[b]).ToArray();
        var halves = new List<Comparison>();
        var random = new Pcg32(Options.Seed, 1);
        foreach (var byline in reference.Take(MostHalved).Where(b => members[b].Length >= 4))
        {
            for (var draw = 0; draw < Halvings; draw++)
            {
                var order = (int[])members[byline].Clone();
                random.Shuffle<int>(order);
                var (a, b) = (Pooled(order.Take(order.Length / 2)), Pooled(order.Skip(order.Length / 2)));
                if (a.Words >= 300 && b.Words >= 300) halves.Add(new Comparison(StyleVector.Fused(a, b), a.Words, b.Words));
            }
        }

        // Strangers to a beat are easy to tell apart and would flatter the method: only the nearest on topic count.
        var pairs = new SortedSet<(int, int)>();
        foreach (var a in reference)
        {
            foreach (var b in reference.Where(b => b != a).OrderByDescending(b => topics[a][b]).ThenBy(b => b).Take(NearestOnTopic))
                pairs.Add((Math.Min(a, b), Math.Max(a, b)));
        }

        var others = pairs.Select(pair => at(pair.Item1, pair.Item2)).ToList();
        return Calibration.Fit(halves, others);
    }

    private const int Halvings = 6;
    private const int MostHalved = 200;
    private const int NearestOnTopic = 4;

    private StyleVector Pooled(IEnumerable<int> articles) => Space.Vector(StyleProfile.Sum(articles.Select(i => Profiles[i]), Space.Dimensions));

    private List<PairStudy> Judged(Func<int, int, Comparison> at, double?[,] ratios, float[][] topics)
    {
        var n = Vectors.Length;
        var tested = new List<(int A, int B)>();
        for (var a = 0; a < n; a++) for (var b = a + 1; b < n; b++) if (ratios[a, b] is not null) tested.Add((a, b));
        var p = tested.Select(pair => Calibration!.PValue(at(pair.A, pair.B))).ToArray();
        var q = new double[p.Length];
        FalseDiscovery.QValues(p, p.Length, q);
        var qOf = new double?[n, n];
        for (var i = 0; i < q.Length; i++) qOf[tested[i].A, tested[i].B] = q[i];
        var nearest = Nearest(ratios);
        var pairs = new List<PairStudy>(n * (n - 1) / 2);
        for (var a = 0; a < n; a++)
        {
            for (var b = a + 1; b < n; b++)
            {
                var comparison = at(a, b);
                var (verdict, reason) = Verdict(comparison, ratios[a, b], qOf[a, b]);
                pairs.Add(new PairStudy
                {
                    A = a,
                    B = b,
                    Score = comparison.Score,
                    Topic = topics[a][b],
                    LogRatio = ratios[a, b],
                    Q = qOf[a, b],
                    Verdict = verdict,
                    Reason = reason,
                    Rival = RivalOf(a, b, nearest, ratios),
                });
            }
        }

        return [.. pairs.OrderByDescending(pair => pair.LogRatio ?? double.NegativeInfinity).ThenBy(pair => pair.A).ThenBy(pair => pair.B)];
    }

    private (HandVerdict, string) Verdict(Comparison pair, double? ratio, double? q)
    {
        var words = Math.Min(pair.WordsA, pair.WordsB);
        if (words < Options.MinWords)
            return (HandVerdict.Abstain, $"{words:N0} clean words on the smaller side; a ratio needs {Options.MinWords:N0} on each.");
        if (ratio is not { } log)
            return (HandVerdict.Abstain, $"{ReferenceBylines:N0} bylines with {Options.MinWords:N0} clean words; a reference population needs {Options.MinReference:N0}, with articles enough to halve.");
        var bar = Math.Log(Options.EdgeRatio);
        if (log <= -bar) return (HandVerdict.Different, "The styles differ more than one hand's would.");
        if (log < bar) return (HandVerdict.Abstain, $"The ratio lies between 1/{Options.EdgeRatio:N0} and {Options.EdgeRatio:N0}: not clear enough either way.");
        if (words < Options.EdgeWords)
            return (HandVerdict.Abstain, $"Near, but {words:N0} clean words on the smaller side; one hand needs {Options.EdgeWords:N0} on each.");
        return q <= Options.Alpha
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
