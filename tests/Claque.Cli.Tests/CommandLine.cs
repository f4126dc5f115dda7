using System.Text;

namespace Claque.Tests.Cli;

/// <summary>Cuts a line as it stands in help or README into words, as a shell does: blanks part, double quotes hold together.</summary>
internal static class CommandLine
{
    public static string[] Words(string line)
    {
        var words = new List<string>();
        var (word, begun, quoted) = (new StringBuilder(), false, false);
        foreach (var letter in line)
        {
            if (letter == '"')
            {
                (quoted, begun) = (!quoted, true);
            }
            else if (letter == ' ' && !quoted)
            {
                if (begun) words.Add(word.ToString());
                word.Clear();
                begun = false;
            }
            else
            {
                word.Append(letter);
                begun = true;
            }
        }

        if (begun) words.Add(word.ToString());
        return [.. words];
    }
}
