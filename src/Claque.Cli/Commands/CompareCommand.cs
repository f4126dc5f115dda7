using System.CommandLine;
using Claque.Cli.Articles;
using Claque.Cli.Terminal;
using Claque.Reading;
using Claque.Reports.Accounts;
using Claque.Statements.Comparing;

namespace Claque.Cli.Commands;

/// <summary><c>claque compare</c>: rival accounts side by side.</summary>
internal static class CompareCommand
{
    public static Command Make(Screen screen)
    {
        var files = new Argument<string[]>("ARTICLE") { Description = "Two or more articles: .txt (one each) or .jsonl (one a line: id, text, …).", Arity = ArgumentArity.OneOrMore };
        var left = new Option<int>("--left") { Description = "How many of the articles, from the first, are the left side. Default: 1.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var json = SharedOptions.Json();
        var csv = new Option<string?>("--csv") { Description = "Write the rows as CSV to a file.", HelpName = "FILE" };
        var html = new Option<string?>("--html") { Description = "Write the three columns as one HTML page.", HelpName = "FILE" };
        var command = new TaughtCommand("compare", "Lays rival accounts side by side: who says what, and where it collides.", """
            Lays articles side by side by entity and aspect: what both say, what only one says, which figures differ, what each
            calls the same thing, and on whose word. It judges nothing: neither side is called right or wrong, and exchanging
            the sides exchanges the columns. With more than two articles it also proposes which belong to one event.

            Examples:
              claque compare visit.txt investigation.txt --html compare.html
              claque compare visit.txt investigation.txt --json -
            """) { files, left, json, csv, html };
        command.SetAction(parsed =>
        {
            var paths = parsed.GetValue(files)!;
            OutputFile.Check(parsed.GetValue(json), "--json", paths);
            OutputFile.Check(parsed.GetValue(csv), "--csv", paths);
            OutputFile.Check(parsed.GetValue(html), "--html", paths);
            var articles = ArticleInput.Read(paths);
            var count = parsed.GetValue(left);
            if (articles.Count < 2) throw new InputException($"compare was given {articles.Count} article, expected two or more. Give a second file.");
            if (count < 1 || count >= articles.Count) throw new InputException($"--left is {count}, expected 1 to {articles.Count - 1}: at least one article must stand on each side.");
            var comparison = Comparison.Of([.. articles.Take(count)], [.. articles.Skip(count)]);
            var groups = EventGroups.Of([.. comparison.Articles.Select(reading => reading.Document)]);
            foreach (var reading in comparison.Articles.Where(reading => !reading.IsRead)) screen.Error.WriteLine($"{reading.Article.Id}: {reading.Problem}");
            if (parsed.GetValue(csv) is { } table)
            {
                using var file = OutputFile.Create(table);
                ComparisonCsv.Write(comparison, file);
            }

            if (parsed.GetValue(html) is { } page)
            {
                using var file = OutputFile.Create(page);
                ComparisonPage.Write(comparison, App.Version, file);
            }

            if (parsed.GetValue(json) is { } target) JsonOutput.Write(target, screen, writer => AccountsJson.WriteComparison(writer, comparison, groups));
            else AccountOutput.Write(screen.Out, comparison, groups);
        });
        return command;
    }
}
