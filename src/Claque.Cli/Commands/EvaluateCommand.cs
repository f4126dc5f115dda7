using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Claque.Cli.Detecting;
using Claque.Cli.Evaluating;
using Claque.Cli.Terminal;
using Claque.Evaluation;
using Claque.Evaluation.Rules;
using Claque.Reading;
using Claque.Reports;
using Claque.Reports.Scores;

namespace Claque.Cli.Commands;

/// <summary><c>claque evaluate</c>: a result against a known truth, or Claque and the usual rules on many simulated corpora.</summary>
internal static class EvaluateCommand
{
    public static Command Make(Screen screen)
    {
        var result = new Argument<string?>("RESULT_ACCOUNTS.csv")
        {
            Description = "Accounts with their tier, as 'claque detect --accounts' writes them.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var truth = new Option<string?>("--truth") { Description = "The truth, as 'claque simulate' writes it: account_id,role,crew.", HelpName = "truth.csv" };
        var posts = new Option<string?>("--posts") { Description = "The posts of that result: the usual rules are scored on them too.", HelpName = "CASE_OR_FILE" };
        var markdown = new Option<string?>("--markdown") { Description = "Write all tables as a Markdown page.", HelpName = "FILE" };
        var html = new Option<string?>("--html") { Description = "Write all tables as a web page that needs nothing else.", HelpName = "FILE" };
        var json = SharedOptions.Json();
        var laboratory = new LaboratoryFlags();
        var command = new TaughtCommand("evaluate", "Scores a result against a known truth, or Claque on many simulated corpora.", """
            Scores accounts against a known truth: recall, precision, realised false-discovery rate at 1, 5 and 10 %, false
            accounts per 1,000 by role, AUC, each with its 95 % limits. Any tool's result will do: a CSV with the columns
            account and tier. With --posts the field's usual rules are scored on the same posts.

            With --laboratory it makes many corpora itself, with nothing planted and with crews, by two simulators, and
            scores Claque beside the usual rules (CooRTweet, 60 s, TF-IDF cosine, hypergeometric). This repeats the tables
            in the documentation. The same options give the same bytes.

            Examples:
              claque simulate --out lab --plant grid && claque detect lab/posts.csv --accounts lab/accounts.csv
              claque evaluate lab/accounts.csv --truth lab/truth.csv
              claque evaluate lab/accounts.csv --truth lab/truth.csv --posts lab/posts.csv --html scores.html
              claque evaluate --laboratory --corpora 3 --crews 2 --accounts 500 --days 14
              claque evaluate --laboratory --corpora 100 --crews 30 --seed 500 --markdown table.md --html table.html
              claque evaluate --laboratory --corpora 0 --crews 10 --plant 8x8x20min-c0-text,8x15x20min-c90-text-paraphrase
            """) { result, truth, posts, markdown, html, json };
        laboratory.AddTo(command);
        command.SetAction((parsed, stop) =>
        {
            foreach (var (option, name) in new[] { (markdown, "--markdown"), (html, "--html"), (json, "--json") })
                OutputFile.Check(parsed.GetValue(option), name, new[] { parsed.GetValue(result), parsed.GetValue(truth), parsed.GetValue(posts) }.OfType<string>());
            foreach (var (option, name) in new[] { (markdown, "--markdown"), (html, "--html") })
                if (parsed.GetValue(option) == "-") throw new InputException($"{name} has \"-\", expected a file to write.");
            var targets = new Targets(parsed.GetValue(markdown), parsed.GetValue(html), parsed.GetValue(json));
            if (laboratory.Wanted(parsed))
            {
                if (parsed.GetValue(result) is not null || parsed.GetValue(truth) is not null || parsed.GetValue(posts) is not null)
                    throw new InputException("--laboratory makes its own corpora. Leave out RESULT_ACCOUNTS.csv, --truth and --posts, or leave out --laboratory to score that result.");
                RunLaboratory(laboratory.Read(parsed), laboratory.Command(parsed), targets, screen, stop);
            }
            else
            {
                var file = parsed.GetValue(result) ?? throw new InputException("No result given. Write: claque evaluate RESULT_ACCOUNTS.csv --truth truth.csv, or claque evaluate --laboratory.");
                var known = parsed.GetValue(truth) ?? throw new InputException($"No truth given. Write: claque evaluate {Shell.Word(file)} --truth truth.csv");
                ScoreResult(file, known, parsed.GetValue(posts), targets, parsed, screen, stop);
            }

            return Task.FromResult(0);
        });
        return command;
    }

    private sealed record Targets(string? Markdown, string? Html, string? Json);

    private static void RunLaboratory(LaboratoryOptions options, string command, Targets targets, Screen screen, CancellationToken stop)
    {
        LaboratoryResult scores;
        using (var progress = new ProgressLine(screen)) scores = Laboratory.Run(options, progress, stop);
        var page = LaboratorySections.Page(scores, command, App.Version);
        Write(page, targets);
        if (targets.Json is { } target) JsonOutput.Write(target, screen, writer => LaboratoryJson.Write(writer, scores, command));
        else SectionText.Write(screen.Out, page.Sections);
    }

    private static void ScoreResult(string file, string truth, string? posts, Targets targets, ParseResult parsed, Screen screen, CancellationToken stop)
    {
        var judged = Table(file, "account").Select(row => new JudgedAccount(row("account"), row("tier"), row("explained")) { Q = QValue(row("q"), file) }).ToList();
        var known = Table(truth, "account_id", "role").Select(row => new TrueAccount(row("account_id"), row("role"), row("crew"))).ToList();
        var scores = Evaluation.Evaluation.Score(judged, known);
        var rank = Evaluation.Evaluation.Rank(judged, known);
        var usual = posts is null ? [] : JudgePosts(posts, known, parsed, screen, stop);
        var command = $"claque evaluate {Shell.Word(file)} --truth {Shell.Word(truth)}{(posts is null ? "" : " --posts " + Shell.Word(posts))}";
        var page = ScoreSections.Page(Path.GetFileName(file), scores, rank, usual, command, App.Version);
        Write(page, targets);
        if (targets.Json is { } target)
        {
            JsonOutput.Write(target, screen, writer => ScoreJson.Write(writer, scores, rank, usual));
            return;
        }

        foreach (var score in scores) WriteText(screen.Out, score);
        if (rank.Auc is { } auc) screen.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"AUC {auc:0.000}: the chance that a planted account is ranked before an innocent one."));
        else if (scores[0].False.Of == 0) Cut.WriteWrapped(screen.Out, "The truth knows no innocent account: of precision and false accounts nothing can be said, only of recall.");
        screen.Out.WriteLine();
        SectionText.Write(screen.Out, new[] { ScoreSections.Rates(rank), ScoreSections.Usual(usual) }.OfType<Reports.ReportSection>());
    }

    private static ImmutableArray<RuleScore> JudgePosts(string posts, IReadOnlyList<TrueAccount> truth, ParseResult parsed, Screen screen, CancellationToken stop)
    {
        using var progress = new ProgressLine(screen);
        using var source = DetectionInput.Open(posts, new ReadingOptions(), parsed, screen);
        return Laboratory.Judge(source.Posts, truth, UsualRules.All, progress, stop);
    }

    private static void Write(SectionPage page, Targets targets)
    {
        foreach (var (path, write) in new (string?, Action<Stream>)[] { (targets.Markdown, page.WriteMarkdown), (targets.Html, page.WriteHtml) })
        {
            if (path is null) continue;
            using var file = OutputFile.Create(path);
            write(file);
        }
    }

    private static double? QValue(string cell, string file)
    {
        if (cell.Length == 0) return null;
        return double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var q) && q is >= 0 and <= 1
            ? q
            : throw new InputException($"{file}: q is \"{cell}\", expected a number from 0 to 1 or nothing.");
    }

    /// <summary>The rows of a small table; each gives the cell of a column, empty where the table has no such column.</summary>
    private static IEnumerable<Func<string, string>> Table(string path, params string[] needed)
    {
        if (!File.Exists(path)) throw new InputException($"{path}: there is no such file.");
        using var rows = SmallTable.Rows(path).GetEnumerator();
        var header = rows.MoveNext() ? rows.Current : throw new InputException($"{path} is empty, expected a table with the columns {string.Join(", ", needed)}.");
        foreach (var column in needed)
            if (!header.Contains(column)) throw new InputException($"{path} has the columns {string.Join(", ", header)}; \"{column}\" is missing.");
        while (rows.MoveNext())
        {
            var row = rows.Current;
            yield return column => Array.IndexOf(header, column) is >= 0 and var c && c < row.Length ? row[c] : "";
        }
    }

    private static void WriteText(TextWriter to, TierScore score)
    {
        to.WriteLine($"Tier {score.Tier}");
        to.WriteLine($"  recall {Percent(score.Recall)}, precision {Percent(score.Precision)}, realised FDR {score.RealisedFdr:P1} (95 %: {score.RealisedShare.Low:P1} to {score.RealisedShare.High:P1}), false accounts per 1,000: {score.FalsePerThousand:0.###} (95 %: {1000 * score.False.Low:0.###} to {1000 * score.False.High:0.###})");
        var table = new TextTable("role", "accounts", "flagged", "per 1,000", "labelled explained");
        foreach (var role in score.Roles)
            table.Add(role.Role, $"{role.Flagged.Of:N0}", $"{role.Flagged.Hits:N0}", $"{role.PerThousand:0.###}", role.Explained && role.Flagged.Hits > 0 ? $"{role.LabelledExplained.Value:P0}" : "");
        table.Write(to);
        if (score.Crews.Length > 0)
        {
            var crews = new TextTable("crew", "accounts", "found", "recall");
            foreach (var crew in score.Crews) crews.Add(crew.Role, $"{crew.Flagged.Of}", $"{crew.Flagged.Hits}", $"{crew.Flagged.Value:P0}");
            crews.Write(to);
        }

        to.WriteLine();
    }

    private static string Percent(Share share) => $"{share.Hits:N0} of {share.Of:N0} = {share.Value:P1} (95 %: {share.Low:P1} to {share.High:P1})";
}
