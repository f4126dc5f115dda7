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
        (await page.Locator(".r-compatible").First.InnerTextAsync()).ShouldContain("differ, compatible");
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
    public async Task From_an_article_to_the_breaks_in_its_style_and_to_what_a_paragraph_has_in_common()
    {
        await using var visit = await workplace.OpenDemo();
        var page = visit.Page;
        await visit.Go("/articles/1");
        await page.Locator("#style").GetByRole(AriaRole.Link, new() { Name = "Where the style changes" }).ClickAsync();
        await visit.Arrives("/articles/1/changes");
        await visit.Settled();
        (await page.Locator(".claim").InnerTextAsync()).ShouldContain("A change of style is called after paragraph");
        (await page.Locator(".break.x-change").First.InnerTextAsync()).ShouldContain("What speaks for a change");
        (await page.Locator(".readings").InnerTextAsync()).ShouldContain("never names a writer");
        await page.Keyboard.PressAsync("j");
        (await page.EvaluateAsync<string>("document.activeElement.className")).ShouldContain("break");
        await page.GetByRole(AriaRole.Link, new() { Name = "Orvania Today (verbatim)" }).First.ClickAsync();
        await visit.Arrives("/versions");
        visit.Mishaps.ShouldBeEmpty();
    }

    [ChromiumFact]
    public async Task A_byline_and_a_text_are_chosen_and_the_answer_stands_beside_its_bar_and_its_rival()
    {
        await using var visit = await workplace.OpenDemo();
        var page = visit.Page;
        await visit.Go("/personas");
        await page.GetByRole(AriaRole.Link, new() { Name = "Two texts, one hand?" }).ClickAsync();
        await visit.Arrives("/personas/verify");
        await page.Locator("select").Last.SelectOptionAsync("Ilse Varga");
        await page.GetByRole(AriaRole.Searchbox).Last.FillAsync("Tomas Reil");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("() => { const rows = [...document.querySelectorAll('#choose tbody tr')]; return rows.length > 3 && rows.every(row => row.textContent.includes('Tomas Reil')); }");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^asked about") }).Nth(3).ClickAsync();
        await page.Locator(".claim").WaitForAsync();
        page.Url.ShouldContain("byline=Ilse");
        var said = await page.Locator("main").InnerTextAsync();
        said.ShouldContain("it does not say who wrote them");
        said.ShouldContain("The nearest other byline");
        said.ShouldContain("An answer needs a reference of 10 writers");
        said.ShouldNotContain("written by");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^known") }).Nth(0).ClickAsync();
        await page.WaitForFunctionAsync("() => !location.search.includes('byline=') && location.search.includes('a=')");
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
