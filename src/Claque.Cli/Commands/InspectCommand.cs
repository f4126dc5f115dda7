using System.CommandLine;
using Claque.Cli.Terminal;
using Claque.Reading;

namespace Claque.Cli.Commands;

/// <summary><c>claque inspect</c>: what is this file, and what of it cannot be used.</summary>
internal static class InspectCommand
{
    public static Command Make(Screen screen)
    {
        var file = new Argument<string?>("FILE") { Description = "A file of posts; may be .gz, - is standard input.", Arity = ArgumentArity.ZeroOrOne };
        var rows = new Option<int>("--rows") { Description = "Rows to show.", DefaultValueFactory = _ => 5, HelpName = "N" };
        var formats = new Option<bool>("--formats") { Description = "List the formats that Claque reads, and stop." };
        var json = SharedOptions.Json();
        var reading = new ReadingOptions();
        var command = new TaughtCommand("inspect", "Says what a file is, what can be compared in it and what cannot be used.", """
            Says what a file is: the format, which column is which, the first rows as Claque sees them, the time span and
            how precise its clock is, and what cannot be used. Reads only; writes nothing.

            Examples:
              claque inspect posts.csv
              claque inspect posts.csv.gz --map account=user,time=posted_at
              claque inspect --formats
            """) { file, rows, formats, json };
        reading.AddTo(command);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(formats))
            {
                WriteFormats(screen);
                return;
            }

            var path = parsed.GetValue(file) ?? throw new InputException("No file given. Write: claque inspect FILE");
            OutputFile.Check(parsed.GetValue(json), "--json", path);
            using var spooled = InputFile.Of(path, screen, reading.DuckDb(parsed));
            var seen = PostFiles.Inspect(spooled.Path, reading.Read(parsed, screen), parsed.AtLeast(rows, 0));
            if (parsed.GetValue(json) is { } target) WriteJson(target, screen, spooled.Name, seen);
            else WriteText(screen.Out, spooled.Name, seen);
        });
        return command;
    }

    private static void WriteFormats(Screen screen)
    {
        var table = new TextTable("format", "what it is", "recognised by");
        foreach (var format in PostFiles.Formats) table.Add(format.Name, format.Description, format.RecognisedBy);
        table.Write(screen.Out, indent: 0);
    }

    private static void WriteText(TextWriter to, string name, Inspection seen)
    {
        to.WriteLine(name);
        to.WriteLine($"  recognised as  {seen.Format}: {seen.Description}{(seen.RunnerUp is { } other ? $" (next best: {other})" : "")}");
        to.WriteLine($"  encoding       {seen.Encoding}{(seen.Delimiter is { } d ? $", columns separated by {Named(d)}" : "")}");
        to.WriteLine($"  mapping        {string.Join(", ", seen.Mapping.Select(m => $"{m.Key} = {m.Value}"))}");
        to.WriteLine($"  sampled        {seen.RowsSampled:N0} rows");
        if (seen.FirstUs is { } first && seen.LastUs is { } last && seen.Precision is { } precision)
            to.WriteLine($"  time span      {Times.Write(first, precision)} to {Times.Write(last, precision)} UTC, clock step: {precision.Word}");
        if (!seen.Behaviours.IsDefaultOrEmpty) to.WriteLine($"  can compare    {string.Join(", ", seen.Behaviours)}");

        if (seen.Rows.Length > 0)
        {
            to.WriteLine();
            var table = new TextTable("line", "time (UTC)", "account", "id", "what was found besides");
            foreach (var row in seen.Rows)
            {
                if (row.Rejected is { } reason) table.Add($"{row.Line}", "–", "–", "–", "not usable: " + Cut.Line(reason, 90));
                else table.Add($"{row.Line}", Value(row, "time"), Cut.Line(Value(row, "account"), 24), Cut.Line(Value(row, "id"), 24), Cut.Line(Rest(row), 80));
            }

            table.Write(to);
        }

        if (seen.Problems.Length == 0) return;
        to.WriteLine();
        to.WriteLine("  To know before you use it:");
        foreach (var problem in seen.Problems) to.WriteLine("  - " + problem);
    }

    private static string Value(InspectedRow row, string field) => row.Values.FirstOrDefault(v => v.Key == field).Value ?? "";

    private static string Rest(InspectedRow row) =>
        string.Join("  ", row.Values.Where(v => v.Key is not ("time" or "account" or "id")).Select(v => $"{v.Key}: {v.Value}"));

    private static string Named(string delimiter) => delimiter switch { "," => "comma", ";" => "semicolon", "\t" => "tab", "|" => "bar", _ => delimiter };

    private static void WriteJson(string target, Screen screen, string name, Inspection seen) => JsonOutput.Write(target, screen, json =>
    {
        json.WriteStartObject();
        json.WriteString("file", name);
        json.WriteString("format", seen.Format);
        json.WriteString("description", seen.Description);
        json.WriteNumber("score", Math.Round(seen.Score, 3));
        json.WriteString("runner_up", seen.RunnerUp);
        json.WriteString("encoding", seen.Encoding);
        json.WriteString("delimiter", seen.Delimiter);
        json.WriteStartObject("mapping");
        foreach (var m in seen.Mapping.DistinctBy(m => m.Key)) json.WriteString(m.Key, string.Join(' ', seen.Mapping.Where(x => x.Key == m.Key).Select(x => x.Value)));
        json.WriteEndObject();
        json.WriteStartArray("columns");
        foreach (var column in seen.Columns) json.WriteStringValue(column);
        json.WriteEndArray();
        json.WriteNumber("rows_sampled", seen.RowsSampled);
        json.WriteString("first", seen.FirstUs is { } first ? Times.Iso(first) : null);
        json.WriteString("last", seen.LastUs is { } last ? Times.Iso(last) : null);
        json.WriteString("time_precision", seen.Precision?.Word);
        json.WriteStartArray("behaviours");
        foreach (var behaviour in seen.Behaviours) json.WriteStringValue(behaviour.ToString());
        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in seen.Rows)
        {
            json.WriteStartObject();
            json.WriteNumber("line", row.Line);
            foreach (var (field, value) in row.Values) json.WriteString(field, value);
            if (row.Rejected is { } reason) json.WriteString("rejected", reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("problems");
        foreach (var problem in seen.Problems) json.WriteStringValue(problem);
        json.WriteEndArray();
        json.WriteEndObject();
    });
}
