using System.Net;

namespace Claque.Tests.Cli;

public sealed class ServeTests
{
    [Fact]
    public async Task The_address_is_the_only_line_and_answers_until_the_work_is_stopped()
    {
        using var desk = new Desk();
        desk.Write("posts.csv", Sample.Shares);
        desk.Done("import", desk["posts.csv"], "--case", desk["a.claque"]);
        using var stop = new CancellationTokenSource();
        var output = new StringWriter();
        var screen = new Claque.Cli.Terminal.Screen(output, new StringWriter(), () => Stream.Null, false, TimeProvider.System);
        var running = Task.Run(() => Claque.Cli.App.Run(["serve", desk["a.claque"], "--no-browser"], screen, stop.Token));
        while (!output.ToString().Contains('\n') && !running.IsCompleted) await Task.Delay(20);

        output.ToString().Trim().ShouldStartWith("http://127.0.0.1:");
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(output.ToString().Trim()) };
        (await http.GetAsync("overview.json")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await http.GetStringAsync("")).ShouldContain("<html");
        await stop.CancelAsync();
        (await running).ShouldBe(0);
        output.ToString().Trim().Split('\n').Length.ShouldBe(1);
        desk.Files.ShouldBe(["a.claque", "posts.csv"]);
    }

    [Fact]
    public void A_case_that_is_not_there_is_said_before_anything_is_served()
    {
        using var desk = new Desk();
        var ran = desk.Run("serve", desk["none.claque"], "--no-browser");
        ran.Exit.ShouldBe(1);
        ran.Out.ShouldBe("");
        ran.Error.ShouldContain("There is no case");
    }
}
