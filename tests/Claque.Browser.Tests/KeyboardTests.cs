using Microsoft.Playwright;

namespace Claque.Tests.Browser;

/// <summary>Everything by keyboard: no test here touches the mouse.</summary>
[Collection("browser")]
public sealed class KeyboardTests(Workplace workplace)
{
    [ChromiumFact]
    public async Task From_the_overview_to_a_dismissed_group_and_back_by_keys_alone()
    {
        await using var visit = await workplace.OpenDemo();
        var page = visit.Page;
        await visit.Go("/overview");
        await Press(page, "g", "c");
        await visit.Arrives("/groups");
        await visit.Settled();
        await Press(page, "j", "j", "Enter");
        await visit.Arrives("/groups/");
        await visit.Settled();
        await page.Locator(".exhibit").First.WaitForAsync();
        var group = await visit.Heading();
        await Press(page, "e");
        await page.GetByText("✓ In the report").First.WaitForAsync();
        await Press(page, "d");
        await page.Keyboard.TypeAsync("One office");
        await Press(page, "Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it up again" }).WaitForAsync();
        await Press(page, "u");
        await page.GetByRole(AriaRole.Button, new() { Name = "Dismiss …" }).WaitForAsync();
        await Press(page, "g", "d");
        await visit.Arrives("/decisions");
        await visit.Settled();
        (await page.Locator("tbody tr").CountAsync()).ShouldBe(2, group);
        await Press(page, "g", "r");
        await visit.Arrives("/report");
        await visit.Settled();
        (await page.Locator(".composer > li").CountAsync()).ShouldBe(1);
        visit.Mishaps.ShouldBeEmpty();
    }

    [ChromiumFact]
    public async Task Exhibits_of_the_report_change_places_with_alt_and_arrows()
    {
        await using var visit = await workplace.OpenDemo();
        var page = visit.Page;
        await visit.Go("/groups/1");
        await page.Locator(".exhibit").Nth(2).WaitForAsync();
        for (var place = 0; place < 3; place++)
        {
            await page.Locator(".exhibit").Nth(place).FocusAsync();
            await Press(page, "e");
            await page.GetByText("✓ In the report").Nth(place).WaitForAsync();
        }

        await visit.Go("/report");
        var before = await Keys();
        await Press(page, "j");
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await page.WaitForFunctionAsync("first => document.querySelectorAll('.composer > li')[1].dataset.exhibit === first", before[0]);
        (await Keys()).ShouldBe([before[1], before[0], before[2]]);
        (await page.EvaluateAsync<string>("document.activeElement.dataset.exhibit")).ShouldBe(before[0], "The exhibit that moved keeps the focus.");
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await page.WaitForFunctionAsync("first => document.querySelectorAll('.composer > li')[0].dataset.exhibit === first", before[0]);
        visit.Mishaps.ShouldBeEmpty();

        Task<string[]> Keys() => page.EvaluateAsync<string[]>("[...document.querySelectorAll('.composer > li')].map(item => item.dataset.exhibit)");
    }

    [ChromiumFact]
    public async Task The_network_is_walked_from_node_to_node()
    {
        await using var visit = await workplace.OpenDemo();
        var page = visit.Page;
        await visit.Go("/network");
        await page.Locator("canvas[role=application]").FocusAsync();
        await Press(page, "ArrowRight");
        await page.Locator("aside.card h2").WaitForAsync();
        var first = await page.Locator("aside.card h2").InnerTextAsync();
        (await page.Locator(".net [role=status]").InnerTextAsync()).ShouldContain("tie");
        await Press(page, ".");
        await page.WaitForFunctionAsync("first => document.querySelector('aside.card h2').innerText !== first", first);
        page.Url.ShouldContain("sel=");
        await Press(page, "Enter");
        await visit.Arrives("/accounts/");
        visit.Mishaps.ShouldBeEmpty();
    }

    [ChromiumFact]
    public async Task Help_shows_the_keys_and_switches_single_keys_off()
    {
        await using var visit = await workplace.OpenDemo();
        var page = visit.Page;
        await visit.Go("/groups");
        await Press(page, "?");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard" });
        await dialog.WaitForAsync();
        await visit.Picture("help");
        await dialog.GetByRole(AriaRole.Checkbox).FocusAsync();
        await Press(page, " ", "Escape");
        await dialog.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await Press(page, "?");
        (await dialog.IsVisibleAsync()).ShouldBeFalse();
        await page.ReloadAsync();
        await visit.Settled();
        await Press(page, "?");
        (await dialog.IsVisibleAsync()).ShouldBeFalse("The setting is kept.");
        visit.Mishaps.ShouldBeEmpty();
    }

    [ChromiumFact]
    public async Task Letters_typed_into_a_field_do_nothing_else()
    {
        await using var visit = await workplace.OpenDemo();
        var page = visit.Page;
        await visit.Go("/groups/1");
        await Press(page, "/");
        await page.Keyboard.TypeAsync("dye? gd");
        (await page.GetByRole(AriaRole.Dialog).CountAsync()).ShouldBe(0);
        (await page.Locator("#find").InputValueAsync()).ShouldBe("dye? gd");
        page.Url.ShouldEndWith("/groups/1");
        visit.Mishaps.ShouldBeEmpty();
    }

    private static async Task Press(IPage page, params string[] keys)
    {
        foreach (var key in keys) await page.Keyboard.PressAsync(key);
    }
}
