using System.Collections.Immutable;
using System.Text;
using Claque.Articles;
using Claque.Articles.Lines;
using Claque.Cases.Storage;
using Claque.Reading;
using Claque.Text;
using Claque.Text.Prose;

namespace Claque.Cases.Articles;

/// <summary>Writes articles into a case and reads them back.</summary>
internal static class ArticleStore
{
    /// <summary>True when the case has the tables of articles.</summary>
    public static bool IsThere(Database database) => database.Number("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'article'") > 0;

    /// <summary>Number of articles.</summary>
    public static long Count(Database database) => IsThere(database) ? database.Number("SELECT count(*) FROM article") : 0;

    /// <summary>Articles to which posts of the case link, and those posts.</summary>
    public static (long Articles, long Posts) Linked(Database database) => !IsThere(database) ? (0, 0) :
        (database.Number("SELECT count(DISTINCT article) FROM article_post"), database.Number("SELECT count(DISTINCT post) FROM article_post"));

    /// <summary>How many posts link to each article that any links to.</summary>
    public static Dictionary<int, long> LinksTo(Database database) => !IsThere(database) ? [] :
        database.Rows("SELECT article, count(*) FROM article_post GROUP BY article").ToDictionary(row => row.Int(0), row => row.Long(1));

    /// <summary>Numbers of the posts that link to an article.</summary>
    public static List<long> Linking(Database database, int article, int most) => !IsThere(database) ? [] :
        [.. database.Rows("SELECT post FROM article_post WHERE article = ?1 ORDER BY post LIMIT ?2", article, most).Select(row => row.Long(0))];

    /// <summary>Number of articles of a file.</summary>
    public static int CountOf(Database database, int source) => !IsThere(database) ? 0 : (int)database.Number("SELECT count(*) FROM article WHERE source = ?", source);

    /// <summary>The file of an article; 0 when there is no such article.</summary>
    public static int SourceOf(Database database, int article) => !IsThere(database) ? 0 : (int)database.Number("SELECT source FROM article WHERE id = ?", article);

    /// <summary>Makes the tables of articles where they are missing.</summary>
    public static void MakeTables(Database database)
    {
        using var stream = typeof(ArticleStore).Assembly.GetManifestResourceStream("articles.sql")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        database.Script(reader.ReadToEnd());
    }

    /// <summary>Takes articles into the case, all of the file or nothing.</summary>
    public static ArticleReceipt Import(Database database, ArticlesToImport input, DateTimeOffset now)
    {
        database.PrepareToWrite();
        if (database.Number("SELECT count(*) FROM source WHERE sha256 = ? AND state = 'complete'", input.Sha256) > 0)
            return new ArticleReceipt(input.FileName, input.Reading.Format, input.Sha256, true, 0, 0, 0, []);
        var (added, known) = (0, 0);
        ImmutableArray<string> notes = [.. input.Reading.Articles.SelectMany(article => article.Notes.Select(note => $"{article.Id}: {note}")).Take(100)];
        database.Together(() =>
        {
            MakeTables(database);
            var source = database.Number("SELECT coalesce(max(id), 0) + 1 FROM source");
            database.Run("""
                INSERT INTO source (id, file_name, sha256, bytes, format, mapping, imported_utc, state, rows_rejected, notes) VALUES (?1, ?2, ?3, ?4, ?5, '', ?6, 'complete', ?7, ?8)
                """, source, input.FileName, input.Sha256, input.Bytes, "articles: " + input.Reading.Format, Iso.Of(now), input.Reading.Rejects.Length, JsonList.Of(notes));
            foreach (var reject in input.Reading.Rejects)
                database.Run("INSERT INTO reject (source, line, kind, reason, excerpt) VALUES (?1, ?2, ?3, ?4, '')", source, reject.Line, reject.Kind, reject.Reason);
            var number = 0;
            foreach (var article in input.Reading.Articles)
            {
                if (Write(database, article, source, ++number)) added++;
                else known++;
            }
        });
        return new ArticleReceipt(input.FileName, input.Reading.Format, input.Sha256, false, added, known, input.Reading.Rejects.Length, notes);
    }

    private static bool Write(Database database, Article article, long source, int number)
    {
        if (FreeName(database, article) is not { } name) return false;
        database.Run("""
            INSERT INTO article (source, number, name, url, canonical, outlet, byline, title, language, published_us, precision, text, file, notes)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
            """, source, number, name, article.Url, Canonical(article), article.Outlet, article.Byline, article.Title, article.Language,
            article.Published is { } at ? (at - DateTimeOffset.UnixEpoch).Ticks / 10 : null, (long)article.PublishedPrecision, article.Text, article.File, JsonList.Of(article.Notes));
        WriteParts(database, database.LastRowId, article);
        return true;
    }

    private static void WriteParts(Database database, long id, Article article)
    {
        using var block = database.Prepare("INSERT INTO article_block (article, number, class, reason, start, \"end\") VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        var number = 0;
        foreach (var part in ArticleText.BlocksOf(article))
            block.Bind(1, id).Bind(2, (long)++number).Bind(3, part.Class.Word).Bind(4, part.Reason).Bind(5, (long)part.Span.Start).Bind(6, (long)part.Span.End).Run();
        number = 0;
        foreach (var fact in article.Facts)
            database.Run("INSERT INTO article_fact (article, number, kind, value, stated, rule, confidence, start, \"end\") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                id, ++number, fact.Kind.Word, fact.Value, fact.Stated, fact.Rule, fact.Confidence, (long?)fact.Span?.Start, (long?)fact.Span?.End);
    }

    /// <summary>The name under which an article is kept; null when the case has the same text under it.</summary>
    private static string? FreeName(Database database, Article article)
    {
        for (var n = 1; ; n++)
        {
            var name = n == 1 ? article.Id : $"{article.Id} ({n})";
            if (database.Number("SELECT count(*) FROM article WHERE name = ?", name) == 0) return name;
            if (database.Text("SELECT text FROM article WHERE name = ?", name) == article.Text) return null;
        }
    }

    private static string? Canonical(Article article)
    {
        var address = article.Facts.FirstOrDefault(fact => fact.Kind == FactKind.Canonical)?.Value ?? article.Url;
        return address is null ? null : UrlCanon.Canonical(address)?.Link;
    }

    /// <summary>Finds the posts that link to the articles. Looks at every post with links once.</summary>
    public static void JoinPosts(Database database)
    {
        if (Count(database) == 0) return;
        var articles = new Dictionary<string, List<long>>(StringComparer.Ordinal);
        foreach (var row in database.Rows("SELECT id, canonical, url FROM article"))
            foreach (var address in new[] { row.Text(1), UrlCanon.Canonical(row.Text(2))?.Link ?? "" }.Distinct().Where(address => address.Length > 0))
            {
                if (!articles.TryGetValue(address, out var list)) articles[address] = list = [];
                list.Add(row.Long(0));
            }

        database.Together(() =>
        {
            database.Run("DELETE FROM article_post");
            using var insert = database.Prepare("INSERT OR IGNORE INTO article_post (article, post) VALUES (?1, ?2)");
            foreach (var row in database.Rows("SELECT id, links FROM post WHERE links IS NOT NULL AND links <> '[]'"))
                foreach (var link in JsonList.Texts(row.Bytes(1)))
                    if (UrlCanon.Canonical(link) is var (canonical, _) && articles.TryGetValue(canonical, out var found))
                        foreach (var article in found) insert.Bind(1, article).Bind(2, row.Long(0)).Run();
        });
    }

    /// <summary>The articles in the order in which they came, with lines learned that one host prints on all its pages.</summary>
    public static IReadOnlyList<Article> All(Database database)
    {
        if (!IsThere(database)) return [];
        var blocks = Blocks(database);
        var facts = Facts(database);
        var articles = new List<Article>();
        foreach (var row in database.Rows("SELECT id, name, url, outlet, byline, title, language, published_us, precision, text, file, notes FROM article ORDER BY id"))
            articles.Add(new Article
            {
                Id = row.Text(1),
                Url = Maybe(row, 2),
                Outlet = Maybe(row, 3),
                Byline = Maybe(row, 4),
                Title = Maybe(row, 5),
                Language = Maybe(row, 6),
                Published = row.LongOrNull(7) is { } us ? DateTimeOffset.UnixEpoch.AddTicks(us * 10) : null,
                PublishedPrecision = (TimePrecision)row.Int(8),
                Text = row.Text(9),
                File = row.Text(10),
                Notes = JsonList.Texts(row.Bytes(11)),
                Blocks = [.. blocks[row.Long(0)]],
                Facts = [.. facts[row.Long(0)]],
            });
        return SiteTemplates.Learn(articles);
    }

    private static ILookup<long, ArticleBlock> Blocks(Database database) => database
        .Rows("SELECT article, class, reason, start, \"end\" FROM article_block ORDER BY article, number")
        .Select(row => (Article: row.Long(0), Block: new ArticleBlock(BlockClasses.Of(row.Text(1)) ?? BlockClass.Site, row.Text(2), new TextSpan(row.Int(3), row.Int(4)))))
        .ToLookup(x => x.Article, x => x.Block);

    private static ILookup<long, ArticleFact> Facts(Database database) => database
        .Rows("SELECT article, kind, value, stated, rule, confidence, start, \"end\" FROM article_fact ORDER BY article, number")
        .Where(row => FactKinds.Of(row.Text(1)) is not null)
        .Select(row => (Article: row.Long(0), Fact: new ArticleFact(FactKinds.Of(row.Text(1))!.Value, row.Text(2), row.Long(3) != 0, row.Text(4), row.Double(5), row.IsNull(6) ? null : new TextSpan(row.Int(6), row.Int(7)))))
        .ToLookup(x => x.Article, x => x.Fact);

    private static string? Maybe(Statement row, int column) => row.IsNull(column) ? null : row.Text(column);
}
