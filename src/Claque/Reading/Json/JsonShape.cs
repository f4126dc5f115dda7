using System.Collections.Immutable;
using System.Text.Json;
using Claque.Reading.Formats;
using Claque.Reading.Times;

namespace Claque.Reading.Json;

/// <summary>What a JSON record turned out to be.</summary>
internal enum Found
{
    /// <summary>A post.</summary>
    Post,

    /// <summary>Refused: the intake says why.</summary>
    Refused,

    /// <summary>No post, and counted as such.</summary>
    NotAPost,
}

/// <summary>How posts stand in the JSON of one platform or program. For one thread: it may remember what it saw in this value, and in a document in the values before.</summary>
internal abstract class JsonShape
{
    /// <summary>Field → member, as shown to the user.</summary>
    public abstract ImmutableArray<KeyValuePair<string, string>> Mapping { get; }

    /// <summary>Day or month first in slashed dates.</summary>
    public virtual DateOrder Order => DateOrder.Unknown;

    /// <summary>What was assumed from the sample.</summary>
    public virtual ImmutableArray<string> Notes => [];

    /// <summary>True when the file has to be walked as one document even where its first line is a whole value.</summary>
    public virtual bool IsDocument => false;

    /// <summary>Whether to go into the object or list at a path; by default into outermost lists only.</summary>
    public virtual bool Enters(string path, bool outermostIsList) => path.Length == 0 && outermostIsList;

    /// <summary>The posts in a value; a page holds many.</summary>
    /// <param name="path">Where the value stands.</param>
    public virtual IEnumerable<JsonElement> PostsIn(JsonElement value, string path) => [value];

    /// <summary>Reads one post.</summary>
    public abstract Found Fill(JsonElement post, PostRecord record, Intake intake);

    /// <summary>Reads the time, and the end of the checks that all shapes share.</summary>
    protected static Found Finish(PostRecord record, Intake intake, string account, ReadOnlySpan<byte> time, string timeName) =>
        intake.HasAccount(record, account) && intake.SetTime(record, time, timeName) ? Found.Post : Found.Refused;
}

/// <summary>A format in JSON.</summary>
internal sealed class JsonFormat : PostFormat
{
    /// <summary>How well the members that occur fit: 0 to 1.</summary>
    public required Func<JsonPaths, double> Fits { get; init; }

    /// <summary>Makes the shape for one file.</summary>
    public required Func<FileSample, JsonShape> Shape { get; init; }

    /// <inheritdoc/>
    public override bool IsJson => true;

    /// <inheritdoc/>
    public override double Score(FileSample sample) => sample.IsJson ? Fits(sample.Json) : 0;

    /// <inheritdoc/>
    public override Prepared Open(FileSample sample)
    {
        if (sample.NamesColumns && Name != GenericJson.Format.Name)
            throw new InputException($"{sample.File.Name}: the format '{Name}' has its own members; columns can be named with --format {GenericJson.Format.Name}.");
        var (options, file, shape) = (sample.Options, sample.File, Shape(sample));
        var isList = file.Sample.AsSpan().TrimStart(" \t\r\n"u8)[0] == '[';
        var lines = sample.Json.IsLines && !shape.IsDocument;
        var stream = file.Open();
        JsonSource source = lines ? new JsonLines(stream) : new JsonStream(stream, file.Name, path => shape.Enters(path, isList));
        Intake NewIntake() => new(new TimeReader(options.TimeFormat, options.TimeZone, shape.Order), options.Now);
        var reading = new JsonReading(file, source, NewIntake, () => Shape(sample), lines);
        return new Prepared(reading, shape.Mapping, null, shape.Notes);
    }
}
