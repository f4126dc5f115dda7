using Claque.Cases;

namespace Claque.Web;

/// <summary>Makes once, and keeps in the case, what pages would otherwise work out on every look: indexes, figures, places in the network.</summary>
internal static class Preparing
{
    /// <summary>True when something is missing or behind, and the case can be written.</summary>
    public static bool IsNeeded(OpenCaseFile open) => open.IsWritable && open.Read(file =>
        (file.Look.PostCount > 0 && (!file.Look.IsPrepared || !file.Look.IsSearchable || !Known.IsKept(file) || (file.Runs() is [.., var last] && NeedsPlaces(file, last))))
        || (file.Look.ArticleCount > 0 && !file.Look.IsSearchable));

    /// <exception cref="OperationCanceledException">It was stopped; what was finished is kept, and the rest is made when it is asked for again.</exception>
    public static void Run(OpenCaseFile open, IProgress<StageProgress> progress, CancellationToken stop)
    {
        Say("making the index of texts and accounts", 0);
        open.WriteLong(writer =>
        {
            writer.Look.Prepare(stop);
            return true;
        }, stop);
        Say("counting posts", 1);
        if (!open.Read(Known.IsKept)) open.Known.KeepSummary();
        open.Read(file => open.Known.PostCounts(file));
        if (open.Read(file => file.Runs()) is not [.., var last]) return;
        Say("reading the run", 2);
        var model = open.Known.Run(last);
        Say("laying out the network", 3);
        if (open.Read(file => NeedsPlaces(file, last)))
            open.WriteLong(writer =>
            {
                writer.Look.KeepPlaces(last.Number, NetworkPlaces.Of(model, stop));
                return true;
            }, stop);

        void Say(string stage, int step)
        {
            stop.ThrowIfCancellationRequested();
            progress.Report(new StageProgress(stage, step, 4));
        }
    }

    private static bool NeedsPlaces(CaseFile file, RunView run) => run.Layers.Any(layer => layer.Pairs > 0) && file.Look.PlacesOf(run.Number).IsEmpty;
}
