using System.Text.Json;

namespace Claque.Tests.Cli;

/// <summary><c>claque evaluate --laboratory</c>, pages of scores, and crews among real posts.</summary>
public sealed class LaboratoryTests
{
    private static readonly string[] Tiny =
        ["evaluate", "--laboratory", "--corpora", "1", "--crews", "1", "--accounts", "60", "--days", "7", "--decoys", "newsroom", "--plant", "6x8x1min", "--generator", "2"];

    [Fact]
    public void The_laboratory_gives_tables_pages_and_JSON_and_the_command_that_repeats_them()
    {
        using var desk = new Desk();
        var text = desk.Done([.. Tiny, "--markdown", desk["t.md"], "--html", desk["t.html"]]);
        const string command = "claque evaluate --laboratory --corpora 1 --crews 1 --seed 1 --accounts 60 --days 7 --generator 2 --decoys newsroom --plant 6x8x1min";
        text.ShouldContain(command);
        text.ShouldContain("Nothing planted");
        File.ReadAllText(desk["t.md"]).ShouldContain("    " + command + "\n");
        File.ReadAllText(desk["t.html"]).ShouldContain(command);

        var scores = desk.Json(Tiny);
        scores.GetProperty("command").GetString().ShouldBe(command);
        scores.GetProperty("corpora").GetArrayLength().ShouldBe(2);
        var claque = scores.GetProperty("summaries").EnumerateArray().First();
        claque.GetProperty("rule").GetString().ShouldBe("Claque");
        foreach (var field in new[] { "false_accounts", "false_accounts_low", "false_accounts_high", "corpora_with_any" })
            claque.GetProperty("nothing_planted").TryGetProperty(field, out _).ShouldBeTrue(field);
        foreach (var field in new[] { "realised_fdr_pairs", "realised_fdr_accounts_high", "precision", "recall", "auc", "power", "labelled_explained" })
            claque.GetProperty("crews_planted").TryGetProperty(field, out _).ShouldBeTrue(field);
        scores.GetProperty("summaries").EnumerateArray().Select(summary => summary.GetProperty("rule").GetString()).Distinct().ShouldContain("CooRTweet");
    }

    [Fact]
    public void One_result_gets_limits_rates_AUC_pages_and_the_usual_rules_on_its_posts()
    {
        using var desk = new Desk();
        desk.Done("simulate", "--out", desk["lab"], "--accounts", "100", "--days", "7", "--plant", "8x15x1min", "--decoys", "early-birds");
        desk.Done("detect", desk["lab/posts.csv"], "--accounts", desk["lab/a.csv"]);
        string[] line = ["evaluate", desk["lab/a.csv"], "--truth", desk["lab/truth.csv"], "--posts", desk["lab/posts.csv"]];
        var score = desk.Json([.. line, "--markdown", desk["s.md"], "--html", desk["s.html"]]);
        foreach (var field in new[] { "recall", "recall_low", "realised_fdr", "realised_fdr_low", "realised_fdr_high", "auc", "rates", "rules", "tiers" })
            score.TryGetProperty(field, out _).ShouldBeTrue(field);
        score.GetProperty("rates").EnumerateArray().Select(rate => rate.GetProperty("nominal").GetDouble()).ShouldBe([.01, .05, .1]);
        score.GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("rule").GetString()).ShouldBe(["CooRTweet", "60 s ≥ 2", "60 s ≥ 10", "TF-IDF cosine", "hypergeometric"]);
        File.ReadAllText(desk["s.md"]).ShouldContain("| early-birds | 40 |");
        File.ReadAllText(desk["s.html"]).ShouldStartWith("<!doctype html>");
        desk.Done(line).ShouldContain("AUC ");
    }

    [Fact]
    public void Crews_are_planted_among_real_posts_and_scored_without_calling_anybody_innocent()
    {
        using var desk = new Desk();
        desk.Done("simulate", "--out", desk["life"], "--accounts", "60", "--days", "7", "--decoys", "none");
        desk.Done("import", desk["life/posts.csv"], "--case", desk["life.claque"]);
        foreach (var background in new[] { desk["life/posts.csv"], desk["life.claque"] })
        {
            desk.Done("simulate", "--out", desk["mixed"], "--background", background, "--plant", "8x15x1min-c0", "--seed", "4").ShouldContain("background");
            desk.Done("detect", desk["mixed/posts.csv"], "--accounts", desk["a.csv"]);
            var score = desk.Json("evaluate", desk["a.csv"], "--truth", desk["mixed/truth.csv"]);
            score.GetProperty("recall").GetDouble().ShouldBeGreaterThan(.9);
            score.GetProperty("auc").ValueKind.ShouldBe(JsonValueKind.Null);
            score.GetProperty("roles").EnumerateArray().Select(role => role.GetProperty("role").GetString()).ShouldBe(["background", "crew"]);
        }
    }

    [Fact]
    public void A_stopped_laboratory_leaves_nothing_behind()
    {
        using var desk = new Desk();
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        desk.Run(stop.Token, [.. Tiny, "--markdown", desk["t.md"]]).Exit.ShouldBe(130);
        desk.Files.ShouldBeEmpty();
    }
}
