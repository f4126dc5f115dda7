using Microsoft.Playwright;

namespace Claque.Tests.Browser;

/// <summary>What the pointer does that keys do in other ways: dragging, and stopping work.</summary>
[Collection("browser")]
public sealed class HandTests(Workplace workplace)
{
    [ChromiumFact]
    public async Task Work_that_is_cancelled_stops_and_says_so_after_a_reload_too()
    {
        await using var visit = await workplace.Start();
        var page = visit.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Try the demo" }).ClickAsync();
        await visit.Arrives("/jobs/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await page.GetByText("It was cancelled.").WaitForAsync();
        (await visit.Heading()).ShouldContain("cancelled");
        await page.ReloadAsync();
        await page.GetByText("It was cancelled.").WaitForAsync();
        Directory.EnumerateFiles(visit.Folder, "*.claque", SearchOption.AllDirectories).ShouldBeEmpty("A demo that was not finished leaves no case.");
        await page.Locator("header .running").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        visit.Mishaps.ShouldBeEmpty();
    }

    [ChromiumFact]
    public async Task Dragging_over_days_narrows_the_network_to_them_and_the_whole_time_comes_back()
    {
        await using var visit = await workplace.OpenDemo();
        var page = visit.Page;
        await visit.Go("/network");
        await Drag(page, ".netbrush svg", 0.3, 0.6);
        await page.WaitForFunctionAsync("() => location.search.includes('from=') && location.search.includes('to=')");
        await visit.Settled();
        var (from, to) = (await page.Locator(".filters input.day").First.InputValueAsync(), await page.Locator(".filters input.day").Nth(1).InputValueAsync());
        string.CompareOrdinal(from, to).ShouldBeLessThan(0);
        await page.Locator(".netbrush .brush").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Whole time" }).ClickAsync();
        await page.WaitForFunctionAsync("() => !location.search.includes('from=')");
        visit.Mishaps.ShouldBeEmpty();
    }

    [ChromiumFact]
    public async Task Dragging_over_the_timeline_of_a_group_looks_closer()
    {
        await using var visit = await workplace.OpenDemo();
        var page = visit.Page;
        await visit.Go("/groups/1");
        var before = await page.Locator("svg.timeline .tick").AllTextContentsAsync();
        await Drag(page, "svg.timeline", 0.45, 0.65);
        await page.WaitForFunctionAsync("() => location.search.includes('from=') && location.search.includes('to=')");
        await visit.Settled();
        (await page.Locator("svg.timeline .tick").AllTextContentsAsync()).ShouldNotBe(before);
        await page.GoBackAsync();
        visit.Mishaps.ShouldBeEmpty();
    }

    private static async Task Drag(IPage page, string what, double from, double to)
    {
        var figure = page.Locator(what).First;
        await figure.ScrollIntoViewIfNeededAsync();
        var box = (await figure.BoundingBoxAsync())!;
        var y = box.Y + (box.Height * 0.5f);
        await page.Mouse.MoveAsync((float)(box.X + (box.Width * from)), y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync((float)(box.X + (box.Width * ((from + to) / 2))), y, new() { Steps = 4 });
        await page.Mouse.MoveAsync((float)(box.X + (box.Width * to)), y, new() { Steps = 4 });
        await page.Mouse.UpAsync();
    }
}
