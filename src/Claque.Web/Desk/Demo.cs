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
        if (open.IsWritable) TakeInArticles(bench, open, folder, job);
        if (Preparing.IsNeeded(open)) Preparing.Run(open, job, job.Stop);
        job.Bring(state => state with { Href = "/overview", Run = open.Read(file => file.Runs() is [.., var last] ? last.Number : (int?)null) });
    }

    /// <summary>The articles of an invented town, with all questions about them answered, so that every page has something to show.</summary>
    private static void TakeInArticles(Bench bench, OpenCaseFile open, string folder, Job job)
    {
        job.Report(new StageProgress("taking in articles", 0, null));
        if (open.Read(file => file.Look.ArticleCount) == 0) open.WriteLong(writer => DemoArticles.Import(writer, folder, bench.Now), job.Stop);
        foreach (var kind in StudyMaking.Kinds.Where(kind => open.Read(file => StudyMaking.State(file, kind.Name).State != "made"))) StudyMaking.Run(bench, open, kind, job);
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
            var settings = Beside.Auto.Settings(findings, job, job.Stop);
            var audit = Beside.Auto.Audit(findings, job, job.Stop);
            var run = RunStorage.Save(made, findings, settings, started, bench.Version);
            if (audit is not null) Beside.Save(made, audit, findings.Options, run, started, bench.Version);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }
}
