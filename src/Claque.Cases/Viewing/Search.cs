using Claque.Cases.Storage;

namespace Claque.Cases.Viewing;

/// <summary>Full-text search over the posts, by an FTS5 index that holds no second copy of the texts.</summary>
internal static class Search
{
    /// <summary>True when every post is in the index.</summary>
    public static bool IsBuilt(Database database) =>
        database.Number("SELECT coalesce(searchable_to, -1) = (SELECT coalesce(max(id), 0) FROM post) FROM case_info") != 0;

    /// <summary>Takes the posts that are not yet in it into the index.</summary>
    public static void Build(Database database)
    {
        if (IsBuilt(database)) return;
        database.Together(() =>
        {
            database.Run("""
                CREATE VIRTUAL TABLE IF NOT EXISTS post_text
                USING fts5(text, content = 'post', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2')
                """);
            database.Run("""
                INSERT INTO post_text (rowid, text)
                SELECT id, text FROM post WHERE id > coalesce((SELECT searchable_to FROM case_info), 0) AND text IS NOT NULL
                """);
            database.Run("UPDATE case_info SET searchable_to = (SELECT coalesce(max(id), 0) FROM post)");
        });
    }

    /// <summary>Posts that hold every word of the query, best match first.</summary>
    public static List<long> Find(Database database, string query, int limit)
    {
        var match = Match(query);
        if (match.Length == 0) return [];
        return [.. database.Rows("SELECT rowid FROM post_text WHERE post_text MATCH ? ORDER BY rank, rowid LIMIT ?", match, limit).Select(row => row.Long(0))];
    }

    /// <summary>Posts that hold every word, by number; at most <paramref name="most"/>.</summary>
    public static IEnumerable<long> Numbers(Database database, string query, int most) => Match(query) is { Length: > 0 } match
        ? database.Rows("SELECT rowid FROM post_text WHERE post_text MATCH ?1 LIMIT ?2", match, most).Select(row => row.Long(0))
        : [];

    /// <summary>The text of a post with what the query found between two characters that no text may hold; null when it cannot be marked.</summary>
    public static string? Highlighted(Database database, string query, long post)
    {
        var match = Match(query);
        if (match.Length == 0) return null;
        var text = database.Text("SELECT text FROM post WHERE id = ?", post);
        return text.AsSpan().ContainsAny(FirstMark, LastMark)
            ? null
            : database.Rows($"SELECT highlight(post_text, 0, '{FirstMark}', '{LastMark}') FROM post_text WHERE post_text MATCH ?1 AND rowid = ?2", match, post)
                .Select(row => row.Text(0)).FirstOrDefault();
    }

    internal const char FirstMark = '\uFDD0';
    internal const char LastMark = '\uFDD1';

    /// <summary>
    /// The query in FTS5's language: every word must occur, in the Arabic or the Persian spelling of yeh and kaf. Nothing that the
    /// user types is an operator.
    /// </summary>
    internal static string Match(string query)
    {
        var words = query.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Any(char.IsLetterOrDigit))
            .Select(word => string.Join(" OR ", new[] { Spelled(word, "يىك", "ییک"), Spelled(word, "یک", "يك") }.Distinct().Select(Quoted)));
        return string.Join(" AND ", words.Select(word => $"({word})"));
    }

    private static string Quoted(string word) => '"' + word.Replace("\"", "\"\"") + '"';

    private static string Spelled(string word, string from, string to) =>
        string.Concat(word.Select(letter => from.IndexOf(letter) is >= 0 and var at ? to[at] : letter));
}
