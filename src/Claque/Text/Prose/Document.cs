namespace Claque.Text.Prose;

/// <summary>A text cut once into all that the text questions need: tokens, paragraphs, sentences, quotations.</summary>
public sealed class Document
{
    private Document(string text)
    {
        Text = text;
        Tokens = Prose.Tokens.Of(text);
        Paragraphs = Prose.Paragraphs.Of(text);
        Sentences = Prose.Sentences.Of(text, Tokens, Paragraphs);
        Quotations = Prose.Quotations.Of(text, Tokens, Paragraphs);
    }

    /// <summary>The text, unchanged; every span counts its UTF-16 code units.</summary>
    public string Text { get; }

    /// <summary>Words, numbers and signs in order.</summary>
    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>Paragraphs in order.</summary>
    public IReadOnlyList<TextSpan> Paragraphs { get; }

    /// <summary>Sentences in order, each within one paragraph.</summary>
    public IReadOnlyList<TextSpan> Sentences { get; }

    /// <summary>What stands between quotation marks, in order.</summary>
    public IReadOnlyList<Quotation> Quotations { get; }

    /// <summary>Cuts a text. Any text will do, an empty one gives empty lists. O(length).</summary>
    public static Document Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Document(text);
    }

    /// <summary>Index of the first token that does not begin before a position; the number of tokens when there is none.</summary>
    public int TokenAt(int position)
    {
        int low = 0, high = Tokens.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Tokens[middle].Start < position) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
