using Claque.Reading;

namespace Claque.Web;

/// <summary>Work that takes its time. It lives in the server, so that a page may be reloaded or closed meanwhile.</summary>
internal sealed class Job : IProgress<StageProgress>, IDisposable
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly long _began;
    private readonly CancellationTokenSource _stop = new();
    private JobState _state;
    private long _stageBegan;

    public Job(string id, string kind, string title, bool canCancel, TimeProvider clock)
    {
        (_clock, _began) = (clock, clock.GetTimestamp());
        _stageBegan = _began;
        _state = new JobState(id, kind, title, "running", "starting", 0, null, "steps", 0, Show.Time(clock.GetUtcNow()), 0, "", null, null, "", canCancel);
    }

    /// <summary>Counts the changes: whoever waits for news looks at it.</summary>
    public int Changes { get; private set; }

    public CancellationToken Stop => _stop.Token;

    public bool IsRunning => State.State == "running";

    /// <summary>How far it is.</summary>
    public JobState State
    {
        get
        {
            lock (_gate) return _state.State == "running" ? _state with { ElapsedS = Elapsed(_began) } : _state;
        }
    }

    public void Report(StageProgress value)
    {
        lock (_gate)
        {
            if (value.Stage != _state.Stage) _stageBegan = _clock.GetTimestamp();
            var seconds = Elapsed(_stageBegan);
            _state = _state with
            {
                Stage = value.Stage,
                Done = value.Done,
                Total = value.Total,
                Unit = UnitOf(value.Stage),
                PerSecond = seconds > 0.2 ? Math.Round(value.Done / seconds) : 0,
            };
            Changes++;
        }
    }

    /// <summary>Keeps what the work has brought so far.</summary>
    public void Bring(Func<JobState, JobState> change)
    {
        lock (_gate)
        {
            _state = change(_state);
            Changes++;
        }
    }

    public void Cancel()
    {
        if (State.CanCancel) _stop.Cancel();
    }

    /// <summary>Does the work and keeps how it ended.</summary>
    public void Run(Action<Job> work)
    {
        try
        {
            work(this);
            End("done", "");
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            End("cancelled", "");
        }
        catch (Exception e) when (e is InputException or Refused or IOException or UnauthorizedAccessException)
        {
            End("failed", e.Message);
        }
        catch (Exception e)
        {
            End("failed", $"This is a bug in Claque, not a mistake of yours. Please report it with these lines: {e}");
        }
    }

    public void Dispose() => _stop.Dispose();

    private void End(string state, string error) =>
        Bring(before => before with { State = state, Error = error, ElapsedS = Elapsed(_began), CanCancel = false, PerSecond = 0 });

    private double Elapsed(long since) => Math.Round(_clock.GetElapsedTime(since).TotalSeconds, 2);

    private static string UnitOf(string stage) => stage switch
    {
        "hashing" or "importing" => "bytes",
        "reading" or "comparing texts" => "posts",
        _ when stage.StartsWith("pairing", StringComparison.Ordinal) => "accounts",
        _ => "steps",
    };
}
