using Claque.Articles.Files;
using Claque.Articles.Lines;
using Claque.Reading;

namespace Claque.Articles;

/// <summary>Reads articles from files: saved pages (HTML or MHTML), web archives, feeds, plain texts, JSON lines and tables; packed with gzip or not.</summary>
public static class ArticleFiles
{
    private static readonly string[] Extensions =
        [".html", ".htm", ".xhtml", ".mhtml", ".mht", ".warc", ".xml", ".rss", ".atom", ".rdf", ".txt", ".text", ".md", ".json", ".jsonl", ".ndjson", ".csv", ".tsv"];

    /// <summary>The articles of a file or of all files below a folder, in order. Records that are no articles are passed over.</summary>
    /// <param name="path">The file or folder.</param>
    /// <exception cref="InputException">No such file, it cannot be read as articles, or it holds none.</exception>
    public static IReadOnlyList<Article> Read(string path) => Read([path]);

    /// <summary>The articles of files and folders, in the order given, with lines learned that one host prints on all its pages.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="options">How to read.</param>
    /// <param name="rejected">Told of every record, and of every file of a folder, that was passed over.</param>
    /// <exception cref="InputException">A file is missing, cannot be read as articles, or holds none; or no file of a folder does.</exception>
    public static IReadOnlyList<Article> Read(IEnumerable<string> paths, ArticleOptions? options = null, Action<ArticleReject>? rejected = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        options ??= new ArticleOptions();
        var articles = new List<Article>();
        foreach (var path in paths)
        {
            var files = Files(path);
            var readings = files.Select(file => files.Count > 1 ? ReadOrReject(file.Path, file.Name, options) : ReadFile(file.Path, file.Name, options)).ToList();
            if (readings.TrueForAll(reading => reading.Articles.IsEmpty) && readings.SelectMany(reading => reading.Rejects).FirstOrDefault() is { } reject) throw new InputException(reject.Reason);
            foreach (var passedOver in readings.SelectMany(reading => reading.Rejects)) rejected?.Invoke(passedOver);
            articles.AddRange(readings.SelectMany(reading => reading.Articles));
        }

        return SiteTemplates.Learn(articles, options.Phrases);
    }

    /// <summary>What a file among others holds; an empty or broken one is passed over with the reason, and the others are read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">What ids and messages call it.</param>
    /// <param name="options">How to read.</param>
    public static ArticleReading ReadOrReject(string path, string name, ArticleOptions options)
    {
        try
        {
            return ReadFile(path, name, options);
        }
        catch (InputException e)
        {
            return new ArticleReading("none", [], [new ArticleReject(1, "not an article", e.Message)]);
        }
    }

    /// <summary>The files of a path with the name to call each by: a file itself, or all below a folder that may hold articles, by name.</summary>
    /// <exception cref="InputException">There is no such file or folder, or the folder has no such file.</exception>
    public static IReadOnlyList<(string Path, string Name)> Files(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (File.Exists(path)) return [(path, Path.GetFileName(path))];
        if (!Directory.Exists(path)) throw new InputException($"There is no file {path}.");
        var files = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(IsArticleFile)
            .Select(file => (file, Path.GetRelativePath(path, file).Replace('\\', '/')))
            .OrderBy(file => file.Item2, StringComparer.Ordinal)
            .ToList();
        return files.Count > 0 ? files : throw new InputException($"{path} is a folder. Name the files in it.");
    }

    /// <summary>What a file holds.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">What ids and messages call it.</param>
    /// <param name="options">How to read.</param>
    /// <exception cref="InputException">It cannot be read as articles.</exception>
    public static ArticleReading ReadFile(string path, string name, ArticleOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            using var bytes = ArticleBytes.Open(path, name, options);
            return bytes.Kind switch
            {
                ArticleFileKind.Warc => WarcFile.Read(bytes, options),
                ArticleFileKind.Feed => FeedFile.Read(bytes, options),
                ArticleFileKind.Html => HtmlFile.Read(bytes, options),
                ArticleFileKind.Mhtml => MhtmlFile.Read(bytes, options),
                ArticleFileKind.JsonLines => JsonLinesFile.Read(bytes, options),
                ArticleFileKind.Table => TableFile.Read(path, name, options),
                _ => TextFile.Read(bytes, options),
            };
        }
        catch (InvalidDataException)
        {
            throw new InputException($"{name}: the file is packed with gzip and damaged; it cannot be unpacked.");
        }
    }

    /// <summary>
    /// True when a file holds articles rather than posts: pages, archives, feeds and texts do; tables and JSON lines by their columns.
    /// </summary>
    public static bool HoldsArticles(string path, ArticleOptions? options = null)
    {
        if (Directory.Exists(path)) return true;
        try
        {
            return File.Exists(path) && new FileInfo(path).Length > 0 && Holds(path, options);
        }
        catch (Exception e) when (e is InvalidDataException or InputException)
        {
            return false;
        }
    }

    private static bool Holds(string path, ArticleOptions? options)
    {
        using var bytes = ArticleBytes.Open(path, Path.GetFileName(path), options ?? new ArticleOptions());
        return bytes.Kind switch
        {
            ArticleFileKind.Warc or ArticleFileKind.Feed or ArticleFileKind.Html or ArticleFileKind.Mhtml => true,
            ArticleFileKind.Text => path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) && new FileInfo(path).Length < 16 << 20 && !LooksLikeTable(bytes),
            ArticleFileKind.Table => TableFile.Is(path, Path.GetFileName(path)),
            _ => JsonLinesFile.IsArticles(bytes),
        };
    }

    // Tables are saved as .txt too: many tabs or semicolons in the first line.
    private static bool LooksLikeTable(ArticleBytes bytes)
    {
        var first = bytes.Sample;
        var line = first[..(first.IndexOf((byte)'\n') is var end and >= 0 ? end : first.Length)];
        return line.Count((byte)'\t') >= 2 || line.Count((byte)';') >= 2 || (line.Count((byte)',') >= 2 && !line.Contains((byte)' ')) || first.TrimStart(" \r\n"u8) is [(byte)'{' or (byte)'[', ..];
    }

    private static bool IsArticleFile(string path)
    {
        var name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        return Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);
    }
}
