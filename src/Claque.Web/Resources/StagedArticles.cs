using System.Globalization;
using Claque.Articles;
using Claque.Cases;
using Claque.Reading;

namespace Claque.Web;

/// <summary>Dropped files that hold articles: saved pages, archives, feeds, texts and tables of articles.</summary>
internal static class StagedArticles
{
    private const int RowsShown = 8;

    /// <summary>What is read as articles.</summary>
    public static IReadOnlyList<Format> Formats { get; } =
    [
        new("html", "Saved pages", "Markup; what is the article and what the site around it is told apart."),
        new("warc", "Web archives", "WARC records."),
        new("feed", "RSS and Atom feeds", "Their root element."),
        new("text", "Plain texts of articles", "The ending .txt, and no table in it."),
        new("articles", "Tables and JSON lines of articles", "A text beside a title, outlet, byline or date, and no account."),
    ];

    /// <summary>A dropped file as its page shows it.</summary>
    public static StagedFile Filled(StagedFile view, string path)
    {
        var reading = ArticleFiles.ReadFile(path, view.Name, new ArticleOptions());
        if (reading.Articles.IsEmpty) return view with { Error = reading.Rejects is [var reject, ..] ? reject.Reason : "The file holds no article." };
        List<Article> dated = [.. reading.Articles.Where(article => article.Published is not null).OrderBy(article => article.Published)];
        return view with
        {
            Recognised = true,
            Format = reading.Format,
            Description = reading.Articles.Length == 1 ? "an article" : $"{reading.Articles.Length.ToString("N0", CultureInfo.InvariantCulture)} articles",
            Score = 1,
            Articles = reading.Articles.Length,
            RowsSampled = reading.Articles.Length,
            Rows = [.. reading.Articles.Take(RowsShown).Select((article, at) => new PreviewRow(at + 1, [.. Values(article)], ""))],
            First = dated is [var first, ..] ? Show.Time(first.Published!.Value) : null,
            Last = dated is [.., var last] ? Show.Time(last.Published!.Value) : null,
            Precision = dated.Count > 0 ? dated.Max(article => article.PublishedPrecision).Word : "",
            Problems = [.. reading.Rejects.Take(20).Select(reject => Show.Whole(reject.Reason)), .. reading.Articles.SelectMany(article => article.Notes).Distinct().Take(20).Select(Show.Whole)],
        };
    }

    /// <summary>Takes the articles of a file into the case: all of it or nothing.</summary>
    public static (SourceView Source, Receipt Receipt) Import(Bench bench, OpenCaseFile open, Staged file, Job job)
    {
        job.Report(new StageProgress("reading the articles of " + file.Name, 0, null));
        var reading = ArticleFiles.ReadFile(file.Path, file.Name, new ArticleOptions());
        job.Stop.ThrowIfCancellationRequested();
        return open.WriteLong(writer =>
        {
            var made = writer.ImportArticles(new ArticlesToImport(file.Name, file.Sha256, file.View.Bytes, reading), bench.Now);
            var source = writer.Sources().First(source => source.Sha256 == file.Sha256);
            return (source, Show.Receipt(source, writer.Look.ArticlesOf(source.Number), made.WasComplete));
        }, job.Stop);
    }

    private static IEnumerable<FieldValue> Values(Article article)
    {
        foreach (var (field, value) in new[] { ("title", article.Title), ("outlet", article.Outlet), ("byline", article.Byline), ("published", article.Published is { } time ? Show.Time(time) : null), ("text", article.Text) })
            if (value is { Length: > 0 }) yield return new FieldValue(field, Show.Whole(Show.Cut(value, 200)));
    }
}
