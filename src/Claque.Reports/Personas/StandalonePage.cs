using System.Text;
using Claque.Reports.Markup;
using Claque.Reports.Sections;

namespace Claque.Reports.Personas;

/// <summary>A page that loads nothing, runs nothing and is complete as it is, in the style of the report.</summary>
internal static class StandalonePage
{
    public static void Write(string title, string claqueVersion, Stream output, Action<MarkupWriter> content)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
        var page = new MarkupWriter(writer);
        PageHead.Write(page, title, "Claque report", claqueVersion);
        page.Add($"<body>\n<main>\n<h1>{title}</h1>\n");
        content(page);
        page.Add($"</main>\n</body>\n</html>\n");
    }

    public static void WriteLimits(MarkupWriter page, IEnumerable<string> limits)
    {
        page.Add($"<section id=\"limits\"><h2>Limits</h2>\n<ul>\n");
        foreach (var limit in limits) page.Add($"<li>{limit}</li>\n");
        page.Add($"</ul></section>\n");
    }
}
