using System.Globalization;
using Claque.Statistics;
using Claque.Text;

namespace Claque.Personas;

/// <summary>Asks each byline whether its articles are dispersed as one hand's are.</summary>
/// <remarks>
/// The articles are parted into the even halves that lie furthest apart, once what changes within one hand is taken out (<see cref="WithinHand"/>).
/// Halves of one hand stay alike in style all the same. How alike one hand's are is taken from the other bylines of the case at the same number of
/// articles, robustly, so that a few bylines with several hands do not hide one another. Besides, a split is found on letter runs and tested on function words.
/// </remarks>
internal static class SeveralHandsTest
{
    private const int MostArticles = 120;
    private const double SeveralFrom = 3;
    private const double OneUpTo = 0.5;
    private const double SplitAlpha = 0.01;
    private const double LeastSpread = 0.01;

    public static SeveralHands[] Of(PersonaStudy study, int[][] members, CancellationToken stop)
    {
        var asked = members.Select(own => Asked(study, own)).Select(own => own.Length < study.Options.MinArticles ? [] : own).ToArray();
        var within = WithinHand.Of(asked, article => study.Space.Vector(study.Profiles[article]), study.Options.Seed, stop);
        var measured = asked.Select((own, b) => own.Length == 0 ? null : Measured(study, within, own, b, stop)).ToArray();
        return [.. measured.Select((own, b) => Judged(study, own, [.. measured.Where((m, other) => other != b && m is not null).Select(m => m!)], members[b]))];
    }

    private static Measure Measured(PersonaStudy study, WithinHand within, int[] asked, int byline, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var vectors = asked.Select(i => study.Space.Vector(study.Profiles[i])).ToArray();
        var function = new Likenesses(vectors, StyleFamily.FunctionWords);
        var letters = new Likenesses(vectors, StyleFamily.LetterRuns);
        var hands = TwoHands.Of(letters);
        var random = new Pcg32(study.Options.Seed, 1000 + (ulong)byline);
        var (separation, p) = function.Test(hands, study.Options.Rounds, random, stop);
        var split = new Split([.. asked.Select((article, i) => Hand(function, letters, hands, i, article))], separation, p);
        return new Measure(asked, 1 - (function.Mean + letters.Mean) / 2, HalvesApart.Of(within.Likeness(byline, vectors)), split, ChangeOf(study, asked, function, random, stop));
    }

    private static int[] Asked(PersonaStudy study, int[] own)
    {
        var asked = own.Where(i => study.Profiles[i].Words >= study.Options.ArticleWords)
            .OrderBy(i => study.Articles[i].Published ?? DateTimeOffset.MinValue).ThenBy(i => i).ToArray();
        return asked.Length <= MostArticles ? asked : [.. Enumerable.Range(0, MostArticles).Select(k => asked[(int)((long)k * asked.Length / MostArticles)])];
    }

    private static HandOfArticle Hand(Likenesses function, Likenesses letters, int[] hands, int i, int article)
    {
        var (byFunction, byLetters) = (function.Margin(hands, i), letters.Margin(hands, i));
        return new HandOfArticle(article, byFunction >= 0 && byLetters >= 0 ? hands[i] : null, byFunction);
    }

    private static Change? ChangeOf(PersonaStudy study, int[] asked, Likenesses function, Pcg32 random, CancellationToken stop)
    {
        if (asked.Select(i => study.Articles[i].Published).Distinct().Count() < asked.Length / 2 || asked.Any(i => study.Articles[i].Published is null)) return null;
        var order = Enumerable.Range(0, asked.Length).ToArray();
        var (cut, clearest) = function.Cut(order);
        var asClear = 0;
        for (var round = 0; round < study.Options.Rounds; round++)
        {
            stop.ThrowIfCancellationRequested();
            random.Shuffle<int>(order);
            if (function.Cut(order).Clearness >= clearest) asClear++;
        }

        return new Change(asked[cut], (asClear + 1.0) / (study.Options.Rounds + 1), cut, asked.Length - cut);
    }

    private static SeveralHands Judged(PersonaStudy study, Measure? own, Measure[] others, int[] members)
    {
        var options = study.Options;
        if (own is null)
        {
            var asked = members.Count(i => study.Profiles[i].Words >= options.ArticleWords);
            return new SeveralHands
            {
                Verdict = HandVerdict.Abstain,
                Articles = asked,
                Reason = $"{Counted.Of(asked, "article", "articles")} of at least {options.ArticleWords:N0} clean words; the question needs {options.MinArticles:N0}.",
            };
        }

        var answer = new SeveralHands
        {
            Verdict = HandVerdict.Abstain,
            Reason = "",
            Articles = own.Asked.Length,
            Dispersion = own.Dispersion,
            Split = own.Split,
            Change = own.Change,
        };
        if (others.Length < options.MinReference - 1)
            return answer with { Reason = $"{Counted.Of(others.Length, "other byline", "other bylines")} with {options.MinArticles:N0} articles; a reference population needs {options.MinReference - 1:N0}." };
        if (Score(own, others, options.MinReference - 1) is not { } score)
            return answer with { Reason = $"Too few other bylines with as many articles; a reference population needs {options.MinReference - 1:N0}." };
        var (verdict, reason) = Verdict(score, own.Split.P);
        return answer with { Verdict = verdict, Reason = reason, Score = score, Reference = Median([.. others.Select(o => o.Dispersion)]) };
    }

    private static (HandVerdict, string) Verdict(double score, double splitP) => (score, splitP) switch
    {
        ( >= SeveralFrom, <= SplitAlpha) => (HandVerdict.Different, "The articles differ more among themselves than those of other bylines, and a split found on letter runs holds on function words."),
        ( >= SeveralFrom, _) => (HandVerdict.Abstain, string.Create(CultureInfo.InvariantCulture, $"The articles differ more among themselves than those of other bylines, but no split found on letter runs holds on function words: p {splitP:0.000}, {SplitAlpha:0.00} is needed.")),
        ( > OneUpTo, _) => (HandVerdict.Abstain, string.Create(CultureInfo.InvariantCulture, $"More dispersed than most bylines, but not clearly more than one hand's can be: a score of {score:0.0}, {SeveralFrom:0} is needed.")),
        _ => (HandVerdict.Same, "No sign of several: the articles differ among themselves as those of other bylines do. Two writers of one beat often do no more."),
    };

    // At the most articles that a reference population has too; null where it has none as long.
    private static double? Score(Measure own, Measure[] others, int needed)
    {
        foreach (var size in own.Apart.Measured)
        {
            var reference = others.Select(o => o.Apart.At(size)).OfType<double>().ToArray();
            if (reference.Length < needed) continue;
            var middle = Median([.. reference]);
            var spread = Math.Max(LeastSpread, 1.4826 * Median([.. reference.Select(apart => Math.Abs(apart - middle))]));
            return (own.Apart.At(size)!.Value - middle) / spread;
        }

        return null;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values.Length % 2 == 1 ? values[values.Length / 2] : (values[values.Length / 2 - 1] + values[values.Length / 2]) / 2;
    }

    private sealed record Measure(int[] Asked, double Dispersion, HalvesApart Apart, Split Split, Change? Change);
}
