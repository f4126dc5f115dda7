using System.Text.Encodings.Web;
using System.Text.Json;
using Claque.Reports.Exhibits;
using Claque.Reports.Markup;
using Claque.Reports.Wording;

namespace Claque.Reports.Sections;

/// <summary>Further sections, limits, and how to repeat the run.</summary>
internal static class ClosingSections
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void WriteFurther(MarkupWriter page, ReportSection section, string id)
    {
        page.Add($"<section aria-labelledby=\"{id}\"><h2 id=\"{id}\">{section.Title}</h2>\n");
        foreach (var block in section.Blocks) BlockWriting.Write(page, block);
        page.Add($"</section>\n");
    }

    public static void WriteLimits(MarkupWriter page, ReportModel model)
    {
        page.Add($"<section aria-labelledby=\"limits\"><h2 id=\"limits\">Limits</h2>\n<ul>\n");
        page.Add($"<li><strong>Acting together has innocent causes.</strong> Feeds and schedulers post by the clock; an app pushes the same story to everyone; newsrooms share links; fans and campaigners answer one call; a live event makes thousands react in the same minute. Rule these out before you publish.</li>\n");
        page.Add($"<li><strong>Membership is not leadership.</strong> Who was first in a pair is a fact about these posts; that the others followed is an inference.</li>\n");
        page.Add($"<li><strong>Silence proves little.</strong> Groups that wait longer than the window, vary their texts, or act where these files do not look, do not show.</li>\n");
        page.Add($"<li><strong>An account is not a person.</strong> Several people may hold one account, and one person several.</li>\n");
        page.Add($"<li><strong>The data is a selection.</strong> Counts are counts in these files; platforms, search terms and deletions shaped what is in them.</li>\n");
        foreach (var limit in Particular(model)) page.Add($"<li>{limit}</li>\n");
        page.Add($"</ul>\n</section>\n");
    }

    public static void WriteRepeat(MarkupWriter page, ReportModel model)
    {
        page.Add($"<section aria-labelledby=\"repeat\"><h2 id=\"repeat\">How to repeat the run</h2>\n");
        page.Add($"<p>With the same files and Claque {model.Run.ClaqueVersion}, these commands give the same groups:</p>\n");
        if (model.Commands.IsDefaultOrEmpty) page.Add($"<p class=\"none\">No command was recorded.</p>\n");
        else page.Add($"<pre tabindex=\"0\" aria-label=\"Commands\"><code>{string.Join("\n", model.Commands)}</code></pre>\n");
        page.Add($"<p>The input is the same when the hash over the hashes of all files is</p>\n<pre tabindex=\"0\" aria-label=\"Hash of the input\"><code>{model.Run.InputSha256}</code></pre>\n");
        page.Add($"<details><summary>All options of the run, as JSON</summary>\n<pre tabindex=\"0\" aria-label=\"Options as JSON\"><code>{Pretty(model.Run.OptionsJson)}</code></pre></details>\n</section>\n");
    }

    private static IEnumerable<string> Particular(ReportModel model)
    {
        if (model.Unvalidated) yield return "This run measured no error rate: nothing here says how many of these groups chance alone would make.";
        var hubs = model.Run.Layers.Where(layer => layer.Refused.Length == 0).GroupBy(layer => layer.Behaviour).Sum(same => (long)same.Max(layer => layer.HubObjects));
        if (hubs > 0) yield return $"{Amount.Of(hubs, "object was", "objects were")} left out because too many accounts touched {(hubs == 1 ? "it" : "them")}; who coordinated on {(hubs == 1 ? "it" : "these")} does not show.";
        if (model.Run.Layers.Any(layer => layer.CoarseActs > 0)) yield return "Posts with coarse clocks were left out of the windows that their clocks cannot support.";
        if (model.GroupsFound is { } found && found > model.GroupsOverAll.Count()) yield return "Not all groups are shown; the export holds all.";
    }

    private static string Pretty(string json) => OptionsJson.Read(json, options => JsonSerializer.Serialize(options, Indented), json);
}
