using Microsoft.Playwright;

namespace Claque.Tests.Browser;

/// <summary>Posts that try to act are shown harmlessly, and what they hide is seen.</summary>
[Collection("browser")]
public sealed class HostilePostTests(Workplace workplace)
{
    [ChromiumFact]
    public async Task Hostile_posts_are_shown_and_do_nothing()
    {
        await using var visit = await workplace.Start();
        var page = visit.Page;
        await Import(visit);
        foreach (var address in new[] { "/overview", "/search", "/search?q=harmless", "/posts/1", "/posts/7", "/posts/16", "/posts/19", "/accounts/:a0", "/sources/1" })
        {
            await visit.Go(address);
            (await page.EvaluateAsync<int>("document.querySelectorAll('main script, main img, main b, main svg[onload]').length")).ShouldBe(0, address);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, address);
        }

        await visit.Go("/posts/1");
        (await page.Locator("main .text").First.InnerTextAsync()).ShouldContain("<script>alert(1)</script>");
        await visit.Go("/posts/7");
        (await page.Locator("main .text .ctl").AllInnerTextsAsync()).ShouldContain("U+202E");
        await visit.Picture("hostile-direction");
        await visit.Go("/posts/10");
        (await page.Locator("main .text .ctl").AllInnerTextsAsync()).ShouldContain("U+200B");
        await visit.Go("/posts/13");
        (await page.Locator("main .text .ctl").CountAsync()).ShouldBe(0, "A zero-width non-joiner within a Persian word is ordinary spelling.");
        (await page.Locator("main .text").First.EvaluateAsync<string>("e => getComputedStyle(e).direction")).ShouldBe("rtl");
        await visit.Go("/posts/19");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("more characters");
        await visit.Picture("hostile-long");
        visit.Mishaps.ShouldBeEmpty();
    }

    private static async Task Import(Visit visit)
    {
        var page = visit.Page;
        await page.GetByLabel("Name of the file").FillAsync("hostile.claque");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make it" }).ClickAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "<b>hostile</b>.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(Invented.Hostile) });
        await visit.Arrives("/files/");
        await visit.Settled();
        await visit.Picture("hostile-mapping");
        await page.GetByRole(AriaRole.Button, new() { Name = "Import", Exact = true }).ClickAsync();
        await page.GetByText("rows read").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Find who acts in concert" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "What was found" }).WaitForAsync();
    }
}
