using System.Collections.Immutable;
using System.Text;
using Claque.Reports.Markup;
using Claque.Reports.Sections;

namespace Claque.Reports.Scores;

/// <summary>A page of sections without a case behind it: what an evaluation says. It carries no date, so the same scores give the same bytes.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Lead">What it is about, in a sentence or two.</param>
/// <param name="Sections">The sections.</param>
/// <param name="ClaqueVersion">By which version it was written.</param>
public sealed record SectionPage(string Title, string Lead, ImmutableArray<ReportSection> Sections, string ClaqueVersion)
{
    /// <summary>Writes it as one HTML file that loads and runs nothing, in the look of the report; UTF-8.</summary>
    public void WriteHtml(Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
        var page = new MarkupWriter(writer);
        PageHead.Write(page, Title, "Claque evaluation", ClaqueVersion);
        page.Add($"<body>\n<header>\n<p class=\"eyebrow\">Claque evaluation · a method against a known truth</p>\n<h1>{new Said(Title, 200)}</h1>\n");
        page.Add($"<div class=\"banner calm\" role=\"note\"><p>{Lead}</p></div>\n<nav aria-label=\"Contents\"><ol>\n");
        for (var i = 0; i < Sections.Length; i++) page.Add($"<li><a href=\"#{Id(i)}\">{Sections[i].Title}</a></li>\n");
        page.Add($"</ol></nav>\n</header>\n<main>\n");
        for (var i = 0; i < Sections.Length; i++) ClosingSections.WriteFurther(page, Sections[i], Id(i));
        page.Add($"</main>\n<footer><p>Made by Claque {ClaqueVersion}, an open instrument that detects and explains coordination.</p></footer>\n</body>\n</html>\n");
    }

    /// <summary>Writes it as Markdown with tables; UTF-8, line feeds.</summary>
    public void WriteMarkdown(Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
        writer.Write($"# {MarkdownText.Of(Title)}\n\n{MarkdownText.Of(Lead)}\n");
        foreach (var section in Sections)
        {
            writer.Write($"\n## {MarkdownText.Of(section.Title)}\n");
            foreach (var block in section.Blocks) MarkdownText.Write(writer, block);
        }

        writer.Write($"\nMade by Claque {MarkdownText.Of(ClaqueVersion)}.\n");
    }

    private static string Id(int place) => "section-" + (place + 1);
}
