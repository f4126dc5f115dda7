using Claque.Articles;
using Claque.Cases;

namespace Claque.Reports;

/// <summary>The articles of the demo case: an invented town, its papers and its columnists. The same file lies in <c>samples/port-selby</c>.</summary>
public static class DemoArticles
{
    private const string File = "articles.jsonl";

    /// <summary>Writes <c>articles.jsonl</c> into a folder that is there and takes it into the case.</summary>
    /// <param name="to">The case.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="now">The time of the import.</param>
    public static ArticleReceipt Import(CaseFile to, string folder, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(to);
        var path = Path.Combine(folder, File);
        using (var from = typeof(DemoArticles).Assembly.GetManifestResourceStream(File)!)
        using (var file = System.IO.File.Create(path)) from.CopyTo(file);
        var reading = ArticleFiles.ReadFile(path, File, new ArticleOptions());
        return to.ImportArticles(new ArticlesToImport(File, FileHash.Sha256(path, null, CancellationToken.None), new FileInfo(path).Length, reading), now);
    }
}
