using System.CommandLine;
using Claque.Cases;
using Claque.Cli.Terminal;
using Claque.Reading;
using Claque.Reports;
using Claque.Reports.Exports;

namespace Claque.Cli.Commands;

/// <summary><c>claque export</c>: a run for other programs.</summary>
internal static class ExportCommand
{
    public static Command Make(Screen screen)
    {
        var caseName = new Argument<string>("CASE") { Description = "A case file with a run." };
        var format = new Option<string>("--format") { Description = "csv (pairs and accounts, safe for spreadsheets), gexf (Gephi), graphml, json, stix (the groups as a STIX 2.1 bundle), parquet (as csv, with DuckDB).", HelpName = "FORMAT", Required = true };
        var output = new Option<string>("--out") { Description = "The file to write; for csv and parquet the folder.", HelpName = "PATH", Required = true };
        var run = SharedOptions.Run();
        var pseudonymise = SharedOptions.Pseudonymise();
        var dismissed = new Option<bool>("--with-dismissed") { Description = "Keep the groups that were dismissed in the workbench, and the pairs inside them." };
        var duckDb = SharedOptions.DuckDb();
        var command = new TaughtCommand("export", "Writes a run for spreadsheets and network programs.", """
            Writes a run for spreadsheets and network programs, with all measures of nodes and edges.

            Examples:
              claque export harbour.claque --format gexf --out harbour.gexf
              claque export harbour.claque --format csv --out tables
              claque export harbour.claque --format stix --out harbour.stix.json
              claque export harbour.claque --format parquet --out tables --duckdb libduckdb.so
            """) { caseName, format, output, run, pseudonymise, dismissed, duckDb };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(output)!;
            if (parsed.GetValue(format) is not ("csv" or "parquet")) OutputFile.Check(path, "--out", parsed.GetValue(caseName)!);
            using var opened = CaseFile.OpenReadOnly(parsed.GetValue(caseName)!);
            var (number, hide) = (SharedOptions.RunNumber(parsed.GetValue(run), opened), parsed.GetValue(pseudonymise) || opened.Info.Pseudonymise);
            var export = CaseExports.Of(opened, number, hide, new ReportStamp(screen.Now, App.Version), parsed.GetValue(dismissed));
            switch (parsed.GetValue(format))
            {
                case "csv":
                    OutputFile.MakeFolder(path, "--out");
                    To(Path.Combine(path, "pairs.csv"), stream => CsvExport.WritePairs(export.Pairs, stream));
                    To(Path.Combine(path, "accounts.csv"), stream => CsvExport.WriteAccounts(export.Accounts, stream));
                    break;
                case "parquet": ParquetTables.Write(export.Pairs, export.Accounts, path, parsed.GetValue(duckDb)); break;
                case "gexf": To(path, stream => GexfExport.Write(export, stream)); break;
                case "graphml": To(path, stream => GraphmlExport.Write(export, stream)); break;
                case "json": To(path, stream => JsonExport.Write(export, stream)); break;
                case "stix": To(path, stream => StixExport.Write(export.Case, export.Run, CaseExports.Evidence(opened, export, hide), stream)); break;
                case var other: throw new InputException($"--format has \"{other}\", expected csv, gexf, graphml, json, stix or parquet.");
            }

            screen.Out.WriteLine($"Written: {path}");
        });
        return command;
    }

    private static void To(string path, Action<Stream> write)
    {
        using var file = OutputFile.Create(path);
        write(file);
    }
}
