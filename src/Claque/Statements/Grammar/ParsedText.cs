using Claque.Text.Prose;

namespace Claque.Statements.Grammar;

/// <summary>A document with its sentences, whose words have roles. All that is looked for in a text reads the same ones, made once.</summary>
internal sealed class ParsedText(Document document)
{
    private readonly HashSet<int> ends = [.. document.Sentences.Select(sentence => sentence.End)];
    private readonly List<Sentence>?[] inside = new List<Sentence>?[document.Quotations.Count];
    private List<Sentence>? sentences;

    /// <summary>The document.</summary>
    public Document Document { get; } = document;

    /// <summary>The sentences, quotations folded, in order.</summary>
    public List<Sentence> Sentences => sentences ??= Sentence.Of(Document, ends);

    /// <summary>The sentences inside a quotation, those inside it folded.</summary>
    public List<Sentence> Inside(int quotation) => inside[quotation] ??= Sentence.Inside(Document, ends, Document.Quotations[quotation]);

    /// <summary>The words and signs of a stretch, no quotation folded, with their roles.</summary>
    public Unit[] Over(TextSpan stretch) => Sentence.Over(Document, ends, stretch);
}
