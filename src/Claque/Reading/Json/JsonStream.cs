using System.Text.Json;
using Claque.Reading.Bytes;
using Claque.Text;

namespace Claque.Reading.Json;

/// <summary>
/// The values of one large JSON document, or of several behind one another: lists and objects that are entered come value by
/// value, all others whole. Memory is one value, whatever the document's size.
/// </summary>
/// <param name="file">What messages call the file.</param>
/// <param name="enters">Whether to go into the object or list at a path; the outermost has the path "" and a list's values end in [].</param>
internal sealed class JsonStream(Stream stream, string file, Func<string, bool> enters, int blockBytes = 1 << 20, int mostBytes = JsonSource.MostBytes) : JsonSource
{
    /// <summary>How tolerant JSON is read.</summary>
    public static readonly JsonReaderOptions Leniently = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        AllowMultipleValues = true,
    };

    private readonly BlockBuffer _buffer = new(stream, blockBytes, mostBytes);
    private readonly Stack<string> _outer = new();
    private JsonReaderState _state = new(Leniently);
    private string _inside = "";
    private string _name = "";
    private string _path = "";

    /// <inheritdoc/>
    public override string? Broken => _buffer.Broken;

    /// <inheritdoc/>
    public override string Path => _path;

    /// <inheritdoc/>
    public override JsonStep Next()
    {
        while (true)
        {
            if (TryNext()) return JsonStep.Value;
            if (_buffer.Full)
                throw new InputException($"{file}: value {Number + 1:N0} is longer than {mostBytes >> 20} MB. Is this a file of posts?");
            if (_buffer.Fill()) continue;
            if (Broken is not null) return JsonStep.End;
            if (_outer.Count > 0 || _buffer.Unread.IndexOfAnyExcept(" \t\r\n"u8) >= 0)
                throw new InputException($"{file} ends in the middle of a JSON value, after {Counted.Of(Number, "value", "values")}: the file was cut off. Copy or download it again; what was read is kept.");
            return JsonStep.End;
        }
    }

    /// <summary>Reads on within the buffer; false when more bytes are needed.</summary>
    private bool TryNext()
    {
        // Never the final block: the end of the bytes inside a value is told apart from faulty JSON.
        var reader = new Utf8JsonReader(_buffer.Unread, isFinalBlock: false, _state);
        try
        {
            while (true)
            {
                var before = reader;
                if (!reader.Read()) return Keep(before, false);
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        _name = reader.GetString()!;
                        continue;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        _inside = _outer.Pop();
                        continue;
                    case JsonTokenType.StartObject or JsonTokenType.StartArray when enters(PathHere()):
                        Enter(reader.TokenType == JsonTokenType.StartArray);
                        continue;
                }

                var start = (int)reader.TokenStartIndex;
                if (!reader.TrySkip()) return Keep(before, false);
                (_path, Value) = (PathHere(), _buffer.Bytes.AsMemory(_buffer.Start + start, (int)reader.BytesConsumed - start));
                _name = "";
                if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray || _outer.Count == 0) Number++;
                return Keep(reader, true);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InputException($"{file} is not valid JSON after value {Number:N0}: {e.Message.Split(" LineNumber", 2)[0]} What was read before is kept.", e);
        }
    }

    private bool Keep(Utf8JsonReader reader, bool found)
    {
        _state = reader.CurrentState;
        _buffer.Start += (int)reader.BytesConsumed;
        return found;
    }

    private string PathHere() => _inside.Length == 0 ? _name : _name.Length == 0 ? _inside : _inside + "." + _name;

    private void Enter(bool list)
    {
        _outer.Push(_inside);
        _inside = PathHere() + (list ? "[]" : "");
        _name = "";
    }
}
