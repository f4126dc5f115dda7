using Claque.Cases;
using Claque.Lineage;
using Claque.Reports.Lineage;
using Claque.Text.Prose;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Claque.Web;

/// <summary><c>/versions?a=…&amp;b=…</c>: any two articles, passage by passage and sentence by sentence.</summary>
internal static class VersionPages
{
    private const int MostSentences = 600;
    private const int MostEdits = 400;

    public static void Map(WebApplication app, Bench bench)
    {
        app.MapGet("/versions.json", (HttpRequest request) => TypedResults.Ok(bench.Case.Read(file => Page(bench.Case, file, request))));
        app.MapGet("/versions.csv", (HttpRequest request) => bench.Case.Read(file => Csv(bench.Case, file, request)));
    }

    public static string Href(int a, int b) => FormattableString.Invariant($"/versions?a={a}&b={b}");

    private static (int A, int B) Asked(Shelf shelf, HttpRequest request)
    {
        var (a, b) = (request.Text("a"), request.Text("b"));
        if (a.Length == 0 || b.Length == 0) throw new Refused(StatusCodes.Status400BadRequest, "Two articles are compared: give both, such as /versions?a=1&b=2.");
        var numbers = (A: shelf.Number(a), B: shelf.Number(b));
        return numbers.A != numbers.B ? numbers : throw new Refused(StatusCodes.Status400BadRequest, $"Both versions are article {numbers.A}. Give two.");
    }

    private static VersionsPage Page(OpenCaseFile open, CaseFile file, HttpRequest request)
    {
        var shelf = open.Known.Shelf(file);
        var (a, b) = Asked(shelf, request);
        var lineage = ArticlePages.Lineage(open, file);
        var pair = Pair(shelf, file, lineage, a, b);
        var (wordsA, wordsB) = (ArticleWords.Of(shelf.Of(a)).WithLines, ArticleWords.Of(shelf.Of(b)).WithLines);
        var edits = EditFinding.Of(wordsA, wordsB, CueList.BuiltIn);
        var typed = edits.Changes.Where(edit => edit.Kind != EditKind.Reworded).ToList();
        var edge = lineage?.Families.SelectMany(family => family.Edges).FirstOrDefault(edge => (edge.From, edge.To) == (a, b) || (edge.From, edge.To) == (b, a));
        return new VersionsPage(
            shelf.Link(a), shelf.Link(b), pair?.Relation ?? "nothing", Sentence(pair, lineage is not null), pair?.InA ?? 0, pair?.InB ?? 0,
            [.. (pair?.Passages ?? []).Select(passage => Row(shelf, a, b, passage))], [.. typed.Take(MostEdits).Select(edit => Row(a, b, edit))],
            edits.Changes.Count(edit => edit.Kind == EditKind.Reworded), [.. edits.Sentences.Take(MostSentences).Select(sentence => Row(sentence, wordsA, wordsB, pair))],
            Math.Max(0, edits.Sentences.Length - MostSentences), edge, ArticlePages.Family(lineage, a) is { } family && family == ArticlePages.Family(lineage, b) ? family : null,
            ReportPages.Choice(file, FindingKey.Versions(a, b)));
    }

    /// <summary>What the two have in common, a first: as the study of all articles keeps it, or else found between these two.</summary>
    public static KeptPair? Pair(Shelf shelf, CaseFile file, KeptLineage? lineage, int a, int b)
    {
        var kept = lineage is not null
            ? StudyMaking.Part(file, LineageStudy.Name, LineageStudy.Key(a, b), KeptJson.Default.KeptPair)
            : PassageFinding.Of([shelf.Of(Math.Min(a, b)), shelf.Of(Math.Max(a, b))], new PassageOptions()).Pairs is [var found] ? LineageStudy.Pair(found) : null;
        return kept is null || a < b ? kept : kept with
        {
            InA = kept.InB,
            InB = kept.InA,
            Passages = [.. kept.Passages.Select(passage => passage with { StartA = passage.StartB, EndA = passage.EndB, StartB = passage.StartA, EndB = passage.EndA })],
        };
    }

    private static string Sentence(KeptPair? pair, bool isOfAll)
    {
        var alone = isOfAll ? "" : " This was found between these two alone: what an outlet prints under all its articles is only known when all are looked at.";
        return Meaning(pair) + alone;
    }

    /// <summary>What it means that they have this in common.</summary>
    public static string Meaning(KeptPair? pair) => pair is null
        ? "They have no passage in common."
        : LineageStudy.Meaning(Enum.GetValues<Relation>().First(relation => LineageWords.Plain(relation) == pair.Relation));

    private static PassageRow Row(Shelf shelf, int a, int b, KeptPassage passage) => new(
        passage.Class, passage.IsCopy, passage.Words, passage.Identity, passage.Reason, Shelf.Href(a, new TextSpan(passage.StartA, passage.EndA)),
        Shelf.Href(b, new TextSpan(passage.StartB, passage.EndB)), Show.Whole(Show.Cut(shelf.Of(a).Text[passage.StartA..Math.Min(passage.EndA, shelf.Of(a).Text.Length)].Trim(), 140)));

    private static EditRow Row(int a, int b, Edit edit) => new(
        LineageWords.Plain(edit.Kind), Show.Whole(Show.Cut(edit.Before, 600)), Show.Whole(Show.Cut(edit.After, 600)), edit.A is { } inA ? Shelf.Href(a, inA) : "", edit.B is { } inB ? Shelf.Href(b, inB) : "");

    private static SentenceRow Row(SentencePair sentence, ArticleWords a, ArticleWords b, KeptPair? pair)
    {
        TextSpan? inA = sentence.A < 0 ? null : a.Sentences[sentence.A], inB = sentence.B < 0 ? null : b.Sentences[sentence.B];
        var (before, after) = WordEdits.Stretches(Text(a, inA), Text(b, inB));
        return new SentenceRow(ClassOf(pair, inA, inB), sentence.IsMoved, Show.Parts(before, "own", "gone"), Show.Parts(after, "own", "new"));
    }

    // The passage in which most of the sentence stands.
    private static string ClassOf(KeptPair? pair, TextSpan? inA, TextSpan? inB) => pair?.Passages
        .Select(passage => (passage.Class, Common: Common(inA, passage.StartA, passage.EndA) + Common(inB, passage.StartB, passage.EndB)))
        .Where(one => one.Common * 2 > (inA?.Length ?? 0) + (inB?.Length ?? 0)).OrderByDescending(one => one.Common).Select(one => one.Class).FirstOrDefault() ?? "";

    private static int Common(TextSpan? span, int start, int end) => span is { } of ? Math.Max(0, Math.Min(of.End, end) - Math.Max(of.Start, start)) : 0;

    private static string Text(ArticleWords of, TextSpan? span) => span is { } place ? place.In(of.Article.Text).ToString() : "";

    private static IResult Csv(OpenCaseFile open, CaseFile file, HttpRequest request)
    {
        var shelf = open.Known.Shelf(file);
        var (a, b) = Asked(shelf, request);
        var edits = EditFinding.Of(ArticleWords.Of(shelf.Of(a)), ArticleWords.Of(shelf.Of(b)), CueList.BuiltIn);
        return Table.Of(
            FormattableString.Invariant($"edits-{a}-{b}"), ["kind", "before", "after", "a_start", "a_end", "b_start", "b_end"],
            [.. edits.Changes.Select(edit => (object?[])[LineageWords.Word(edit.Kind), edit.Before, edit.After, edit.A?.Start, edit.A?.End, edit.B?.Start, edit.B?.End])]);
    }
}
