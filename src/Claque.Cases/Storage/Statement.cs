using System.Text;
using SQLitePCL;

namespace Claque.Cases.Storage;

/// <summary>A prepared statement, without the cost of ADO.NET: UTF-8 goes in and comes out as bytes.</summary>
/// <remarks>Parameters count from 1 and columns from 0, as in SQLite. After a run the parameters keep their values.</remarks>
internal sealed class Statement : IDisposable
{
    private readonly Database _database;
    private readonly sqlite3_stmt _statement;

    internal Statement(Database database, sqlite3_stmt statement) => (_database, _statement) = (database, statement);

    public Statement Bind(int parameter, long value)
    {
        _database.Check(raw.sqlite3_bind_int64(_statement, parameter, value));
        return this;
    }

    public Statement Bind(int parameter, double? value)
    {
        _database.Check(value is { } number
            ? raw.sqlite3_bind_double(_statement, parameter, number)
            : raw.sqlite3_bind_null(_statement, parameter));
        return this;
    }

    /// <summary>Binds a text; an empty one stays an empty text.</summary>
    public Statement Bind(int parameter, ReadOnlySpan<byte> utf8)
    {
        _database.Check(raw.sqlite3_bind_text(_statement, parameter, utf8));
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
        _database.Check(raw.sqlite3_bind_null(_statement, parameter));
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
        var code = raw.sqlite3_step(_statement);
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

    public void Reset() => _ = raw.sqlite3_reset(_statement);

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long Long(int column) => raw.sqlite3_column_int64(_statement, column);

    public int Int(int column) => checked((int)Long(column));

    public double Double(int column) => raw.sqlite3_column_double(_statement, column);

    public double? DoubleOrNull(int column) => IsNull(column) ? null : Double(column);

    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    /// <summary>A text as UTF-8, or a blob; empty when NULL. Valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_statement, column);

    /// <summary>A text; empty when NULL.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    public void Dispose() => _statement.Dispose();

    private Statement BindBlob(int parameter, byte[] bytes)
    {
        _database.Check(raw.sqlite3_bind_blob(_statement, parameter, bytes));
        return this;
    }
}
