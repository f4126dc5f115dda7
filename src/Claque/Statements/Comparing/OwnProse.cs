using Claque.Articles;
using Claque.Text.Prose;

namespace Claque.Statements.Comparing;

/// <summary>The parts of an article that claims and names are looked for in.</summary>
internal static class OwnProse
{
    /// <summary>The article's own prose: breadcrumbs, headlines, related items and the rest of the site feed neither names nor statements.</summary>
    public static Document Of(Article article) => Document.Of(Keep(article, static kind => kind == BlockClass.Body));

    /// <summary>The lines beside its prose in which an article speaks of its own making: credit, note on the author, standfirst; null for none.</summary>
    public static Document? Notes(Article article) => Beside(article, static kind => kind is BlockClass.Standfirst or BlockClass.AuthorBio or BlockClass.Credit);

    /// <summary>Its headline, headings and standfirst; null for none.</summary>
    public static Document? Headings(Article article) => Beside(article, IsHeading);

    // A text without prose is looked at whole: nothing stands beside it.
    private static Document? Beside(Article article, Func<BlockClass, bool> wanted) =>
        ArticleText.BlocksOf(article) is var blocks && blocks.Any(static block => block.Class == BlockClass.Body) && blocks.Any(block => wanted(block.Class))
            ? Document.Of(Keep(article, wanted)) : null;

    private static bool IsHeading(BlockClass kind) => kind is BlockClass.Title or BlockClass.Subheading or BlockClass.Standfirst;

    // Everything else becomes line breaks, one for each character: spans stay spans of the article's text. A text without
    // any prose, such as one short line, is looked at whole.
    private static string Keep(Article article, Func<BlockClass, bool> wanted)
    {
        var blocks = ArticleText.BlocksOf(article);
        if (!blocks.Any(static block => block.Class == BlockClass.Body)) return article.Text;
        var kept = blocks.Where(block => wanted(block.Class)).Select(block => block.Span).ToList();
        return string.Create(article.Text.Length, (article.Text, kept), static (to, from) =>
        {
            to.Fill('\n');
            foreach (var span in from.kept) from.Text.AsSpan(span.Start, span.Length).CopyTo(to[span.Start..]);
        });
    }
}
