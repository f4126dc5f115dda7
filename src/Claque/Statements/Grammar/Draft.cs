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

    public double Confidence { get; set; }
    public double Match; public int Best;
}
