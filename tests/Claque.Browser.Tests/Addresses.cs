using System.Text.Json;

namespace Claque.Tests.Browser;

/// <summary>The pages of the demo case, each with a name for its picture.</summary>
internal static class Addresses
{
    /// <summary>All of them; a file is staged so that its page is there too.</summary>
    public static async Task<IReadOnlyList<(string Name, string Address)>> OfDemo(Visit visit)
    {
        var file = await visit.Stage("posts-of-spring.csv", Invented.Csv);
        var accounts = JsonDocument.Parse(await (await visit.Page.APIRequest.GetAsync("/accounts.json")).TextAsync());
        var key = accounts.RootElement.GetProperty("accounts")[0].GetProperty("account").GetProperty("key").GetString()!;
        return
        [
            ("import", "/"), ("file", $"/files/{file}"), ("overview", "/overview"), ("groups", "/groups"), ("group", "/groups/3"),
            ("network", "/network"), ("network-chosen", await WithChosenNode(visit)), ("network-table", "/network?table=1"),
            ("accounts", "/accounts"), ("account", $"/accounts/{Uri.EscapeDataString(key)}?zone=2"), ("post", "/posts/1"), ("search", "/search?q=tide"), ("search-articles", "/search?q=quay&kind=article"), ("surfaced", "/surfaced"),
            ("decisions", "/decisions"), ("report", "/report"), ("export", "/export"), ("sources", "/sources"), ("source", "/sources/1"),
            ("detect", "/detect"), ("jobs", "/jobs"), .. OfArticles,
        ];
    }

    /// <summary>The pages of articles, which the demo case has too.</summary>
    public static IReadOnlyList<(string Name, string Address)> OfArticles { get; } =
    [
        ("articles", "/articles"), ("article", "/articles/11?at=76-120"), ("lineage", "/lineage"), ("family", "/lineage/1"), ("versions", "/versions?a=1&b=3"),
        ("versions-all", "/versions?a=1&b=4&show=all"), ("compare", "/compare"), ("compare-choosing", "/compare?left=11&pick=quay"), ("sides", "/compare?left=11&right=12"),
        ("personas", "/personas"), ("byline", "/personas/byline?name=Ruth%20Calder"), ("persona-pair", "/personas/pair?a=Ilse%20Varga&b=Tomas%20Reil"),
        ("account-personas", "/personas/accounts"), ("changes", "/personas/changes"), ("article-changes", "/articles/1/changes"), ("verify-choosing", "/personas/verify?byline=Ruth%20Calder"), ("verify", "/personas/verify?byline=Ilse%20Varga&b=42"),
    ];

    private static async Task<string> WithChosenNode(Visit visit)
    {
        var network = JsonDocument.Parse(await (await visit.Page.APIRequest.GetAsync("/network.json")).TextAsync());
        return $"/network?sel={network.RootElement.GetProperty("nodes").GetProperty("id")[0].GetInt64()}";
    }
}
