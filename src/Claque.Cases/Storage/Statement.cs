using System.Text;
using SQLitePCL;

namespace Claque.Cases.Storage;

/// <summary>A prepared statement, without the cost of ADO.NET: UTF-8 goes in and comes out as bytes.</summary>
/// <remarks>Parameters count from 1 and columns from 0, as in SQLite. After a run the parameters keep their values.</remarks>
internal sealed unsafe class Statement : IDisposable
{
    private readonly Database _database;
    private readonly sqlite3_stmt _owner;
    private readonly nint _statement;

    // Bit i: parameter i + 1 is NULL, as all are at first. Most posts leave most fields empty, and a call costs more than a look.
    private ulong _nulls = ulong.MaxValue;

    internal Statement(Database database, sqlite3_stmt statement) =>
        (_database, _owner, _statement) = (database, statement, statement.DangerousGetHandle());

    public Statement Bind(int parameter, long value)
    {
        _nulls &= ~Bit(parameter);
        _database.Check(Native.BindLong(_statement, parameter, value));
        return this;
    }

    public Statement Bind(int parameter, double? value)
    {
        if (value is not { } number) return BindNull(parameter);
        _nulls &= ~Bit(parameter);
        _database.Check(Native.BindDouble(_statement, parameter, number));
        return this;
    }

    /// <summary>Binds a text; an empty one stays an empty text.</summary>
    public Statement Bind(int parameter, ReadOnlySpan<byte> utf8)
    {
        _nulls &= ~Bit(parameter);
        // SQLite takes a null pointer for NULL, and an empty span may have one.
        byte nothing = 0;
        fixed (byte* text = utf8) _database.Check(Native.BindText(_statement, parameter, text == null ? &nothing : text, utf8.Length, Native.Transient));
        return this;
    }

    public Statement Bind(int parameter, string value)
    {
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        Span<byte> utf8 = most <= 512 ? stackalloc byte[512] : new byte[most];
        return Bind(parameter, utf8[..Encoding.UTF8.GetBytes(value, utf8)]);
    }

    public Statement BindNull(int parameter)
    {
        if ((_nulls & Bit(parameter)) != 0) return this;
        _nulls |= Bit(parameter);
        _database.Check(Native.BindNull(_statement, parameter));
        return this;
    }

    /// <summary>Binds whatever the cold paths hand on.</summary>
    public Statement BindAny(int parameter, object? value) => value switch
    {
        null => BindNull(parameter),
        bool yes => Bind(parameter, yes ? 1L : 0L),
        int number => Bind(parameter, (long)number),
        long number => Bind(parameter, number),
        double number => Bind(parameter, (double?)number),
        string text => Bind(parameter, text),
        byte[] bytes => BindBlob(parameter, bytes),
        _ => throw new ArgumentException($"A {value.GetType().Name} cannot be stored.", nameof(value)),
    };

    /// <summary>Goes to the next row; false after the last one.</summary>
    public bool Step()
    {
        var code = Native.Step(_statement);
        if (code == raw.SQLITE_ROW) return true;
        if (code != raw.SQLITE_DONE) _database.Check(code);
        return false;
    }

    /// <summary>Runs a statement without rows and makes it ready for the next run.</summary>
    public void Run()
    {
        Step();
        Reset();
    }

    public void Reset() => _ = Native.Reset(_statement);

    public bool IsNull(int column) => Native.ColumnType(_statement, column) == raw.SQLITE_NULL;

    public long Long(int column) => Native.ColumnLong(_statement, column);

    public int Int(int column) => checked((int)Long(column));

    public double Double(int column) => Native.ColumnDouble(_statement, column);

    public double? DoubleOrNull(int column) => IsNull(column) ? null : Double(column);

    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    /// <summary>A text as UTF-8, or a blob; empty when NULL. Valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column)
    {
        var bytes = Native.ColumnBytes(_statement, column);
        return bytes == null ? [] : new ReadOnlySpan<byte>(bytes, Native.ColumnLength(_statement, column));
    }

    /// <summary>A text; empty when NULL.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    public void Dispose() => _owner.Dispose();

    private static ulong Bit(int parameter) => 1UL << (parameter - 1);

    /// <summary>Binds bytes that are no text.</summary>
    public Statement BindBlob(int parameter, ReadOnlySpan<byte> bytes)
    {
        _nulls &= ~Bit(parameter);
        _database.Check(raw.sqlite3_bind_blob(_owner, parameter, bytes));
        return this;
    }
}
