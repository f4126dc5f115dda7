using Claque.Articles;
using Claque.Cases;
using Claque.Reading;

namespace Claque.Cli.Articles;

/// <summary>The articles that a command is given: files, folders, or cases.</summary>
internal static class ArticleInput
{
    /// <summary>All articles of the files, folders and cases, in the order given.</summary>
    /// <exception cref="InputException">A file cannot be read as articles, a case has none, or two articles have one id.</exception>
    public static IReadOnlyList<Article> Read(IReadOnlyList<string> paths, ArticleOptions? options = null, Action<ArticleReject>? rejected = null)
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

        return Named(articles, paths);
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

    /// <summary>Files of one name in different folders go by their paths; all other ids must differ.</summary>
    private static List<Article> Named(List<Article> articles, IReadOnlyList<string> paths)
    {
        var byName = paths.Where(File.Exists).ToLookup(path => Path.GetFileName(path), StringComparer.Ordinal);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < articles.Count; i++)
        {
            var id = articles[i].Id;
            if (seen.TryAdd(id, 1)) continue;
            var same = byName[id].ToList();
            if (same.Count <= seen[id]) throw new InputException($"Two articles have the id \"{id}\". Give each its own id.");
            articles[i] = articles[i] with { Id = same[seen[id]++] };
        }

        return articles;
    }
}
