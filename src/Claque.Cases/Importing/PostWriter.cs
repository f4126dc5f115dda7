using System.Buffers;
using Claque.Cases.Storage;
using Claque.Reading;

namespace Claque.Cases.Importing;

/// <summary>What became of a post.</summary>
internal enum WriteResult
{
    /// <summary>The case did not have it.</summary>
    New,

    /// <summary>The case had it, with all its values.</summary>
    Known,

    /// <summary>The case had it, and some of its values are new.</summary>
    Adding,
}

/// <summary>Writes posts through prepared statements; the unique index over native id and account finds those the case already has.</summary>
internal sealed class PostWriter : IDisposable
{
    private const int FirstList = 16;
    private static readonly PostField[] Fields =
    [
        PostField.Text, PostField.Language, PostField.ReshareOf, PostField.ReplyTo, PostField.QuoteOf, PostField.Client, PostField.Url,
    ];

    private static readonly PostList[] Lists = [PostList.Links, PostList.Hashtags, PostList.Mentions, PostList.Media, PostList.Objects];

    private readonly Database _database;
    private readonly Statement _insert;
    private readonly Statement _find;
    private readonly Statement _add;
    private readonly ArrayBufferWriter<byte> _json = new(1024);
    private readonly long _source;

    public PostWriter(Database database, long source)
    {
        (_database, _source) = (database, source);
        _insert = database.Prepare("""
            INSERT INTO post (source, line, native_id, account, time_us, precision, time_from_id, is_reshare,
              text, language, reshare_of, reply_to, quote_of, client, url, links, hashtags, mentions, media, objects)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)
            ON CONFLICT (native_id, account) WHERE native_id IS NOT NULL DO NOTHING
            """);
        _find = database.Prepare("SELECT id, links, hashtags, mentions, media, objects FROM post WHERE native_id = ?1 AND account = ?2");
        _add = database.Prepare("UPDATE post SET links = ?2, hashtags = ?3, mentions = ?4, media = ?5, objects = ?6 WHERE id = ?1");
        _insert.Bind(1, source);
    }

    /// <summary>Writes a post of this account or, when the case has it, the values that are new.</summary>
    public WriteResult Write(PostRecord post, long account)
    {
        BindScalars(post, account);
        for (var i = 0; i < Lists.Length; i++) BindList(_insert, FirstList + i, post, Lists[i]);
        _insert.Run();
        if (_database.Changes == 1) return WriteResult.New;
        return AddTo(account, post) ? WriteResult.Adding : WriteResult.Known;
    }

    /// <summary>The clock step of the posts of this source, where it was read too fine. Times restored from ids keep theirs.</summary>
    /// <returns>Number of posts that were corrected.</returns>
    public int Coarsen(TimePrecision precision)
    {
        _database.Run("UPDATE post SET precision = ?1 WHERE source = ?2 AND time_from_id = 0 AND precision < ?1", (long)precision, _source);
        return _database.Changes;
    }

    public void Dispose()
    {
        _insert.Dispose();
        _find.Dispose();
        _add.Dispose();
    }

    private void BindScalars(PostRecord post, long account)
    {
        _insert.Bind(2, post.Line);
        BindText(_insert, 3, post[PostField.Id]);
        _insert.Bind(4, account).Bind(5, post.TimeUs).Bind(6, (long)post.Precision);
        _insert.Bind(7, post.TimeFromId ? 1L : 0L).Bind(8, post.IsReshare ? 1L : 0L);
        for (var i = 0; i < Fields.Length; i++) BindText(_insert, 9 + i, post[Fields[i]]);
    }

    private static void BindText(Statement statement, int parameter, ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty) statement.BindNull(parameter);
        else statement.Bind(parameter, JsonList.Valid(text));
    }

    private void BindList(Statement statement, int parameter, PostRecord post, PostList list)
    {
        if (!post.IsGiven(list))
        {
            statement.BindNull(parameter);
            return;
        }

        if (post.CountOf(list) == 0)
        {
            statement.Bind(parameter, "[]"u8);
            return;
        }

        JsonList.Write(_json, post, list);
        statement.Bind(parameter, _json.WrittenSpan);
    }

    private bool AddTo(long account, PostRecord post)
    {
        BindText(_find, 1, post[PostField.Id]);
        _find.Bind(2, account);
        _find.Step();
        var adds = false;
        for (var i = 0; i < Lists.Length; i++) adds |= MergeList(i, post);
        if (adds) _add.Bind(1, _find.Long(0));
        _find.Reset();
        if (adds) _add.Run();
        return adds;
    }

    /// <summary>Binds the list as it will stand in the post; true when it differs from what stands there.</summary>
    private bool MergeList(int index, PostRecord post)
    {
        var list = Lists[index];
        var (column, parameter) = (index + 1, index + 2);
        var stored = _find.Bytes(column);
        if (stored.IsEmpty)
        {
            BindList(_add, parameter, post, list);
            return post.IsGiven(list);
        }

        // The order of hashtags is what is compared, so a second list is not appended to the first.
        var canGrow = post.CountOf(list) > 0 && (list != PostList.Hashtags || stored.Length == 2);
        var adds = canGrow && JsonList.Merge(_json, stored, post, list);
        _add.Bind(parameter, adds ? _json.WrittenSpan : stored);
        return adds;
    }
}
