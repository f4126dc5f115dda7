using System.Buffers;
using System.Globalization;
using System.Text;
using Claque.Reports.Markup;

namespace Claque.Reports.Scores;

/// <summary>Plain text as Markdown: nothing in it acts as markup, nothing stays unseen.</summary>
internal static class MarkdownText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*_<>[]|#&~$!");

    /// <summary>A text within a line: markup escaped, line ends blanks, invisible characters as codes.</summary>
    public static string Of(string text)
    {
        var safe = new StringBuilder(text.Length + 8);
        for (int i = 0, before = 0; i < text.Length;)
        {
            var code = Invisible.CodePoint(text, i, out var length, out var broken);
            var after = i + length < text.Length ? Invisible.CodePoint(text, i + length, out _, out _) : 0;
            if (code is '\n' or '\r' or '\t') safe.Append(' ');
            else if (broken || Invisible.IsShown(code, before, after)) safe.Append(CultureInfo.InvariantCulture, $"(U+{code:X4})");
            else if (code < 0x80 && Special.Contains((char)code)) safe.Append('\\').Append((char)code);
            else safe.Append(text, i, length);
            (before, i) = (code, i + length);
        }

        return safe.ToString();
    }

    /// <summary>Writes a block with a blank line before it.</summary>
    public static void Write(TextWriter to, ReportBlock block)
    {
        switch (block)
        {
            case Paragraph paragraph: to.Write($"\n{Of(paragraph.Text)}\n"); break;
            case CommandBlock command: to.Write($"\n    {command.Command.ReplaceLineEndings(" ")}\n"); break;
            case ReportTable table: WriteTable(to, table); break;
        }
    }

    private static void WriteTable(TextWriter to, ReportTable table)
    {
        to.Write($"\n{Of(table.Caption)}\n\n");
        WriteRow(to, table.Columns.Select(column => Of(column.Title)));
        WriteRow(to, table.Columns.Select(column => column.Numeric ? "--:" : "---"));
        foreach (var row in table.Rows) WriteRow(to, row.Select(Of));
    }

    private static void WriteRow(TextWriter to, IEnumerable<string> cells) => to.Write($"| {string.Join(" | ", cells)} |\n");
}
