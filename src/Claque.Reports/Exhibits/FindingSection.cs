using Claque.Reports.Markup;
using Claque.Reports.Personas;
using Claque.Reports.Wording;

namespace Claque.Reports.Exhibits;

/// <summary>The exhibits that are not posts side by side, in the order of the investigator, and what each kind of them cannot say.</summary>
internal static class FindingSection
{
    public const string Id = "findings";
    public const string Title = "Exhibits chosen by the investigator";

    public static void Write(MarkupWriter page, IReadOnlyList<FindingExhibit> exhibits, int dismissed)
    {
        page.Add($"<section aria-labelledby=\"{Id}\"><h2 id=\"{Id}\">{Title}</h2>\n");
        page.Add($"<p>Chosen from what Claque found in this case, and put in this order, by whoever wrote the report. What was not chosen is not shown, and may say otherwise.</p>\n");
        if (dismissed > 0) page.Add($"<p>{Amount.Of(dismissed, "exhibit that was chosen before", "exhibits that were chosen before")} {(dismissed == 1 ? "was" : "were")} dismissed by the investigator, and {(dismissed == 1 ? "is" : "are")} left out here.</p>\n");
        for (var i = 0; i < exhibits.Count; i++) Write(page, exhibits[i], i + 1);
        WriteLimits(page, [.. exhibits.Select(exhibit => exhibit.Kind).Distinct().Order()]);
        page.Add($"</section>\n");
    }

    /// <summary>What a kind of exhibit is called.</summary>
    public static string Kind(FindingKind kind) => kind switch
    {
        FindingKind.Family => "a family of copies",
        FindingKind.Versions => "two versions of a text",
        FindingKind.Claims => "rival accounts side by side",
        FindingKind.Bylines => "two bylines",
        _ => "rhythm",
    };

    private static void Write(MarkupWriter page, FindingExhibit exhibit, int number)
    {
        page.Add($"<article class=\"exhibit\" id=\"finding-{number}\" aria-labelledby=\"finding-{number}-t\">\n<h3 id=\"finding-{number}-t\"><a class=\"here\" href=\"#finding-{number}\">Exhibit {number}: {new Said(exhibit.Title, 200)}</a> <span class=\"sub\">{Kind(exhibit.Kind)}</span></h3>\n");
        page.Add($"<p class=\"claim\">{new Said(exhibit.Summary, 1500)}</p>\n");
        foreach (var block in exhibit.Blocks) BlockWriting.Write(page, block);
        if (exhibit.Comment.Length > 0) page.Add($"<p class=\"comment\" dir=\"auto\"><strong>Comment of the investigator:</strong> {new Said(exhibit.Comment, 10_000)}</p>\n");
        page.Add($"</article>\n");
    }

    private static void WriteLimits(MarkupWriter page, IReadOnlyList<FindingKind> kinds)
    {
        page.Add($"<div class=\"readings\"><h3>What these exhibits cannot say</h3>\n<ul>\n");
        foreach (var limit in kinds.SelectMany(Limits).Distinct()) page.Add($"<li>{limit}</li>\n");
        page.Add($"</ul></div>\n");
    }

    private static IEnumerable<string> Limits(FindingKind kind) => kind switch
    {
        FindingKind.Family => FindingLimits.OfCopies,
        FindingKind.Versions => [FindingLimits.OfVersions, .. FindingLimits.OfCopies],
        FindingKind.Claims => [FindingLimits.OfClaims],
        FindingKind.Bylines => PersonaWords.Limits,
        _ => RhythmWords.Limits,
    };
}

/// <summary>What findings among articles cannot say.</summary>
public static class FindingLimits
{
    /// <summary>Of families of copies.</summary>
    public static IReadOnlyList<string> OfCopies { get; } =
    [
        "Earliest seen is not the origin. An earlier article may not be among these, and times of publication can be changed.",
        "Copying has innocent causes. Wires, syndication, press releases and partnerships make copies by agreement.",
        "A direction is a judgement of likelihood. It weighs the evidence listed; what was not seen does not count.",
    ];

    /// <summary>Of two versions.</summary>
    public const string OfVersions = "Edits are read from the left version to the right one; that does not say which came first, nor why it was changed.";

    /// <summary>Of rival accounts.</summary>
    public const string OfClaims = "Found by rules, not by a model: a row shows where to look, not what is so. Neither side is called right or wrong, and exchanging the sides exchanges the columns and nothing else.";
}
