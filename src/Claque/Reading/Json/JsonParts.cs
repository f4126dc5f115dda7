using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Claque.Reading.Json;

/// <summary>Takes members out of JSON objects without complaint when they are missing or of another kind.</summary>
internal static class JsonParts
{
    extension(JsonElement element)
    {
        /// <summary>A member; one of kind Undefined when it is not there.</summary>
        public JsonElement Part(string name) =>
            element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

        /// <summary>A member of a member.</summary>
        public JsonElement Part(string outer, string inner) => element.Part(outer).Part(inner);

        /// <summary>The text of a string, or the digits of a number; null for everything else and for empty strings.</summary>
        public string? AsText() => element.ValueKind switch
        {
            JsonValueKind.String => NotEmpty(StringOf(element)),
            JsonValueKind.Number => element.GetRawText(),
            _ => null,
        };

        /// <summary>True for what has a text: a string that is not empty, a number.</summary>
        public bool HasText => element.ValueKind == JsonValueKind.Number || (element.ValueKind == JsonValueKind.String && JsonMarshal.GetRawUtf8Value(element).Length > 2);

        /// <summary>The text as UTF-8, without a string of its own where nothing in it is escaped; empty for what has none.</summary>
        public ReadOnlySpan<byte> Utf8() => element.ValueKind switch
        {
            JsonValueKind.Number => JsonMarshal.GetRawUtf8Value(element),
            JsonValueKind.String when JsonMarshal.GetRawUtf8Value(element)[1..^1] is var raw => raw.Contains((byte)'\\') ? Encoding.UTF8.GetBytes(StringOf(element)) : raw,
            _ => default,
        };

        /// <summary>This, or the other where this has no text.</summary>
        public JsonElement Or(JsonElement other) => element.HasText ? element : other;

        /// <summary>The text of a member.</summary>
        public string? TextOf(string name) => element.Part(name).AsText();

        /// <summary>The values of a list; none when it is no list.</summary>
        public IEnumerable<JsonElement> Items() => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

        /// <summary>True when a member holds true.</summary>
        public bool IsTrue(string name) => element.Part(name).ValueKind == JsonValueKind.True;
    }

    private static string? NotEmpty(string text) => text.Length == 0 ? null : text;

    /// <summary>A string's text; half a surrogate pair, which cannot be text, becomes the replacement sign.</summary>
    private static string StringOf(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Unescape(element.GetRawText());
        }
    }

    private static string Unescape(string raw)
    {
        var text = new StringBuilder();
        for (var i = 1; i < raw.Length - 1; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }

            var sign = raw[++i];
            if (sign == 'u')
            {
                text.Append((char)Convert.ToInt32(raw.Substring(i + 1, 4), 16));
                i += 4;
            }
            else
            {
                text.Append(sign switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', _ => sign });
            }
        }

        // Writing and reading UTF-8 replaces what is no text.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
