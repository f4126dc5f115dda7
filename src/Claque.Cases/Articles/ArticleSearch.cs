using Claque.Cases.Storage;
using Claque.Cases.Viewing;

namespace Claque.Cases.Articles;

/// <summary>Full-text search over the articles, headline and text, by an FTS5 index that holds no second copy of them.</summary>
internal static class ArticleSearch
{
    private const string Index = "article_text";

    /// <summary>True when every article is in the index.</summary>
    public static bool IsBuilt(Database database) => ArticleStore.Count(database) == 0 || (Additions.Has(database, Index)
        && database.Number("SELECT coalesce((SELECT max(id) FROM article_text_docsize), 0) = (SELECT max(id) FROM article)") != 0);

    /// <summary>Takes the articles that are not yet in it into the index.</summary>
    public static void Build(Database database)
    {
        if (IsBuilt(database)) return;
        database.Together(() =>
        {
            database.Run("""
                CREATE VIRTUAL TABLE IF NOT EXISTS article_text
                USING fts5(title, text, content = 'article', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2')
                """);
            database.Run("""
                INSERT INTO article_text (rowid, title, text)
                SELECT id, title, text FROM article WHERE id > coalesce((SELECT max(id) FROM article_text_docsize), 0)
                """);
        });
    }

    /// <summary>Numbers of the articles that hold every word of the query in headline or text, best match first.</summary>
    public static List<int> Find(Database database, string query) => Search.Match(query) is { Length: > 0 } match && Additions.Has(database, Index)
        ? [.. database.Rows("SELECT rowid FROM article_text WHERE article_text MATCH ?1 ORDER BY rank, rowid", match).Select(row => row.Int(0))]
        : [];

    /// <summary>The text of an article with what the query found between two characters that no text may hold; null when it cannot be marked.</summary>
    public static string? Highlighted(Database database, string query, int article)
    {
        var match = Search.Match(query);
        if (match.Length == 0 || database.Text("SELECT text FROM article WHERE id = ?", article).AsSpan().ContainsAny(Search.FirstMark, Search.LastMark)) return null;
        return database.Rows($"SELECT highlight(article_text, 1, '{Search.FirstMark}', '{Search.LastMark}') FROM article_text WHERE article_text MATCH ?1 AND rowid = ?2", match, article)
            .Select(row => row.Text(0)).FirstOrDefault();
    }
}
