using Claque.Reports.Markup;

namespace Claque.Reports.Sections;

/// <summary>A column of a table of the report.</summary>
internal readonly record struct Column(string Title, bool Numeric = false, bool Wide = false);

/// <summary>Writes tables that scroll within the page when they are too wide, also by keyboard.</summary>
internal static class Table
{
    /// <summary>Writes a table; the first cell of each row is its heading. Under a heading that says the same, the caption is not seen.</summary>
    public static void Write(MarkupWriter page, string caption, IReadOnlyList<Column> columns, IEnumerable<IReadOnlyList<Fragment>> rows, bool underHeading = false)
    {
        page.Add($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{caption}\">\n<table><caption class=\"{(underHeading ? "vh" : "said")}\">{caption}</caption>\n<thead><tr>");
        foreach (var column in columns) page.Add($"<th scope=\"col\" class=\"{Class(column)}\">{column.Title}</th>");
        page.Add($"</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            page.Add($"<tr>");
            for (var i = 0; i < row.Count; i++)
            {
                if (i == 0) page.Add($"<th scope=\"row\" class=\"{Class(columns[i])}\">{row[i]}</th>");
                else page.Add($"<td class=\"{Class(columns[i])}\">{row[i]}</td>");
            }

            page.Add($"</tr>\n");
        }

        page.Add($"</tbody></table></div>\n");
    }

    private static string Class(Column column) => column.Numeric ? "n" : column.Wide ? "t w" : "t";
}
