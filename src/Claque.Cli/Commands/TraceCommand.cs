using System.CommandLine;
using System.Text;
using Claque.Cli.Articles;
using Claque.Cli.Terminal;
using Claque.Lineage;
using Claque.Reports;
using Claque.Reports.Lineage;

namespace Claque.Cli.Commands;

/// <summary><c>claque trace</c>: which articles are copies, who was first, what each copy changed.</summary>
internal static class TraceCommand
{
    public static Command Make(Screen screen)
    {
        var files = new Argument<string[]>("CASE_OR_FILES") { Description = "A case, or files of articles.", Arity = ArgumentArity.OneOrMore };
        var json = SharedOptions.Json();
        var csv = new Option<string?>("--csv") { Description = "Write passages.csv and edges.csv into this folder.", HelpName = "DIR" };
        var graphml = new Option<string?>("--graphml") { Description = "Write the families as a graph.", HelpName = "FILE" };
        var report = new Option<string?>("--report") { Description = "Write a page with families, versions side by side and evidence.", HelpName = "FILE.html" };
        var cues = new Option<string?>("--cues") { Description = "Further phrases of credit and of hedging, one a line: KIND | PHRASE.", HelpName = "FILE" };
        var command = new TaughtCommand("trace", "Finds copies among articles, and who took from whom.", """
            Finds what articles have in common, passage by passage: copied prose, shared quotations, templates. Gathers copies into
            families and says who took from whom where the evidence decides; where it does not, the tie has no direction and says why.
            The earliest article is the earliest seen, not the origin.

            Examples:
              claque trace articles.jsonl
              claque trace courier.txt gazette.txt --report trace.html
              claque trace harbour.claque --json trace.json --csv tables --graphml families.graphml
            """) { files, json, csv, graphml, report, cues };
        command.SetAction((parsed, stop) =>
        {
            var inputs = parsed.GetValue(files)!;
            foreach (var (option, name) in new[] { (json, "--json"), (graphml, "--graphml"), (report, "--report") }) OutputFile.Check(parsed.GetValue(option), name, inputs);
            if (parsed.GetValue(csv) is { } folder) OutputFile.MakeFolder(folder, "--csv");
            var options = new LineageOptions { Cues = Cues(parsed.GetValue(cues)) };
            var articles = ArticleInput.Read(inputs, screen.Error);
            Lineages lineages;
            using (var progress = new ProgressLine(screen)) lineages = FamilyMaking.Of(articles, new PassageOptions(), options, progress, stop);
            if (parsed.GetValue(csv) is { } tables)
            {
                To(Path.Combine(tables, "passages.csv"), stream => LineageExport.WritePassages(lineages, stream));
                To(Path.Combine(tables, "edges.csv"), stream => LineageExport.WriteEdges(lineages, stream));
            }

            if (parsed.GetValue(graphml) is { } graph) To(graph, stream => LineageExport.WriteGraphml(lineages, stream));
            if (parsed.GetValue(report) is { } page) To(page, stream => LineageReport.Write(lineages, options, new ReportStamp(screen.Now, App.Version), stream));
            if (parsed.GetValue(json) is { } target) JsonOutput.Write(target, screen, writer => TraceJson.Write(writer, lineages, options));
            if (parsed.GetValue(json) != "-") TraceText.Write(screen.Out, lineages, options);
            return Task.FromResult(0);
        });
        return command;
    }

    private static CueList Cues(string? path)
    {
        if (path is null) return CueList.BuiltIn;
        InputFile.Check(path);
        return CueList.BuiltIn.With(File.ReadLines(path, Encoding.UTF8), Path.GetFileName(path));
    }

    private static void To(string path, Action<Stream> write)
    {
        using var file = OutputFile.Create(path);
        write(file);
    }
}
