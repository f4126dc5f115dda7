using System.Text;
using Claque.Reports.Exhibits;
using Claque.Reports.Markup;
using Claque.Reports.Sections;

namespace Claque.Reports;

/// <summary>
/// Writes the report: one HTML file that loads nothing, runs nothing and is complete as it is. Posts are untrusted: every
/// text of the data is encoded, isolated in its direction, and shows its invisible characters.
/// </summary>
public static class HtmlReport
{
    /// <summary>Writes the report as UTF-8. The same model and stamp give the same bytes.</summary>
    /// <param name="model">What to show.</param>
    /// <param name="stamp">When and by which version it is written.</param>
    /// <param name="output">Where to; left open.</param>
    public static void Write(ReportModel model, ReportStamp stamp, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
        Write(model, stamp, writer);
    }

    /// <summary>Writes the report as text.</summary>
    /// <param name="model">What to show.</param>
    /// <param name="stamp">When and by which version it is written.</param>
    /// <param name="output">Where to; neither flushed nor closed.</param>
    public static void Write(ReportModel model, ReportStamp stamp, TextWriter output)
    {
        var page = new MarkupWriter(output);
        PageHead.Write(page, OpeningSection.Title(model), "Claque report", stamp.ClaqueVersion, HasExhibits(model) ? BlockWriting.Style : "");
        page.Add($"<body>\n<a class=\"skip\" href=\"#groups\">Skip to the groups</a>\n");
        OpeningSection.Write(page, model, stamp, Contents(model));
        page.Add($"<main>\n");
        if (!model.Introduction.IsEmpty) OpeningSection.WriteIntroduction(page, model.Introduction);
        OpeningSection.WriteClaims(page, model);
        SummarySection.Write(page, model);
        DataSection.Write(page, model);
        MethodSection.Write(page, model);
        GroupSection.WriteAll(page, model);
        if (model.GroupsByBehaviour.Any()) GroupSection.WriteByBehaviour(page, model);
        if (HasExhibits(model)) FindingSection.Write(page, model.Exhibits, model.ExhibitsDismissed);
        if (!model.Surfaced.IsEmpty) SurfacedSection.Write(page, model);
        for (var i = 0; i < model.Sections.Length; i++) ClosingSections.WriteFurther(page, model.Sections[i], FurtherId(i));
        ClosingSections.WriteLimits(page, model);
        ClosingSections.WriteRepeat(page, model);
        page.Add($"</main>\n<footer><p>Made by Claque {stamp.ClaqueVersion}, an open instrument that detects and explains coordination. Post texts are quoted as evidence and belong to their authors.</p></footer>\n</body>\n</html>\n");
    }

    private static List<(string Anchor, string Title)> Contents(ReportModel model)
    {
        List<(string, string)> contents =
            [("claims", "What this report says and does not say"), ("summary", "Summary"), ("data", "The data and its gaps"), ("method", "Method"), ("groups", "Groups")];
        if (!model.Introduction.IsEmpty) contents.Insert(0, ("introduction", "In the words of the investigator"));
        if (model.GroupsByBehaviour.Any()) contents.Add(("by-behaviour", "Groups by behaviour"));
        if (HasExhibits(model)) contents.Add((FindingSection.Id, FindingSection.Title));
        if (!model.Surfaced.IsEmpty) contents.Add(("surfaced", SurfacedSection.Title));
        contents.AddRange(model.Sections.Select((section, i) => (FurtherId(i), section.Title)));
        contents.AddRange([("limits", "Limits"), ("repeat", "How to repeat the run")]);
        return contents;
    }

    private static bool HasExhibits(ReportModel model) => !model.Exhibits.IsEmpty;

    private static string FurtherId(int place) => "further-" + (place + 1);
}
