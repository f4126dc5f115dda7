using System.Runtime.InteropServices;
using System.Text;
using Claque.Reading;

namespace Claque.Scale.Parquet;

/// <summary>DuckDB's C library as the user has it: a database in memory that runs statements. Loaded at run time, never shipped.</summary>
/// <remarks>Nine functions of its stable C interface are bound; extensions are neither installed nor loaded by themselves.</remarks>
internal sealed unsafe class DuckDb : IDisposable
{
    private const int ResultBytes = 64;
    private static readonly Version Oldest = new(1, 0);

    private readonly delegate* unmanaged<nint, byte*, void*, int> _query;
    private readonly delegate* unmanaged<void*, byte*> _error;
    private readonly delegate* unmanaged<void*, void> _destroyResult;
    private readonly delegate* unmanaged<nint*, void> _disconnect, _close;
    private nint _database, _connection;

    private DuckDb(nint library)
    {
        _query = (delegate* unmanaged<nint, byte*, void*, int>)NativeLibrary.GetExport(library, "duckdb_query");
        _error = (delegate* unmanaged<void*, byte*>)NativeLibrary.GetExport(library, "duckdb_result_error");
        _destroyResult = (delegate* unmanaged<void*, void>)NativeLibrary.GetExport(library, "duckdb_destroy_result");
        _disconnect = (delegate* unmanaged<nint*, void>)NativeLibrary.GetExport(library, "duckdb_disconnect");
        _close = (delegate* unmanaged<nint*, void>)NativeLibrary.GetExport(library, "duckdb_close");
        var open = (delegate* unmanaged<byte*, nint*, int>)NativeLibrary.GetExport(library, "duckdb_open");
        var connect = (delegate* unmanaged<nint, nint*, int>)NativeLibrary.GetExport(library, "duckdb_connect");
        fixed (nint* database = &_database, connection = &_connection)
            if (open(null, database) != 0 || connect(_database, connection) != 0) throw new InputException("DuckDB could not open a database in memory.");
    }

    /// <summary>Loads the library and opens a database in memory.</summary>
    /// <param name="path">The library.</param>
    /// <exception cref="InputException">It is no DuckDB library, or an old one.</exception>
    public static DuckDb Open(string path)
    {
        if (!File.Exists(path)) throw new InputException($"{path}: there is no such file. --duckdb and CLAQUE_DUCKDB name DuckDB's library: libduckdb.so, libduckdb.dylib or duckdb.dll.");
        try
        {
            var library = NativeLibrary.Load(Path.GetFullPath(path));
            var version = (delegate* unmanaged<byte*>)NativeLibrary.GetExport(library, "duckdb_library_version");
            var found = Marshal.PtrToStringUTF8((nint)version()) ?? "";
            if (!Version.TryParse(found.TrimStart('v').Split('-')[0], out var parsed) || parsed < Oldest)
                throw new InputException($"{path} is DuckDB {found}; {Oldest} or later is needed.");
            var opened = new DuckDb(library);
            opened.Run("SET autoinstall_known_extensions = false");
            opened.Run("SET autoload_known_extensions = false");
            return opened;
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException)
        {
            throw new InputException($"{path} is not DuckDB's library for this system. --duckdb and CLAQUE_DUCKDB name libduckdb.so, libduckdb.dylib or duckdb.dll.", e);
        }
    }

    /// <summary>Runs a statement whose rows are of no interest.</summary>
    /// <exception cref="InputException">DuckDB refuses it; the message is its own.</exception>
    public void Run(string sql)
    {
        var result = stackalloc byte[ResultBytes];
        new Span<byte>(result, ResultBytes).Clear();
        fixed (byte* text = Encoding.UTF8.GetBytes(sql + '\0'))
        {
            var failed = _query(_connection, text, result) != 0;
            var error = failed ? Marshal.PtrToStringUTF8((nint)_error(result)) : null;
            _destroyResult(result);
            if (failed) throw new InputException($"DuckDB: {(error ?? "unknown error").Split('\n')[0]}");
        }
    }

    /// <summary>A text as it stands in a statement.</summary>
    public static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Closes the database. The library stays loaded: others may be using it.</summary>
    public void Dispose()
    {
        fixed (nint* database = &_database, connection = &_connection)
        {
            _disconnect(connection);
            _close(database);
        }
    }
}
