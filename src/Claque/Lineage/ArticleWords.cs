using Claque.Articles;
using Claque.Text.Copies;
using Claque.Text.Prose;

namespace Claque.Lineage;

/// <summary>An article cut into words, and what is known of each word; the costly parts are made when first asked for.</summary>
public sealed class ArticleWords
{
    private readonly Lazy<Document> _document;
    private readonly Lazy<bool[]> _quoted;

    private ArticleWords(Article article)
    {
        Article = article;
        Words = WordHashes.Of(article.Text);
        _document = new(() => Document.Of(article.Text));
        _quoted = new(MarkQuoted);
    }

    /// <summary>The article.</summary>
    public Article Article { get; }

    /// <summary>Its words.</summary>
    public WordHashes Words { get; }

    /// <summary>Its paragraphs, sentences and quotations.</summary>
    public Document Document => _document.Value;

    /// <summary>For each word whether it stands inside quotation marks.</summary>
    public ReadOnlySpan<bool> Quoted => _quoted.Value;

    /// <summary>Cuts an article.</summary>
    public static ArticleWords Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new ArticleWords(article);
    }

    /// <summary>The characters from one word to before another.</summary>
    public TextSpan Span(int firstWord, int endWord) => new(Words.Starts[firstWord], Words.Ends[endWord - 1]);

    /// <summary>The words that lie wholly in a span.</summary>
    public (int First, int End) WordsIn(TextSpan span)
    {
        var first = Words.Starts.BinarySearch(span.Start);
        if (first < 0) first = ~first;
        var end = first;
        while (end < Words.Count && Words.Ends[end] <= span.End) end++;
        return (first, end);
    }

    private bool[] MarkQuoted()
    {
        var quoted = new bool[Words.Count];
        foreach (var quotation in Document.Quotations)
        {
            var (first, end) = WordsIn(quotation.Span);
            quoted.AsSpan(first, end - first).Fill(true);
        }

        return quoted;
    }
}
