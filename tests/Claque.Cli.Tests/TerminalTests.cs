using Claque.Cli.Terminal;
using Claque.Reports;

namespace Claque.Tests.Cli;

public sealed class TerminalTests
{
    [Fact]
    public void In_a_pipe_no_progress_is_drawn_and_on_a_terminal_it_is_wiped()
    {
        using var quiet = new Desk();
        quiet.Done("detect", quiet.Write("shares.csv", Sample.Shares));
        using var watched = new Desk { Interactive = true };
        var ran = watched.Run("detect", watched.Write("shares.csv", Sample.Shares));
        ran.Error.ShouldContain("reading posts");
        ran.Error.Split('\r')[^1].ShouldBe("");
        ran.Error.Split('\r')[^2].Trim().ShouldBe("");
    }

    [Theory]
    [InlineData("importing", 50_000_000, 200_000_000L, 5, "importing  25 %  15 s left  (10.0 MB/s)")]
    [InlineData("reading posts", 500_000, null, 2, "reading posts  500,000  (250,000/s)")]
    [InlineData("pairing link", 0, null, 0, "pairing link")]
    [InlineData("auditing", 10, 100L, 100, "auditing  10 %  15 min 00 s left  (0/s)")]
    public void Progress_has_share_remaining_time_and_rate(string stage, long done, long? total, double seconds, string line) =>
        ProgressLine.Line(new StageProgress(stage, done, total), seconds).ShouldBe(line);

    [Fact]
    public void A_post_cannot_steer_the_terminal()
    {
        using var desk = new Desk();
        var file = desk.Write("escape.csv", Sample.Table("post_id,account,time,text,link", p => [p.Id, p.Account, p.Iso, "\u001b[2J\u202E" + p.Text, p.Link]));
        foreach (var shown in new[] { desk.Done("inspect", file), desk.Done("investigate", file, "--case", desk["c.claque"]), desk.Done("show", desk["c.claque"], "--group", "1") })
            shown.AsSpan().ContainsAny('\u001b', '\u202E').ShouldBeFalse();
    }

    [Theory]
    [InlineData("10s", 10)]
    [InlineData("5min", 300)]
    [InlineData("5m", 300)]
    [InlineData("1.5h", 5400)]
    [InlineData("500ms", 0.5)]
    [InlineData("90", 90)]
    [InlineData("1d", 86_400)]
    public void A_window_is_read_as_people_write_it(string text, double seconds) => Durations.Parse(text).TotalSeconds.ShouldBe(seconds);
}
