using System.CommandLine;
using Claque.Cases;
using Claque.Cli.Detecting;
using Claque.Cli.Terminal;
using Claque.Evaluation;
using Claque.Reading;
using Claque.Reports;
using Claque.Simulation;

namespace Claque.Cli.Commands;

/// <summary><c>claque demo</c>: the whole way on an invented case, found against planted.</summary>
internal static class DemoCommand
{
    public static Command Make(Screen screen)
    {
        var folder = new Option<string>("--out") { Description = "Folder for everything the demo writes.", HelpName = "DIR", DefaultValueFactory = _ => DemoCase.Folder };
        var seed = new Option<ulong>("--seed") { Description = "Another seed gives other people and other posts.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var command = new TaughtCommand("demo", "Shows the whole way on an invented case: simulate, investigate, compare with what was planted.", """
            Simulates three weeks in an invented town with invented people, plants a few groups that act in concert among
            thousands who do not, investigates the posts without knowing the truth, and says what it found against what was
            planted. Takes some invented articles into the case too: copies, rival accounts, columns. Writes posts, articles, truth,
            case and report into one folder.

            Examples:
              claque demo
              claque demo --out trial --seed 7
            """) { folder, seed };
        command.SetAction((parsed, stop) =>
        {
            Run(parsed.GetValue(folder)!, parsed.GetValue(seed), screen, stop);
            return Task.FromResult(0);
        });
        return command;
    }

    private static void Run(string folder, ulong seed, Screen screen, CancellationToken stop)
    {
        OutputFile.MakeFolder(folder, "--out");
        var simulated = Simulator.Demo(seed);
        SimulatedFiles.Write(folder, simulated);
        var (posts, path, page) = (Path.Combine(folder, "posts.csv"), Path.Combine(folder, DemoCase.File), Path.Combine(folder, "report.html"));
        var planted = simulated.Truth.Where(account => account.Role == Simulated.Planted).ToList();
        var silent = simulated.Truth.Length - simulated.Posts.Select(post => post.AccountId).Distinct(StringComparer.Ordinal).Count();
        screen.Out.WriteLine($"Simulated {simulated.Posts.Length:N0} posts of {simulated.Truth.Length:N0} accounts{(silent > 0 ? $", {silent:N0} of them without a post" : "")} (seed {seed}); {planted.Count} are in {planted.Select(p => p.Crew).Distinct().Count()} planted groups.");

        if (File.Exists(path)) File.Delete(path);
        using var opened = CaseFile.Create(path, DemoCase.Question, screen.Now, App.Version);
        var receipt = ImportCommand.All(opened, [posts], new ReadOptions { Now = screen.Now }, null, screen, stop)[0];
        var articles = DemoArticles.Import(opened, folder, screen.Now);
        screen.Out.WriteLine($"Imported  {receipt.Source.PostsNew:N0} posts, {receipt.Source.RowsRejected:N0} rows not usable; {articles.New:N0} articles of another invented town.");
        var (findings, _, run, audit) = Investigation.DetectAndReport(opened, new DetectionOptions { Grouping = new() { Seed = seed } }, Beside.Auto, windowsGiven: false, page, screen, stop);
        var views = new FindingsViews(findings);
        screen.Out.WriteLine();
        DetectionOutput.WriteLayers(screen.Out, findings);
        screen.Out.WriteLine();
        Cut.WriteWrapped(screen.Out, ErrorControl.Sentence(findings));
        if (audit is not null) Cut.WriteWrapped(screen.Out, StabilityText.Audit(audit));
        screen.Out.WriteLine();
        WriteFoundAgainstPlanted(screen.Out, findings, views, simulated);
        screen.Out.WriteLine();
        screen.Out.WriteLine($"Report  {page}    open it in a browser; it needs no network");
        screen.Out.WriteLine($"Case    {path}, run {run}");
        screen.Out.WriteLine($"Truth   {Path.Combine(folder, "truth.csv")}");
        screen.Out.WriteLine();
        screen.Out.WriteLine("Next:");
        screen.Out.WriteLine($"  {screen.Program} show {Shell.Word(path)} --group 1          the posts of the first group, side by side");
        screen.Out.WriteLine($"  {screen.Program} export {Shell.Word(path)} --format gexf --out {Shell.Word(Path.Combine(folder, "demo.gexf"))}");
        screen.Out.WriteLine($"  {screen.Program} serve {Shell.Word(path)}          all of it in the browser, the articles too");
        screen.Out.WriteLine($"  {screen.Program} investigate YOUR_FILE            the same on your own export");
    }

    private static void WriteFoundAgainstPlanted(TextWriter to, Findings findings, FindingsViews views, Simulated simulated)
    {
        var judged = views.Accounts().Select(row => new JudgedAccount(row.Account.NativeId, row.Tier, row.Explained)).ToList();
        var score = Evaluation.Evaluation.Score(judged, [.. simulated.Truth.Select(t => new TrueAccount(t.AccountId, t.Role, t.Crew))])[0];
        var crewOf = simulated.Truth.Where(t => t.Crew.Length > 0).ToDictionary(t => t.AccountId, t => t.Crew, StringComparer.Ordinal);
        to.WriteLine("Found against planted (the investigation did not see the truth)");
        var table = new TextTable("planted group", "accounts", "named", "found as group");
        foreach (var crew in score.Crews)
        {
            var groups = views.Groups().Where(group => group.Members.Any(m => crewOf.GetValueOrDefault(m.Account.NativeId) == crew.Role)).Select(group => group.Number);
            table.Add(crew.Role, $"{crew.Flagged.Of}", $"{crew.Flagged.Hits}", string.Join(", ", groups));
        }

        table.Write(to);
        var explained = score.Roles.Where(role => role.Explained).ToList();
        to.WriteLine($"  Innocent accounts named: {score.False.Hits} of {score.False.Of:N0}.");
        foreach (var role in explained.Where(role => role.Flagged.Hits > 0))
            to.WriteLine($"  {role.Role}: {role.Flagged.Hits} of {role.Flagged.Of} named, {role.LabelledExplained.Hits} with the label \"regular delay\". They do act together, by automation or in one office.");
    }
}
