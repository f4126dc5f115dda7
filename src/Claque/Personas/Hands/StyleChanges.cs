namespace Claque.Personas.Hands;

/// <summary>Where the style changes within texts, paragraph by paragraph.</summary>
public sealed class StyleChanges
{
    private StyleChanges(string kind, double bar, IReadOnlyList<HandsAnswer> answers) => (Kind, Bar, Answers) = (kind, bar, answers);

    /// <summary>What kind of collection it was taken for: how far topic helps.</summary>
    public string Kind { get; }

    /// <summary>The chance from which a break is called a change.</summary>
    public double Bar { get; }

    /// <summary>For each text its breaks, in order.</summary>
    public IReadOnlyList<HandsAnswer> Answers { get; }

    /// <summary>What is measured of a break, by name.</summary>
    public static IReadOnlyList<string> Measured => BreakFeatures.Names;

    /// <summary>Measures every break of every text. The texts together are the reference for which words are rare.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="options">How changes are decided.</param>
    /// <param name="stop">Ends the work before the next text, with <see cref="OperationCanceledException"/>.</param>
    /// <remarks>O(paragraphs of a text², each). English only: the weights were learned on English forum texts.</remarks>
    public static StyleChanges Of(IReadOnlyList<HandsText> texts, HandsOptions options, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(options);
        var model = BreakModel.Shipped;
        var features = BreakFeatures.Of(texts, stop);
        var all = features.SelectMany(f => f).ToArray();
        var kind = all.Length < options.BreaksToTellKind ? BreakModel.Kinds.Count - 1 : model.KindOf(all);
        var chances = features.Select(own => own.Select(f => model.Chance(f, kind)).ToArray()).ToArray();
        var bar = all.Length < options.BreaksToTellKind ? 0.5 : BestBar([.. chances.SelectMany(c => c)]);
        var answers = texts.Select((text, i) =>
        {
            stop.ThrowIfCancellationRequested();
            return Refused(text, options) is { } reason
                ? new HandsAnswer(text.Id, [.. chances[i].Select(_ => (bool?)null)], chances[i]) { Reason = reason }
                : new HandsAnswer(text.Id, [.. chances[i].Select((chance, at) => Decided(chance, bar, text, at, options))], chances[i]) { Signs = [.. features[i].Select(own => model.Signs(own, kind, options.SignsGiven))] };
        });
        return new StyleChanges(BreakModel.Kinds[kind], bar, [.. answers]);
    }

    private static bool? Decided(double chance, double bar, HandsText text, int at, HandsOptions options)
    {
        var words = Math.Min(WordsOf(text.Paragraphs[at]), WordsOf(text.Paragraphs[at + 1]));
        return words < options.MinWords && Math.Abs(chance - bar) < options.ShortBand ? null : chance > bar;
    }

    private static string? Refused(HandsText text, HandsOptions options)
    {
        if (!IsEnglish(text)) return "Not English: the weights were learned on English.";
        var single = text.Paragraphs.Count(IsOneSentence);
        return text.Paragraphs.Count >= options.ManyParagraphs && single >= options.MostOneSentence * text.Paragraphs.Count
            ? $"{single:N0} of {text.Paragraphs.Count:N0} paragraphs are single sentences, as in news: too little between breaks to tell hands apart."
            : null;
    }

    private static bool IsOneSentence(string paragraph)
    {
        var ends = 0;
        for (var i = 0; i < paragraph.Length; i++)
            if (paragraph[i] is '.' or '!' or '?' && (i + 1 == paragraph.Length || char.IsWhiteSpace(paragraph[i + 1]) || "\"”)".Contains(paragraph[i + 1]))) ends++;
        return ends <= 1;
    }

    // The weights were learned on English: of any other language nothing is said.
    private static bool IsEnglish(HandsText text)
    {
        var words = text.Paragraphs.SelectMany(p => p.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToArray();
        return words.Count(FunctionWords.English.Contains) >= 0.2 * words.Length;
    }

    private static int WordsOf(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    // The bar at which the mean of both classes' expected F1 is highest, were the chances right; never below even chances, where
    // texts of one writer, which have few changes, would be cut apart to have some.
    private static double BestBar(double[] chances)
    {
        var best = (Bar: 0.5, Value: -1.0);
        for (var step = 10; step <= 18; step++)
        {
            var bar = step * 0.05;
            double tp = 0, fp = 0, fn = 0, tn = 0;
            foreach (var chance in chances)
            {
                if (chance > bar) (tp, fp) = (tp + chance, fp + 1 - chance);
                else (fn, tn) = (fn + chance, tn + 1 - chance);
            }

            var value = F1(tp, fp, fn) + F1(tn, fn, fp);
            if (value > best.Value + 1e-9) best = (bar, value);
        }

        return best.Bar;
    }

    private static double F1(double hit, double wrong, double missed) => hit + wrong + missed > 0 ? 2 * hit / (2 * hit + wrong + missed) : 0;
}
