using System.Text.Encodings.Web;
using System.Text.Json;

namespace Claque.Cli.Terminal;

/// <summary>Writes the machine-readable side of a command: UTF-8, indented, to a file or to standard output for <c>-</c>.</summary>
internal static class JsonOutput
{
    private static readonly JsonWriterOptions Style = new()
    {
        Indented = true,
        // Only the page-safe encoder escapes every letter outside ASCII; this output is not put into pages.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes one JSON value.</summary>
    public static void Write(string target, Screen screen, Action<Utf8JsonWriter> content)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, Style)) content(json);
        if (target == "-")
        {
            screen.Out.WriteLine(System.Text.Encoding.UTF8.GetString(memory.GetBuffer(), 0, (int)memory.Length));
            return;
        }

        using var file = OutputFile.Create(target);
        memory.WriteTo(file);
        file.WriteByte((byte)'\n');
    }
}
