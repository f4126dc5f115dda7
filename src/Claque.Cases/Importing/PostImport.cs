using Claque.Cases.Storage;
using Claque.Reading;

namespace Claque.Cases.Importing;

/// <summary>
/// Takes a file into the case in batches. Each batch is one transaction that also writes how many rows are done, so that an
/// import that was interrupted anywhere goes on behind the last batch and ends with the same content.
/// </summary>
internal sealed class PostImport : IDisposable
{
    /// <summary>Rows in one transaction. What a killed process has read since the last commit is read again.</summary>
    public const int RowsPerBatch = 50_000;

    private const int RowsPerLook = 1 << 12;
    private readonly Database _database;
    private readonly ImportInput _input;
    private readonly long _othersVersion;
    private readonly AccountWriter _accounts;
    private readonly PostWriter _posts;
    private readonly Statement _reject;
    private readonly PostRecord _post = new();
    private readonly int _rowsPerBatch;
    private bool _isInRow;

    /// <exception cref="InputException">The case has the file, read in another way.</exception>
    public PostImport(Database database, ImportInput input, DateTimeOffset now, int rowsPerBatch)
    {
        (_database, _input, _rowsPerBatch) = (database, input, rowsPerBatch);
        _database.PrepareToWrite();
        _othersVersion = database.OthersVersion();
        Source = SourceRow.Of(database, input, now);
        _accounts = new AccountWriter(database);
        _posts = new PostWriter(database, Source.Number);
        _reject = database.Prepare("INSERT INTO reject (source, line, kind, reason, excerpt) VALUES (?1, ?2, ?3, ?4, ?5)");
        _reject.Bind(1, Source.Number);
    }

    /// <summary>The file's row in the case.</summary>
    public SourceRow Source { get; }

    /// <summary>Reads to the end. Whatever stops it, the rows read before are committed.</summary>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    /// <exception cref="InputException">The file cannot be read on, or the case not written.</exception>
    public void Run(IProgress<StageProgress>? progress, CancellationToken stop)
    {
        BeginBatch();
        if (Source.Replaces) _database.Run("DELETE FROM reject WHERE source = ?", Source.Number);
        try
        {
            ReadAll(progress, stop);
            Finish("complete", "");
        }
        catch (Exception e)
        {
            if (_isInRow || (e is InputException && Source.IsNew && Source.RowsDone == 0)) _database.Rollback();
            if (!_database.InTransaction) throw;
            if (e is InputException) Finish("incomplete", e.Message);
            else Pause();
            throw;
        }
    }

    public void Dispose()
    {
        _accounts.Dispose();
        _posts.Dispose();
        _reject.Dispose();
    }

    private void ReadAll(IProgress<StageProgress>? progress, CancellationToken stop)
    {
        long row = 0;
        for (var step = _input.Reader.Read(_post); step != ReadStep.End; step = _input.Reader.Read(_post))
        {
            row++;
            if (row % RowsPerLook == 0)
            {
                stop.ThrowIfCancellationRequested();
                progress?.Report(new StageProgress("importing", _input.Reader.BytesRead, _input.Bytes));
            }

            _isInRow = true;
            var account = step == ReadStep.Post ? _accounts.See(_post) : 0;
            if (row > Source.RowsDone)
            {
                Take(step, account);
                Source.RowsDone = row;
            }

            _isInRow = false;
            if (row % _rowsPerBatch != 0) continue;
            EndBatch();
            BeginBatch();
            stop.ThrowIfCancellationRequested();
        }

        if (row < Source.RowsDone)
            throw new InputException(
                $"{_input.FileName} was read as {Source.RowsDone:N0} rows before and as {row:N0} now, so its interrupted import cannot go on. " +
                "Use the version of Claque that began it, or import the file into a new case.");
    }

    private void Take(ReadStep step, long account)
    {
        if (step == ReadStep.Rejected)
        {
            Reject(_input.Reader.Reject ?? throw new InvalidOperationException("The reader rejected a row without saying why."));
            return;
        }

        if (account == 0)
        {
            Reject(new RejectedRow(_post.Line, "no account", $"{_input.FileName}({_post.Line}): the post has no account.", _post.Text(PostField.Text)));
            return;
        }

        Source.See(_post);
        switch (_posts.Write(_post, account))
        {
            case WriteResult.New: Source.PostsNew++; break;
            case WriteResult.Adding: Source.RowsAdding++; Source.PostsKnown++; break;
            default: Source.PostsKnown++; break;
        }
    }

    private void Reject(RejectedRow row)
    {
        _reject.Bind(2, row.Line).Bind(3, row.Kind).Bind(4, row.Reason).Bind(5, row.Excerpt).Run();
        Source.RowsRejected++;
    }

    private void BeginBatch()
    {
        _database.Begin();
        if (_database.OthersVersion() == _othersVersion) return;
        _database.Rollback();
        throw new InputException(
            $"Another program changed the case {_database.Path} during the import. What was read until then is kept; import {_input.FileName} again to go on.");
    }

    private void EndBatch()
    {
        Source.Write(_database);
        _database.Commit();
    }

    private void Finish(string state, string reason)
    {
        if (_input.InferredPrecision() is { } precision && _posts.Coarsen(precision) > 0) Source.Coarsen(precision);
        (Source.State, Source.Reason, Source.Notes) = (state, reason, [.. _input.Notes()]);
        Pause();
    }

    /// <summary>Commits what was read, with the names of accounts as they are by now.</summary>
    private void Pause()
    {
        _accounts.WriteNames();
        Source.Write(_database);
        _database.Commit();
    }
}
