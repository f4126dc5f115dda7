using System.CommandLine;
using Claque.Cli.Articles;
using Claque.Cli.Terminal;
using Claque.Reports.Accounts;
using Claque.Statements.Comparing;

namespace Claque.Cli.Commands;

/// <summary><c>claque statements</c>: who says what, on whose word.</summary>
internal static class StatementsCommand
{
    public static Command Make(Screen screen)
    {
        var files = new Argument<string[]>("ARTICLE") { Description = "Articles: saved pages, .txt (one each), .jsonl (one a line: id, text, …), folders of them, or a case.", Arity = ArgumentArity.OneOrMore };
        var names = SharedOptions.Names();
        var json = SharedOptions.Json();
        var command = new TaughtCommand("statements", "Finds who says what in articles, on whose word.", """
            Finds statements with source, cue and content, figures, names under all their forms, and what each article rests
            on: who is heard, whether the writer was there, who was asked. English only. A rule grammar without a model: every
            statement names its rule and how often that rule was right on annotated news.

            Examples:
              claque statements visit.txt investigation.txt
              claque statements visit.txt --json -
            """) { files, names, json };
        command.SetAction(parsed =>
        {
            var paths = parsed.GetValue(files)!;
            OutputFile.Check(parsed.GetValue(json), "--json", paths);
            var readings = ReadArticle.Each(ArticleInput.Read(paths), NamesFile.For(paths, parsed.GetValue(names)));
            if (parsed.GetValue(names) is { } corrections) foreach (var line in NamesFile.Unmet(corrections, readings.SelectMany(reading => reading.Entities))) screen.Error.WriteLine(line);
            foreach (var (article, _) in readings.Where(reading => !reading.Article.IsRead)) screen.Error.WriteLine($"{article.Article.Id}: {article.Problem}");
            if (parsed.GetValue(json) is { } target) JsonOutput.Write(target, screen, writer => AccountsJson.WriteArticles(writer, readings));
            else foreach (var (article, _) in readings) screen.Out.Write(AccountOutput.Page(article));
        });
        return command;
    }
}
