using Claque.Cases;
using Claque.Lineage;
using Claque.Personas;
using Claque.Reading;
using Claque.Reports.Personas;
using Claque.Text.Prose;

namespace Claque.Web;

/// <summary>The bylines of a case and their pairs, as they are kept.</summary>
internal sealed record KeptPersonas(
    PersonaBars Bars, IReadOnlyList<BylineRow> Bylines, IReadOnlyList<PersonaPair> Pairs, int PairsMade, int PairsWithRatio);

/// <summary>A byline. Numbers are of articles; 0 is none.</summary>
internal sealed record KeptByline(HandsOf Hands, IReadOnlyList<KeptMark> Marks, IReadOnlyList<HabitRow> Habits);

internal sealed record KeptMark(int Article, int? Hand, double? Margin, bool Asked);

/// <summary>What the ratio of a pair is made of.</summary>
internal sealed record KeptEvidence(IReadOnlyList<StyleEvidence> Items);

/// <summary>What was left out of each article of the case before its style was measured, by number from 1.</summary>
internal sealed record KeptTexts(IReadOnlyList<KeptText> Texts);

/// <summary>One of them: the stretches that are no part of it (start, end, start …), its clean words, and the words left out.</summary>
internal sealed record KeptText(int[] Spans, int Words, int Quoted, int Shared, int Other);

/// <summary>The study of bylines.</summary>
internal static class PersonasStudy
{
    public const string Name = "personas";
    public const string TextsKey = "texts";
    private const int MostPairs = 3000;
    private const int MostWithEvidence = 60;
    private const int ExampleReach = 45;

    public static StudyMade Make(Shelf shelf, Job job)
    {
        job.Report(new StageProgress("taking out quotations and shared passages", 0, null));
        var all = BylineArticles.OfAll(shelf.Articles, new PassageOptions(), job.Stop);
        var named = all.Where(article => article.Byline.Length > 0).ToList();
        if (named.Count == 0) throw new InputException("No article of the case has a byline, so there are no bylines to compare.");
        job.Report(new StageProgress("comparing bylines", 0, null));
        var study = PersonaStudy.Of(named, PersonaOptions.Default, job.Stop);
        var withRatio = study.Pairs.Where(pair => pair.LogRatio is not null).ToList();
        var kept = new KeptPersonas(
            Bars(study, shelf.Articles.Count - named.Count), [.. study.Bylines.Select(Row)], [.. withRatio.Take(MostPairs).Select(pair => Pair(study, pair))], study.Pairs.Count, withRatio.Count);
        job.Stop.ThrowIfCancellationRequested();
        var parts = study.Bylines.Select(byline => KeyValuePair.Create("byline " + byline.Byline, StudyMaking.Json(Byline(shelf, study, byline), KeptJson.Default.KeptByline))).ToList();
        parts.Add(KeyValuePair.Create(TextsKey, StudyMaking.Json(new KeptTexts([.. all.Select(article => Text(article.Text))]), KeptJson.Default.KeptTexts)));
        job.Report(new StageProgress("finding places in the texts", 0, null));
        foreach (var pair in withRatio.Where((pair, at) => at < MostWithEvidence || pair.Verdict == HandVerdict.Same))
        {
            job.Stop.ThrowIfCancellationRequested();
            parts.Add(KeyValuePair.Create(KeyOf(study, pair), StudyMaking.Json(new KeptEvidence([.. Claque.Personas.Evidence.Of(study, pair).Select(item => Item(shelf, study, item))]), KeptJson.Default.KeptEvidence)));
        }

        return new StudyMade(StudyMaking.Json(kept, KeptJson.Default.KeptPersonas), parts);
    }

    private static string KeyOf(PersonaStudy study, PairStudy pair) => DecisionToMake.KeyOf("bylines", [study.Bylines[pair.A].Byline, study.Bylines[pair.B].Byline]);

    private static KeptText Text(StyleText text) =>
        new([.. text.Dropped.SelectMany(span => new[] { span.Start, span.End })], text.Words, text.QuotedWords, text.StrippedWords, text.OutsideWords);

    /// <summary>The bars, the reference, and how many were left out.</summary>
    public static PersonaBars Bars(PersonaStudy study, int without) => new(
        study.Options.MinWords, study.Options.EdgeWords, study.Options.EdgeRatio, study.Options.Alpha, study.Options.MinReference, study.ReferenceBylines, study.Articles.Count, without);

    /// <summary>A byline, or an account that stands for one.</summary>
    public static BylineRow Row(BylineStudy byline) => new(
        byline.Byline, PersonaPages.Href(byline.Byline), byline.Articles.Count, byline.Words, byline.QuotedWords, byline.StrippedWords, byline.OutsideWords,
        PersonaWords.OfByline(byline.SeveralHands.Verdict), byline.SeveralHands.Reason, Rounded(byline.SeveralHands.Score));

    /// <summary>A pair of them.</summary>
    public static PersonaPair Pair(PersonaStudy study, PairStudy pair)
    {
        var (a, b) = (study.Bylines[pair.A], study.Bylines[pair.B]);
        return new PersonaPair(
            KeyOf(study, pair), a.Byline, b.Byline, PersonaPages.Href(a.Byline, b.Byline), Rounded(pair.LogRatio), Show.P(pair.TwoHandsChance), Show.P(pair.Q), PersonaWords.Of(pair.Verdict), pair.Reason,
            pair.Rival is { } rival ? study.Bylines[rival.Byline].Byline : "", pair.Rival is { } to ? study.Bylines[to.To].Byline : "", Rounded(pair.Rival?.LogRatio), a.Words, b.Words,
            Math.Round(pair.Topic, 3), "new");
    }

    private static KeptByline Byline(Shelf shelf, PersonaStudy study, BylineStudy byline)
    {
        var hands = byline.SeveralHands;
        var marks = hands.Split?.Hands.ToDictionary(mark => mark.Article) ?? [];
        var at = 0;
        return new KeptByline(
            new HandsOf(
                hands.Articles, study.Options.MinArticles, Rounded(hands.Dispersion), Rounded(hands.Reference), Rounded(hands.Split?.Separation), Show.P(hands.Split?.P),
                hands.Change is { } change ? shelf.NumberOf(study.Articles[change.FirstAfter].Id) : null, Show.P(hands.Change?.P), hands.Change?.Before ?? 0, hands.Change?.After ?? 0, PersonaWords.OfChange(study, byline, PersonaTerms.Bylines),
                hands.Verdict == HandVerdict.Different || PersonaWords.StandsOut(hands.Change), []),
            [.. byline.Articles.Select(article => marks.TryGetValue(article, out var mark)
                ? new KeptMark(shelf.NumberOf(study.Articles[article].Id), mark.Hand, Math.Round(mark.Margin, 4), true)
                : new KeptMark(shelf.NumberOf(study.Articles[article].Id), null, null, false))],
            [.. Habits.All.Select(habit => new HabitRow(habit.Name, [.. habit.Forms.Select(form => new Tally(form, byline.Habits[at++]))]))]);
    }

    private static StyleEvidence Item(Shelf shelf, PersonaStudy study, EvidenceItem item) => new(
        Show.Whole(item.Feature), item.Family == StyleFamily.FunctionWords ? "word" : "letters", Math.Round(item.Contribution, 5), Math.Round(item.PerThousandA, 3),
        Math.Round(item.PerThousandB, 3), Math.Round(item.PerThousandReference, 3), Example(shelf, study, item.ExampleA), Example(shelf, study, item.ExampleB));

    // A place in the text with what stands around it, cut at blanks.
    private static StyleExample? Example(Shelf shelf, PersonaStudy study, EvidenceExample? example)
    {
        if (example is null || study.Articles[example.Article].Source is not { Length: > 0 } source) return null;
        var (start, end) = (example.Place.Start, example.Place.End);
        var from = start <= ExampleReach ? 0 : source.LastIndexOfAny([' ', '\n', '\t'], start - ExampleReach) + 1;
        var to = end + ExampleReach >= source.Length ? source.Length : source.IndexOfAny([' ', '\n', '\t'], end + ExampleReach);
        if (to < 0) to = source.Length;
        return new StyleExample(
            Shelf.Href(shelf.NumberOf(study.Articles[example.Article].Id), new TextSpan(start, end)), Show.Whole(source[from..start]), Show.Whole(source[start..end]), Show.Whole(source[end..to]));
    }

    private static double? Rounded(double? value) => value is { } number ? Math.Round(number, 4) : null;
}
