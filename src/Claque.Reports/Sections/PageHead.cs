using Claque.Reports.Markup;

namespace Claque.Reports.Sections;

/// <summary>The head of every page: it loads nothing, runs nothing, and brings its style along.</summary>
internal static class PageHead
{
    private static readonly Lazy<string> Style = new(ReadStyle);

    /// <summary>Writes all up to the body.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="title">What the page shows.</param>
    /// <param name="kind">What kind of page it is.</param>
    /// <param name="claqueVersion">The version that writes it.</param>
    /// <param name="ownStyle">Rules of this page alone.</param>
    public static void Write(MarkupWriter page, string title, string kind, string claqueVersion, string ownStyle = "")
    {
        page.Add($"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Add($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n");
        page.Add($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        page.Add($"<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"robots\" content=\"noindex\">\n<meta name=\"format-detection\" content=\"telephone=no, date=no, address=no, email=no\">\n");
        page.Add($"<meta name=\"generator\" content=\"Claque {claqueVersion}\">\n<title>{new Label(title, 200)} – {kind}</title>\n");
        page.Output.Write("<style>\n");
        page.Output.Write(Style.Value);
        page.Output.Write(ownStyle.ReplaceLineEndings("\n"));
        page.Output.Write("</style>\n</head>\n");
    }

    private static string ReadStyle()
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
