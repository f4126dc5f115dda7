using System.Globalization;
using Claque.Statistics;
using Claque.Text;

namespace Claque.Personas;

/// <summary>Asks each byline whether its articles are dispersed as one hand's are.</summary>
/// <remarks>
/// The articles are parted into the even halves that lie furthest apart, once what changes within one hand is taken out (<see cref="WithinHand"/>).
/// Halves of one hand stay alike in style all the same. How alike one hand's are is taken from the other bylines of the case at the same number of
/// articles, robustly, so that a few bylines with several hands do not hide one another. Besides, a split is found on letter runs and tested on function words.
/// Where a byline changes hands at one moment, the order of the articles shows it apart from how far they differ, and less of the latter is asked.
/// </remarks>
internal static class SeveralHandsTest
{
    private const int MostArticles = 120;
    private const double SeveralFrom = 3;
    private const double SeveralInTimeFrom = 2;
    private const double ChangeFrom = 4;
    private const double ClearerBy = 1;
    private const double SubjectAskedFrom = 0.01;
    private const double OneUpTo = 0.5;
    private const double SplitAlpha = 0.01;
    private const double LeastSpread = 0.01;

    public static SeveralHands[] Of(PersonaStudy study, int[][] members, CancellationToken stop)
    {
        var asked = members.Select(own => Asked(study, own)).Select(own => own.Length < study.Options.MinArticles ? [] : own).ToArray();
        var within = WithinHand.Of(asked, article => study.Space.Vector(study.Profiles[article]), study.Options.Seed, stop);
        // The rarer words of the case: what is frequent in one byline may be its subject.
        var subjects = new Lazy<Topics>(() => Topics.Of([.. study.Articles.Select(article => article.Text)], [.. Enumerable.Range(0, study.Articles.Count)], study.Articles.Count, stop));
        var measured = asked.Select((own, b) => own.Length == 0 ? null : Measured(study, within, subjects, own, b, stop)).ToArray();
        return [.. measured.Select((own, b) => Judged(study, own, [.. measured.Where((m, other) => other != b && m is not null).Select(m => m!)], members[b]))];
    }

    private static Measure Measured(PersonaStudy study, WithinHand within, Lazy<Topics> subjects, int[] asked, int byline, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var vectors = asked.Select(i => study.Space.Vector(study.Profiles[i])).ToArray();
        var function = new Likenesses(vectors, StyleFamily.FunctionWords);
        var letters = new Likenesses(vectors, StyleFamily.LetterRuns);
        var hands = TwoHands.Of(letters);
        var random = new Pcg32(study.Options.Seed, 1000 + (ulong)byline);
        var (separation, p) = function.Test(hands, study.Options.Rounds, random, stop);
        var split = new Split([.. asked.Select((article, i) => Hand(function, letters, hands, i, article))], separation, p);
        var style = within.Likeness(byline, vectors);
        return new Measure(asked, 1 - (function.Mean + letters.Mean) / 2, HalvesApart.Of(style), split, ChangeOf(study, asked, style, subjects, random, stop));
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

    private static Change? ChangeOf(PersonaStudy study, int[] asked, Likenesses style, Lazy<Topics> subjects, Pcg32 random, CancellationToken stop)
    {
        if (asked.Select(i => study.Articles[i].Published).Distinct().Count() < asked.Length / 2 || asked.Any(i => study.Articles[i].Published is null)) return null;
        var (at, clearness, p) = style.CutAmongRandom(study.Options.Rounds, random, stop);
        var change = new Change(asked[at], p, at, asked.Length - at, clearness);
        if (p > SubjectAskedFrom) return change;
        var subject = Likenesses.Given(subjects.Value.Likeness(asked, stop));
        return subject.Mean <= 0 ? change : change with { SubjectClearness = subject.CutAmongRandom(study.Options.Rounds, random, stop).Clearness };
    }

    // Single writers drift: the other bylines of the case show how much.
    private static Change? AmongOthers(Change? own, Measure[] others)
    {
        if (own is null) return null;
        Change[] dated = [.. others.Select(other => other.Change).OfType<Change>()];
        return own with { Others = dated.Length, AsClear = dated.Count(change => change.Clearness >= own.Clearness) };
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
            Change = AmongOthers(own.Change, others),
        };
        if (others.Length < options.MinReference - 1)
            return answer with { Reason = $"{Counted.Of(others.Length, "other byline", "other bylines")} with {options.MinArticles:N0} articles; a reference population needs {options.MinReference - 1:N0}." };
        if (Score(own, others, options.MinReference - 1) is not { } score)
            return answer with { Reason = $"Too few other bylines with as many articles; a reference population needs {options.MinReference - 1:N0}." };
        var (verdict, reason) = Verdict(score, own.Split.P, own.Change);
        return answer with { Verdict = verdict, Reason = reason, Score = score, Reference = Median([.. others.Select(o => o.Dispersion)]) };
    }

    private static (HandVerdict, string) Verdict(double score, double splitP, Change? change) => (score, splitP) switch
    {
        ( >= SeveralFrom, <= SplitAlpha) => (HandVerdict.Different, "The articles differ more among themselves than those of other bylines, and a split found on letter runs holds on function words."),
        ( >= SeveralInTimeFrom, <= SplitAlpha) when IsOfHands(change) => (HandVerdict.Different, "The articles differ more among themselves than those of most bylines, a split found on letter runs holds on function words, and at one moment the style changes more clearly than the subject does."),
        ( >= SeveralFrom, _) => (HandVerdict.Abstain, string.Create(CultureInfo.InvariantCulture, $"The articles differ more among themselves than those of other bylines, but no split found on letter runs holds on function words: p {splitP:0.000}, {SplitAlpha:0.00} is needed.")),
        ( > OneUpTo, _) => (HandVerdict.Abstain, string.Create(CultureInfo.InvariantCulture, $"More dispersed than most bylines, but not clearly more than one hand's can be: a score of {score:0.0}, {SeveralFrom:0} is needed.")),
        _ => (HandVerdict.Same, "No sign of several: the articles differ among themselves as those of other bylines do. Two writers of one beat often do no more."),
    };

    // A writer who takes a new beat changes the subject about as clearly as the style, or more.
    private static bool IsOfHands(Change? change) => change is { Clearness: >= ChangeFrom, SubjectClearness: { } subject } && change.Clearness >= subject + ClearerBy;

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
