using System.Collections.Immutable;

namespace Claque.Articles.Lines;

/// <summary>Learns the lines that one host prints on all its pages.</summary>
/// <remarks>
/// From three articles of a host on: a line that stands on at least three of them, and on a tenth of all, in the same zone (before the text,
/// within, behind it), is the site's, not the article's. Copies of one article teach nothing: the pages must otherwise differ. O(text).
/// </remarks>
public static class SiteTemplates
{
    private const int Fewest = 3;

    /// <summary>The articles, with template lines that were taken for body, title or subheading classed as such.</summary>
    public static IReadOnlyList<Article> Learn(IReadOnlyList<Article> articles, LinePhrases? phrases = null)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var learned = articles.ToArray();
        foreach (var host in Enumerable.Range(0, articles.Count).GroupBy(i => Host(articles[i])).Where(host => host.Key is not null && host.Count() >= Fewest))
        {
            var pages = host.Select(i => new Page(articles[i], phrases)).ToList();
            var lines = Templates(pages);
            if (lines.Count == 0) continue;
            foreach (var (i, page) in host.Zip(pages)) learned[i] = page.With(lines, host.Key!);
        }

        return learned;
    }

    private static string? Host(Article article)
    {
        if (!Uri.TryCreate(article.Url, UriKind.Absolute, out var address) || address.Host.Length == 0) return article.Outlet;
        return address.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.Host[4..].ToLowerInvariant() : address.Host.ToLowerInvariant();
    }

    private static HashSet<string> Templates(List<Page> pages)
    {
        var on = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < pages.Count; i++)
            foreach (var line in pages[i].Lines.Distinct(StringComparer.Ordinal))
            {
                if (!on.TryGetValue(line, out var list)) on[line] = list = [];
                list.Add(i);
            }

        var needed = Math.Max(Fewest, (pages.Count + 9) / 10);
        return on.Where(line => line.Value.Count >= needed && Differ(line.Value, pages)).Select(line => line.Key).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>True when three of the pages share less than half of their lines with each other.</summary>
    private static bool Differ(List<int> found, List<Page> pages)
    {
        var apart = new List<int>();
        foreach (var i in found.Take(50))
        {
            if (apart.TrueForAll(other => pages[i].Shared(pages[other]) < .5)) apart.Add(i);
            if (apart.Count == Fewest) return true;
        }

        return false;
    }

    private sealed class Page
    {
        private readonly Article _article;
        private readonly ImmutableArray<ArticleBlock> _blocks;
        private readonly HashSet<string> _set;

        public Page(Article article, LinePhrases? phrases)
        {
            _article = article;
            _blocks = article.Blocks.IsDefaultOrEmpty ? TextLines.Classify(article.Text, article.Title, article.Byline, phrases) : article.Blocks;
            var body = _blocks.Select((block, i) => (block, i)).Where(x => x.block.Class == BlockClass.Body && x.block.Span.Length > 80).Select(x => x.i).ToList();
            var (first, last) = body.Count > 0 ? (body[0], body[^1]) : (0, 0);
            Lines = [.. _blocks.Select((block, i) => (i <= first ? "head " : i >= last ? "tail " : "text ") + LineForm.Fold(block.Span.In(article.Text)))];
            _set = [.. Lines];
        }

        public ImmutableArray<string> Lines { get; }

        public double Shared(Page other) => _set.Count == 0 || other._set.Count == 0 ? 1 : (double)_set.Count(other._set.Contains) / Math.Min(_set.Count, other._set.Count);

        public Article With(HashSet<string> templates, string host)
        {
            var blocks = _blocks.ToBuilder();
            for (var i = 0; i < blocks.Count; i++)
                if (templates.Contains(Lines[i]) && Open(blocks[i].Class)) blocks[i] = blocks[i] with { Class = BlockClass.Template, Reason = $"the same line stands on other pages of {host}" };
            return _article with { Blocks = blocks.ToImmutable() };
        }

        private static bool Open(BlockClass kind) => kind is BlockClass.Body or BlockClass.Subheading or BlockClass.Standfirst or BlockClass.Caption or BlockClass.InsertedLink;
    }
}
