using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Claque.Web;

/// <summary><c>/jobs</c>: work that takes its time, its state and its events.</summary>
internal static class JobPages
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(120);

    public static void Map(WebApplication app, Bench bench)
    {
        app.MapGet("/jobs.json", () => TypedResults.Ok(new JobList(bench.Work.States)));
        app.MapGet("/jobs/{id}.json", (string id) => TypedResults.Ok(bench.Work.Of(id).State));
        app.MapGet("/api/jobs/{id}/events", (string id, HttpContext http) => TypedResults.ServerSentEvents(Events(bench.Work.Of(id), http.RequestAborted)));
        app.MapPost("/api/jobs/{id}/cancel", (string id) =>
        {
            var job = bench.Work.Of(id);
            job.Cancel();
            return TypedResults.Ok(job.State);
        });
    }

    /// <summary>The answer to whoever asked for work.</summary>
    public static Accepted<JobState> Accepted(Job job) => TypedResults.Accepted($"/jobs/{job.State.Id}.json", job.State);

    /// <summary>The present state, then every change, then the end.</summary>
    private static async IAsyncEnumerable<SseItem<JobState>> Events(Job job, [EnumeratorCancellation] CancellationToken stop)
    {
        var seen = -1;
        while (true)
        {
            var (changes, state) = (job.Changes, job.State);
            if (changes != seen)
                yield return new SseItem<JobState>(state, "progress") { EventId = changes.ToString(CultureInfo.InvariantCulture) };
            if (state.State != "running") yield break;
            seen = changes;
            await Task.Delay(BetweenLooks, stop);
        }
    }
}
