using Claque.Cases;
using Claque.Reading;

namespace Claque.Web;

/// <summary>What lies on the workbench: the open case, files that wait to be imported, and the work that runs.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private OpenCaseFile? _open;

    public Bench(WorkbenchOptions options)
    {
        Options = options;
        Work = new Jobs(options.Clock);
        Files = new StagedFiles();
    }

    public WorkbenchOptions Options { get; }

    public Jobs Work { get; }

    public StagedFiles Files { get; }

    public string Version => Options.Version;

    public DateTimeOffset Now => Options.Clock.GetUtcNow();

    /// <summary>The open case; null when none is.</summary>
    public OpenCaseFile? Current
    {
        get
        {
            lock (_gate) return _open;
        }
    }

    /// <summary>The open case.</summary>
    /// <exception cref="Refused">None is open.</exception>
    public OpenCaseFile Case => Current ?? throw Refused.NotFound("No case is open. Open one or make one on the start page.");

    /// <summary>Opens a case in the place of the one that is open, and begins to prepare it.</summary>
    /// <exception cref="InputException">It cannot be opened.</exception>
    /// <exception cref="Refused">Work is running on the open one.</exception>
    public void Open(string path)
    {
        RequireIdle();
        Exchange(new OpenCaseFile(Full(path)));
        Prepare();
    }

    /// <summary>Makes a case and opens it.</summary>
    /// <exception cref="InputException">It cannot be made.</exception>
    public void Create(string path, string question, bool pseudonymise)
    {
        RequireIdle();
        var full = Full(path.Trim());
        if (path.Trim().Length == 0) throw new InputException("The case has no name. Give it one, such as harbour.claque.");
        if (Path.GetExtension(full).Length == 0) full += ".claque";
        using (var made = CaseFile.Create(full, question.Trim(), Now, Version))
            if (pseudonymise) made.SetPseudonymise(true);
        Exchange(new OpenCaseFile(full));
    }

    private string Full(string path) =>
        path.Contains('\0', StringComparison.Ordinal) ? throw new InputException("The path of the case holds a zero character. Give the path of a file.") : Path.GetFullPath(path, Options.Folder);

    /// <summary>Closes the open case.</summary>
    /// <exception cref="Refused">Work is running on it.</exception>
    public void Close()
    {
        RequireIdle();
        Exchange(null);
    }

    /// <summary>Takes another case in the place of the open one, also from within a job.</summary>
    public void Exchange(OpenCaseFile? with)
    {
        OpenCaseFile? before;
        lock (_gate) (before, _open) = (_open, with);
        before?.Dispose();
    }

    /// <summary>Begins to make what pages need to be fast, where it is missing.</summary>
    public void Prepare()
    {
        if (Current is { } open && Preparing.IsNeeded(open))
            Work.Start("prepare", "Preparing the case", canCancel: true, job => Preparing.Run(open, job, job.Stop));
    }

    public async ValueTask DisposeAsync()
    {
        await Work.DisposeAsync();
        Exchange(null);
        Files.Dispose();
    }

    private void RequireIdle()
    {
        if (Work.IsRunning) throw Refused.NotNow("Work is running on the open case. Wait until it has finished, or cancel it.");
    }
}
