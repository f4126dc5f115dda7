using Claque.Articles;
using Claque.Reading;

namespace Claque.Cli.Articles;

/// <summary>The articles that a command is given: files, or a case.</summary>
internal static class ArticleInput
{
    /// <summary>All articles of the files, in the order given.</summary>
    /// <exception cref="InputException">A file cannot be read as articles, or two articles have one id.</exception>
    public static IReadOnlyList<Article> Read(IReadOnlyList<string> paths)
    {
        var articles = paths.SelectMany(ArticleFiles.Read).ToList();
        var twice = articles.GroupBy(article => article.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Skip(1).Any());
        return twice is null
            ? articles
            : throw new InputException($"Two articles have the id \"{twice.Key}\". Give each its own id.");
    }
}
