namespace Claque.Tests.Browser;

/// <summary>No page breaks a rule of WCAG 2.2 A or AA that a program can check, and each fits its window; a picture of each is kept.</summary>
[Collection("browser")]
public sealed class AccessibilityTests(Workplace workplace)
{
    private const string AllRules = "{ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }";

    [AxeFact]
    public Task No_page_breaks_a_rule_in_light() => Check("light", new Look(Unguarded: true), AllRules);

    [AxeFact]
    public Task No_page_breaks_a_rule_in_dark() => Check("dark", new Look(Dark: true, Unguarded: true), AllRules);

    [AxeFact]
    public Task No_page_breaks_a_rule_on_a_narrow_screen() => Check("narrow", new Look(Width: 390, Unguarded: true), AllRules);

    private async Task Check(string name, Look look, string rules)
    {
        var broken = new List<string>();
        await using (var visit = await workplace.Start(look))
        {
            await visit.Settled();
            broken.AddRange(await Broken(visit, name, "start", rules));
        }

        await using (var visit = await workplace.OpenDemo(look))
            foreach (var (page, address) in await Addresses.OfDemo(visit))
            {
                await visit.Go(address);
                broken.AddRange(await Broken(visit, name, page, rules));
            }

        broken.ShouldBeEmpty();
    }

    private static async Task<IEnumerable<string>> Broken(Visit visit, string look, string name, string rules)
    {
        await visit.Picture($"{name}-{look}");
        await visit.Page.EvaluateAsync(Npm.AxeScript);
        var found = await visit.Page.EvaluateAsync<string[]>($$"""
            async () => {
              const result = await axe.run(document, {{rules}});
              return result.violations.flatMap(rule => rule.nodes.map(node => rule.id + ': ' + node.html.slice(0, 160) + ' ' + node.failureSummary.slice(0, 200)));
            }
            """);
        var wider = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return found.Concat(wider > 0 ? [$"The page is {wider} pixels wider than its window."] : []).Select(one => $"{name}: {one}");
    }
}
