using Microsoft.Playwright;

namespace Claque.Tests.Browser;

/// <summary>Articles from the search into the report, as a person walks it.</summary>
[Collection("browser")]
public sealed class ReportOfArticlesTests(Workplace workplace)
{
    [ChromiumFact]
    public async Task A_place_found_in_an_article_opens_there_and_what_was_found_goes_into_the_report_by_key_and_button()
    {
        await using var visit = await workplace.OpenDemo();
        var page = visit.Page;
        await visit.Go("/search?q=quay");
        await page.Locator(".facets").GetByRole(AriaRole.Link, new() { Name = "articles", Exact = true }).ClickAsync();
        await page.WaitForFunctionAsync("() => location.search.includes('kind=article') && document.querySelectorAll('.snippet').length > 3");
        await visit.Settled();
        await page.Locator(".snippet a").First.ClickAsync();
        await visit.Arrives("/articles/");
        await visit.Settled();
        (await page.Locator(".blocks mark").First.InnerTextAsync()).ShouldBe("quay");

        await visit.Go("/lineage/1");
        await page.Keyboard.PressAsync("e");
        await page.GetByRole(AriaRole.Button, new() { Name = "In the report" }).WaitForAsync();
        await visit.Go("/compare?left=11&right=12");
        await page.Locator(".row3 [data-add]").First.ClickAsync();
        await page.Locator(".row3 [data-add][aria-pressed=true]").WaitForAsync();

        await visit.Go("/report");
        (await page.Locator(".composer > li").CountAsync()).ShouldBe(2);
        await page.Locator(".composer > li").Nth(1).GetByRole(AriaRole.Button, new() { Name = "Move exhibit 2 up" }).ClickAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('.composer > li').textContent.includes('rival accounts')");
        await visit.Picture("report-of-articles");
        var html = await (await page.APIRequest.GetAsync("/report/file.html")).TextAsync();
        html.IndexOf("rival accounts side by side", StringComparison.Ordinal).ShouldBeLessThan(html.IndexOf("a family of copies", StringComparison.Ordinal));
        visit.Mishaps.ShouldBeEmpty();
    }
}
