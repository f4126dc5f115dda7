using System.Diagnostics;
using Claque.Reading;
using SQLitePCL;

namespace Claque.Cases.Storage;

/// <summary>One connection to a case file, and SQLite's complaints as sentences for the user.</summary>
internal sealed class Database : IDisposable
{
    private const int BusyMs = 2000;
    private readonly sqlite3 _handle;
    private bool _isWal;

    static Database() => Batteries_V2.Init();

    private Database(sqlite3 handle, string path, bool readOnly) => (_handle, Path, IsReadOnly) = (handle, path, readOnly);

    public string Path { get; }

    public bool IsReadOnly { get; }

    /// <summary>Rows that the last INSERT, UPDATE or DELETE changed.</summary>
    public int Changes => raw.sqlite3_changes(_handle);

    public long LastRowId => raw.sqlite3_last_insert_rowid(_handle);

    public bool InTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    /// <exception cref="InputException">The file cannot be opened.</exception>
    public static Database Open(string path, bool readOnly, bool create)
    {
        var flags = readOnly ? raw.SQLITE_OPEN_READONLY : raw.SQLITE_OPEN_READWRITE | (create ? raw.SQLITE_OPEN_CREATE : 0);
        flags |= raw.SQLITE_OPEN_NOMUTEX;
        var code = raw.sqlite3_open_v2(path, out var handle, flags, null);
        var database = new Database(handle, path, readOnly);
        try
        {
            database.Check(code);
            _ = raw.sqlite3_busy_timeout(handle, BusyMs);
            // The library's default differs from build to build; the tests check the references instead.
            database.Run("PRAGMA foreign_keys = OFF");
            return database;
        }
        catch
        {
            database._handle.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Write-ahead logging from the first write on, so that a killed process loses at most its open transaction. A case that is
    /// only read keeps its bytes.
    /// </summary>
    /// <exception cref="InvalidOperationException">The case was opened for reading.</exception>
    public void PrepareToWrite()
    {
        if (IsReadOnly) throw new InvalidOperationException($"{Path} was opened for reading only.");
        if (_isWal) return;
        Run("PRAGMA journal_mode = WAL");
        Run("PRAGMA synchronous = NORMAL");
        Run("PRAGMA wal_autocheckpoint = 8192");
        Run("PRAGMA cache_size = -65536");
        _isWal = true;
    }

    /// <summary>Does work that reads, all of it as the case is at one moment, whatever other programs write meanwhile.</summary>
    public T InOneMoment<T>(Func<T> work)
    {
        using var moment = BeginMoment();
        return work();
    }

    /// <summary>Begins to read the case as it is at one moment; within a transaction, as that one sees it.</summary>
    public Moment BeginMoment()
    {
        if (InTransaction) return new Moment(null);
        Run("BEGIN DEFERRED");
        return new Moment(this);
    }

    /// <summary>Ends with the reading.</summary>
    internal readonly struct Moment(Database? began) : IDisposable
    {
        public void Dispose() => began?.Rollback();
    }

    /// <summary>Starts a transaction that may write.</summary>
    public void Begin()
    {
        PrepareToWrite();
        Run("BEGIN IMMEDIATE");
    }

    public void Commit() => Run("COMMIT");

    /// <summary>Takes back what is not committed; without an open transaction it does nothing.</summary>
    public void Rollback()
    {
        if (InTransaction) _ = raw.sqlite3_exec(_handle, "ROLLBACK");
    }

    /// <summary>Runs the work in a transaction of its own: all of it or nothing.</summary>
    public void Together(Action work)
    {
        Begin();
        try
        {
            work();
            Commit();
        }
        catch
        {
            Rollback();
            throw;
        }
    }

    /// <summary>Does work that can be stopped in the middle of a statement; what was not committed is taken back.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void Stoppable(Action work, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        // Looked at after so many steps of SQLite's machine: some thousand times a second.
        const int steps = 20_000;
        raw.sqlite3_progress_handler(_handle, steps, _ => stop.IsCancellationRequested ? 1 : 0, null);
        try
        {
            work();
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            Rollback();
            throw new OperationCanceledException(stop);
        }
        finally
        {
            raw.sqlite3_progress_handler(_handle, 0, (delegate_progress)null!, null);
        }
    }

    /// <summary>Changes whenever another connection has changed the file.</summary>
    public long OthersVersion() => Number("PRAGMA data_version");

    public Statement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v3(_handle, sql, 0, out var statement));
        return new Statement(this, statement);
    }

    /// <summary>Runs a script of several statements.</summary>
    public void Script(string sql)
    {
        var code = raw.sqlite3_exec(_handle, sql, out var message);
        if (code != raw.SQLITE_OK) throw Complaint(code, message);
    }

    public void Run(string sql, params ReadOnlySpan<object?> values)
    {
        using var statement = Prepare(sql);
        for (var i = 0; i < values.Length; i++) statement.BindAny(i + 1, values[i]);
        while (statement.Step())
        {
            // A pragma may answer with rows that nobody asked for.
        }
    }

    /// <summary>The rows of a query; every row is the same statement, one step on.</summary>
    public IEnumerable<Statement> Rows(string sql, params object?[] values)
    {
        using var statement = Prepare(sql);
        for (var i = 0; i < values.Length; i++) statement.BindAny(i + 1, values[i]);
        while (statement.Step()) yield return statement;
    }

    /// <summary>The first column of the first row as a number; 0 when there is no row.</summary>
    public long Number(string sql, params object?[] values) => Rows(sql, values).Select(row => row.Long(0)).FirstOrDefault();

    /// <summary>The first column of the first row as a text; empty when there is no row.</summary>
    public string Text(string sql, params object?[] values) => Rows(sql, values).Select(row => row.Text(0)).FirstOrDefault() ?? "";

    /// <summary>Leaves one file behind: the log is written back and taken away, unless another program still has the case open.</summary>
    public void Dispose()
    {
        if (_handle.IsClosed) return;
        Rollback();
        if (!IsReadOnly && (_isWal || IsLogLeft()))
        {
            _ = raw.sqlite3_exec(_handle, "PRAGMA wal_checkpoint(TRUNCATE)");
            _ = raw.sqlite3_exec(_handle, "PRAGMA journal_mode = DELETE");
        }

        _handle.Dispose();
    }

    internal void Check(int code)
    {
        if (code != raw.SQLITE_OK) throw Complaint(code, raw.sqlite3_errmsg(_handle).utf8_to_string());
    }

    /// <summary>True when a process that was killed has left its log beside the case.</summary>
    private bool IsLogLeft() => File.Exists(Path + "-wal");

    private Exception Complaint(int code, string message)
    {
        var said = $"{System.IO.Path.GetFileName(Path)}: {message} (SQLite {code})";
        return (code & 0xFF) switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new InputException(
                $"The case {Path} is being changed by another program. Wait until it has finished, or close the program, and try again."),
            raw.SQLITE_NOTADB => new InputException($"{Path} is not a case: it is not an SQLite database. Give a file made by 'claque import'."),
            raw.SQLITE_CANTOPEN => new InputException(
                $"The case {Path} cannot be opened: the folder or the file is missing, or not accessible to you. Check the path and the rights."),
            raw.SQLITE_READONLY or raw.SQLITE_PERM => new InputException(
                $"The case {Path} cannot be written. Check the rights on the file and its folder, or copy it."),
            raw.SQLITE_FULL => new InputException($"The disk is full while writing {Path}. What was committed is safe; make room and try again."),
            raw.SQLITE_IOERR => new InputException($"The case {Path} cannot be read or written: {message}. Check the disk."),
            raw.SQLITE_CORRUPT => new InputException(
                $"The case {Path} is damaged: {message}. Restore a copy, or run 'sqlite3 {System.IO.Path.GetFileName(Path)} .recover'."),
            _ => new UnreachableException(said),
        };
    }
}
