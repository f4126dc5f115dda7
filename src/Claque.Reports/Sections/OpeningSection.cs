using Claque.Reports.Exhibits;
using Claque.Reports.Markup;
using Claque.Reports.Wording;

namespace Claque.Reports.Sections;

/// <summary>Question, what kind of report this is, whether it has an error rate, contents, and what it does not say.</summary>
internal static class OpeningSection
{
    /// <summary>The title: the question of the case, or one that fits every case.</summary>
    public static string Title(ReportModel model) => Title(model.Title, model.Case.Question, "Who acts in concert in these posts?");

    /// <summary>The own title, else the question, else the other one.</summary>
    public static string Title(string own, string question, string otherwise) =>
        own.Trim().Length > 0 ? own.Trim() : question.Trim().Length > 0 ? question.Trim() : otherwise;

    public static void Write(MarkupWriter page, ReportModel model, ReportStamp stamp, IReadOnlyList<(string Anchor, string Title)> contents)
    {
        page.Add($"<header>\n<p class=\"eyebrow\">Claque report · coordination in posts</p>\n<h1>{new Said(Title(model), 500)}</h1>\n<dl class=\"meta\">");
        page.Add($"<div><dt>Case</dt><dd>{new Said(Path.GetFileName(model.Case.Path))}, made {Amount.Time(model.Case.CreatedUtc)}</dd></div>\n");
        page.Add($"<div><dt>Run</dt><dd>{model.Run.Number}, {Amount.Time(model.Run.StartedUtc)}, by Claque {model.Run.ClaqueVersion}</dd></div>\n");
        page.Add($"<div><dt>Report</dt><dd>written {Amount.Time(stamp.WrittenUtc)} by Claque {stamp.ClaqueVersion}</dd></div></dl>\n");
        WriteBanner(page, model);
        page.Add($"<nav aria-label=\"Contents\"><ol>\n");
        foreach (var (anchor, title) in contents) page.Add($"<li><a href=\"#{anchor}\">{title}</a></li>\n");
        page.Add($"</ol></nav>\n</header>\n");
    }

    /// <summary>The sentence on error control, with what it means in plain words.</summary>
    public static void WriteBanner(MarkupWriter page, ReportModel model)
    {
        page.Add($"<div class=\"banner {(model.Unvalidated ? "warn" : "calm")}\" role=\"note\"><p><strong>{ErrorControl(model)}</strong></p>\n");
        if (model.Unvalidated)
            page.Add($"<p>The groups below met fixed thresholds. How often accounts that have nothing to do with one another would meet them by chance was not measured. Every group is a lead to check, not a finding.</p>");
        page.Add($"</div>\n");
    }

    /// <summary>What the investigator writes before everything else.</summary>
    public static void WriteIntroduction(MarkupWriter page, IReadOnlyList<string> introduction)
    {
        page.Add($"<section aria-labelledby=\"introduction\"><h2 id=\"introduction\">In the words of the investigator</h2>\n");
        foreach (var paragraph in introduction) page.Add($"<p dir=\"auto\">{new Said(paragraph, 20_000)}</p>\n");
        page.Add($"</section>\n");
    }

    public static void WriteClaims(MarkupWriter page, ReportModel model)
    {
        page.Add($"<section aria-labelledby=\"claims\"><h2 id=\"claims\">What this report says and does not say</h2>\n");
        page.Add($"<p>Four claims are often taken for one another. Each needs its own evidence. This report speaks to the first only.</p>\n<dl class=\"claims\">\n");
        page.Add($"<div><dt>Coordinated</dt><dd>Accounts did the same thing at nearly the same time, or published the same original texts, again and again, more often than chance explains. <em>{(model.Unvalidated ? "Not shown by this run: its posts are here, but chance was not tested." : "This is what the report shows, with the posts.")}</em></dd></div>\n");
        page.Add($"<div><dt>Inauthentic</dt><dd>Accounts are not who they claim to be. <em>Not shown here.</em> Real people coordinate openly: parties, unions, fan clubs, newsrooms.</dd></div>\n");
        page.Add($"<div><dt>Harmful</dt><dd>What they spread is false or does damage. <em>Not measured here.</em> Claque does not judge content.</dd></div>\n");
        page.Add($"<div><dt>Attributed</dt><dd>A person or organisation stands behind it. <em>Not shown here.</em> No timing can tell who gave an order, or whether anyone did.</dd></div>\n</dl>\n");
        page.Add($"<p>That an account is listed says what its posts in these files did. It says nothing about the person who holds it.</p>\n");
        if (model.Pseudonymised)
            page.Add($"<p>Accounts are shown under pseudonyms: keyed hashes of their names. Texts of posts are quoted as they were published; whoever searches for a quoted text may find the account behind it.</p>\n");
        if (model.Pseudonymised && !model.Exhibits.IsEmpty) page.Add($"<p>{ShownNames.Remark}</p>\n");
        page.Add($"</section>\n");
    }

    private static string ErrorControl(ReportModel model)
    {
        const string Unvalidated = "Unvalidated: no error rate.";
        var sentence = model.Run.ErrorControl.Trim();
        if (sentence.Length == 0) return model.Unvalidated ? Unvalidated : "The run states no error rate.";
        sentence = char.ToUpperInvariant(sentence[0]) + sentence[1..] + (sentence[^1] is '.' or '!' or '?' ? "" : ".");
        return model.Unvalidated && !sentence.Contains("unvalidated", StringComparison.OrdinalIgnoreCase) ? Unvalidated + " " + sentence : sentence;
    }
}
