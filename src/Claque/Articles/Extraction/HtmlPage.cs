using System.Collections.Immutable;
using System.Text;
using AngleSharp.Html.Parser;
using Claque.Articles.Lines;
using Claque.Text;
using Claque.Text.Prose;

namespace Claque.Articles.Extraction;

/// <summary>Reads the article out of an HTML page.</summary>
/// <remarks>
/// The page is parsed by AngleSharp without scripts, style sheets or any loader: nothing of it runs, and nothing is fetched. O(page) within
/// <see cref="PageLimits"/>. Nothing is deleted: the text of the article is the whole visible text of the page, a line a paragraph,
/// and its blocks say which lines are the article and why the others are not.
/// </remarks>
public static class HtmlPage
{
    /// <summary>The article of a page.</summary>
    /// <param name="html">The source.</param>
    /// <param name="id">The id to give it.</param>
    /// <param name="url">Where it was found; null when unknown.</param>
    /// <param name="phrases">The lists; the built-in ones when null.</param>
    /// <param name="limits">How much of a page is looked at; the usual limits when null.</param>
    public static Article Read(string html, string id, string? url = null, LinePhrases? phrases = null, PageLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(html);
        phrases ??= LinePhrases.BuiltIn;
        var archived = ArchivedAddress.Of(url);
        url = archived?.Original ?? url;
        var (source, notes) = PageSource.Of(html, limits ?? new PageLimits());
        using var page = new HtmlParser(Options).ParseDocument(source);
        var facts = PageFacts.Of(page, url, archived);
        if (page.Body is null) return new Article { Id = id, Text = "", Url = url, Notes = [.. notes] };
        var lines = Lines(PageTree.Of(page.Body), phrases, facts);
        return Made(lines, facts, id, url, notes);
    }

    /// <summary>The article of a piece of HTML that is all article, such as the content of a feed's entry.</summary>
    internal static Article ReadFragment(string html, string id, string? url, string? title, LinePhrases phrases, PageLimits limits)
    {
        var (source, notes) = PageSource.Of(html, limits);
        using var page = new HtmlParser(Options).ParseDocument("<html><body>" + source + "</body></html>");
        var tree = PageTree.Of(page.Body!);
        var lines = PageLines.Of(tree);
        new PageSelection(tree, lines, [tree.Nodes[0]], phrases, title).Run();
        return Made(lines, null, id, url, notes);
    }

    /// <summary>A short text without its markup.</summary>
    internal static string PlainText(string html)
    {
        if (!html.AsSpan().ContainsAny('<', '&')) return html;
        using var page = new HtmlParser(Options).ParseDocument("<html><body>" + PageSource.Of(html.Length > 10_000 ? html[..10_000] : html, new PageLimits()).Html + "</body></html>");
        return string.Join(' ', PageLines.Of(PageTree.Of(page.Body!)).Select(line => line.Text));
    }

    private static HtmlParserOptions Options { get; } = new()
    {
        IsScripting = false,
        SkipComments = true,
        SkipProcessingInstructions = true,
        DisableElementPositionTracking = true,
        IsNotSupportingFrames = true,
    };

    private static List<PageLine> Lines(PageTree tree, LinePhrases phrases, PageFacts facts)
    {
        var words = new PageWords(phrases.Lists);
        var outline = PageOutline.Of(tree, PageLines.Of(tree), facts.Title);
        facts.Show(outline.Headline);
        PageMarking.Mark(tree, words, outline, phrases);
        var lines = PageLines.Of(tree);
        var containers = PageScoring.Containers(tree, lines, words, outline);
        new PageSelection(tree, lines, containers, phrases, facts.Title, facts.Byline).Run();
        StatedBody.Hold(lines, facts.LinkedBody);
        return lines;
    }

    private static Article Made(List<PageLine> lines, PageFacts? facts, string id, string? url, List<string> notes)
    {
        var text = new StringBuilder();
        var blocks = ImmutableArray.CreateBuilder<ArticleBlock>(lines.Count + 1);
        foreach (var line in lines)
        {
            if (text.Length > 0) text.Append("\n\n");
            var start = text.Length;
            text.Append(line.Text);
            var heading = line.Owner.Tag is ['h', >= '1' and <= '6'];
            blocks.Add(new ArticleBlock(
                line.Mark is null && heading ? BlockClass.Subheading : line.Class,
                line.Mark?.Reason ?? (heading ? $"<{line.Owner.Tag}> in the article" : "in the article"), new TextSpan(start, text.Length)));
        }

        return Signed(new Article
        {
            Id = id,
            Text = text.ToString(),
            Url = url ?? facts?.Url,
            Title = facts?.Title,
            Byline = facts?.Byline,
            Outlet = facts?.Outlet,
            Published = facts?.Published?.At,
            PublishedPrecision = facts?.Published?.Precision ?? Claque.Reading.TimePrecision.Second,
            Language = facts?.Language,
            Blocks = Datelines.Split(text.ToString(), blocks.ToImmutable()),
            Facts = facts?.All ?? [],
            Notes = [.. notes],
        });
    }

    // A date stands two lines above a headline at most: as many characters as those may have.
    private const int Above = 200;

    /// <summary>With byline and date of the lines between headline and text, where the markup has none.</summary>
    private static Article Signed(Article article)
    {
        var (blocks, text) = (article.Blocks, article.Text);
        var title = blocks.FirstOrDefault(block => block.Class == BlockClass.Title);
        var body = blocks.FirstOrDefault(block => block.Class == BlockClass.Body);
        if (title is null || body is null) return article;
        string? Between(BlockClass kind, int above) =>
            blocks.FirstOrDefault(block => block.Class == kind && block.Span.Start > title.Span.Start - above && block.Span.Start < body.Span.Start + 600) is { } found ? found.Span.In(text).ToString() : null;
        var byline = Between(BlockClass.Byline, 0);
        var date = Between(BlockClass.Date, Above) is { } line && !WrittenDates.IsChange(line) ? WrittenDates.Of(line) : byline is null ? null : WrittenDates.Of(byline);
        if (article.Byline is null && byline is not null) article = article with { Byline = BylineNames.Of(byline)?.Names };
        return article.Published is null && date is { } day ? article with { Published = day.At, PublishedPrecision = day.Precision } : article;
    }
}
