using System.Globalization;
using Claque.Articles;
using Claque.Articles.Provenance;
using Claque.Cases;
using Claque.Text.Prose;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Claque.Web;

/// <summary><c>/articles</c>: the articles of the case, and one with what is the article and what the site around it, and where it comes from.</summary>
internal static class ArticlePages
{
    private const int PageSize = 100;
    private const int FacetsShown = 20;
    private const int PostsShown = 20;
    private const int KinShown = 200;

    public static void Map(WebApplication app, Bench bench)
    {
        app.MapGet("/articles.json", (HttpRequest request) => TypedResults.Ok(bench.Case.Read(file => List(bench.Case, file, request))));
        app.MapGet("/articles.csv", (HttpRequest request) => bench.Case.Read(file => Csv(bench.Case, file, request)));
        app.MapGet("/articles/{key}.json", (string key, HttpRequest request) => TypedResults.Ok(bench.Case.Read(file => Page(bench.Case, file, key, request))));
        app.MapGet("/articles/{key}.csv", (string key) => bench.Case.Read(file => FactTable(bench.Case, file, key)));
    }

    /// <summary>The family that an article is in.</summary>
    public static FamilyLink? Family(KeptLineage? lineage, int number) => lineage?.Families.Index().FirstOrDefault(entry => entry.Item.Members.Contains(number)) is { Item: { } family } found
        ? new FamilyLink("/lineage/" + family.Key, found.Index + 1, family.Members.Length)
        : null;

    /// <summary>The study of copies as it is kept; null when it was never made.</summary>
    public static KeptLineage? Lineage(OpenCaseFile open, CaseFile file) => open.Known.Study(file, LineageStudy.Name, KeptJson.Default.KeptLineage);

    private static List<int> Chosen(Shelf shelf, HttpRequest request)
    {
        var (text, outlet, byline) = (request.Text("q"), request.Text("outlet"), request.Text("byline"));
        return [.. Enumerable.Range(1, shelf.Articles.Count).Where(number =>
        {
            var article = shelf.Of(number);
            return (outlet.Length == 0 || article.Outlet == outlet) && (byline.Length == 0 || article.Byline == byline)
                && (text.Length == 0 || Has(article.Title) || Has(article.Outlet) || Has(article.Byline) || Has(article.Id) || Has(article.Text));
        })];

        bool Has(string? value) => value?.Contains(text, StringComparison.OrdinalIgnoreCase) ?? false;
    }

    private static ArticleList List(OpenCaseFile open, CaseFile file, HttpRequest request)
    {
        var shelf = open.Known.Shelf(file);
        var chosen = Sorted(shelf, Chosen(shelf, request), request.Text("sort"));
        var (numbers, next) = request.Page(chosen, PageSize);
        var families = FamilyOf(Lineage(open, file));
        return new ArticleList(
            [.. numbers.Select(number => Row(shelf, families, number))], chosen.Count, next, Facets(shelf, chosen, article => article.Outlet, request.Text("outlet")),
            Facets(shelf, chosen, article => article.Byline, request.Text("byline")), StudyMaking.State(file, LineageStudy.Name));
    }

    private static List<int> Sorted(Shelf shelf, List<int> numbers, string by) => by switch
    {
        "" or "number" => numbers,
        "date" => [.. numbers.OrderBy(number => shelf.Of(number).Published is null).ThenBy(number => shelf.Of(number).Published)],
        "words" => [.. numbers.OrderByDescending(shelf.Words)],
        "outlet" => [.. numbers.OrderBy(number => shelf.Of(number).Outlet, StringComparer.OrdinalIgnoreCase)],
        "byline" => [.. numbers.OrderBy(number => shelf.Of(number).Byline, StringComparer.OrdinalIgnoreCase)],
        _ => throw new Refused(StatusCodes.Status400BadRequest, $"sort={by} is not known. Sort by number, date, words, outlet or byline."),
    };

    private static Dictionary<int, FamilyLink> FamilyOf(KeptLineage? lineage) => (lineage?.Families ?? []).Index()
        .SelectMany(entry => entry.Item.Members.Select(member => (member, Link: new FamilyLink("/lineage/" + entry.Item.Key, entry.Index + 1, entry.Item.Members.Length))))
        .ToDictionary(pair => pair.member, pair => pair.Link);

    private static List<Facet> Facets(Shelf shelf, List<int> numbers, Func<Article, string?> value, string chosen) =>
        [.. numbers.Select(number => value(shelf.Of(number)) ?? "").Where(one => one.Length > 0).CountBy(one => one).OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal)
            .Take(FacetsShown).Select(count => new Facet(count.Key, Show.Whole(count.Key), count.Value, chosen == count.Key))];

    private static ArticleRow Row(Shelf shelf, Dictionary<int, FamilyLink> families, int number)
    {
        var (dated, how) = Dated(shelf.Of(number));
        return new ArticleRow(shelf.Link(number), dated, how, shelf.Words(number), families.GetValueOrDefault(number), shelf.Posts.GetValueOrDefault(number));
    }

    /// <summary>When an article was published, and whether that is stated, only bounded by what the text says, or not known.</summary>
    private static (string Dated, string How) Dated(Article article)
    {
        var facts = ArticleFacts.Of(article);
        if (facts.FirstOrDefault(fact => fact.Kind == FactKind.Published) is { } published) return (published.Value, published.Stated ? "stated" : "inferred");
        if (article.Published is { } time) return (Show.Time(time), "stated");
        var (after, before) = (facts.FirstOrDefault(fact => fact.Kind == FactKind.NotBefore)?.Value, facts.FirstOrDefault(fact => fact.Kind == FactKind.NotAfter)?.Value);
        return (after, before) switch
        {
            (null, null) => ("", ""),
            (_, null) => ($"not before {after}", "inferred"),
            (null, _) => ($"not after {before}", "inferred"),
            _ => ($"{after} to {before}", "inferred"),
        };
    }

    private static IResult Csv(OpenCaseFile open, CaseFile file, HttpRequest request)
    {
        var shelf = open.Known.Shelf(file);
        var families = FamilyOf(Lineage(open, file));
        return Table.Of(
            "articles", ["number", "id", "title", "outlet", "byline", "dated", "dated_how", "words", "family", "posts", "url"],
            [.. Sorted(shelf, Chosen(shelf, request), request.Text("sort")).Select(number => (Row: Row(shelf, families, number), shelf.Of(number).Url)).Select(one => (object?[])
            [
                one.Row.Article.Number, one.Row.Article.Id, one.Row.Article.Title, one.Row.Article.Outlet, one.Row.Article.Byline, one.Row.Dated, one.Row.DatedHow,
                one.Row.Words, one.Row.Family?.Number, one.Row.Posts, one.Url ?? "",
            ])]);
    }

    private static ArticlePage Page(OpenCaseFile open, CaseFile file, string key, HttpRequest request)
    {
        var shelf = open.Known.Shelf(file);
        var number = shelf.Number(key);
        var article = shelf.Of(number);
        var source = file.Sources().FirstOrDefault(one => one.Number == file.Look.SourceOfArticle(number));
        var all = ArticleText.BlocksOf(article);
        var (blocks, cut) = TextBlocks.Of(article, all, TextBlocks.Asked(request.Text("at"), article.Text.Length));
        var lineage = Lineage(open, file);
        return new ArticlePage(
            shelf.Link(number), Show.Whole(article.Url ?? ""), article.Language ?? "", article.File, source?.Number ?? 0, source?.Sha256 ?? "", article.Text.Length, shelf.Words(number), blocks, cut,
            [.. all.CountBy(block => block.Class.Word).OrderByDescending(count => count.Value).Select(count => new Tally(count.Key, count.Value))], Facts(number, article),
            [.. article.Notes.Select(Show.Whole)], Family(lineage, number), Kin(shelf, file, lineage, number), [.. file.Look.PostsLinkingTo(number, PostsShown).Select(Show.Post)],
            shelf.Posts.GetValueOrDefault(number), StudyMaking.State(file, LineageStudy.Name), ChangesPages.Sentence(open, file, number), number > 1 ? Shelf.Href(number - 1) : null, number < shelf.Articles.Count ? Shelf.Href(number + 1) : null);
    }

    private static List<FactRow> Facts(int number, Article article) => [.. ArticleFacts.Of(article).Select(fact => new FactRow(
        fact.Kind.Word.Replace('_', ' '), Show.Whole(Show.Cut(fact.Value, 500)), fact.Stated, fact.Rule, fact.Confidence, fact.Span is { } span ? Shelf.Href(number, span) : ""))];

    private static List<Kin> Kin(Shelf shelf, CaseFile file, KeptLineage? lineage, int number) =>
    [
        .. (lineage?.Kin.GetValueOrDefault(number) ?? []).Take(KinShown).Where(other => other <= shelf.Articles.Count)
            .Select(other => (other, Pair: StudyMaking.Part(file, LineageStudy.Name, LineageStudy.Key(number, other), KeptJson.Default.KeptPair)))
            .Where(kin => kin.Pair is not null)
            .Select(kin => new Kin(
                shelf.Link(kin.other), kin.Pair!.Relation, number < kin.other ? kin.Pair.InA : kin.Pair.InB, number < kin.other ? kin.Pair.InB : kin.Pair.InA, kin.Pair.CopiedWords,
                VersionPages.Href(number, kin.other)))
            .OrderByDescending(kin => kin.CopiedWords).ThenBy(kin => kin.Article.Number),
    ];

    private static IResult FactTable(OpenCaseFile open, CaseFile file, string key)
    {
        var shelf = open.Known.Shelf(file);
        var number = shelf.Number(key);
        return Table.Of(
            string.Create(CultureInfo.InvariantCulture, $"facts-{number}"), ["kind", "value", "stated", "rule", "confidence", "start", "end"],
            [.. ArticleFacts.Of(shelf.Of(number)).Select(fact => (object?[])[fact.Kind.Word, fact.Value, fact.Stated, fact.Rule, fact.Confidence, fact.Span?.Start, fact.Span?.End])]);
    }
}

/// <summary>The text of an article as its page shows it.</summary>
internal static class TextBlocks
{
    private const int MostCharacters = 150_000;

    /// <summary>The stretches of <c>?at=120-180,300-320</c>, in order and without overlap; what is none of the text is passed over.</summary>
    public static List<TextSpan> Asked(string at, int length)
    {
        var spans = new List<TextSpan>();
        foreach (var part in at.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('-') is not [var first, var last] || !Whole(first, out var start) || !Whole(last, out var end) || start >= end || end > length) continue;
            spans.Add(new TextSpan(start, end));
        }

        spans.Sort();
        return [.. spans.Where((span, i) => i == 0 || span.Start >= spans[..i].Max(before => before.End))];

        static bool Whole(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>The blocks with the stretches asked for marked, and how many characters were left out.</summary>
    public static (List<TextBlock> Blocks, int Cut) Of(Article article, IReadOnlyList<ArticleBlock> all, List<TextSpan> marked)
    {
        var (blocks, left, cut) = (new List<TextBlock>(), MostCharacters, 0);
        foreach (var block in all)
        {
            var end = block.Span.Start + Show.Cut(block.Span.In(article.Text).ToString(), left).Length;
            cut += block.Span.End - end;
            left -= end - block.Span.Start;
            if (end == block.Span.Start) continue;
            blocks.Add(new TextBlock(
                block.Class.Word.Replace('_', ' '), block.Reason, block.Class.IsMainText, block.Span.Start, block.Span.End,
                Show.Parts(Stretches(article.Text, new TextSpan(block.Span.Start, end), marked))));
        }

        return (blocks, cut);
    }

    private static List<Reports.Wording.Stretch> Stretches(string text, TextSpan within, List<TextSpan> marked)
    {
        var stretches = new List<Reports.Wording.Stretch>();
        var at = within.Start;
        foreach (var mark in marked.Where(mark => mark.Overlaps(within)))
        {
            Add(at, Math.Max(at, mark.Start), false);
            Add(Math.Max(at, mark.Start), Math.Min(mark.End, within.End), true);
            at = Math.Min(mark.End, within.End);
        }

        Add(at, within.End, false);
        return stretches;

        void Add(int from, int to, bool isMarked)
        {
            if (to > from) stretches.Add(new Reports.Wording.Stretch(text[from..to], isMarked));
        }
    }
}
