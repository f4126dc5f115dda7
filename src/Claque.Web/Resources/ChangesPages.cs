using Claque.Cases;
using Claque.Personas;
using Claque.Personas.Hands;
using Claque.Reports.Personas;
using Claque.Text.Prose;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Claque.Web;

/// <summary><c>/personas/changes</c>: where the style changes within the articles; <c>/articles/{n}/changes</c>: one, paragraph by paragraph.</summary>
internal static class ChangesPages
{
    private const int PageSize = 100;
    private const int SharedShown = 8;
    private const double NotableShare = 0.1;

    public static void Map(WebApplication app, Bench bench)
    {
        app.MapGet("/personas/changes.json", (HttpRequest request) => TypedResults.Ok(bench.Case.Read(file => List(bench.Case, file, request))));
        app.MapGet("/personas/changes.csv", (HttpRequest request) => bench.Case.Read(file => Csv(bench.Case, file, request)));
        app.MapGet("/articles/{key}/changes.json", (string key) => TypedResults.Ok(bench.Case.Read(file => Page(bench.Case, file, key))));
        app.MapGet("/articles/{key}/changes.csv", (string key) => bench.Case.Read(file => Breaks(bench.Case, file, key)));
    }

    public static string Href(int article) => Shelf.Href(article) + "/changes";

    /// <summary>What was found in an article, as a sentence; empty where nobody has looked yet.</summary>
    public static string Sentence(OpenCaseFile open, CaseFile file, int article) => Row(Kept(open, file), article)?.Sentence ?? "";

    private static KeptChanges? Kept(OpenCaseFile open, CaseFile file) => open.Known.Study(file, ChangesStudy.Name, KeptJson.Default.KeptChanges);

    private static KeptChangesRow? Row(KeptChanges? kept, int article) => kept?.Rows.ElementAtOrDefault(article - 1);

    private static string Bar(KeptChanges? kept) => kept is null ? "" : $"{HandsWords.OfBar(kept.Kind, kept.Bar)} {HandsWords.OfOpen(HandsOptions.Default)}";

    private static List<KeptChangesRow> Chosen(Shelf shelf, KeptChanges? kept, HttpRequest request)
    {
        var byline = request.Text("byline");
        return [.. (kept?.Rows ?? []).Where(row => byline.Length == 0 || shelf.Of(row.Article).Byline?.Trim() == byline).OrderByDescending(row => row.Changed).ThenBy(row => row.Article)];
    }

    private static StyleChangesPage List(OpenCaseFile open, CaseFile file, HttpRequest request)
    {
        var (shelf, kept) = (open.Known.Shelf(file), Kept(open, file));
        var chosen = Chosen(shelf, kept, request);
        var (rows, next) = request.Page(chosen, PageSize);
        return new StyleChangesPage(
            StudyMaking.State(file, ChangesStudy.Name), kept is null ? "" : Sentence(chosen), Bar(kept),
            [.. rows.Select(row => new ChangesRow(shelf.Link(row.Article), Href(row.Article), row.Breaks + 1, row.Changes, row.Open, row.Reason))], chosen.Count, next, PersonaWords.LimitsOfChanges);
    }

    private static string Sentence(List<KeptChangesRow> rows)
    {
        var asked = rows.Where(row => row.Reason.Length == 0).ToList();
        var (changed, breaks, refused) = (asked.Sum(row => row.Changed), asked.Sum(row => row.Breaks), rows.Count - asked.Count);
        return $"{(changed == 0 ? "No break" : changed == 1 ? "One break" : $"{changed} breaks")} of {breaks} between paragraphs {(changed < 2 ? "is" : "are")} called a change of style, in {asked.Count(row => row.Changed > 0)} of {rows.Count} articles."
            + (refused == 0 ? "" : $" {refused} {(refused == 1 ? "article gets" : "articles get")} no answer.");
    }

    private static IResult Csv(OpenCaseFile open, CaseFile file, HttpRequest request)
    {
        var shelf = open.Known.Shelf(file);
        return Table.Of(
            "style-changes", ["number", "id", "byline", "paragraphs", "changes_after", "cannot_be_said_after", "reason"],
            [.. Chosen(shelf, Kept(open, file), request).Select(row => (Row: row, Article: shelf.Of(row.Article))).Select(one => (object?[])
                [one.Row.Article, one.Article.Id, one.Article.Byline ?? "", one.Row.Breaks + 1, one.Row.Changes, one.Row.Open, one.Row.Reason])]);
    }

    private static ArticleChangesPage Page(OpenCaseFile open, CaseFile file, string key)
    {
        var (shelf, kept) = (open.Known.Shelf(file), Kept(open, file));
        var number = shelf.Number(key);
        var lineage = ArticlePages.Lineage(open, file);
        return new ArticleChangesPage(
            StudyMaking.State(file, ChangesStudy.Name), shelf.Link(number), Row(kept, number)?.Sentence ?? "", Bar(kept),
            lineage is null ? "Copies were not looked for in this case yet: a copied passage looks like another hand." : "", Paragraphs(shelf, file, lineage, number), PersonaWords.LimitsOfChanges);
    }

    private static List<StyleParagraph> Paragraphs(Shelf shelf, CaseFile file, KeptLineage? lineage, int number)
    {
        if (StudyMaking.Part(file, ChangesStudy.Name, ChangesStudy.Key(number), KeptJson.Default.KeptParagraphs) is not { } kept) return [];
        var article = shelf.Of(number);
        var quoted = StyleText.Of(article.Text).Dropped;
        var shared = Shared(shelf, file, lineage, number);
        return [.. kept.Starts.Zip(kept.Ends, (start, end) => new TextSpan(start, end)).Select((span, at) =>
        {
            var (text, shown) = (span.In(article.Text).ToString(), Show.Cut(span.In(article.Text).ToString()));
            return new StyleParagraph(at + 1, Shelf.Href(number, span), Show.Parts(shown), text.Length - shown.Length, Quoted(span, quoted), [.. shared.Where(one => one.Span.Overlaps(span)).Select(one => one.With).Distinct().Take(SharedShown)], kept.Breaks.ElementAtOrDefault(at));
        })];
    }

    // Somebody else's words look like another hand.
    private static string Quoted(TextSpan paragraph, IReadOnlyList<TextSpan> quoted)
    {
        var share = quoted.Where(paragraph.Overlaps).Sum(span => Math.Min(span.End, paragraph.End) - Math.Max(span.Start, paragraph.Start)) / (double)paragraph.Length;
        return share < NotableShare ? "" : $"{Math.Round(share * 100)} % of it stands in quotation marks.";
    }

    private static List<(TextSpan Span, Finding With)> Shared(Shelf shelf, CaseFile file, KeptLineage? lineage, int number) =>
    [
        .. (lineage?.Kin.GetValueOrDefault(number) ?? []).Where(other => other <= shelf.Articles.Count)
            .Select(other => (Other: other, Pair: VersionPages.Pair(shelf, file, lineage, number, other))).Where(kin => kin.Pair is not null)
            .SelectMany(kin => kin.Pair!.Passages.Select(passage => (
                new TextSpan(passage.StartA, passage.EndA), new Finding($"{Named(shelf.Link(kin.Other))} ({passage.Class})", VersionPages.Href(number, kin.Other))))),
    ];

    private static string Named(ArticleLink article) => article.Outlet.Length > 0 ? article.Outlet : article.Title.Length > 0 ? article.Title : article.Id;

    private static IResult Breaks(OpenCaseFile open, CaseFile file, string key)
    {
        var shelf = open.Known.Shelf(file);
        var number = shelf.Number(key);
        var (row, kept) = (Row(Kept(open, file), number), StudyMaking.Part(file, ChangesStudy.Name, ChangesStudy.Key(number), KeptJson.Default.KeptParagraphs));
        return Table.Of(
            FormattableString.Invariant($"style-changes-{number}"), ["text", "after_paragraph", "change", "chance", "reason", "for", "against"],
            [.. (kept?.Breaks ?? []).Select((one, at) => (object?[])
            [
                shelf.Of(number).Id, at + 1, one.Answer switch { "change" => 1, "none" => 0, _ => (int?)null }, one.Chance, row?.Reason ?? "",
                string.Join("; ", one.Signs.Where(sign => sign.LogOdds > 0).Select(sign => sign.Sign)), string.Join("; ", one.Signs.Where(sign => sign.LogOdds < 0).Select(sign => sign.Sign)),
            ])]);
    }
}
