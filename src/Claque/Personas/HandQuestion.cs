namespace Claque.Personas;

/// <summary>How a question about two texts of a case is put.</summary>
public sealed record HandQuestionOptions
{
    /// <summary>The options as documented.</summary>
    public static HandQuestionOptions Default { get; } = new();

    /// <summary>Known texts that are taken of one writer at most.</summary>
    public int MostKnown { get; init; } = 10;

    /// <summary>Writers of the reference at most; of more those nearest on topic to the texts asked about are taken.</summary>
    public int MostWriters { get; init; } = 60;

    /// <summary>Clean words below which an article is no reference.</summary>
    public int ArticleWords { get; init; } = PersonaOptions.Default.ArticleWords;
}

/// <summary>A text of a case, ready for the question.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Byline">The name over it; empty when there is none.</param>
/// <param name="Published">When; null when unknown.</param>
/// <param name="Words">Its clean words.</param>
/// <param name="Text">The text without what <see cref="BylineArticles"/> leaves out.</param>
public sealed record QuestionText(string Id, string Byline, DateTimeOffset? Published, int Words, string Text)
{
    /// <summary>An article that was made clean.</summary>
    public static QuestionText Of(BylineArticle article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new QuestionText(article.Id, article.Byline, article.Published, article.Text.Words, article.Text.Without(article.Source));
    }
}

/// <summary>Asks of texts of a case whether they are of one hand, with the other bylines of the case as reference.</summary>
/// <remarks>
/// It makes problems as <see cref="Verification"/> takes them, so that <c>claque verify</c> gives the same answer. The texts have lost
/// what <see cref="BylineArticles"/> leaves out. Each writer of the reference has one known text more than the writer asked about, or as many as there are,
/// taken evenly over its articles: with one of them held back it is measured as the question is. Whoever signed either of the texts is no reference.
/// </remarks>
public static class HandQuestion
{
    private const int LettersOfLanguage = 1500;
    private const double OneLanguage = 0.57;

    /// <summary>The problems; the first is the question.</summary>
    /// <param name="id">What to call the question.</param>
    /// <param name="known">Texts of one writer.</param>
    /// <param name="unknown">The text asked about; not among them.</param>
    /// <param name="others">Articles of all bylines, in any order.</param>
    /// <param name="options">How many are taken.</param>
    /// <remarks>Each problem of the reference asks about the same unknown text; its id is the byline.</remarks>
    public static IReadOnlyList<VerificationProblem> Of(string id, IReadOnlyList<QuestionText> known, QuestionText unknown, IReadOnlyList<QuestionText> others, HandQuestionOptions options)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(unknown);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfZero(known.Count, nameof(known));
        var asked = Spread(known, options.MostKnown);
        HashSet<string> signed = [.. known.Select(article => article.Byline), unknown.Byline];
        var writers = others.Where(article => article.Byline.Length > 0 && article.Words >= options.ArticleWords && !signed.Contains(article.Byline))
            .GroupBy(article => article.Byline, StringComparer.Ordinal).Where(own => own.Count() > 1).OrderBy(own => own.Key, StringComparer.Ordinal)
            .Select(own => (Name: own.Key, Texts: Spread([.. own], asked.Count + 1))).ToList();
        var text = unknown.Text;
        return
        [
            new VerificationProblem(id, "", [.. asked.Select(article => article.Text)], text),
            .. Nearest(writers, [.. asked, unknown], options.MostWriters).Select(writer => new VerificationProblem(writer.Name, "", [.. writer.Texts.Select(article => article.Text)], text)),
        ];
    }

    /// <summary>True where both sides of a question are in the language of its reference: two texts of another one would look like one hand.</summary>
    /// <param name="problems">As made here; without a reference there is nothing to compare with.</param>
    public static bool IsOfOneLanguage(IReadOnlyList<VerificationProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (problems.Count < 2) return true;
        string[] reference = [.. problems.Skip(1).SelectMany(problem => problem.Known)];
        return Speaks(string.Join(' ', problems[0].Known), reference) && Speaks(problems[0].Unknown, reference);
    }

    // Of 1,500 letters of Greek, Spanish, English and Dutch each .62 or more with its own language, .52 or less with another.
    private static bool Speaks(string text, string[] reference) =>
        text.Length < LettersOfLanguage || Tongues.Likeness(text[..LettersOfLanguage], reference) >= OneLanguage;

    private static List<(string Name, List<QuestionText> Texts)> Nearest(List<(string Name, List<QuestionText> Texts)> writers, List<QuestionText> asked, int most)
    {
        if (writers.Count <= most) return writers;
        var texts = writers.Index().SelectMany(writer => writer.Item.Texts.Select(article => (article.Text, Writer: writer.Index))).Concat(asked.Select(article => (article.Text, Writer: writers.Count))).ToList();
        var near = Topics.Of([.. texts.Select(one => StyleText.Of(one.Text))], [.. texts.Select(one => one.Writer)], writers.Count + 1).LikenessTo(writers.Count);
        return [.. writers.Index().OrderByDescending(writer => near[writer.Index]).ThenBy(writer => writer.Index).Take(most).OrderBy(writer => writer.Index).Select(writer => writer.Item)];
    }

    // Evenly over the order of time, so that what was written in one week is not all there is.
    private static List<QuestionText> Spread(IReadOnlyList<QuestionText> articles, int most)
    {
        var ordered = articles.OrderBy(article => article.Published).ThenBy(article => article.Id, StringComparer.Ordinal).ToList();
        return ordered.Count <= most ? ordered : [.. Enumerable.Range(0, most).Select(i => ordered[(int)((long)i * ordered.Count / most)])];
    }
}
