using System.Collections.Immutable;
using System.Text;
using Claque.Cases;
using Claque.Reports.Markup;
using Claque.Reports.Sections;
using Claque.Reports.Wording;

namespace Claque.Reports.Exhibits;

/// <summary>What a report shows where the case has no run: exhibits of articles alone.</summary>
/// <param name="Case">The case.</param>
/// <param name="Sources">Imported files, in order of import.</param>
/// <param name="Exhibits">At least one, in order.</param>
public sealed record ArticleReportModel(CaseView Case, ImmutableArray<SourceView> Sources, ImmutableArray<FindingExhibit> Exhibits)
{
    /// <summary>The title in place of the question of the case; empty for the question.</summary>
    public string Title { get; init; } = "";

    /// <summary>What the investigator writes before everything else, as paragraphs.</summary>
    public ImmutableArray<string> Introduction { get; init; } = [];

    /// <summary>Exhibits that were chosen and then dismissed.</summary>
    public int Dismissed { get; init; }

    /// <summary>True when names of people in this model are keyed hashes.</summary>
    public bool Pseudonymised { get; init; }
}

/// <summary>Writes the report of a case that holds articles and no run: one HTML file that loads nothing and runs nothing.</summary>
public static class ArticleReport
{
    /// <summary>Writes the report as UTF-8. The same model and stamp give the same bytes.</summary>
    /// <param name="model">What to show.</param>
    /// <param name="stamp">When and by which version it is written.</param>
    /// <param name="output">Where to; left open.</param>
    public static void Write(ArticleReportModel model, ReportStamp stamp, Stream output)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(stamp);
        using var writer = new StreamWriter(output, new UTF8Encoding(false), bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
        var page = new MarkupWriter(writer);
        var title = OpeningSection.Title(model.Title, model.Case.Question, "What these articles have in common");
        PageHead.Write(page, title, "Claque report", stamp.ClaqueVersion, BlockWriting.Style);
        page.Add($"<body>\n<a class=\"skip\" href=\"#{FindingSection.Id}\">Skip to the exhibits</a>\n<header>\n<p class=\"eyebrow\">Claque report · articles</p>\n<h1>{new Said(title, 500)}</h1>\n<dl class=\"meta\">");
        page.Add($"<div><dt>Case</dt><dd>{new Said(Path.GetFileName(model.Case.Path))}, made {Amount.Time(model.Case.CreatedUtc)}</dd></div>\n");
        page.Add($"<div><dt>Report</dt><dd>written {Amount.Time(stamp.WrittenUtc)} by Claque {stamp.ClaqueVersion}</dd></div></dl>\n</header>\n<main>\n");
        if (!model.Introduction.IsEmpty) OpeningSection.WriteIntroduction(page, model.Introduction);
        page.Add($"<section aria-labelledby=\"claims\"><h2 id=\"claims\">What this report says and does not say</h2>\n<p>It shows what texts and hours have in common, and where accounts of one thing collide. It does not say who stands behind a text, whether anybody meant to deceive, or whether harm was done.</p>\n");
        if (model.Pseudonymised) page.Add($"<p>{ShownNames.Remark}</p>\n");
        page.Add($"</section>\n");
        FindingSection.Write(page, model.Exhibits, model.Dismissed);
        WriteSources(page, model.Sources);
        page.Add($"</main>\n<footer><p>Made by Claque {stamp.ClaqueVersion}, an open instrument that detects and explains coordination. Articles are quoted as evidence and belong to their authors.</p></footer>\n</body>\n</html>\n");
    }

    private static void WriteSources(MarkupWriter page, IReadOnlyList<SourceView> sources)
    {
        page.Add($"<section aria-labelledby=\"data\"><h2 id=\"data\">The data and its gaps</h2>\n<p>Only the articles in these files were looked at. What is not among them cannot show here.</p>\n");
        Table.Write(page, "Imported files", [new("File"), new("Format"), new("SHA-256", Wide: true)],
            sources.Select(source => (IReadOnlyList<Fragment>)[Fragment.Of($"{new Said(source.FileName)}"), Fragment.Of($"{new Said(source.Format)}"), Fragment.Of($"<code>{source.Sha256}</code>")]));
        page.Add($"</section>\n");
    }
}
