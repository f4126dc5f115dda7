using System.CommandLine;
using Claque.Articles;
using Claque.Cli.Articles;
using Claque.Cli.Commands;
using Claque.Cli.Terminal;
using Claque.Lineage;
using Claque.Personas;
using Claque.Reading;
using Claque.Reports.Personas;

namespace Claque.Cli.Personas;

/// <summary><c>claque personas</c>: several bylines of one hand, several hands under one byline.</summary>
internal static class PersonasCommand
{
    public static Command Make(Screen screen)
    {
        var files = new Argument<string[]>("FILES") { Description = "A case, or articles with bylines (one a line, .jsonl; pages; folders).", Arity = ArgumentArity.OneOrMore };
        var json = SharedOptions.Json();
        var pairs = new Option<string?>("--pairs") { Description = "Write all pairs of bylines as CSV.", HelpName = "PAIRS.csv" };
        var page = new Option<string?>("--report") { Description = "Write a page that opens offline.", HelpName = "PAGE.html" };
        var seed = new Option<int>("--seed") { Description = "Seed of everything random.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var command = new TaughtCommand("personas", "Compares bylines: one hand under several names, several hands under one.", """
            Measures the style of every byline without quotations, passages shared with other articles, and whatever is not the
            article's own prose, and compares all with all. The other writers of the case, those nearest on topic, are the reference: a ratio says how much likelier the styles are under one hand than
            under two of them. A pair is called one hand only with enough words, a ratio of at least 100 and a false-discovery
            rate of at most 5 %; the strongest innocent rival stands beside it. Most pairs get no verdict. It never says who wrote.

            Examples:
              claque personas harbour.claque
              claque personas columns.jsonl
              claque personas columns.jsonl --pairs pairs.csv --report personas.html
              claque personas columns.jsonl --json -
            """) { files, json, pairs, page, seed };
        command.SetAction(parsed =>
        {
            var paths = parsed.GetValue(files)!;
            OutputFile.Check(parsed.GetValue(json), "--json", paths);
            OutputFile.Check(parsed.GetValue(pairs), "--pairs", paths);
            OutputFile.Check(parsed.GetValue(page), "--report", paths);
            var rejects = new List<ArticleReject>();
            var articles = ArticleInput.Read(paths, rejected: rejects.Add);
            if (rejects.Count > 0) screen.Error.WriteLine($"Records passed over: {rejects.Count:N0}. The first: {rejects[0].Reason}");
            var named = BylineArticles.Of(articles, new PassageOptions());
            if (named.Count == 0) throw new InputException("No article has a byline. Give articles with \"byline\", one a line.");
            var study = PersonaStudy.Of(named, PersonaOptions.Default with { Seed = (ulong)parsed.AtLeast(seed, 0) });
            if (parsed.GetValue(pairs) is { } csv) OutputFile.Write(csv, screen, stream => PersonaCsv.Write(study, stream));
            if (parsed.GetValue(page) is { } html) OutputFile.Write(html, screen, stream => PersonaPage.Write(study, App.Version, stream));
            if (parsed.GetValue(json) is { } target) PersonasJson.Write(target, screen, study, articles.Count - named.Count);
            else PersonasText.Write(screen.Out, study, articles.Count - named.Count);
        });
        return command;
    }
}
