using Microsoft.Playwright;

namespace Claque.Tests.Browser;

/// <summary>The path of an investigation, from nothing to the report, as a person walks it.</summary>
[Collection("browser")]
public sealed class JourneyTests(Workplace workplace)
{
    [ChromiumFact]
    public void The_demo_says_what_it_is_doing_even_after_a_reload() => workplace.StagesSeen.Count.ShouldBeGreaterThan(1);

    [ChromiumFact]
    public async Task From_a_dropped_file_to_its_findings()
    {
        await using var visit = await workplace.Start();
        var page = visit.Page;
        await page.GetByLabel("Name of the file").FillAsync("harbour.claque");
        await page.GetByLabel("What do you want to know?").FillAsync("Who echoes the Ferry Times?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make it" }).ClickAsync();
        await page.GetByText("Drop files here").WaitForAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "spring.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(Invented.Csv) });
        await visit.Arrives("/files/");
        await visit.Settled();
        (await page.Locator(".claim").InnerTextAsync()).ShouldStartWith("Recognised as");
        (await page.Locator(".facts").InnerTextAsync()).ShouldContain("clock to the second");
        await visit.Picture("journey-1-mapping");
        await page.GetByRole(AriaRole.Button, new() { Name = "Import", Exact = true }).ClickAsync();
        await visit.Arrives("/jobs/");
        await page.GetByText("rows that could not be used").First.WaitForAsync();
        var receipt = await page.Locator(".receipt").InnerTextAsync();
        receipt.ShouldContain("900");
        receipt.ShouldContain("SHA-256");
        await visit.Picture("journey-2-receipt");
        await page.ReloadAsync();
        await page.GetByText("rows that could not be used").First.WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Find who acts in concert" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "What was found" }).ClickAsync();
        await visit.Settled();
        (await page.Locator(".findings").InnerTextAsync()).ShouldContain("6\u00A0accounts");
        await visit.Picture("journey-3-found");
        visit.Mishaps.ShouldBeEmpty();
    }

    [ChromiumFact]
    public async Task From_a_group_to_an_exhibit_to_a_dismissal_to_the_report()
    {
        await using var visit = await workplace.OpenDemo();
        var page = visit.Page;
        await visit.Go("/overview");
        var explained = (await page.Locator(".findings li").AllInnerTextsAsync()).Select(text => text.Contains("Explained by", StringComparison.Ordinal)).ToList();
        explained.Distinct().Count().ShouldBe(2, "the demo has crews and feeds");
        explained.SequenceEqual(explained.Order()).ShouldBeTrue("no feed stands before a group that nothing explains");
        await page.Locator(".findings a").First.ClickAsync();
        await visit.Settled();
        (await visit.Heading()).ShouldStartWith("Group");
        await page.Locator(".exhibit").First.WaitForAsync();
        var shared = await page.Locator(".exhibit .shared").First.InnerTextAsync();
        await page.Locator(".exhibit").First.GetByRole(AriaRole.Button, new() { Name = "Add to the report" }).ClickAsync();
        await page.GetByText("In the report").First.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep", Exact = true }).ClickAsync();
        await page.GetByText("✓ Kept").WaitForAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "next", Exact = true }).ClickAsync();
        await visit.Settled();
        var dismissed = (await visit.Heading()).Split('\n')[0].Split("  ")[0];
        await page.GetByRole(AriaRole.Button, new() { Name = "Dismiss …" }).ClickAsync();
        await page.GetByLabel("Reason").FillAsync("The desks of one newsroom");
        await page.GetByRole(AriaRole.Button, new() { Name = "Dismiss", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it up again" }).WaitForAsync();

        await visit.Go("/decisions");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("The desks of one newsroom");
        await visit.Picture("journey-4-decisions");
        await visit.Go("/groups?status=dismissed");
        (await page.Locator("tbody tr").CountAsync()).ShouldBe(1);

        await visit.Go("/report");
        await page.GetByLabel("Your words beside it").FillAsync("The clearest of them.");
        await page.GetByLabel("Your words beside it").BlurAsync();
        await visit.Settled();
        await visit.Picture("journey-5-report");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Write the report" }).ClickAsync());
        var report = await File.ReadAllTextAsync(await download.PathAsync());
        report.ShouldContain("The clearest of them.");
        report.ShouldContain(shared.Replace("Shared: ", "", StringComparison.Ordinal).Trim());
        report.ShouldNotContain("id=\"group-" + dismissed.Replace("Group ", "", StringComparison.Ordinal).Trim() + "\"");
        visit.Mishaps.ShouldBeEmpty();
    }

    [ChromiumFact]
    public async Task A_state_of_the_page_can_be_reloaded_shared_and_gone_back_from()
    {
        await using var visit = await workplace.OpenDemo();
        var page = visit.Page;
        await visit.Go("/groups");
        var all = await page.Locator("tbody tr").CountAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "dismissed", Exact = true }).ClickAsync();
        await page.GetByText("No group.").WaitForAsync();
        page.Url.ShouldContain("status=dismissed");
        await page.ReloadAsync();
        await page.GetByText("No group.").WaitForAsync();
        await page.GoBackAsync();
        await page.Locator("tbody tr").First.WaitForAsync();
        (await page.Locator("tbody tr").CountAsync()).ShouldBe(all);

        await visit.Go("/groups/3");
        await page.Locator("#timeline tbody a").First.ClickAsync();
        await page.WaitForFunctionAsync("location.search.includes('from=')");
        var closer = page.Url;
        await visit.Settled();
        var marks = await page.Locator("svg.timeline desc").TextContentAsync();
        await page.GotoAsync(closer);
        await visit.Settled();
        (await page.Locator("svg.timeline desc").TextContentAsync()).ShouldBe(marks);
        await visit.Picture("group-moment");
        visit.Mishaps.ShouldBeEmpty();
    }
}
