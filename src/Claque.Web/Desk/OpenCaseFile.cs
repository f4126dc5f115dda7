using System.Collections.Concurrent;
using Claque.Cases;
using Claque.Reading;

namespace Claque.Web;

/// <summary>The open case: several readers beside each other, one writer, and what was worked out for its pages.</summary>
/// <remarks>A case file is for one thread at a time, so every reader has its own; they are used again. Dispose waits for nobody.</remarks>
internal sealed class OpenCaseFile : IDisposable
{
    private readonly ConcurrentBag<(int Generation, CaseFile File)> _readers = [];
    private readonly SemaphoreSlim _writing = new(1);
    private CaseFile? _writer;
    private int _generation;
    private bool _disposed;

    /// <exception cref="InputException">It cannot be opened.</exception>
    public OpenCaseFile(string path)
    {
        FullPath = path;
        _readers.Add((0, CaseFile.OpenReadOnly(path)));
        IsWritable = CanWrite(path);
        Known = new Known(this);
    }

    public string FullPath { get; }

    public string Name => Path.GetFileName(FullPath);

    /// <summary>False when the file or its folder cannot be written: everything can be looked at, nothing decided.</summary>
    public bool IsWritable { get; }

    /// <summary>What was worked out for the pages.</summary>
    public Known Known { get; }

    /// <summary>Reads.</summary>
    public T Read<T>(Func<CaseFile, T> look)
    {
        var (generation, file) = Reader();
        try
        {
            return look(file);
        }
        finally
        {
            if (generation == _generation && !_disposed) _readers.Add((generation, file));
            else file.Dispose();
        }
    }

    /// <summary>Writes a little.</summary>
    /// <exception cref="Refused">A job is writing, or the case cannot be written.</exception>
    public T Write<T>(Func<CaseFile, T> change)
    {
        if (!_writing.Wait(TimeSpan.FromSeconds(3)))
            throw Refused.NotNow("The case is being written by a running job. Wait until it has finished, or cancel it, and try again.");
        try
        {
            return change(Writer());
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Writes for as long as it takes; others who want to write are refused meanwhile.</summary>
    public T WriteLong<T>(Func<CaseFile, T> change, CancellationToken stop)
    {
        _writing.Wait(stop);
        try
        {
            return change(Writer());
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Forgets what readers remember: the posts or accounts have changed.</summary>
    public void Renew()
    {
        Interlocked.Increment(ref _generation);
        Known.Clear();
        while (_readers.TryTake(out var reader)) reader.File.Dispose();
    }

    /// <summary>Closes readers first and the writer last, so that one file is left.</summary>
    public void Dispose()
    {
        _disposed = true;
        while (_readers.TryTake(out var reader)) reader.File.Dispose();
        _writer?.Dispose();
        _writing.Dispose();
    }

    private (int Generation, CaseFile File) Reader()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        while (_readers.TryTake(out var reader))
        {
            if (reader.Generation == _generation) return reader;
            reader.File.Dispose();
        }

        return (_generation, CaseFile.OpenReadOnly(FullPath));
    }

    private CaseFile Writer() => IsWritable
        ? _writer ??= CaseFile.Open(FullPath)
        : throw new InputException($"The case {Name} cannot be written. Check the rights on the file and its folder, or copy it.");

    private static bool CanWrite(string path)
    {
        try
        {
            if (File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly)) return false;
            using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite)) { }

            var trial = path + "-claque-trial";
            using (new FileStream(trial, FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose)) { }

            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
