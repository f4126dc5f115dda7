using Claque.Reports;

namespace Claque.Cli.Terminal;

/// <summary>Sections of a page on the terminal.</summary>
internal static class SectionText
{
    /// <summary>Writes headings, wrapped paragraphs and tables, with a blank line between blocks.</summary>
    public static void Write(TextWriter to, IEnumerable<ReportSection> sections)
    {
        foreach (var section in sections)
        {
            to.WriteLine(section.Title);
            foreach (var block in section.Blocks)
            {
                if (block is Paragraph paragraph) Cut.WriteWrapped(to, paragraph.Text, "  ", "  ");
                else if (block is CommandBlock command) to.WriteLine("  " + command.Command);
                else if (block is ReportTable table) WriteTable(to, table);
            }

            to.WriteLine();
        }
    }

    private static void WriteTable(TextWriter to, ReportTable table)
    {
        Cut.WriteWrapped(to, table.Caption + ":", "  ", "  ");
        var text = new TextTable([.. table.Columns.Select(column => column.Title)]);
        foreach (var row in table.Rows) text.Add([.. row]);
        text.Write(to, indent: 4);
    }
}
