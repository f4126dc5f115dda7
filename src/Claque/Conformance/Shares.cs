using Claque.Columns;

namespace Claque.Conformance;

/// <summary>
/// The input of the peer tools: a plain table of shares, each row an object, the account that shared it, the post it was shared
/// with and the time. Rows are kept as they come, duplicates too.
/// </summary>
/// <remarks>28 bytes a row at most twice over while growing, plus the names.</remarks>
public sealed class Shares
{
    private int[] _object = new int[16];
    private int[] _account = new int[16];
    private int[] _content = new int[16];
    private long[] _timeUs = new long[16];

    /// <summary>Makes an empty table with its own names.</summary>
    public Shares()
        : this(new NameTable(), new NameTable(), new NameTable())
    {
    }

    /// <summary>Makes an empty table that shares its names with others, so that their pairs can be put together.</summary>
    public Shares(NameTable objects, NameTable accounts, NameTable contents) =>
        (Objects, Accounts, Contents) = (objects, accounts, contents);

    /// <summary>Names of the objects.</summary>
    public NameTable Objects { get; }

    /// <summary>Names of the accounts.</summary>
    public NameTable Accounts { get; }

    /// <summary>Names of the posts.</summary>
    public NameTable Contents { get; }

    /// <summary>Number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>Object of each row; -1 where there is none.</summary>
    public ReadOnlySpan<int> Object => _object.AsSpan(0, Count);

    /// <summary>Account of each row.</summary>
    public ReadOnlySpan<int> Account => _account.AsSpan(0, Count);

    /// <summary>Post of each row.</summary>
    public ReadOnlySpan<int> Content => _content.AsSpan(0, Count);

    /// <summary>Time of each row, microseconds since 1970-01-01T00:00:00Z.</summary>
    public ReadOnlySpan<long> TimeUs => _timeUs.AsSpan(0, Count);

    /// <summary>Adds a row. Names are UTF-8; an empty object is a missing one, which never matches another.</summary>
    public void Add(ReadOnlySpan<byte> obj, ReadOnlySpan<byte> account, ReadOnlySpan<byte> content, long timeUs) =>
        Add(obj.IsEmpty ? -1 : Objects.Intern(obj), Accounts.Intern(account), Contents.Intern(content), timeUs);

    /// <summary>Adds a row. An empty object is a missing one, which never matches another.</summary>
    public void Add(string obj, string account, string content, long timeUs) =>
        Add(obj.Length == 0 ? -1 : Objects.Intern(obj), Accounts.Intern(account), Contents.Intern(content), timeUs);

    private void Add(int obj, int account, int content, long timeUs)
    {
        if (Count == _object.Length) Grow();
        (_object[Count], _account[Count], _content[Count], _timeUs[Count]) = (obj, account, content, timeUs);
        Count++;
    }

    private void Grow()
    {
        var length = (int)Math.Min(Array.MaxLength, Count * 2L);
        if (length == Count) throw new InvalidOperationException($"A table of shares holds at most {Array.MaxLength:N0} rows.");
        Array.Resize(ref _object, length);
        Array.Resize(ref _account, length);
        Array.Resize(ref _content, length);
        Array.Resize(ref _timeUs, length);
    }
}
