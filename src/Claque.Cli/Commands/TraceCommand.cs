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
    private const int MostFamilies = 20;

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
            if (parsed.GetValue(json) != "-") Print(screen.Out, lineages);
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

    private static void Print(TextWriter to, Lineages lineages)
    {
        var pairs = lineages.Passages.Pairs;
        to.WriteLine($"{lineages.Passages.Articles.Count:N0} articles. Pairs with passages in common: {pairs.Length:N0}, of these {pairs.Count(pair => pair.Relation == Relation.NearDuplicate):N0} near-duplicates, "
            + $"{pairs.Count(pair => pair.Relation == Relation.Partial):N0} partial copies, {pairs.Count(pair => pair.Relation == Relation.Quotation):N0} with the same quotations only, {pairs.Count(pair => pair.Relation == Relation.Template):N0} with templates only.");
        for (var i = 0; i < Math.Min(MostFamilies, lineages.Families.Length); i++) PrintFamily(to, lineages, i);
        if (lineages.Families.Length > MostFamilies) to.WriteLine($"\nAnd {lineages.Families.Length - MostFamilies:N0} smaller families; --json, --csv and --report have all.");
        foreach (var note in lineages.Passages.Notes) to.WriteLine("\n" + note);
    }

    private static void PrintFamily(TextWriter to, Lineages lineages, int number)
    {
        var (family, articles) = (lineages.Families[number], lineages.Passages.Articles);
        to.WriteLine($"\nFamily {number + 1}: {family.Members.Length:N0} articles" + (family.EarliestSeen is { } earliest ? $", earliest seen: {articles[earliest].Id}" : ", no earliest time"));
        foreach (var edge in family.Edges)
        {
            to.WriteLine($"  {LineageExport.FromId(lineages, edge)} {(edge.IsDirected ? "→" : "—")} {articles[edge.To].Id}   {edge.Reason}");
            foreach (var item in edge.Evidence.Take(3)) to.WriteLine(FormattableString.Invariant($"      {item.Weight,6:+0.00;-0.00;0.00}  {item.Text}"));
        }

        if (family.Note.Length > 0) to.WriteLine("  " + family.Note);
    }
}
