using System.Collections.Immutable;
using Claque.Cases.Articles;
using Claque.Cases.Looking;
using Claque.Cases.Storage;
using Claque.Cases.Viewing;
using Claque.Reading;
using Claque.Rhythm;

namespace Claque.Cases;

/// <summary>Looks into a case that a page needs: one account, one post, the rows of a run. Everything reads; only what says so writes.</summary>
public sealed class CaseLook
{
    private const double UsPerS = 1e6;
    private readonly Database _database;
    private readonly PostViews _views;

    internal CaseLook(Database database, PostViews views) => (_database, _views) = (database, views);

    /// <summary>Number of posts: the cheap count, right because no post is ever removed.</summary>
    public long PostCount => _database.Number("SELECT coalesce(sum(posts_new), 0) FROM source");

    /// <summary>Number of accounts.</summary>
    public long AccountCount => _database.Number("SELECT count(*) FROM account");

    /// <summary>Changes whenever another connection has changed the file.</summary>
    public long Version => _database.OthersVersion();

    /// <summary>True when every post and every article is in the index of texts.</summary>
    public bool IsSearchable => Viewing.Search.IsBuilt(_database) && ArticleSearch.IsBuilt(_database);

    /// <summary>True when the case has the tables and the index of the workbench.</summary>
    public bool IsPrepared => Additions.Has(_database, "post_of_account");

    /// <summary>All accounts, by row id.</summary>
    public IEnumerable<AccountView> Accounts() => _database
        .Rows("SELECT id, platform, native_id, handle, name FROM account ORDER BY id")
        .Select(row => new AccountView(row.Long(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4)));

    /// <summary>True when the case has an account with this number.</summary>
    public bool HasAccount(long number) => _database.Number("SELECT count(*) FROM account WHERE id = ?", number) > 0;

    /// <summary>What the posts of an account come to. Reads each of them; fast where the case is prepared.</summary>
    public AccountFacts FactsOf(long account) => AccountCounts.Of(_database, account);

    /// <summary>Posts of an account in order of time, from a place on; fast where the case is prepared.</summary>
    /// <param name="account">Row id of the account.</param>
    /// <param name="fromUs">Earliest time, inclusive.</param>
    /// <param name="toUs">Latest time, inclusive.</param>
    /// <param name="after">Time and number of the last post that is not wanted; null to begin with the first.</param>
    /// <param name="limit">At most so many.</param>
    public ImmutableArray<PostView> PostsOf(long account, long fromUs, long toUs, (long TimeUs, long Number)? after, int limit)
    {
        var (time, number) = after ?? (fromUs, -1);
        var numbers = _database.Rows("""
            SELECT id FROM post WHERE account = ?1 AND time_us BETWEEN ?2 AND ?3 AND (time_us, id) > (?4, ?5) ORDER BY time_us, id LIMIT ?6
            """, account, Math.Max(fromUs, time), toUs, time, number, limit).Select(row => row.Long(0)).ToList();
        return [.. numbers.Select(_views.Post)];
    }

    /// <summary>The times of the last posts of an account with the step of their clocks, in order; fast where the case is prepared.</summary>
    public ImmutableArray<(long TimeUs, TimePrecision Precision)> TimesOf(long account, int most) =>
        [.. _database.Rows("SELECT time_us, precision FROM post WHERE account = ?1 ORDER BY time_us DESC LIMIT ?2", account, most).Select(row => (row.Long(0), (TimePrecision)row.Int(1))).Reverse()];

    /// <summary>The last own posts of an account that say from which client and what; fast where the case is prepared.</summary>
    public ImmutableArray<ClientPost> ClientPostsOf(long account, int most) =>
        [.. _database.Rows("SELECT client, time_us, text FROM post WHERE account = ?1 AND client <> '' AND text <> '' AND NOT is_reshare ORDER BY time_us DESC LIMIT ?2", account, most)
            .Select(row => new ClientPost(row.Text(0), row.Long(1), row.Text(2))).Reverse()];

    /// <summary>A post with all its fields; null when the case has no such post.</summary>
    public PostDetails? Details(long number) => _database.Rows("""
        SELECT post.source, sha256, reshare_of, reply_to, quote_of, client, is_reshare, time_from_id, hashtags, mentions, media
        FROM post JOIN source ON source.id = post.source WHERE post.id = ?
        """, number).Select(row => new PostDetails(
            null!, row.Int(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Long(6) != 0, row.Long(7) != 0,
            JsonList.Texts(row.Bytes(8)), JsonList.Texts(row.Bytes(9)), JsonList.Texts(row.Bytes(10)))).ToList() is [var found]
            ? found with { Post = _views.Post(number) }
            : null;

    /// <summary>Rejected rows of a file, from a place on, each with its number to go on after.</summary>
    public ImmutableArray<(long Number, RejectedRow Row)> Rejects(int source, long after, int limit) =>
        [.. _database.Rows("SELECT id, line, kind, reason, excerpt FROM reject WHERE source = ?1 AND id > ?2 ORDER BY id LIMIT ?3", source, after, limit)
            .Select(row => (row.Long(0), new RejectedRow(row.Long(1), row.Text(2), row.Text(3), row.Text(4))))];

    /// <summary>The pairs of a run, by layer and accounts.</summary>
    public IEnumerable<StoredPair> PairsOf(int run)
    {
        var tiers = new Dictionary<string, string>();
        return _database.Rows("""
            SELECT layer, a, b, weight, co_acts, posts_a, posts_b, sum_gap_us, median_gap_us, a_first, b_first, p, q, tier
            FROM run_pair WHERE run = ? ORDER BY layer, a, b
            """, run).Select(row => new StoredPair(
                row.Int(0) - 1, row.Int(1), row.Int(2), row.Int(3), row.Long(4), row.Int(5), row.Int(6), row.Long(7) / UsPerS / row.Long(4),
                row.Double(8) / UsPerS, row.Long(9), row.Long(10), row.DoubleOrNull(11), row.DoubleOrNull(12), Shared(row.Text(13))));

        string Shared(string tier) => tiers.TryGetValue(tier, out var known) ? known : tiers[tier] = tier;
    }

    /// <summary>Number of groups over all behaviours that a run found.</summary>
    public int GroupCount(int run) => (int)_database.Number("SELECT count(*) FROM run_group WHERE run = ? AND behaviour = ''", run);

    /// <summary>The exhibits of a run, by accounts.</summary>
    public IEnumerable<StoredCoAct> CoActsOf(int run) => _database.Rows("""
        SELECT a, b, object, post_a, post_b, post.time_us, gap_us FROM run_coact JOIN post ON post.id = post_a WHERE run = ? ORDER BY a, b, number
        """, run).Select(row => new StoredCoAct(
            row.Int(0), row.Int(1), row.Long(2), row.Long(3), row.Long(4), row.Long(5), row.Long(5) + row.Long(6)));

    /// <summary>The objects of a run.</summary>
    public IEnumerable<StoredObject> ObjectsOf(int run) => _database
        .Rows("SELECT id, behaviour, name FROM run_object WHERE run = ? ORDER BY id", run)
        .Select(row => new StoredObject(row.Long(0), row.Text(1), row.Text(2)));

    /// <summary>All posts as columns. Reads every post once; 14 bytes of memory each.</summary>
    public PostTable Columns() => ColumnReader.Read(_database);

    /// <summary>How good the data are. Reads every post once.</summary>
    public DataHealth Health() => Looking.Health.Of(_database);

    /// <summary>Numbers of the posts that hold every word of the query, ascending; at most <paramref name="most"/>. The index must be there.</summary>
    public IEnumerable<long> Find(string query, int most) => Viewing.Search.Numbers(_database, query, most);

    /// <summary>The same, best match first: for rare words, because every match is looked at.</summary>
    public IReadOnlyList<long> FindBest(string query, int most) => Viewing.Search.Find(_database, query, most);

    /// <summary>The text of a post with the words that a query found between U+FDD0 and U+FDD1; null when it has no text or holds these characters.</summary>
    public string? Highlighted(string query, long post) => Viewing.Search.Highlighted(_database, query, post);

    /// <summary>Numbers of the articles that hold every word of the query in headline or text, best match first. The index must be there.</summary>
    public IReadOnlyList<int> FindArticles(string query) => ArticleSearch.Find(_database, query);

    /// <summary>The text of an article with the words that a query found between U+FDD0 and U+FDD1; null when it holds these characters.</summary>
    public string? HighlightedArticle(string query, int article) => ArticleSearch.Highlighted(_database, query, article);

    /// <summary>What was counted earlier and is still right, as JSON; null when it must be counted.</summary>
    public string? Summary(string name) => !Additions.Has(_database, "summary")
        ? null
        : _database.Rows("SELECT value FROM summary WHERE name = ? AND posts_to = (SELECT coalesce(max(id), 0) FROM post)", name)
            .Select(row => row.Text(0)).FirstOrDefault();

    /// <summary>Places of the accounts of a run in the picture of its network; none when they have not been worked out.</summary>
    public ImmutableArray<AccountPlace> PlacesOf(int run) => !Additions.Has(_database, "run_place")
        ? []
        : [.. _database.Rows("SELECT account, x, y FROM run_place WHERE run = ? ORDER BY account", run)
            .Select(row => new AccountPlace(row.Int(0), (float)row.Double(1), (float)row.Double(2)))];

    /// <summary>The draft of the report, as JSON; null when there is none.</summary>
    public string? Draft() => !Additions.Has(_database, "report_draft")
        ? null
        : _database.Rows("SELECT draft FROM report_draft").Select(row => row.Text(0)).FirstOrDefault();

    /// <summary>Number of articles.</summary>
    public int ArticleCount => (int)ArticleStore.Count(_database);

    /// <summary>How many posts link to an article, by number of the article; articles without any are not there.</summary>
    public IReadOnlyDictionary<int, long> LinksToArticles() => ArticleStore.LinksTo(_database);

    /// <summary>Posts that link to an article, by number.</summary>
    public ImmutableArray<PostView> PostsLinkingTo(int article, int most) => [.. ArticleStore.Linking(_database, article, most).Select(_views.Post)];

    /// <summary>Number of articles of a file.</summary>
    public int ArticlesOf(int source) => ArticleStore.CountOf(_database, source);

    /// <summary>The file that an article came in; 0 when the case has no such article.</summary>
    public int SourceOfArticle(int article) => ArticleStore.SourceOf(_database, article);

    /// <summary>A study that the workbench keeps; null when it was never made.</summary>
    public StudyView? Study(string name) => Studies.Find(_database, name);

    /// <summary>A part of a study, as JSON; null when there is none such.</summary>
    public string? StudyPart(string name, string key) => Studies.Part(_database, name, key);

    /// <summary>Writes: keeps a study with its parts in the place of an earlier one of its name, all of it or nothing.</summary>
    public void KeepStudy(StudyView study, IEnumerable<KeyValuePair<string, string>> parts)
    {
        Additions.Make(_database);
        Studies.Keep(_database, study, parts);
    }

    /// <summary>Writes: makes the tables and the index of the workbench and of the texts, where they are missing or behind.</summary>
    /// <exception cref="OperationCanceledException">It was stopped; what was begun is taken back.</exception>
    public void Prepare(CancellationToken stop = default) => _database.Stoppable(() =>
    {
        Additions.Make(_database);
        Viewing.Search.Build(_database);
        ArticleSearch.Build(_database);
    }, stop);

    /// <summary>Writes: keeps what was counted over all posts there are now.</summary>
    public void KeepSummary(string name, string json)
    {
        Additions.Make(_database);
        _database.Together(() => _database.Run("""
            INSERT INTO summary (name, posts_to, value) VALUES (?1, (SELECT coalesce(max(id), 0) FROM post), ?2)
            ON CONFLICT (name) DO UPDATE SET posts_to = excluded.posts_to, value = excluded.value
            """, name, json));
    }

    /// <summary>Writes: keeps the places of the accounts of a run.</summary>
    public void KeepPlaces(int run, IEnumerable<AccountPlace> places)
    {
        Additions.Make(_database);
        _database.Together(() =>
        {
            _database.Run("DELETE FROM run_place WHERE run = ?", run);
            using var insert = _database.Prepare("INSERT INTO run_place VALUES (?1, ?2, ?3, ?4)");
            insert.Bind(1, run);
            foreach (var place in places) insert.Bind(2, (long)place.Account).Bind(3, (double?)place.X).Bind(4, (double?)place.Y).Run();
        });
    }

    /// <summary>Writes: keeps the draft of the report.</summary>
    public void KeepDraft(string json)
    {
        Additions.Make(_database);
        _database.Together(() => _database.Run(
            "INSERT INTO report_draft VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET draft = excluded.draft", json));
    }
}
