using System.CommandLine;
using Claque.Cases;
using Claque.Cli.Terminal;
using Claque.Reading;
using Claque.Reports;
using Claque.Reports.Exports;

namespace Claque.Cli.Commands;

/// <summary><c>claque info</c>: what is in a case.</summary>
internal static class InfoCommand
{
    public static Command Make(Screen screen)
    {
        var caseName = new Argument<string>("CASE") { Description = "A case file." };
        var rejects = new Option<bool>("--rejects") { Description = "List every row that could not be used, with file, line and reason." };
        var json = SharedOptions.Json();
        var command = new TaughtCommand("info", "Says what is in a case.", """
            Says what is in a case: sources with their hashes, posts, accounts, time span, clocks, and the runs made so far.

            Examples:
              claque info harbour.claque
              claque info harbour.claque --rejects
            """) { caseName, rejects, json };
        command.SetAction(parsed =>
        {
            OutputFile.Check(parsed.GetValue(json), "--json", parsed.GetValue(caseName)!);
            using var opened = CaseFile.OpenReadOnly(parsed.GetValue(caseName)!);
            if (parsed.GetValue(json) is { } target) WriteJson(target, screen, opened);
            else if (parsed.GetValue(rejects)) WriteRejects(screen.Out, opened);
            else WriteText(screen, opened);
        });
        return command;
    }

    private static void WriteRejects(TextWriter to, CaseFile opened)
    {
        foreach (var source in opened.Sources())
            foreach (var reject in opened.Rejects(source.Number))
                to.WriteLine(Cut.Line(Placed(source, reject), 400));
    }

    /// <summary>The reason with the place before it; most reasons begin with it already.</summary>
    private static string Placed(SourceView source, RejectedRow reject)
    {
        var place = $"{source.FileName}({reject.Line}): ";
        return reject.Reason.StartsWith(place, StringComparison.Ordinal) ? reject.Reason : place + reject.Reason;
    }

    private static void WriteText(Screen screen, CaseFile opened)
    {
        var to = screen.Out;
        var (info, figures) = (opened.Info, opened.Figures());
        to.WriteLine($"{info.Path}  made {info.CreatedUtc:yyyy-MM-dd} with Claque {info.ClaqueVersion}");
        if (info.Question.Length > 0) to.WriteLine($"  question   {Cut.Line(info.Question, 200)}");
        to.WriteLine($"  posts      {figures.Posts:N0} of {figures.Accounts:N0} accounts");
        if (opened.ArticleCount() is var articles and > 0)
        {
            var (linked, linking) = opened.ArticlesLinked();
            to.WriteLine($"  articles   {articles:N0}{(linking > 0 ? $"; {linking:N0} posts link to {linked:N0} of them" : "")}");
        }

        if (figures.FirstUs is { } first && figures.LastUs is { } last) to.WriteLine($"  time span  {Times.Day(first)} to {Times.Day(last)} UTC");
        if (!figures.Precisions.IsEmpty) to.WriteLine($"  clocks     {Listed(figures.Precisions)}");
        if (!figures.Platforms.IsEmpty) to.WriteLine($"  platforms  {Listed(figures.Platforms)}");
        if (!figures.Languages.IsEmpty) to.WriteLine($"  languages  {Listed(figures.Languages)}");

        to.WriteLine();
        to.WriteLine("Sources");
        var table = new TextTable("no", "file", "format", "rows", "new", "known", "not usable", "sha256", "");
        foreach (var s in opened.Sources())
            table.Add([$"{s.Number}", s.FileName, s.Format, .. ((long[])[s.RowsRead, s.PostsNew, s.PostsKnown, s.RowsRejected]).Select(count => s.HoldsArticles ? "–" : $"{count:N0}"), s.Sha256[..12] + "…", s.Complete ? "" : "incomplete: import it again"]);
        table.Write(to);

        var runs = opened.Runs();
        to.WriteLine();
        to.WriteLine(runs.IsEmpty ? $"No runs yet. Next: {screen.Program} {(figures.Posts > 0 ? "detect" : "import FILE --case")} {Shell.Word(info.Path)}" : "Runs");
        if (runs.IsEmpty) return;
        var runTable = new TextTable("no", "started (UTC)", "version", "groups", "error control");
        foreach (var run in runs)
            runTable.Add($"{run.Number}", $"{run.StartedUtc.UtcDateTime:yyyy-MM-dd HH:mm}", run.ClaqueVersion, $"{opened.Groups(run.Number).Length}", Cut.Line(run.ErrorControl, 60));
        runTable.Write(to);
    }

    private static string Listed(IEnumerable<Tally> tallies)
    {
        var all = tallies.ToList();
        var shown = string.Join(", ", all.Take(8).Select(t => $"{(t.Name.Length > 0 ? t.Name : "unknown")} {t.Count:N0}"));
        return all.Count > 8 ? $"{shown}, {all.Count - 8} more" : shown;
    }

    private static void WriteJson(string target, Screen screen, CaseFile opened) => JsonOutput.Write(target, screen, json =>
    {
        var (info, figures) = (opened.Info, opened.Figures());
        json.WriteStartObject();
        json.WriteString("case", info.Path);
        json.WriteString("question", info.Question);
        json.WriteString("created", info.CreatedUtc.UtcDateTime);
        json.WriteString("claque_version", info.ClaqueVersion);
        json.WriteBoolean("pseudonymise", info.Pseudonymise);
        json.WriteNumber("posts", figures.Posts);
        json.WriteNumber("accounts", figures.Accounts);
        json.WriteNumber("articles", opened.ArticleCount());
        json.WriteNumber("posts_linking_to_articles", opened.ArticlesLinked().Posts);
        json.WriteString("first", figures.FirstUs is { } first ? Times.Iso(first) : null);
        json.WriteString("last", figures.LastUs is { } last ? Times.Iso(last) : null);
        WriteTallies("platforms", figures.Platforms);
        WriteTallies("languages", figures.Languages);
        WriteTallies("time_precisions", figures.Precisions);
        json.WriteStartArray("sources");
        foreach (var source in opened.Sources()) SourceJson.Write(json, source);
        json.WriteEndArray();
        json.WriteStartArray("runs");
        foreach (var run in opened.Runs())
        {
            json.WriteStartObject();
            json.WriteNumber("number", run.Number);
            json.WriteString("started", run.StartedUtc.UtcDateTime);
            json.WriteString("claque_version", run.ClaqueVersion);
            json.WriteNumber("seed", run.Seed);
            json.WriteString("input_sha256", run.InputSha256);
            json.WritePropertyName("options");
            json.WriteRawValue(run.OptionsJson);
            json.WriteString("error_control", run.ErrorControl);
            json.WriteNumber("groups", opened.Groups(run.Number).Length);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();

        void WriteTallies(string name, IEnumerable<Tally> tallies)
        {
            json.WriteStartObject(name);
            foreach (var tally in tallies) json.WriteNumber(tally.Name, tally.Count);
            json.WriteEndObject();
        }
    });
}
