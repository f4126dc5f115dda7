using Microsoft.Playwright;

namespace Claque.Tests.Browser;

/// <summary>No page breaks a rule of WCAG 2.2 A or AA that a program can check, and each fits its window; a picture of each is kept.</summary>
[Collection("browser")]
public sealed class AccessibilityTests(Workplace workplace)
{
    private const string AllRules = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";
    private const string RulesOfColour = "['color-contrast', 'link-in-text-block']";
    // The rows of a table and of a list are made alike: a dozen of each is looked at.
    private const string RowsAlike = "main tbody > tr:nth-child(n+13), main li:nth-child(n+13)";
    private const int Wide = 1280, Narrow = 390;

    [AxeFact]
    public async Task No_page_breaks_a_rule_in_light_in_dark_or_on_a_narrow_screen()
    {
        var broken = new List<string>();
        await using (var visit = await workplace.Start(new Look(Wide, Unguarded: true)))
        {
            await visit.Settled();
            broken.AddRange(await InEveryLook(visit, "start"));
        }

        await using (var visit = await workplace.OpenDemo(new Look(Wide, Unguarded: true)))
            foreach (var (page, address) in await Addresses.OfDemo(visit))
            {
                await visit.Go(address);
                broken.AddRange(await InEveryLook(visit, page));
            }

        broken.ShouldBeEmpty();
    }

    private static async Task<IEnumerable<string>> InEveryLook(Visit visit, string name)
    {
        await visit.Page.EvaluateAsync(Npm.AxeScript);
        var light = await Broken(visit, $"{name}-light", AllRules);
        var markup = await Markup(visit);
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        // Only colours may differ in the dark: then only the rules about colour can answer differently.
        (await Markup(visit)).ShouldBe(markup, name);
        var dark = await Broken(visit, $"{name}-dark", RulesOfColour);
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await visit.Page.SetViewportSizeAsync(Narrow, 900);
        await visit.Settled();
        var narrow = await Broken(visit, $"{name}-narrow", AllRules);
        await visit.Page.SetViewportSizeAsync(Wide, 900);
        return [.. light, .. dark, .. narrow];
    }

    private static Task<string> Markup(Visit visit) => visit.Page.EvaluateAsync<string>("document.body.outerHTML");

    private static async Task<IEnumerable<string>> Broken(Visit visit, string name, string rules)
    {
        await visit.Picture(name);
        var found = await visit.Page.EvaluateAsync<string[]>($$"""
            async () => {
              const result = await axe.run({ exclude: '{{RowsAlike}}' }, { resultTypes: ['violations'], preload: false, runOnly: {{rules}} });
              return result.violations.flatMap(rule => rule.nodes.map(node => rule.id + ': ' + node.html.slice(0, 160) + ' ' + node.failureSummary.slice(0, 200)));
            }
            """);
        var wider = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return found.Concat(wider > 0 ? [$"The page is {wider} pixels wider than its window."] : []).Select(one => $"{name}: {one}");
    }
}
