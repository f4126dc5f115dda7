using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Claque.Articles;
using Claque.Cases.Articles;
using Claque.Cases.Deciding;
using Claque.Cases.Encoded;
using Claque.Cases.Importing;
using Claque.Cases.Runs;
using Claque.Cases.Storage;
using Claque.Cases.Viewing;
using Claque.Reading;
using Claque.Statements.Names;
using Claque.Tracing;

namespace Claque.Cases;

/// <summary>Everything of one investigation in one file: its posts with where they came from, and what runs found in them.</summary>
/// <remarks>
/// An SQLite 3 database; <c>schema.sql</c> documents it. Closed, it is one file. For one thread at a time; several processes may
/// read a case while one writes it.
/// </remarks>
public sealed class CaseFile : IDisposable
{
    private const long ApplicationId = 0x436C7165;
    private const long FormatVersion = 1;
    private readonly Database _database;
    private readonly PostViews _views;
    private readonly RunReader _runs;

    private CaseFile(Database database)
    {
        _database = database;
        _views = new PostViews(database);
        _runs = new RunReader(database, _views);
    }

    /// <summary>What the case says about itself.</summary>
    public CaseView Info => _database
        .Rows("SELECT question, created_utc, claque_version, pseudonymise FROM case_info")
        .Select(row => new CaseView(_database.Path, row.Text(0), Iso.Moment(row.Text(1)), row.Text(2), row.Long(3) != 0))
        .First();

    /// <summary>Pseudonyms by the key of this case.</summary>
    public Pseudonyms Pseudonyms => new(_database.Rows("SELECT pseudonym_key FROM case_info").Select(row => row.Bytes(0).ToArray()).First());

    /// <summary>Makes a new, empty case.</summary>
    /// <param name="path">Where; by custom it ends in <c>.claque</c>.</param>
    /// <param name="question">What the investigator wants to know; may be empty.</param>
    /// <param name="now">The time to write into it.</param>
    /// <param name="claqueVersion">The version to write into it.</param>
    /// <exception cref="InputException">A file of this name exists, or the place cannot be written.</exception>
    public static CaseFile Create(string path, string question, DateTimeOffset now, string claqueVersion)
    {
        if (Directory.Exists(path)) throw new InputException($"{path} is a folder. Give the name of a file, such as {Path.Combine(path, "my.claque")}.");
        if (File.Exists(path) && new FileInfo(path).Length > 0)
            throw new InputException($"{path} exists already. Open it, or give the new case another name.");
        var database = Database.Open(path, readOnly: false, create: true);
        try
        {
            database.Script(Schema());
            ArticleStore.MakeTables(database);
            database.Run(
                "INSERT INTO case_info (id, question, created_utc, claque_version, pseudonym_key) VALUES (1, ?1, ?2, ?3, ?4)",
                question, Iso.Of(now), claqueVersion, RandomNumberGenerator.GetBytes(32));
            return new CaseFile(database);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Opens a case for reading and writing.</summary>
    /// <exception cref="InputException">It is missing, not a case, made by a newer version, or in use.</exception>
    public static CaseFile Open(string path) => Open(path, readOnly: false);

    /// <summary>Opens a case for reading; its bytes stay as they are.</summary>
    /// <exception cref="InputException">It is missing, not a case, made by a newer version, or in use.</exception>
    public static CaseFile OpenReadOnly(string path) => Open(path, readOnly: true);

    /// <summary>Sets whether exports and reports replace handles unless told otherwise.</summary>
    public void SetPseudonymise(bool pseudonymise) =>
        _database.Together(() => _database.Run("UPDATE case_info SET pseudonymise = ?", pseudonymise));

    /// <summary>The case in figures. Reads every post once.</summary>
    public CaseFigures Figures() => _database.InOneMoment(() => Overview.Figures(_database));

    /// <summary>The imported files, in order of import.</summary>
    public ImmutableArray<SourceView> Sources() => Overview.Sources(_database);

    /// <summary>The rows of a file that could not be used, in the order of the file.</summary>
    public IEnumerable<RejectedRow> Rejects(int source) => Overview.Rejects(_database, source);

    /// <summary>Takes the posts of a file into the case.</summary>
    /// <remarks>
    /// A post that the case has is not stored again; links, mentions, media and objects it did not have are added to it. A file that
    /// the case has completely changes nothing. Stopped or killed anywhere, the case keeps what was committed, and importing the
    /// same file again goes on there and ends with the same content.
    /// </remarks>
    /// <exception cref="InputException">
    /// The file cannot be read to its end: what could be read is in the case, and the file is marked as incomplete with the reason.
    /// Or: the case has the file, read in another way. Or: the case cannot be written.
    /// </exception>
    /// <exception cref="OperationCanceledException">Stopped; what was read is in the case.</exception>
    public ImportReceipt Import(ImportInput input, IProgress<StageProgress>? progress, DateTimeOffset now, CancellationToken stop) =>
        Import(input, progress, now, PostImport.RowsPerBatch, stop);

    /// <summary>The posts, each once, in the order in which they came into the case. Keys are row ids; handles and names are the last seen.</summary>
    /// <remarks>A case of many posts keeps what was made of them, and the next look at them starts from there (<see cref="IKeepsCorpus"/>).</remarks>
    public IPostSource Posts() => PostsKeptFrom(KeptCorpus.Fewest);

    /// <summary>Keeps a run; gives its number.</summary>
    /// <exception cref="ArgumentException">The run was not made from the posts of this case.</exception>
    public int SaveRun(RunToStore run) => new RunWriter(_database, run).Write();

    /// <summary>The runs kept, oldest first.</summary>
    public ImmutableArray<RunView> Runs() => _runs.Runs();

    /// <summary>The run made last.</summary>
    /// <exception cref="InputException">No run has been made.</exception>
    public RunView LatestRun() => Runs() is [.., var last]
        ? last
        : throw new InputException($"The case {_database.Path} has no run yet. Run 'claque detect {_database.Path}' first.");

    /// <summary>Pairs of a run, streamed: of all layers, or of one behaviour, or at one window.</summary>
    /// <param name="run">Number of the run.</param>
    /// <param name="behaviour">Only this behaviour; null for all.</param>
    /// <param name="windowS">Only this window, seconds; null for all.</param>
    /// <param name="order">The order.</param>
    public IEnumerable<PairView> Pairs(int run, string? behaviour = null, double? windowS = null, PairOrder order = PairOrder.Weight) =>
        _runs.Pairs(run, behaviour, windowS, order);

    /// <summary>Groups of a run: of one behaviour, or, for an empty name, over all behaviours.</summary>
    public ImmutableArray<GroupView> Groups(int run, string behaviour = "") => _runs.Groups(run, behaviour);

    /// <summary>How the groups over all behaviours of a run fare under other settings, by group; empty when the run did not look at that.</summary>
    public ImmutableArray<SensitivityView> Sensitivity(int run) => Claque.Cases.Runs.Additions.Sensitivity(_database, run);

    /// <summary>The accounts of a run whose acting together is explained, by number, with the label that says by what.</summary>
    public ImmutableDictionary<long, string> Explained(int run) => Claque.Cases.Runs.Additions.Explained(_database, run);

    /// <summary>The accounts of a run that are worth a look and that nothing names, in the order in which they are shown.</summary>
    public ImmutableArray<SurfacedView> Surfaced(int run) => Claque.Cases.Runs.Additions.Surfaced(_database, run, _views.Account);

    /// <summary>Keeps an audit; gives its number.</summary>
    public int SaveAudit(AuditToStore audit) => Claque.Cases.Runs.Additions.WriteAudit(_database, audit);

    /// <summary>The audits kept, oldest first.</summary>
    public ImmutableArray<AuditView> Audits() => Claque.Cases.Runs.Additions.Audits(_database);

    /// <summary>
    /// Why two accounts count as together: their posts side by side, over all behaviours, as many different objects as fit into
    /// <paramref name="limit"/>. The account with the smaller number is A.
    /// </summary>
    public ImmutableArray<ExhibitView> Exhibits(int run, long accountA, long accountB, int limit) => _runs.Exhibits(run, accountA, accountB, limit);

    /// <summary>Why a group counts as together, over all its pairs; of its behaviour, or of all for a group over all behaviours.</summary>
    public ImmutableArray<ExhibitView> ExhibitsOfGroup(int run, string behaviour, int number, int limit) =>
        _runs.ExhibitsOfGroup(run, behaviour, number, limit);

    /// <summary>The acts of a group that are part of its co-acts, in order of time.</summary>
    public IEnumerable<TimelinePoint> Timeline(int run, string behaviour, int number) => _runs.Timeline(run, behaviour, number);

    /// <summary>A post by its row id.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The case has no such post.</exception>
    public PostView Post(long number) => _views.Post(number);

    /// <summary>An account by its row id.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The case has no such account.</exception>
    public AccountView Account(long number) => _views.Account(number);

    /// <summary>The account that somebody means by an id, a handle or an earlier handle; null when the case has none such.</summary>
    /// <exception cref="InputException">Several accounts answer to it.</exception>
    public long? AccountByLabel(string idOrHandle) => _views.Find(idOrHandle);

    /// <summary>Makes the texts searchable, or takes the posts imported since then into the index.</summary>
    public void BuildSearch() => Viewing.Search.Build(_database);

    /// <summary>Posts that hold every word of the query, best match first. Builds the index when it must.</summary>
    /// <exception cref="InputException">The case was opened for reading and its index is not up to date.</exception>
    public ImmutableArray<PostView> Search(string query, int limit)
    {
        if (!Viewing.Search.IsBuilt(_database))
        {
            if (_database.IsReadOnly) throw new InputException($"The texts of {_database.Path} are not indexed, and it was opened for reading only. Open it for writing once.");
            BuildSearch();
        }

        return [.. Viewing.Search.Find(_database, query, limit).Select(_views.Post)];
    }

    /// <summary>Takes the articles of a file into the case: all of it or nothing. A file that the case has changes nothing; an article it has is not stored again.</summary>
    /// <exception cref="InputException">The case cannot be written.</exception>
    public ArticleReceipt ImportArticles(ArticlesToImport input, DateTimeOffset now) => ArticleStore.Import(_database, input, now);

    /// <summary>Finds the posts that link to the articles of the case, by canonical address. After imports of either.</summary>
    public void JoinArticlesToPosts() => ArticleStore.JoinPosts(_database);

    /// <summary>The articles in the order in which they came into the case.</summary>
    public IReadOnlyList<Article> Articles() => ArticleStore.All(_database);

    /// <summary>Number of articles.</summary>
    public long ArticleCount() => ArticleStore.Count(_database);

    /// <summary>Articles to which posts of the case link, and the number of those posts.</summary>
    public (long Articles, long Posts) ArticlesLinked() => ArticleStore.Linked(_database);
    /// <summary>Looks at single accounts, posts and rows, as pages need them.</summary>
    public CaseLook Look => field ??= new CaseLook(_database, _views);

    /// <summary>The decisions made about groups, oldest first.</summary>
    public ImmutableArray<DecisionView> Decisions() => DecisionLog.All(_database);

    /// <summary>Adds a decision to the log.</summary>
    /// <exception cref="InputException">It cannot be made: a dismissal without a reason, an empty note, a note that is not there.</exception>
    public DecisionView Decide(DecisionToMake decision, DateTimeOffset now) => DecisionLog.Add(_database, decision, now);

    /// <summary>Takes a decision back, by a further line of the log.</summary>
    /// <exception cref="InputException">There is no such decision, or it was taken back already.</exception>
    public DecisionView Undo(int decision, DateTimeOffset now) => DecisionLog.Undo(_database, decision, now);

    /// <summary>The exhibit of this key in a run; null when the run has none such.</summary>
    /// <param name="run">Number of the run.</param>
    /// <param name="key">As <see cref="ExhibitView.Key"/> gives it.</param>
    public ExhibitView? Exhibit(int run, string key) => _runs.Exhibit(run, key);

    /// <summary>What users of the case said about names.</summary>
    public NameCorrections NameCorrections() => NameStore.All(_database);

    /// <summary>Keeps what a user says about names; a pair said before gets the new word.</summary>
    /// <exception cref="InputException">The case cannot be written.</exception>
    public void KeepNames(NameCorrections corrections) => NameStore.Keep(_database, corrections);

    /// <summary>Closes the case; what is left is one file.</summary>
    public void Dispose() => _database.Dispose();

    /// <summary>As <see cref="Posts()"/>, with another number of posts from which on their columns are kept.</summary>
    internal IPostSource PostsKeptFrom(long fewestKept) => new CasePosts(_database, fewestKept);

    /// <summary>As <see cref="Import(ImportInput, IProgress{StageProgress}?, DateTimeOffset, CancellationToken)"/>, with batches of another size.</summary>
    internal ImportReceipt Import(ImportInput input, IProgress<StageProgress>? progress, DateTimeOffset now, int rowsPerBatch, CancellationToken stop)
    {
        using var import = new PostImport(_database, input, now, rowsPerBatch);
        var (done, wasComplete) = (import.Source.RowsDone, import.Source.State == "complete");
        if (!wasComplete) import.Run(progress, stop);
        _views.Clear();
        var source = Sources().First(source => source.Sha256 == input.Sha256);
        return new ImportReceipt(source, wasComplete, done, import.Source.RowsAdding, source.Notes);
    }

    private static CaseFile Open(string path, bool readOnly)
    {
        if (!File.Exists(path)) throw new InputException($"There is no case {path}. Check the path, or make the case with 'claque import'.");
        if (new FileInfo(path).Length == 0) throw new InputException($"{path} is not a case: it is empty. Give a file made by 'claque import', or delete this one.");
        var database = Database.Open(path, readOnly, create: false);
        try
        {
            if (database.Number("PRAGMA application_id") != ApplicationId)
                throw new InputException($"{path} is not a case: it is a database of another program. Give a file made by 'claque import'.");
            if (database.Number("PRAGMA user_version") is var version and not FormatVersion)
                throw new InputException(
                    $"{path} has format version {version}; this version of Claque reads version {FormatVersion}. Update Claque to open it.");
            if (database.Number("SELECT count(*) FROM case_info") != 1)
                throw new InputException($"{path} was never finished: its making was interrupted. Delete it and make the case again.");
            return new CaseFile(database);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>The part of the schema that came later, which changes nothing where it is there already.</summary>
    internal static string Additions()
    {
        var schema = Schema();
        return schema[schema.IndexOf("-- Additions:", StringComparison.Ordinal)..];
    }

    private static string Schema()
    {
        using var stream = typeof(CaseFile).Assembly.GetManifestResourceStream("schema.sql")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
