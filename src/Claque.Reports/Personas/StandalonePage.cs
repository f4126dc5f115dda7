using System.Text;
using Claque.Reports.Markup;

namespace Claque.Reports.Personas;

/// <summary>A page that loads nothing, runs nothing and is complete as it is, in the style of the report.</summary>
internal static class StandalonePage
{
    public static void Write(string title, Stream output, Action<MarkupWriter> content)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
        var page = new MarkupWriter(writer);
        page.Add($"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Add($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n");
        page.Add($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        page.Add($"<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"robots\" content=\"noindex\">\n<title>{title} – Claque</title>\n");
        writer.Write("<style>\n");
        writer.Write(HtmlReport.Style.Value);
        writer.Write("</style>\n</head>\n");
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
