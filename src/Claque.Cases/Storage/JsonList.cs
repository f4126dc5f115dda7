using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Claque.Reading;

namespace Claque.Cases.Storage;

/// <summary>
/// Lists of a post as JSON texts: <c>["a","b"]</c>, and <c>[{"column":"c","value":"a"}]</c> for objects. Only what JSON demands
/// is escaped, so that any script stays readable in an SQLite browser.
/// </summary>
internal static class JsonList
{
    private static readonly SearchValues<byte> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, 32).Select(b => (byte)b), (byte)'"', (byte)'\\']);

    /// <summary>Writes a list of the post; the buffer is emptied first.</summary>
    public static void Write(ArrayBufferWriter<byte> to, PostRecord post, PostList list)
    {
        to.ResetWrittenCount();
        to.Write("["u8);
        for (var i = 0; i < post.CountOf(list); i++)
        {
            if (i > 0) to.Write(","u8);
            WriteItem(to, post, list, i);
        }

        to.Write("]"u8);
    }

    /// <summary>Writes the stored list with those values of the post at its end that it does not have.</summary>
    /// <returns>True when there was such a value.</returns>
    public static bool Merge(ArrayBufferWriter<byte> to, ReadOnlySpan<byte> stored, PostRecord post, PostList list)
    {
        var known = new HashSet<(string Column, string Value)>();
        foreach (var item in Items(stored)) known.Add(item);
        to.ResetWrittenCount();
        to.Write(stored[..^1]);
        var adds = false;
        for (var i = 0; i < post.CountOf(list); i++)
        {
            if (!known.Add((post.ColumnOf(list, i), Encoding.UTF8.GetString(post.ValueOf(list, i))))) continue;
            if (known.Count > 1) to.Write(","u8);
            WriteItem(to, post, list, i);
            adds = true;
        }

        to.Write("]"u8);
        return adds;
    }

    /// <summary>Adds a stored list to the post. <paramref name="scratch"/> takes values that had to be unescaped.</summary>
    public static void Read(ReadOnlySpan<byte> stored, PostRecord post, PostList list, ref byte[] scratch)
    {
        post.Give(list);
        if (stored.Length <= 2) return;
        var column = "";
        var reader = new Utf8JsonReader(stored);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                var isColumn = reader.ValueTextEquals("column"u8);
                reader.Read();
                if (isColumn) column = reader.GetString() ?? "";
                else post.Add(list, Value(ref reader, ref scratch), column);
            }
            else if (reader.TokenType == JsonTokenType.String)
            {
                post.Add(list, Value(ref reader, ref scratch));
            }
        }
    }

    /// <summary>The texts of a stored list; none when it is NULL.</summary>
    public static ImmutableArray<string> Texts(ReadOnlySpan<byte> stored) => [.. Items(stored).Select(item => item.Value)];

    /// <summary>Texts as a list to be stored.</summary>
    public static string Of(IEnumerable<string> texts)
    {
        var to = new ArrayBufferWriter<byte>();
        to.Write("["u8);
        var first = true;
        foreach (var text in texts)
        {
            if (!first) to.Write(","u8);
            first = false;
            WriteString(to, Encoding.UTF8.GetBytes(text));
        }

        to.Write("]"u8);
        return Encoding.UTF8.GetString(to.WrittenSpan);
    }

    /// <summary>The bytes as valid UTF-8: broken sequences become U+FFFD.</summary>
    public static ReadOnlySpan<byte> Valid(ReadOnlySpan<byte> text) =>
        Utf8.IsValid(text) ? text : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text));

    private static List<(string Column, string Value)> Items(ReadOnlySpan<byte> stored)
    {
        var items = new List<(string, string)>();
        if (stored.Length <= 2) return items;
        var column = "";
        var reader = new Utf8JsonReader(stored);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                var isColumn = reader.ValueTextEquals("column"u8);
                reader.Read();
                if (isColumn) column = reader.GetString() ?? "";
                else items.Add((column, reader.GetString() ?? ""));
            }
            else if (reader.TokenType == JsonTokenType.String)
            {
                items.Add(("", reader.GetString() ?? ""));
            }
        }

        return items;
    }

    private static ReadOnlySpan<byte> Value(ref Utf8JsonReader reader, ref byte[] scratch)
    {
        if (!reader.ValueIsEscaped) return reader.ValueSpan;
        if (scratch.Length < reader.ValueSpan.Length) scratch = new byte[reader.ValueSpan.Length * 2];
        return scratch.AsSpan(0, reader.CopyString(scratch));
    }

    private static void WriteItem(ArrayBufferWriter<byte> to, PostRecord post, PostList list, int index)
    {
        if (list != PostList.Objects)
        {
            WriteString(to, post.ValueOf(list, index));
            return;
        }

        to.Write("{\"column\":"u8);
        WriteString(to, Encoding.UTF8.GetBytes(post.ColumnOf(list, index)));
        to.Write(",\"value\":"u8);
        WriteString(to, post.ValueOf(list, index));
        to.Write("}"u8);
    }

    private static void WriteString(ArrayBufferWriter<byte> to, ReadOnlySpan<byte> text)
    {
        text = Valid(text);
        to.Write("\""u8);
        while (true)
        {
            var at = text.IndexOfAny(Escaped);
            if (at < 0) break;
            to.Write(text[..at]);
            WriteEscape(to, text[at]);
            text = text[(at + 1)..];
        }

        to.Write(text);
        to.Write("\""u8);
    }

    private static void WriteEscape(ArrayBufferWriter<byte> to, byte value)
    {
        switch (value)
        {
            case (byte)'"': to.Write("\\\""u8); break;
            case (byte)'\\': to.Write("\\\\"u8); break;
            case (byte)'\n': to.Write("\\n"u8); break;
            case (byte)'\r': to.Write("\\r"u8); break;
            case (byte)'\t': to.Write("\\t"u8); break;
            default: to.Write(Encoding.ASCII.GetBytes($"\\u{(int)value:x4}")); break;
        }
    }
}
