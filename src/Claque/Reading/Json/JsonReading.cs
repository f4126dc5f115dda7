using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;
using Claque.Reading.Bytes;

namespace Claque.Reading.Json;

/// <summary>Reads posts from JSON values.</summary>
/// <param name="file">The file.</param>
/// <param name="source">Its values, one after the other.</param>
/// <param name="newIntake">Makes the rules and counts of one batch.</param>
/// <param name="newShape">Makes a shape.</param>
/// <param name="eachAlone">True when a value says everything about its posts; false when it takes the values before it to read one.</param>
internal sealed class JsonReading(FileBytes file, JsonSource source, Func<Intake> newIntake, Func<JsonShape> newShape, bool eachAlone)
    : FileReading(file, newIntake())
{
    private const int ManyBytes = 1 << 18;
    private static readonly JsonDocumentOptions Leniently = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
    private readonly JsonShape? _onlyShape = eachAlone ? null : newShape();
    private string? _failure;
    private bool _ended;
    private bool _endSaid;

    /// <inheritdoc/>
    protected override (string One, string Many) Record => ("value", "values");

    /// <inheritdoc/>
    public override PostBatch NewBatch() => new JsonBatch(newIntake(), FileName, _onlyShape ?? newShape());

    /// <inheritdoc/>
    public override void Read(PostBatch batch)
    {
        if (eachAlone) ReadValues((JsonBatch)batch);
    }

    /// <inheritdoc/>
    protected override bool Take(FileBatch batch)
    {
        var values = (JsonBatch)batch;
        values.Forget();
        while (!_ended && values.Length < ManyBytes) _ended = !TakeOne(values);
        if (values.IsEmpty) return Nothing(values);
        values.CutFromBytes();
        if (!eachAlone) ReadValues(values);
        return true;
    }

    private bool TakeOne(JsonBatch values)
    {
        try
        {
            var step = source.Next();
            if (step != JsonStep.End) values.Add(source.Value.Span, source.Path, source.Number, step == JsonStep.TooLong);
            return step != JsonStep.End;
        }
        catch (InputException e)
        {
            _failure = e.Message; // What was read before comes first.
            return false;
        }
    }

    /// <summary>The end; where the file cannot be read on there is one more batch to say so.</summary>
    private bool Nothing(JsonBatch batch)
    {
        if (_endSaid) return false;
        (batch.Failure, batch.Broken) = (_failure, source.Broken);
        _endSaid = true;
        return false;
    }

    private static void ReadValues(JsonBatch batch)
    {
        foreach (var value in batch.Values)
        {
            var bytes = batch.BytesOf(value);
            if (value.IsTooLong)
                batch.Reject(value.Number, "row too long", $"the line is longer than {JsonSource.MostBytes >> 20} MB.", bytes.Span);
            else
                ReadValue(batch, value, bytes);
        }
    }

    private static void ReadValue(JsonBatch batch, JsonBatch.Value value, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var utf8 = AsUtf8(bytes, out var converted);
            if (converted) batch.Converted++;
            using var document = JsonDocument.Parse(utf8, Leniently);
            foreach (var element in batch.Shape.PostsIn(document.RootElement, value.Path)) ReadPost(batch, value.Number, element);
        }
        catch (JsonException e)
        {
            batch.Reject(value.Number, "not valid JSON", $"not valid JSON: {e.Message.Split(" LineNumber", 2)[0]}", bytes.Span);
        }
        catch (InvalidOperationException)
        {
            // Values with half a surrogate pair are mended, but members cannot be looked up beside such a name.
            batch.Reject(value.Number, "not valid JSON", "not valid JSON: the name of a member holds half a surrogate pair.", bytes.Span);
        }
    }

    private static void ReadPost(JsonBatch batch, long number, JsonElement element)
    {
        var post = batch.Next();
        (post.Line, post.Key) = (number, number);
        var found = element.ValueKind == JsonValueKind.Object ? batch.Shape.Fill(element, post, batch.Intake) : NoObject(batch, element);
        if (found == Found.Post) batch.Keep();
        else if (found == Found.Refused) batch.Reject(number, JsonMarshal.GetRawUtf8Value(element));
    }

    private static Found NoObject(JsonBatch batch, JsonElement element)
    {
        batch.Intake.Refuse("not a JSON object", $"the value is a {element.ValueKind.ToString().ToLowerInvariant()}, not an object with a post's members.");
        return Found.Refused;
    }

    /// <summary>A value as UTF-8; what is not is taken for Windows-1252.</summary>
    internal static ReadOnlyMemory<byte> AsUtf8(ReadOnlyMemory<byte> value, out bool converted)
    {
        value = value[..value.Span.TrimEnd(" \t\r,"u8).Length];
        converted = !Utf8.IsValid(value.Span);
        if (!converted) return value;
        var utf8 = new byte[Windows1252.MostBytes(value.Length)];
        return utf8.AsMemory(0, Windows1252.ToUtf8(value.Span, utf8));
    }

    /// <summary>Values of the file, and the posts made of them.</summary>
    private sealed class JsonBatch(Intake intake, string fileName, JsonShape shape) : FileBatch(intake, fileName)
    {
        private readonly List<Value> _values = [];
        private byte[] _bytes = new byte[ManyBytes * 2];

        public readonly record struct Value(int Start, int Length, string Path, long Number, bool IsTooLong);

        public JsonShape Shape { get; } = shape;

        public int Length { get; private set; }

        public bool IsEmpty => _values.Count == 0;

        public IReadOnlyList<Value> Values => _values;

        public void Forget()
        {
            _values.Clear();
            Length = 0;
        }

        public void Add(ReadOnlySpan<byte> value, string path, long number, bool isTooLong)
        {
            if (Length + value.Length > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + value.Length));
            value.CopyTo(_bytes.AsSpan(Length));
            _values.Add(new Value(Length, value.Length, path, number, isTooLong));
            Length += value.Length;
        }

        public ReadOnlyMemory<byte> BytesOf(Value value) => _bytes.AsMemory(value.Start, value.Length);

        /// <summary>Texts are places in the bytes of the values from now on.</summary>
        public void CutFromBytes() => Block = _bytes;
    }
}
