using Claque.Text.Prose;

namespace Claque.Statements.Grammar;

/// <summary>A document with its sentences, whose words have roles. All that is looked for in a text reads the same ones, made once.</summary>
internal sealed class ParsedText(Document document)
{
    private readonly HashSet<int> ends = [.. document.Sentences.Select(sentence => sentence.End)];
    private readonly List<Sentence>?[] inside = new List<Sentence>?[document.Quotations.Count];
    private readonly Lexeme?[] words = new Lexeme?[document.Tokens.Count];
    private List<Sentence>? sentences;

    /// <summary>The document.</summary>
    public Document Document { get; } = document;

    /// <summary>What is known of a token that is no sign.</summary>
    public Lexeme Word(int token) => words[token] ??= Lexemes.Of(Document.Tokens[token].In(Document.Text));

    /// <summary>The sentences, quotations folded, in order.</summary>
    public List<Sentence> Sentences => sentences ??= Sentence.Of(this);

    /// <summary>The sentences inside a quotation, those inside it folded.</summary>
    public List<Sentence> Inside(int quotation) => inside[quotation] ??= Sentence.Inside(this, Document.Quotations[quotation]);

    /// <summary>True where a sentence of the document ends.</summary>
    public bool EndsAt(int position) => ends.Contains(position);

    /// <summary>The words and signs of a stretch, no quotation folded, with their roles.</summary>
    public Unit[] Over(TextSpan stretch) => Sentence.Over(this, stretch);
}
