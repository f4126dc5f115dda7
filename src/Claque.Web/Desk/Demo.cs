using Claque.Cases;
using Claque.Reading;
using Claque.Reports;
using Claque.Simulation;

namespace Claque.Web;

/// <summary>The demo: an invented town, simulated, imported and looked into, then opened.</summary>
internal static class Demo
{
    private const ulong Seed = 1;

    /// <summary>The folder that the demo writes, the same as <c>claque demo</c> uses.</summary>
    public static string FolderIn(string folder) => Path.Combine(folder, DemoCase.Folder);

    /// <summary>Opens the demo case; makes it first where it is not there.</summary>
    public static void Run(Bench bench, Job job)
    {
        var folder = FolderIn(bench.Options.Folder);
        var path = Path.Combine(folder, DemoCase.File);
        if (!IsThere(path)) Make(bench, job, folder, path);
        var open = new OpenCaseFile(path);
        bench.Exchange(open);
        if (Preparing.IsNeeded(open)) Preparing.Run(open, job);
        job.Bring(state => state with { Href = "/overview", Run = open.Read(file => file.Runs() is [.., var last] ? last.Number : (int?)null) });
    }

    private static bool IsThere(string path)
    {
        if (!File.Exists(path)) return false;
        using var file = CaseFile.OpenReadOnly(path);
        return file.Runs().Length > 0;
    }

    private static void Make(Bench bench, Job job, string folder, string path)
    {
        job.Report(new StageProgress("simulating", 0, null));
        Directory.CreateDirectory(folder);
        var posts = SimulatedFiles.Write(folder, Simulator.Demo(Seed));
        job.Stop.ThrowIfCancellationRequested();
        File.Delete(path);
        try
        {
            using var made = CaseFile.Create(path, DemoCase.Question, bench.Now, bench.Version);
            FileImport.Run(made, new FileToImport(posts, Path.GetFileName(posts), IsTemporary: false), new ReadOptions { Now = bench.Now }, job, bench.Now, job.Stop);
            var started = bench.Now;
            var findings = Detection.Run(made.Posts(), new DetectionOptions { Grouping = new() { Seed = Seed } }, job, job.Stop);
            RunStorage.Save(made, findings, started, bench.Version);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }
}
