using System.Globalization;

namespace Claque.Web;

/// <summary>The jobs of this server. One at a time: they read and write one case.</summary>
internal sealed class Jobs(TimeProvider clock) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly List<Job> _jobs = [];
    private Task _running = Task.CompletedTask;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<JobState> States
    {
        get
        {
            lock (_gate) return [.. _jobs.AsEnumerable().Reverse().Select(job => job.State)];
        }
    }

    /// <exception cref="Refused">There is no such job.</exception>
    public Job Of(string id)
    {
        lock (_gate) return _jobs.Find(job => job.State.Id == id) ?? throw Refused.NotFound($"There is no job {id}. Jobs are forgotten when the server ends.");
    }

    /// <summary>Begins work.</summary>
    /// <exception cref="Refused">Other work is running.</exception>
    public Job Start(string kind, string title, bool canCancel, Action<Job> work)
    {
        lock (_gate)
        {
            if (_jobs.Find(job => job.IsRunning) is { } other)
                throw Refused.NotNow($"\"{other.State.Title}\" is running. Wait until it has finished, or cancel it.");
            var job = new Job((_jobs.Count + 1).ToString(CultureInfo.InvariantCulture), kind, title, canCancel, clock);
            _jobs.Add(job);
            _running = Task.Factory.StartNew(() => job.Run(work), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            return job;
        }
    }

    public bool IsRunning
    {
        get
        {
            lock (_gate) return _jobs.Exists(job => job.IsRunning);
        }
    }

    /// <summary>Stops what is running, as far as it can be stopped.</summary>
    public void CancelAll()
    {
        lock (_gate) _jobs.ForEach(job => job.Cancel());
    }

    public async ValueTask DisposeAsync()
    {
        CancelAll();
        await _running;
        foreach (var job in _jobs) job.Dispose();
    }
}
