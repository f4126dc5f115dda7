using Claque.Articles;
using Claque.Cases;
using Claque.Reading;

namespace Claque.Cli.Articles;

/// <summary>The articles that a command is given: files, folders, or cases.</summary>
internal static class ArticleInput
{
    /// <summary>The articles, with a line on what was passed over and what was given twice.</summary>
    public static IReadOnlyList<Article> Read(IReadOnlyList<string> paths, TextWriter notes, ArticleOptions? options = null)
    {
        var (rejects, twice) = (new List<ArticleReject>(), new List<string>());
        var articles = Read(paths, options, rejects.Add, twice.Add);
        if (rejects.Count > 0) notes.WriteLine($"Records passed over: {rejects.Count:N0}. The first: {rejects[0].Reason}");
        if (twice.Count > 0) notes.WriteLine($"Articles given twice, with the same text, and read once: {twice.Count:N0}. The first: {twice[0]}");
        return articles;
    }

    /// <summary>All articles of the files, folders and cases, in the order given. The same text and headline under the same id is kept once; another under a known id becomes <c>id (2)</c>.</summary>
    /// <exception cref="InputException">A file cannot be read as articles, or a case has none.</exception>
    public static IReadOnlyList<Article> Read(IReadOnlyList<string> paths, ArticleOptions? options = null, Action<ArticleReject>? rejected = null, Action<string>? twice = null)
    {
        var articles = new List<Article>();
        for (var at = 0; at < paths.Count;)
        {
            if (IsCase(paths[at]))
            {
                articles.AddRange(OfCase(paths[at++]));
                continue;
            }

            // Files that stand together are read together: lines that a host prints on all its pages are learned over all of them.
            var files = paths.Skip(at).TakeWhile(path => !IsCase(path)).ToList();
            at += files.Count;
            articles.AddRange(ArticleFiles.Read(files, options, rejected));
        }

        return Named(articles, paths, twice);
    }

    /// <summary>True for a case: by its first bytes, or, where the file is not there, by its name.</summary>
    public static bool IsCase(string path)
    {
        if (!File.Exists(path)) return path.EndsWith(".claque", StringComparison.OrdinalIgnoreCase) && !Directory.Exists(path);
        Span<byte> first = stackalloc byte[16];
        using var file = File.OpenRead(path);
        return file.ReadAtLeast(first, 16, throwOnEndOfStream: false) == 16 && first[..15].SequenceEqual("SQLite format 3"u8);
    }

    private static IReadOnlyList<Article> OfCase(string path)
    {
        using var opened = CaseFile.OpenReadOnly(path);
        var articles = opened.Articles();
        return articles.Count > 0 ? articles : throw new InputException($"The case {path} has no articles. Take some in: claque import PAGES --case {path}");
    }

    /// <summary>Files of one name in different folders go by their paths; a text that came before under its id is left out.</summary>
    private static List<Article> Named(List<Article> articles, IReadOnlyList<string> paths, Action<string>? twice)
    {
        var byName = paths.Where(File.Exists).Distinct().ToLookup(path => Path.GetFileName(path), StringComparer.Ordinal);
        var seen = new Dictionary<string, List<Article>>(StringComparer.Ordinal);
        var ids = articles.Select(article => article.Id).ToHashSet(StringComparer.Ordinal);
        var named = new List<Article>(articles.Count);
        foreach (var article in articles)
        {
            if (!seen.TryGetValue(article.Id, out var before)) seen[article.Id] = before = [];
            var places = byName[article.Id].ToList();
            if (places.Count < 2 && before.Exists(other => other.Text == article.Text && other.Title == article.Title && other.Url == article.Url))
            {
                twice?.Invoke(article.Id);
                continue;
            }

            before.Add(article);
            named.Add(before.Count == 1 ? article : article with { Id = before.Count <= places.Count ? places[before.Count - 1] : Free(article.Id, ids) });
        }

        return named;
    }

    private static string Free(string id, HashSet<string> taken)
    {
        for (var number = 2; ; number++)
            if (taken.Add($"{id} ({number})")) return $"{id} ({number})";
    }
}
