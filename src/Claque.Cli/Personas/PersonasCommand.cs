using System.CommandLine;
using Claque.Cli.Commands;
using Claque.Cli.Terminal;
using Claque.Personas;
using Claque.Reports.Personas;

namespace Claque.Cli.Personas;

/// <summary><c>claque personas</c>: several names of one hand, several hands under one name.</summary>
internal static class PersonasCommand
{
    public static Command Make(Screen screen)
    {
        var files = new Argument<string[]>("FILES") { Description = "A case, or articles with bylines (one a line, .jsonl; pages; folders). With --accounts a case or one file of posts.", Arity = ArgumentArity.OneOrMore };
        var accounts = new Option<bool>("--accounts") { Description = "Compare accounts by their own posts, pooled, instead of bylines by their articles." };
        var json = SharedOptions.Json();
        var pairs = new Option<string?>("--pairs") { Description = "Write all pairs as CSV.", HelpName = "PAIRS.csv" };
        var bylines = new Option<string?>("--bylines") { Description = "Write a line for each byline as CSV: words, hands, change over time, habits.", HelpName = "BYLINES.csv" };
        var hands = new Option<string?>("--hands") { Description = "Write as CSV which of two hands each article of a byline would go to.", HelpName = "HANDS.csv" };
        var page = new Option<string?>("--report") { Description = "Write a page that opens offline.", HelpName = "PAGE.html" };
        var seed = new Option<int>("--seed") { Description = "Seed of everything random.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var reading = new ReadingOptions();
        var command = new TaughtCommand("personas", "Compares bylines or accounts: one hand under several names, several hands under one.", """
            Measures the style of every byline without quotations, passages shared with other articles, and whatever is not the
            article's own prose, and compares all with all. The other writers of the case, those nearest on topic, are the
            reference: a ratio says how much likelier the styles are under one hand than under two of them. A pair is called one
            hand only with 6,000 clean words on each side, a ratio of at least 100, and a chance of two hands of at most 2 % after
            as many comparisons; the nearest other byline stands beside it. Most pairs get no verdict. It never says who wrote.

            With --accounts the own posts of each account are pooled: without reshares, quotations, links, handles, hashtags, and
            texts that two accounts posted. Accounts with fewer than 1,500 words of their own are only counted.

            Examples:
              claque personas harbour.claque
              claque personas columns.jsonl
              claque personas columns.jsonl --pairs pairs.csv --report personas.html
              claque personas columns.jsonl --json -
              claque personas posts.csv --accounts
            """) { files, accounts, json, pairs, bylines, hands, page, seed };
        reading.AddTo(command);
        command.SetAction((parsed, stop) =>
        {
            var paths = parsed.GetValue(files)!;
            OutputFile.Check(parsed.GetValue(json), "--json", paths);
            OutputFile.Check(parsed.GetValue(pairs), "--pairs", paths);
            OutputFile.Check(parsed.GetValue(bylines), "--bylines", paths);
            OutputFile.Check(parsed.GetValue(hands), "--hands", paths);
            OutputFile.Check(parsed.GetValue(page), "--report", paths);
            var read = parsed.GetValue(accounts) ? PersonasInput.OfAccounts(paths, reading, parsed, screen, stop) : PersonasInput.OfBylines(paths, reading, parsed, screen, stop);
            var study = PersonaStudy.Of(read.Articles, PersonaOptions.Default with { Seed = (ulong)parsed.AtLeast(seed, 0) }, stop);
            if (parsed.GetValue(pairs) is { } csv) OutputFile.Write(csv, screen, stream => PersonaCsv.Write(study, stream));
            if (parsed.GetValue(bylines) is { } table) OutputFile.Write(table, screen, stream => PersonaCsv.WriteBylines(study, stream));
            if (parsed.GetValue(hands) is { } split) OutputFile.Write(split, screen, stream => PersonaCsv.WriteHands(study, stream));
            if (parsed.GetValue(page) is { } html) OutputFile.Write(html, screen, stream => PersonaPage.Write(study, read.Terms, read.Opening, App.Version, stream));
            if (parsed.GetValue(json) is { } target) PersonasJson.Write(target, screen, study, read.Terms, read.WriteFields);
            else PersonasText.Write(screen.Out, study, read.Terms, read.Opening);
            return Task.FromResult(0);
        });
        return command;
    }
}
