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

    /// <summary>Bylines that write in another language than most: they were left out of everything, by name.</summary>
    public IReadOnlyList<string> OtherLanguages { get; private init; } = [];

    /// <summary>The features.</summary>
    public StyleSpace Space { get; private set; } = null!;

    internal StyleVector[] Vectors { get; private set; } = [];

    internal StyleProfile[] Profiles { get; private set; } = [];

    /// <summary>Studies all bylines that write in the language that most of the words are in.</summary>
    /// <param name="articles">The articles, in any order.</param>
    /// <param name="options">The bars.</param>
    /// <param name="stop">Ends the work within a round of counting, with <see cref="OperationCanceledException"/>.</param>
    /// <remarks>O(letters) for profiles, O(bylines² · features) for pairs. The same at any number of threads.</remarks>
    public static PersonaStudy Of(IReadOnlyList<BylineArticle> articles, PersonaOptions options, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(options);
        var (kept, others) = OfOneLanguage(articles);
        return Of(kept, others, options, stop);
    }

    // A reference of one language says nothing about writers of another.
    private static (IReadOnlyList<BylineArticle> Kept, IReadOnlyList<string> Others) OfOneLanguage(IReadOnlyList<BylineArticle> articles)
    {
        var names = articles.Select(article => article.Byline).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var index = names.Select((name, i) => (name, i)).ToDictionary(n => n.name, n => n.i, StringComparer.Ordinal);
        var isKept = Tongues.OfMost([.. articles.Select(article => article.Text)], [.. articles.Select(article => index[article.Byline])], names.Length);
        return ([.. articles.Where(article => isKept[index[article.Byline]])], [.. names.Where((_, i) => !isKept[i])]);
    }

    private static PersonaStudy Of(IReadOnlyList<BylineArticle> articles, IReadOnlyList<string> others, PersonaOptions options, CancellationToken stop)
    {
        var study = new PersonaStudy(articles, options) { OtherLanguages = others };
        var names = articles.Select(article => article.Byline).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (names.Length == 0) return study;
        var index = names.Select((name, i) => (name, i)).ToDictionary(n => n.name, n => n.i, StringComparer.Ordinal);
        var of = articles.Select(article => index[article.Byline]).ToArray();
        var texts = articles.Select(article => article.Text).ToArray();
        study.Space = StyleSpace.Of(texts, of, options.Style, out var profiles, stop);
        study.Profiles = profiles;
        var members = names.Select((_, b) => Enumerable.Range(0, of.Length).Where(i => of[i] == b).ToArray()).ToArray();
        study.Vectors = [.. members.Select(own =>
        {
            stop.ThrowIfCancellationRequested();
            return study.Space.Vector(StyleProfile.Sum(own.Select(i => profiles[i]), study.Space.Dimensions));
        })];
        var comparing = new PairComparing(study.Space, profiles, study.Vectors, members, Topics.Of(texts, of, names.Length, stop).Likeness(stop), options, stop);
        (study.Pairs, study.Calibration, study.ReferenceBylines) = (comparing.Pairs(), comparing.Calibration, comparing.ReferenceBylines);
        var hands = SeveralHandsTest.Of(study, members, stop);
        study.Bylines = [.. names.Select((name, b) => new BylineStudy
        {
            Byline = name,
            Articles = members[b],
            Words = study.Vectors[b].Words,
            QuotedWords = members[b].Sum(i => texts[i].QuotedWords),
            StrippedWords = members[b].Sum(i => texts[i].StrippedWords),
            OutsideWords = members[b].Sum(i => texts[i].OutsideWords),
            Habits = HabitsOf(members[b].Select(i => articles[i]), stop),
            SeveralHands = hands[b],
        })];
        return study;
    }

    private static int[] HabitsOf(IEnumerable<BylineArticle> articles, CancellationToken stop)
    {
        var counts = new int[Habits.Count];
        foreach (var article in articles.Where(article => article.Source.Length > 0))
        {
            stop.ThrowIfCancellationRequested();
            var own = Habits.Of(article.Source, article.Text.Quotations, article.Text.LeftOut);
            for (var i = 0; i < counts.Length; i++) counts[i] += own[i];
        }

        return counts;
    }
}
