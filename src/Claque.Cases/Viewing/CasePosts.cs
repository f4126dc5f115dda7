using Claque.Cases.Encoded;
using Claque.Cases.Storage;
using Claque.Columns;
using Claque.Reading;
using Claque.Tracing;

namespace Claque.Cases.Viewing;

/// <summary>The posts of a case in the order of their rows, streamed: memory grows with the accounts only.</summary>
internal sealed class CasePosts(Database database, long fewestKept) : IKeepsCorpus
{
    private const string Sql = """
        SELECT id, account, time_us, precision, time_from_id, is_reshare, line, native_id,
          text, language, reshare_of, reply_to, quote_of, client, url, links, hashtags, mentions, media, objects
        FROM post ORDER BY id
        """;

    private static readonly PostField[] Fields =
    [
        PostField.Id, PostField.Text, PostField.Language, PostField.ReshareOf, PostField.ReplyTo, PostField.QuoteOf, PostField.Client,
        PostField.Url,
    ];

    private static readonly PostList[] Lists = [PostList.Links, PostList.Hashtags, PostList.Mentions, PostList.Media, PostList.Objects];

    private const int FirstField = 7;
    private const int FirstList = 15;
    /// <inheritdoc/>
    public bool PostsAreDistinct => true;

    /// <inheritdoc/>
    public Corpus? Kept(TraceOptions options) => new KeptCorpus(database, fewestKept).Read(options);

    /// <inheritdoc/>
    public void Keep(Corpus corpus, TraceOptions options) => new KeptCorpus(database, fewestKept).Write(corpus, options);

    /// <inheritdoc/>
    public IPostReading Begin(CancellationToken stop)
    {
        // Accounts and posts of one moment, also while another program imports into the case.
        var moment = database.BeginMoment();
        var accounts = new AccountColumns(database);
        var statement = database.Prepare(Sql);
        var scratch = new byte[256];
        return new PostByPost(post => Fill(post, statement, accounts, ref scratch), stop, () =>
        {
            statement.Dispose();
            moment.Dispose();
        });
    }

    private static bool Fill(PostRecord post, Statement statement, AccountColumns accounts, ref byte[] scratch)
    {
        if (!statement.Step()) return false;
        (post.Key, post.TimeUs, post.Precision) = (statement.Long(0), statement.Long(2), (TimePrecision)statement.Int(3));
        (post.TimeFromId, post.IsReshare, post.Line) = (statement.Long(4) != 0, statement.Long(5) != 0, statement.Long(6));
        accounts.Fill(post, statement.Int(1));
        for (var i = 0; i < Fields.Length; i++) post.Set(Fields[i], statement.Bytes(FirstField + i));
        for (var i = 0; i < Lists.Length; i++)
            if (statement.Bytes(FirstList + i) is { IsEmpty: false } json) JsonList.Read(json, post, Lists[i], ref scratch);
        return true;
    }

    /// <summary>The accounts by row id.</summary>
    private sealed class AccountColumns
    {
        private readonly NameTable _names = new();
        private readonly (string Platform, int Id, int Handle, int Name)[] _rows;

        public AccountColumns(Database database)
        {
            _rows = new (string, int, int, int)[database.Number("SELECT coalesce(max(id), 0) + 1 FROM account")];
            var platforms = new Dictionary<string, string>();
            foreach (var row in database.Rows("SELECT id, platform, native_id, handle, name FROM account ORDER BY id"))
            {
                var platform = row.Text(1);
                if (!platforms.TryAdd(platform, platform)) platform = platforms[platform];
                _rows[row.Long(0)] = (platform, _names.Intern(row.Bytes(2)), _names.Intern(row.Bytes(3)), _names.Intern(row.Bytes(4)));
            }
        }

        public void Fill(PostRecord post, int account)
        {
            var row = _rows[account];
            post.Platform = row.Platform;
            post.Set(PostField.Account, _names.Bytes(row.Id));
            post.Set(PostField.Handle, _names.Bytes(row.Handle));
            post.Set(PostField.Name, _names.Bytes(row.Name));
        }
    }
}
