using System.CommandLine;
using Claque.Articles;
using Claque.Cases;
using Claque.Cli.Articles;
using Claque.Cli.Detecting;
using Claque.Cli.Terminal;
using Claque.Reading;
using Claque.Reports;
using Claque.Reports.Exports;

namespace Claque.Cli.Commands;

/// <summary><c>claque import</c>: files into a case.</summary>
internal static class ImportCommand
{
    public static Command Make(Screen screen)
    {
        var files = new Argument<string[]>("FILE") { Description = "Files of posts in any supported format, - for standard input; pages, web archives, feeds and tables of articles; folders of articles.", Arity = ArgumentArity.OneOrMore };
        var caseName = SharedOptions.Case("The case to import into; made if it is not there. Default: the first file's name.");
        var question = new Option<string>("--question") { Description = "What you want to know; stands at the head of the report.", HelpName = "TEXT", DefaultValueFactory = _ => "" };
        var pseudonymise = SharedOptions.PseudonymiseCase();
        var articles = new Option<bool>("--articles") { Description = "Read all files as articles, tables and JSON lines too." };
        var json = SharedOptions.Json();
        var reading = new ReadingOptions();
        var command = new TaughtCommand("import", "Takes posts and articles into a case.", """
            Takes posts and articles into a case: one file that holds everything of an investigation. Importing the same file again changes
            nothing; an interrupted import goes on where it stopped. Rows that cannot be used are kept with the reason.

            Examples:
              claque import posts.csv --case harbour.claque
              claque import january.csv.gz result.json --case harbour.claque
              claque import export.csv --map account=user,time=posted_at --case harbour.claque
              claque import saved-pages/ crawl.warc.gz --case harbour.claque
            """) { files, caseName, question, pseudonymise, articles, json };
        reading.AddTo(command);
        command.SetAction((parsed, stop) =>
        {
            var paths = parsed.GetValue(files)!;
            var path = parsed.GetValue(caseName) ?? DefaultCase(paths[0]);
            OutputFile.Check(parsed.GetValue(json), "--json", [path, .. paths]);
            using var target = CaseToFill.Open(path, parsed.GetValue(question)!, paths, screen);
            if (parsed.GetValue(pseudonymise)) target.Case.SetPseudonymise(true);
            var ofArticles = paths.ToLookup(file => parsed.GetValue(articles) || (file != "-" && ArticleFiles.HoldsArticles(file)));
            var receipts = target.Fill([.. ofArticles[false]], reading.Read(parsed, screen), reading.DuckDb(parsed), screen, stop);
            var taken = ArticleImporting.All(target.Case, [.. ofArticles[true]], screen, stop);
            target.Case.JoinArticlesToPosts();
            if (parsed.GetValue(json) is { } output) WriteJson(output, screen, path, receipts, taken);
            else
            {
                foreach (var receipt in receipts) WriteReceipt(screen.Out, receipt);
                ArticleImporting.WriteReceipts(screen.Out, taken, target.Case);
                screen.Out.WriteLine();
                screen.Out.WriteLine($"Case: {path}    Next: {screen.Program} {(receipts.Count > 0 ? "detect" : taken.Sum(receipt => receipt.New + receipt.Known) > 1 ? "trace" : "extract")} {Shell.Word(path)}");
            }

            return Task.FromResult(0);
        });
        return command;
    }

    /// <summary>The case file that goes by the name of a file of posts.</summary>
    public static string DefaultCase(string file)
    {
        if (file == "-") return "posts.claque";
        var name = Path.GetFileName(file);
        var dot = name.IndexOf('.', 1);
        return (dot < 0 ? name : name[..dot]) + ".claque";
    }

    /// <summary>Imports the files one after the other; a file that cannot be read to its end stops the work after what it had was kept.</summary>
    public static List<ImportReceipt> All(CaseFile to, IReadOnlyList<string> paths, ReadOptions options, string? duckDb, Screen screen, CancellationToken stop)
    {
        var receipts = new List<ImportReceipt>();
        foreach (var path in paths)
        {
            stop.ThrowIfCancellationRequested();
            using var input = InputFile.Of(path, screen, duckDb);
            receipts.Add(One(to, input, options, screen, stop));
        }

        return receipts;
    }

    private static ImportReceipt One(CaseFile to, InputFile input, ReadOptions options, Screen screen, CancellationToken stop)
    {
        using var progress = new ProgressLine(screen);
        var receipt = FileImport.Run(to, new FileToImport(input.Path, input.Name, input.IsTemporary), options, progress, screen.Now, stop);
        if (FileImport.NothingUsable(receipt.Source) is { } nothing) throw nothing;
        if (!options.Map.IsEmpty && !input.IsTemporary) SaveMap(input.Path, options, screen);
        return receipt;
    }

    /// <summary>Keeps the map beside the file. Where that folder cannot be written, a note says so: the posts are in the case all the same.</summary>
    private static void SaveMap(string path, ReadOptions options, Screen screen)
    {
        var map = new MapFile
        {
            Format = options.Format,
            Map = options.Map,
            ObjectColumns = options.ObjectColumns,
            TimeFormat = options.TimeFormat,
            TimeZone = options.TimeZone,
            Delimiter = options.Delimiter,
        };
        try
        {
            map.Save(MapFile.PathFor(path));
        }
        catch (InputException e)
        {
            screen.Error.WriteLine($"claque: the map of columns was not kept for the next time: {e.Message}");
        }
    }

    public static void WriteReceipt(TextWriter to, ImportReceipt receipt)
    {
        var source = receipt.Source;
        to.WriteLine($"{source.FileName}  ({source.Format}, sha256 {source.Sha256[..12]}…)");
        if (receipt.WasComplete)
        {
            to.WriteLine("  already in the case, complete: nothing changed");
            return;
        }

        if (receipt.RowsSkipped > 0) to.WriteLine($"  went on after {receipt.RowsSkipped:N0} rows of an interrupted import");
        to.WriteLine($"  {source.RowsRead:N0} rows: {source.PostsNew:N0} posts new, {source.PostsKnown:N0} already in the case, {source.RowsRejected:N0} not usable");
        foreach (var reject in source.Rejects) to.WriteLine($"  - {reject.Kind}: {reject.Count:N0}, first at line {reject.ExampleLine}: {Cut.Line(reject.Example, 160)}");
        if (source.FirstUs is { } first && source.LastUs is { } last)
            to.WriteLine($"  {Times.Write(first, source.Precision)} to {Times.Write(last, source.Precision)} UTC, coarsest clock step: {source.Precision.Word}");
        foreach (var note in receipt.Notes) to.WriteLine("  " + note);
    }

    private static void WriteJson(string target, Screen screen, string path, List<ImportReceipt> receipts, List<ArticleReceipt> taken) => JsonOutput.Write(target, screen, json =>
    {
        json.WriteStartObject();
        json.WriteString("case", path);
        json.WriteStartArray("sources");
        foreach (var receipt in receipts) SourceJson.Write(json, receipt.Source, receipt.WasComplete);
        json.WriteEndArray();
        ArticleImporting.WriteJson(json, taken);
        json.WriteEndObject();
    });
}
