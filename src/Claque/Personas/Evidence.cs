using Claque.Text.Prose;

namespace Claque.Personas;

/// <summary>One feature that speaks for or against one hand.</summary>
/// <param name="Feature">The word, sign or run of letters.</param>
/// <param name="Family">Of which family.</param>
/// <param name="Contribution">Its part of the cosine: above 0 for one hand, below against.</param>
/// <param name="PerThousandA">Uses a thousand words, or runs, in the one byline.</param>
/// <param name="PerThousandB">In the other.</param>
/// <param name="PerThousandReference">In the middle of the reference.</param>
/// <param name="ExampleA">Where the one has it; null where there is none, or for a letter run whose article brings no source.</param>
/// <param name="ExampleB">Where the other has it.</param>
public sealed record EvidenceItem(string Feature, StyleFamily Family, double Contribution, double PerThousandA, double PerThousandB, double PerThousandReference,
    EvidenceExample? ExampleA, EvidenceExample? ExampleB);

/// <summary>A place in an article.</summary>
/// <param name="Article">Index of the article in the study.</param>
/// <param name="Place">Where in its text as stored.</param>
public sealed record EvidenceExample(int Article, TextSpan Place);

/// <summary>What the score of a pair is made of.</summary>
public static class Evidence
{
    /// <summary>The features that speak most for one hand, then those that speak most against.</summary>
    /// <param name="study">The study.</param>
    /// <param name="pair">One of its pairs.</param>
    /// <param name="each">How many of each side and family.</param>
    public static IReadOnlyList<EvidenceItem> Of(PersonaStudy study, PairStudy pair, int each = 8)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(pair);
        var (a, b) = (study.Vectors[pair.A], study.Vectors[pair.B]);
        var words = study.Space.FunctionWordIndices.ToArray();
        var function = Parts(a.FunctionWords, b.FunctionWords, each).Select(part => Item(study, pair, StyleFamily.FunctionWords, words[part.Index], part.Value));
        var runs = Parts(a.LetterRuns, b.LetterRuns, each).Select(part => Item(study, pair, StyleFamily.LetterRuns, study.Space.Words.Count + part.Index, part.Value));
        return [.. function, .. runs];
    }

    private static IEnumerable<(int Index, double Value)> Parts(float[] a, float[] b, int each)
    {
        var parts = a.Select((value, i) => (Index: i, Value: (double)value * b[i])).ToArray();
        return parts.OrderByDescending(p => p.Value).ThenBy(p => p.Index).Take(each).Where(p => p.Value > 0)
            .Concat(parts.OrderBy(p => p.Value).ThenBy(p => p.Index).Take(each).Where(p => p.Value < 0));
    }

    private static EvidenceItem Item(PersonaStudy study, PairStudy pair, StyleFamily family, int feature, double value)
    {
        var space = study.Space;
        var name = feature < space.Words.Count ? space.Words[feature] : space.Runs[feature - space.Words.Count];
        double Rate(int byline)
        {
            double hits = 0, all = 0;
            foreach (var article in study.Bylines[byline].Articles)
            {
                hits += study.Profiles[article].Counts[feature];
                all += study.Profiles[article].Counts[feature < space.Words.Count ? ^2 : ^1];
            }

            return 1000 * hits / Math.Max(1, all);
        }

        return new EvidenceItem(name, family, value, Rate(pair.A), Rate(pair.B), 1000 * space.Middle(feature), Example(study, pair.A, family, name), Example(study, pair.B, family, name));
    }

    private static EvidenceExample? Example(PersonaStudy study, int byline, StyleFamily family, string feature)
    {
        foreach (var article in study.Bylines[byline].Articles)
        {
            var place = family == StyleFamily.FunctionWords ? Word(study.Articles[article].Text, feature) : Run(study.Articles[article], feature);
            if (place is { } found) return new EvidenceExample(article, found);
        }

        return null;
    }

    private static TextSpan? Word(StyleText text, string word)
    {
        for (var i = 0; i < text.Count; i++)
            if (text[i].SequenceEqual(word)) return text.Place(i);
        return null;
    }

    private static TextSpan? Run(BylineArticle article, string run)
    {
        for (var at = article.Source.IndexOf(run, StringComparison.Ordinal); at >= 0; at = article.Source.IndexOf(run, at + 1, StringComparison.Ordinal))
        {
            var place = new TextSpan(at, at + run.Length);
            if (!article.Text.Quotations.Concat(article.Text.LeftOut).Any(span => span.Start < place.End && place.Start < span.End)) return place;
        }

        return null;
    }
}
