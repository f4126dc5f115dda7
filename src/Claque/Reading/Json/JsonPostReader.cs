using System.Text.Json;
using System.Text.Unicode;
using Claque.Reading.Bytes;

namespace Claque.Reading.Json;

/// <summary>Reads posts from JSON values.</summary>
internal sealed class JsonPostReader(FileBytes file, Intake intake, JsonShape shape, JsonSource source) : FilePostReader(file, intake)
{
    private IEnumerator<JsonElement>? _posts;
    private JsonDocument? _value;
    private long _converted;

    /// <inheritdoc/>
    public override IEnumerable<string> Notes()
    {
        if (_converted > 0) yield return $"{Intake.Count(_converted, "value was", "values were")} not UTF-8 and read as Windows-1252.";
    }

    /// <inheritdoc/>
    protected override ReadStep ReadRow(PostRecord post)
    {
        while (true)
        {
            while (_posts is not null && _posts.MoveNext())
            {
                post.Clear();
                post.Line = source.Number;
                var element = _posts.Current;
                var found = element.ValueKind == JsonValueKind.Object ? shape.Fill(element, post, Intake) : NoObject(element);
                if (found == Found.Post) return ReadStep.Post;
                if (found == Found.Refused) return RejectRow(source.Number, System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(element));
            }

            switch (NextValue())
            {
                case ReadStep.Rejected:
                    return ReadStep.Rejected;
                case ReadStep.End:
                    return ReadStep.End;
            }
        }
    }

    /// <inheritdoc/>
    protected override void DisposeParts()
    {
        _posts?.Dispose();
        _value?.Dispose();
    }

    private Found NoObject(JsonElement element)
    {
        Intake.Refuse("not a JSON object", $"the value is a {element.ValueKind.ToString().ToLowerInvariant()}, not an object with a post's members.");
        return Found.Refused;
    }

    private ReadStep NextValue()
    {
        DisposeParts();
        (_posts, _value) = (null, null);
        switch (source.Next())
        {
            case JsonStep.TooLong:
                return RejectRow(source.Number, "row too long", $"the line is longer than {JsonSource.MostBytes >> 20} MB.", source.Value.Span);
            case JsonStep.End:
                return source.Broken is { } why ? throw BrokenOff(why) : ReadStep.End;
        }

        try
        {
            _value = JsonDocument.Parse(AsUtf8(source.Value), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            _posts = shape.PostsIn(_value.RootElement, source.Path).GetEnumerator();
            return ReadStep.Post;
        }
        catch (JsonException e)
        {
            return RejectRow(source.Number, "not valid JSON", $"not valid JSON: {e.Message.Split(" LineNumber", 2)[0]}", source.Value.Span);
        }
    }

    private ReadOnlyMemory<byte> AsUtf8(ReadOnlyMemory<byte> value)
    {
        value = value[..value.Span.TrimEnd(" \t\r,"u8).Length];
        if (Utf8.IsValid(value.Span)) return value;
        _converted++;
        var utf8 = new byte[Windows1252.MostBytes(value.Length)];
        return utf8.AsMemory(0, Windows1252.ToUtf8(value.Span, utf8));
    }
}
