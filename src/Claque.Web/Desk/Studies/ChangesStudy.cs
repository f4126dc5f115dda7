using Claque.Articles;
using Claque.Personas.Hands;
using Claque.Reports.Personas;
using Claque.Text.Prose;

namespace Claque.Web;

/// <summary>Where the style changes within the articles of a case, as it is kept.</summary>
internal sealed record KeptChanges(string Kind, double Bar, IReadOnlyList<KeptChangesRow> Rows);

/// <summary>An article in short.</summary>
internal sealed record KeptChangesRow(int Article, int Breaks, int Changed, string Changes, string Open, string Reason, string Sentence);

/// <summary>The paragraphs of an article, and what was found between them.</summary>
internal sealed record KeptParagraphs(int[] Starts, int[] Ends, IReadOnlyList<StyleBreak> Breaks);

/// <summary>The study of changes of style within each article; all articles together show which words are rare.</summary>
internal static class ChangesStudy
{
    public const string Name = "changes";
    private const double NearBar = 0.2;

    public static StudyMade Make(Shelf shelf, Job job)
    {
        job.Report(new StageProgress("cutting the articles into paragraphs", 0, null));
        var bodies = shelf.Articles.Select(article => ArticleText.BodyOf(article)).ToList();
        job.Report(new StageProgress("measuring the breaks between paragraphs", 0, null));
        var changes = StyleChanges.Of([.. shelf.Articles.Zip(bodies, (article, body) => new HandsText(article.Id, [.. body.Select(span => span.In(article.Text).ToString())]))], HandsOptions.Default, job.Stop);
        var answers = changes.Answers;
        return new StudyMade(
            StudyMaking.Json(new KeptChanges(changes.Kind, changes.Bar, [.. answers.Select((answer, at) => Row(at + 1, answer))]), KeptJson.Default.KeptChanges),
            [.. answers.Select((answer, at) => KeyValuePair.Create(Key(at + 1), StudyMaking.Json(Paragraphs(bodies[at], answer, changes.Bar), KeptJson.Default.KeptParagraphs)))]);
    }

    /// <summary>Where an article is kept.</summary>
    public static string Key(int article) => FormattableString.Invariant($"article {article}");

    private static KeptChangesRow Row(int article, HandsAnswer answer) => new(
        article, answer.Changes.Count, answer.Changes.Count(change => change == true), HandsWords.Changes(answer), HandsWords.Open(answer), answer.Reason ?? "", HandsWords.Sentence(answer));

    private static KeptParagraphs Paragraphs(IReadOnlyList<TextSpan> body, HandsAnswer answer, double bar) => new(
        [.. body.Select(span => span.Start)], [.. body.Select(span => span.End)], [.. answer.Changes.Select((change, at) => Break(answer, at, change != false || Math.Abs(answer.Scores[at] - bar) <= NearBar))]);

    // What a break far below the bar is made of would be most of what is kept.
    private static StyleBreak Break(HandsAnswer answer, int at, bool withSigns) => new(
        answer.Changes[at] switch { true => "change", false => "none", null => "open" }, Math.Round(answer.Scores[at], 4),
        [.. answer.Signs.ElementAtOrDefault(at) is { } signs && withSigns ? signs.Select(sign => new StyleSign(HandsWords.Of(sign), Math.Round(sign.Weight, 2))) : []]);
}
