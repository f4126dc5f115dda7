using System.Collections.Immutable;
using System.Xml;
using Claque.Articles.Extraction;
using Claque.Reading;

namespace Claque.Articles.Files;

/// <summary>A feed saved as a file, RSS or Atom: one article an entry.</summary>
internal static class FeedFile
{
    private const int MostItems = 100_000;

    /// <exception cref="InputException">The file is not well-formed before its first entry.</exception>
    public static ArticleReading Read(ArticleBytes file, ArticleOptions options)
    {
        var articles = ImmutableArray.CreateBuilder<Article>();
        var rejects = ImmutableArray.CreateBuilder<ArticleReject>();
        using var stream = file.Stream();
        // No document type is processed and nothing is resolved: entities of the file's own making are errors, never expanded.
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, MaxCharactersInDocument = 512L << 20, CloseInput = false });
        string? channel = null;
        var number = 0;
        try
        {
            while (xml.Read() && number < MostItems)
            {
                if (xml.NodeType != XmlNodeType.Element) continue;
                if (xml.LocalName is "item" or "entry")
                {
                    number++;
                    var item = Item(xml);
                    if (Made(item, channel, $"{file.Name}({number})", Path.GetFileName(file.Name), options) is { } made) articles.Add(made);
                    else rejects.Add(new ArticleReject(number, "no text", $"{file.Name}({number}): the entry has neither text nor title."));
                }
                else if (xml.LocalName == "title" && channel is null) channel = Text(xml);
            }
        }
        catch (XmlException e)
        {
            var broken = $"{file.Name}({e.LineNumber}): the feed is not well-formed there ({e.Message.TrimEnd('.')}); it was read up to that place.";
            if (articles.Count == 0) throw new InputException(broken);
            rejects.Add(new ArticleReject(e.LineNumber, "broken XML", broken));
        }

        return new ArticleReading("feed", articles.ToImmutable(), rejects.ToImmutable());
    }

    private static Dictionary<string, string> Item(XmlReader xml)
    {
        var item = new Dictionary<string, string>(StringComparer.Ordinal);
        if (xml.IsEmptyElement) return item;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            var name = xml.LocalName;
            if (name == "link" && xml.GetAttribute("href") is { } href)
            {
                if ((xml.GetAttribute("rel") ?? "alternate") == "alternate") item.TryAdd("link", href);
                continue;
            }

            if (name is "author" && !xml.IsEmptyElement && xml.NamespaceURI.Contains("Atom", StringComparison.OrdinalIgnoreCase)) continue;
            if (name is "title" or "link" or "guid" or "id" or "pubDate" or "published" or "updated" or "date" or "creator" or "author" or "name" or "encoded" or "content" or "description" or "summary" or "source")
                item.TryAdd(name, Text(xml));
        }

        return item;
    }

    /// <summary>The text within the element at which the reader stands, markup inside it as text; ends at its end.</summary>
    private static string Text(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var text = new System.Text.StringBuilder();
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) text.Append(xml.Value);
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "p" or "br" or "div") text.Append(xml.NodeType == XmlNodeType.Element && xml.LocalName == "br" ? "<br>" : "<p>");
        }

        return text.ToString();
    }

    private static Article? Made(Dictionary<string, string> item, string? channel, string place, string file, ArticleOptions options)
    {
        string? Of(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
                if (item.TryGetValue(name, out var value) && value.Trim() is { Length: > 0 } found) return found;
            return null;
        }

        var link = Of("link") ?? (Of("guid", "id") is { } id && id.StartsWith("http", StringComparison.Ordinal) ? id : null);
        var title = Of("title") is { } written ? HtmlPage.PlainText(written) : null;
        var content = Of("encoded", "content", "description", "summary") ?? title;
        if (content is null) return null;
        var article = HtmlPage.ReadFragment(content, Of("guid", "id") ?? link ?? place, link, title, options.Phrases, options.Limits);
        var facts = article.Facts;
        var (published, updated) = (PageTime.Of(Of("pubDate", "published", "date")), PageTime.Of(Of("updated")));
        if (link is not null) facts = facts.Add(new ArticleFact(FactKind.Canonical, link, true, "feed:link", .9));
        if (published is { } at) facts = facts.Add(new ArticleFact(FactKind.Published, at.ToString(), true, "feed:published", .9));
        if (updated is { } changed) facts = facts.Add(new ArticleFact(FactKind.Modified, changed.ToString(), true, "feed:updated", .85));
        if (Of("creator", "name", "author") is { } author) facts = facts.Add(new ArticleFact(FactKind.Author, author, true, "feed:author", .85));
        if (channel?.Trim() is { Length: > 0 } publisher) facts = facts.Add(new ArticleFact(FactKind.Publisher, publisher, true, "feed:channel", .8));
        return article with
        {
            File = file,
            Title = title,
            Byline = Of("creator", "name", "author"),
            Outlet = channel?.Trim(),
            Published = published?.At,
            PublishedPrecision = published?.Precision ?? TimePrecision.Second,
            Facts = facts,
        };
    }
}
