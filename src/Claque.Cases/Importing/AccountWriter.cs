using System.Runtime.InteropServices;
using System.Text;
using Claque.Cases.Storage;
using Claque.Columns;
using Claque.Reading;

namespace Claque.Cases.Importing;

/// <summary>Gives every account its row and keeps the times of its names. Memory grows with the accounts and their names, not with the posts.</summary>
/// <remarks>
/// Names are written when the import ends or pauses, not with each batch: most accounts come again in most batches. What a killed
/// process has not written is seen again when the import goes on, because the rows already done are read again to skip them.
/// </remarks>
internal sealed class AccountWriter : IDisposable
{
    private readonly Database _database;
    private readonly Statement _insert;
    private readonly Statement _widen;
    private readonly NameTable _keys = new();
    private readonly List<long> _rows = [];
    private byte[] _scratch = new byte[256];
    private string _platform = "";
    private byte[] _platformBytes = [];

    // The names seen by this import, and the span of time in which each was seen.
    private readonly NameTable _names = new();
    private readonly List<(long Account, long FirstUs, long LastUs)> _spans = [];

    public AccountWriter(Database database)
    {
        _database = database;
        _insert = database.Prepare("INSERT INTO account (platform, native_id, handle, name) VALUES (?1, ?2, ?3, ?4) RETURNING id");
        _widen = database.Prepare("""
            INSERT INTO account_name (account, handle, name, first_us, last_us) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT DO UPDATE SET first_us = min(first_us, excluded.first_us), last_us = max(last_us, excluded.last_us)
            """);
        foreach (var row in database.Rows("SELECT id, platform, native_id FROM account ORDER BY id"))
        {
            _keys.Intern(Joined(row.Bytes(1), row.Bytes(2)));
            _rows.Add(row.Long(0));
        }
    }

    /// <summary>
    /// The row of the post's account, made now if it is new; 0 when the post has none. Remembers the handle and display name that
    /// the post carried: seeing a post twice changes nothing.
    /// </summary>
    public long See(PostRecord post)
    {
        if (!post.Has(PostField.Account)) return 0;
        var account = RowOf(post);
        if (!post.Has(PostField.Handle) && !post.Has(PostField.Name)) return account;
        var at = _names.Intern(Joined(account, JsonList.Valid(post[PostField.Handle]), JsonList.Valid(post[PostField.Name])), out var added);
        if (added) _spans.Add((account, post.TimeUs, post.TimeUs));
        ref var span = ref CollectionsMarshal.AsSpan(_spans)[at];
        span = (account, Math.Min(span.FirstUs, post.TimeUs), Math.Max(span.LastUs, post.TimeUs));
        return account;
    }

    /// <summary>Writes the names seen and sets every account's handle and display name to the last ones, by the time of the posts.</summary>
    public void WriteNames()
    {
        for (var i = 0; i < _spans.Count; i++)
        {
            var (account, first, last) = _spans[i];
            var parts = _names.Bytes(i)[sizeof(long)..];
            var handleLength = MemoryMarshal.Read<int>(parts);
            parts = parts[sizeof(int)..];
            _widen.Bind(1, account).Bind(2, parts[..handleLength]).Bind(3, parts[handleLength..]).Bind(4, first).Bind(5, last).Run();
        }

        _database.Run("""
            UPDATE account SET handle = last.handle, name = last.name
            FROM (SELECT id,
                    coalesce((SELECT handle FROM account_name WHERE account = id AND handle <> ''
                              ORDER BY last_us DESC, first_us DESC, handle LIMIT 1), '') AS handle,
                    coalesce((SELECT name FROM account_name WHERE account = id AND name <> ''
                              ORDER BY last_us DESC, first_us DESC, name LIMIT 1), '') AS name
                  FROM account) AS last
            WHERE account.id = last.id AND (account.handle <> last.handle OR account.name <> last.name)
            """);
    }

    public void Dispose()
    {
        _insert.Dispose();
        _widen.Dispose();
    }

    private long RowOf(PostRecord post)
    {
        if (!ReferenceEquals(_platform, post.Platform)) (_platform, _platformBytes) = (post.Platform, Encoding.UTF8.GetBytes(post.Platform));
        var id = JsonList.Valid(post[PostField.Account]);
        var key = _keys.Intern(Joined(_platformBytes, id), out var isNew);
        if (isNew)
        {
            _insert.Bind(1, _platformBytes).Bind(2, id).Bind(3, JsonList.Valid(post[PostField.Handle])).Bind(4, JsonList.Valid(post[PostField.Name]));
            _insert.Step();
            _rows.Add(_insert.Long(0));
            _insert.Reset();
        }

        return _rows[key];
    }

    private Span<byte> Joined(ReadOnlySpan<byte> platform, ReadOnlySpan<byte> id)
    {
        var joined = Room(platform.Length + 1 + id.Length);
        platform.CopyTo(joined);
        joined[platform.Length] = 0;
        id.CopyTo(joined[(platform.Length + 1)..]);
        return joined;
    }

    private Span<byte> Joined(long account, ReadOnlySpan<byte> handle, ReadOnlySpan<byte> name)
    {
        var joined = Room(sizeof(long) + sizeof(int) + handle.Length + name.Length);
        MemoryMarshal.Write(joined, account);
        MemoryMarshal.Write(joined[sizeof(long)..], handle.Length);
        var rest = joined[(sizeof(long) + sizeof(int))..];
        handle.CopyTo(rest);
        name.CopyTo(rest[handle.Length..]);
        return joined;
    }

    private Span<byte> Room(int length)
    {
        if (_scratch.Length < length) _scratch = new byte[length * 2];
        return _scratch.AsSpan(0, length);
    }
}
