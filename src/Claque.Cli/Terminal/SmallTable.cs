using System.Text;

namespace Claque.Cli.Terminal;

/// <summary>Reads a small comma-separated table, as Claque itself writes them: quotes doubled inside quotes, line breaks inside quotes.</summary>
internal static class SmallTable
{
    /// <summary>The rows, the header among them; cells as text.</summary>
    public static IEnumerable<string[]> Rows(string path)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var c = reader.Read(); c >= 0; c = reader.Read())
        {
            switch ((char)c)
            {
                case '"' when quoted && reader.Peek() == '"':
                    reader.Read();
                    cell.Append('"');
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    cells.Add(cell.ToString());
                    cell.Clear();
                    break;
                case '\r' when !quoted && reader.Peek() == '\n':
                    break;
                case '\n' when !quoted:
                    yield return EndRow();
                    break;
                default:
                    cell.Append((char)c);
                    break;
            }
        }

        if (cell.Length > 0 || cells.Count > 0) yield return EndRow();

        string[] EndRow()
        {
            cells.Add(cell.ToString());
            cell.Clear();
            var row = cells.ToArray();
            cells.Clear();
            return row;
        }
    }
}
