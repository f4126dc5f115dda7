using System.Collections.Immutable;

namespace Claque.Reading.Formats;

/// <summary>A shape in which posts come.</summary>
internal abstract class PostFormat
{
    /// <summary>The word for <c>--format</c>.</summary>
    public required string Name { get; init; }

    /// <summary>One line: what it is and where it comes from.</summary>
    public required string Description { get; init; }

    /// <summary>One line: what it is told by.</summary>
    public required string RecognisedBy { get; init; }

    /// <summary>True for JSON, false for tables.</summary>
    public abstract bool IsJson { get; }

    /// <summary>How well a file fits, 0 to 1; from 0.5 on it can be read this way.</summary>
    public abstract double Score(FileSample sample);

    /// <summary>Makes the reader.</summary>
    /// <exception cref="InputException">The file or the options do not allow it.</exception>
    public abstract Prepared Open(FileSample sample);
}

/// <summary>A reader made ready, with what is shown about it.</summary>
/// <param name="Reading">At the first row.</param>
/// <param name="Mapping">Field → column or JSON member.</param>
/// <param name="Delimiter">Of tables; null for JSON.</param>
/// <param name="Notes">What was assumed from the sample.</param>
internal sealed record Prepared(
    FileReading Reading, ImmutableArray<KeyValuePair<string, string>> Mapping, string? Delimiter, ImmutableArray<string> Notes);
