using Claque.Text.Prose;

namespace Claque.Statements.Grammar;

/// <summary>A statement while its parts are still being gathered.</summary>
internal sealed class Draft
{
    public required string Rule { get; set; }

    public required string Cue { get; init; }

    public required int Sentence { get; init; }

    public List<TextSpan> Source { get; init; } = [];

    public List<TextSpan> CueSpans { get; init; } = [];

    public List<TextSpan> Content { get; init; } = [];

    public SubjectRule How { get; init; }

    /// <summary>True when its content ends in quoted speech, which a following bare quotation continues.</summary>
    public bool EndsInQuote { get; set; }

    /// <summary>True for speech inside a quotation.</summary>
    public bool Inside { get; set; }

    /// <summary>True when its content holds quoted words: such a candidate is right more often.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>True when the writer says it of himself: "I would argue".</summary>
    public bool IsOwn { get; init; }

    /// <summary>True when the writer was told it: "residents told me".</summary>
    public bool IsToldToWriter { get; set; }

    /// <summary>True when somebody counts, and says how many.</summary>
    public bool IsCount { get; set; }

    /// <summary>True when its cue lies in the content of another candidate: such a one is right less often.</summary>
    public bool IsNested { get; set; }

    /// <summary>First word of the cue, in its base form.</summary>
    public string CueWord => field ??= Cue.Split(' ')[0];

    /// <summary>Keys of what speaks for and against it; empty unless the odds are being measured.</summary>
    public List<string> Evidence { get; set; } = [];

    /// <summary>Logarithm of the odds by that evidence.</summary>
    public double Shift { get; set; }

    public double Confidence { get; set; }
}
