using System.Collections.Immutable;
using Claque.Articles;
using Claque.Text.Copies;
using Claque.Text.Prose;

namespace Claque.Lineage;

/// <summary>An article cut into words, and what is known of each word; the costly parts are made when first asked for.</summary>
public sealed class ArticleWords
{
    private readonly Lazy<Document> _document;
    private readonly Lazy<(bool[] Quoted, bool[] Uneven)> _quoted;
    private readonly Lazy<ArticleWords> _own;
    private readonly Lazy<ImmutableArray<TextSpan>> _sentences;

    private ArticleWords(Article article, bool withLines)
    {
        Article = article;
        Words = WordHashes.Of(article.Text, (withLines ? ArticleParts.OwnOf(article) : ArticleParts.ProseOf(article)).AsSpan());
        _own = new(() => withLines || article.Blocks.IsDefaultOrEmpty ? this : new ArticleWords(article, withLines: true));
        _document = new(() => Document.Of(article.Text));
        _sentences = new(() => ArticleParts.Within(ArticleParts.OwnOf(article), _document.Value.Sentences));
        _quoted = new(MarkQuoted);
    }

    /// <summary>The article.</summary>
    public Article Article { get; }

    /// <summary>The words of its own prose: what passages and shares are counted in. Of <see cref="WithLines"/>: and of its lines.</summary>
    public WordHashes Words { get; }

    /// <summary>The same article with the words of byline, date, bio and credit lines: where phrases of origin stand.</summary>
    public ArticleWords WithLines => _own.Value;

    /// <summary>The sentences of the article itself, without those of the site around it.</summary>
    public ImmutableArray<TextSpan> Sentences => _sentences.Value;

    /// <summary>Paragraphs, sentences and quotations of its whole text.</summary>
    public Document Document => _document.Value;

    /// <summary>For each word whether it stands inside quotation marks.</summary>
    public ReadOnlySpan<bool> Quoted => _quoted.Value.Quoted;

    /// <summary>For each word whether its quotation has lost a mark: it is never closed, or opened again within.</summary>
    public ReadOnlySpan<bool> Uneven => _quoted.Value.Uneven;

    /// <summary>Cuts an article.</summary>
    public static ArticleWords Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new ArticleWords(article, withLines: false);
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

    private (bool[] Quoted, bool[] Uneven) MarkQuoted()
    {
        var (quoted, uneven) = (new bool[Words.Count], new bool[Words.Count]);
        var quotations = Document.Quotations;
        for (var i = 0; i < quotations.Count; i++)
        {
            var opensAgain = quotations[i].Depth == 0 ? OpensAgain(quotations[i]) : 0;
            var end = opensAgain == 1 && quotations[i].IsClosed ? EndOfOuter(quotations[i].Span.End) : null;
            var (first, last) = WordsIn(new TextSpan(quotations[i].Span.Start, end ?? quotations[i].Span.End));
            quoted.AsSpan(first, last - first).Fill(true);
            if (quotations[i].Depth > 0 || end is not null) continue;
            var goesOn = quotations.Skip(i + 1).FirstOrDefault(next => next.Depth == 0).Continues;
            if ((!quotations[i].IsClosed && !goesOn) || opensAgain > 0) uneven.AsSpan(first, last - first).Fill(true);
        }

        return (quoted, uneven);
    }

    private int OpensAgain(Quotation quotation)
    {
        var (text, inner) = (Article.Text, quotation.Inner);
        var (mark, times) = (text[quotation.Span.Start], 0);
        for (var i = inner.Start; i + 1 < inner.End; i++)
            if (text[i] == mark && char.IsWhiteSpace(text[i - 1]) && char.IsLetterOrDigit(text[i + 1])) times++;
        return times;
    }

    // "They call it the "long wall" here," she said: what was closed is the inner quotation where the next mark of the paragraph closes too.
    private int? EndOfOuter(int endOfInner)
    {
        var text = Article.Text;
        for (var i = endOfInner; i < text.Length && text[i] != '\n'; i++)
        {
            if (text[i] is '"' or '”' && !char.IsWhiteSpace(text[i - 1]) && (i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1]))) return i + 1;
            if (text[i] is '"' or '“') return null;
        }

        return null;
    }
}
