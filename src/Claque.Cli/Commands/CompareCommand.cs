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
        var files = new Argument<string[]>("ARTICLE") { Description = "Two or more articles: saved pages, .txt, .jsonl (id, text, …), folders of them, or a case.", Arity = ArgumentArity.OneOrMore };
        var left = Side("--left", "left");
        var right = Side("--right", "right");
        var names = SharedOptions.Names();
        var json = SharedOptions.Json();
        var csv = new Option<string?>("--csv") { Description = "Write the rows as CSV to a file.", HelpName = "FILE" };
        var html = new Option<string?>("--html") { Description = "Write the three columns as one HTML page.", HelpName = "FILE" };
        var command = new TaughtCommand("compare", "Lays rival accounts side by side: who says what, and where it collides.", """
            Lays articles side by side by entity and aspect: what both say, what only one says, which figures differ, what each
            calls the same thing, and on whose word. It judges nothing: neither side is called right or wrong, and exchanging
            the sides exchanges the columns. The first article is the left side unless --left or --right say otherwise. For a
            case of more than two articles without them it only proposes which belong to one event or subject.

            Examples:
              claque compare visit.txt investigation.txt --html compare.html
              claque compare visit.txt investigation.txt --json -
              claque compare quay.claque
              claque compare quay.claque --left 1 --right 2,3
            """) { files, left, right, names, json, csv, html };
        command.SetAction((parsed, stop) =>
        {
            var paths = parsed.GetValue(files)!;
            foreach (var (option, target) in new[] { ("--json", parsed.GetValue(json)), ("--csv", parsed.GetValue(csv)), ("--html", parsed.GetValue(html)) }) OutputFile.Check(target, option, paths);
            var articles = ArticleInput.Read(paths);
            if (articles.Count < 2) throw new InputException($"compare was given {(articles.Count == 0 ? "no article" : "1 article")}, expected two or more. Give a second file.");
            var (ofLeft, ofRight) = (parsed.GetValue(left) ?? [], parsed.GetValue(right) ?? []);
            if (articles.Count > 2 && ofLeft.Length + ofRight.Length == 0 && paths.Any(ArticleInput.IsCase))
            {
                var proposed = EventGroups.Of(articles, stop);
                if (parsed.GetValue(json) is { } to) JsonOutput.Write(to, screen, writer => GroupsJson.Write(writer, articles, proposed));
                else AccountOutput.Groups(screen.Out, articles, proposed);
                return Task.CompletedTask;
            }

            var sides = SideOptions.Of(articles, ofLeft, ofRight);
            var comparison = Comparison.Of(sides.Left, sides.Right, null, NamesFile.For(paths, parsed.GetValue(names)));
            var groups = EventGroups.Of([.. comparison.Articles.Select(reading => reading.Document)], EventGroups.Least, [.. comparison.Articles.Select(reading => reading.Article.Outlet ?? "")], stop);
            foreach (var reading in comparison.Articles.Where(reading => !reading.IsRead)) screen.Error.WriteLine($"{reading.Article.Id}: {reading.Problem}");
            if (parsed.GetValue(names) is { } corrections) foreach (var line in NamesFile.Unmet(corrections, comparison.Entities)) screen.Error.WriteLine(line);
            Files(comparison, parsed.GetValue(csv), parsed.GetValue(html));
            if (parsed.GetValue(json) is { } whole) JsonOutput.Write(whole, screen, writer => AccountsJson.WriteComparison(writer, comparison, groups));
            else AccountOutput.Write(screen.Out, comparison, groups);
            return Task.CompletedTask;
        });
        return command;
    }

    private static Option<string[]> Side(string name, string side) => new(name) { Description = $"Articles of the {side} side, by id or by number from 1; several with commas or by giving it again. Default: those of no other side.", HelpName = "IDS" };

    private static void Files(Comparison comparison, string? csv, string? html)
    {
        if (csv is not null)
        {
            using var file = OutputFile.Create(csv);
            ComparisonCsv.Write(comparison, file);
        }

        if (html is not null)
        {
            using var file = OutputFile.Create(html);
            ComparisonPage.Write(comparison, App.Version, file);
        }
    }
}
