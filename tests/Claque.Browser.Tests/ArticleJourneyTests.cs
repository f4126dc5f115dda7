using Claque.Tests.Shared;
using Microsoft.Playwright;

namespace Claque.Tests.Browser;

/// <summary>From saved articles to who took from whom, as a person walks it.</summary>
[Collection("browser")]
public sealed class ArticleJourneyTests(Workplace workplace)
{
    [ChromiumFact]
    public async Task From_dropped_articles_to_a_family_to_an_edit_in_its_place()
    {
        await using var visit = await workplace.Start();
        var page = visit.Page;
        await page.GetByLabel("Name of the file").FillAsync("selby.claque");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make it" }).ClickAsync();
        await page.GetByText("Drop files here").WaitForAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(Path.Combine(RealData.Root, "samples", "port-selby", "articles.jsonl"));
        await visit.Arrives("/files/");
        await visit.Settled();
        (await page.Locator(".claim").InnerTextAsync()).ShouldContain("articles");
        await visit.Picture("journey-4-articles-file");
        await page.GetByRole(AriaRole.Button, new() { Name = "Import", Exact = true }).ClickAsync();
        await visit.Arrives("/jobs/");
        await page.GetByRole(AriaRole.Link, new() { Name = "The articles" }).ClickAsync();
        await visit.Arrives("/articles");
        await page.GetByRole(AriaRole.Link, new() { Name = "Lineage" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Look for copies" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "What was found" }).ClickAsync();
        await visit.Arrives("/lineage");
        await visit.Settled();
        await page.Locator("tbody a").First.ClickAsync();
        await visit.Settled();
        (await visit.Heading()).ShouldStartWith("Family 1");
        (await page.Locator(".claim").InnerTextAsync()).ShouldContain("Earliest seen");
        await page.GetByRole(AriaRole.Link, new() { Name = "Both versions side by side" }).Nth(1).ClickAsync();
        await visit.Arrives("/versions");
        await visit.Settled();
        await page.Locator("#edits").GetByRole(AriaRole.Link, new() { Name = "1,207" }).First.ClickAsync();
        await visit.Arrives("/articles/");
        await visit.Settled();
        (await page.Locator(".blocks mark").InnerTextAsync()).ShouldBe("1,207");
        await page.GoBackAsync();
        await visit.Arrives("/versions");
        visit.Mishaps.ShouldBeEmpty();
    }

    [ChromiumFact]
    public async Task A_claim_opens_its_place_and_going_back_finds_the_sides_again()
    {
        await using var visit = await workplace.OpenDemo();
        var page = visit.Page;
        await visit.Go("/compare");
        await page.Locator(".subject", new() { HasText = "Camp Alder" }).GetByRole(AriaRole.Link, new() { Name = "Lay side by side" }).ClickAsync();
        await page.Locator("#claims .claimed a").First.WaitForAsync();
        (await page.Locator(".r-differ").First.InnerTextAsync()).ShouldContain("differ");
        var claim = await page.Locator("#claims .claimed a").First.InnerTextAsync();
        await page.Locator("#claims .claimed a").First.ClickAsync();
        await visit.Arrives("/articles/");
        await visit.Settled();
        (await page.Locator(".blocks mark").AllInnerTextsAsync()).ShouldBe([claim]);
        await page.GoBackAsync();
        await page.Locator("#claims .claimed a").First.WaitForAsync();
        await page.Locator("#claims").GetByRole(AriaRole.Link, new() { Name = "differ", Exact = true }).ClickAsync();
        await page.WaitForFunctionAsync("() => ![...document.querySelectorAll('#claims .rel')].some(sign => !sign.textContent.includes('differ'))");
        page.Url.ShouldContain("relation=differ");
        visit.Mishaps.ShouldBeEmpty();
    }

    [ChromiumFact]
    public async Task A_pair_of_bylines_is_dismissed_by_keys_with_its_reason()
    {
        await using var visit = await workplace.OpenDemo();
        var page = visit.Page;
        await visit.Go("/articles");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("p");
        await visit.Arrives("/personas");
        await visit.Settled();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await visit.Arrives("/personas/pair");
        await visit.Settled();
        (await visit.Heading()).ShouldContain("Ilse Varga");
        await page.Keyboard.PressAsync("d");
        await page.Keyboard.TypeAsync("A pen name, says the imprint");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it up again" }).WaitForAsync();
        await visit.Go("/decisions");
        (await page.Locator("tbody").InnerTextAsync()).ShouldContain("Dismissed the pair Ilse Varga and Tomas Reil: A pen name, says the imprint");
        visit.Mishaps.ShouldBeEmpty();
    }
}
