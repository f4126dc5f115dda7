using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Claque.Tests.Articles;

namespace Claque.Benchmarks;

/// <summary>Ways to change a page that leave its article what it is: a rule that only knows a name, a tag or a wrapper shows here.</summary>
internal static partial class PageChanges
{
    private static readonly string[] Parts = ["article", "main", "nav", "aside", "footer", "header", "section", "figure", "figcaption"];
    private static readonly string[] Headings = ["h1", "h2", "h3", "h4", "h5", "h6"];

    /// <summary>Each change with its name.</summary>
    public static IReadOnlyList<PageChange> All { get; } =
    [
        new("as they are", (_, _, _) => { }),
        new("all classes and ids renamed", (page, _, _) => Names(page)),
        new("`article`, `main`, `nav`, `aside` and the like made `div`", (page, _, _) => Rename(page, Parts, "div")),
        new("no JSON-LD, `meta` or `itemprop`", (page, _, _) => NoStatements(page)),
        new("every paragraph in a box of its own", (page, _, _) => Wrap(page)),
        new("every paragraph a `div`", (page, _, _) => Rename(page, ["p"], "div")),
        new("every paragraph bare text between `<br>`", (page, _, _) => Bare(page)),
        new("every third box removed, its content kept", (page, _, _) => Unwrap(page)),
        new("the article in boxes of four lines, two deep", (page, own, _) => Split(page, own.Truth)),
        new("a class *category print* on the article's box", (page, own, _) => Article(page, own.Truth)?.SetAttribute("class", "category print")),
        new("40 comments under a heading, no names", (page, _, _) => PageAdditions.Comments(page)),
        new("25 teasers before everything, no names", (page, _, _) => PageAdditions.Teasers(page)),
        new("14 long paragraphs on cookies behind everything", (page, _, _) => PageAdditions.Terms(page)),
        new("the same, and the article's box hidden", (page, own, _) => { PageAdditions.Terms(page); Article(page, own.Truth)?.SetAttribute("style", "display:none"); }),
        new("every heading a `div`", (page, _, _) => Rename(page, Headings, "div")),
        new("nothing but `div`, no names, no statements", (page, _, _) => Bald(page)),
        new("the same, paragraphs bare text between `<br>`", (page, _, _) => { Bare(page); Bald(page); }),
        new("the same, boxes made tables", (page, _, _) => { Bare(page); Bald(page); Tables(page); }),
        new("all boxes removed: headings, lists and `<br>` alone", (page, _, _) => { Bare(page); Flat(page); }),
        new("no title in the head, no statements", (page, _, _) => { NoStatements(page); page.QuerySelector("head title")?.Remove(); }),
        new("the text of another page behind it, under a headline of its own", (page, own, next) => PageAdditions.Another(Article(page, own.Truth), next)),
        new("a teaser behind every fourth paragraph, no names", (page, own, _) => PageAdditions.Inserted(Article(page, own.Truth))),
        new("a picture with a line below behind every fifth paragraph, no names", (page, own, _) => PageAdditions.Pictures(Article(page, own.Truth))),
        new("all letters Cyrillic", (page, _, _) => NoStatements(page)) { Words = PageScripts.Cyrillic },
        new("all letters Arabic, with Arabic marks", (page, _, _) => NoStatements(page)) { Words = PageScripts.Arabic },
        new("all words Chinese characters without blanks", (page, _, _) => NoStatements(page)) { Words = PageScripts.Chinese },
        new("no names, no statements, parts and paragraphs `div`; teasers before and between, pictures between, comments and cookies behind", (page, own, _) => Crowd(page, own.Truth)),
        new("no names, no statements, boxes made tables, headings kept", (page, _, _) => { NoStatements(page); Rename(page, Parts, "div"); Names(page); Tables(page); }),
        new("every piece of text in two `span`", (page, _, _) => Spans(page)),
    ];

    /// <summary>A page after a change, with its true text.</summary>
    public static ShingleScore.Page Made(PageChange change, ShingleScore.Page own, ShingleScore.Page next)
    {
        var page = new HtmlParser(new HtmlParserOptions { IsScripting = true }).ParseDocument(own.Html);
        change.Apply(page, own, next);
        if (change.Words is not { } words) return own with { Html = page.DocumentElement.OuterHtml };
        foreach (var text in page.Descendants<IText>().Where(text => text.ParentElement?.LocalName is not ("script" or "style")).ToList()) text.Data = words(Blanks().Replace(text.Data, " "));
        return own with { Html = page.DocumentElement.OuterHtml, Truth = words(own.Truth) };
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    private static void Bald(IDocument page)
    {
        NoStatements(page);
        Rename(page, [.. Parts, "p", .. Headings], "div");
        Names(page);
    }

    private static void Crowd(IDocument page, string truth)
    {
        PageAdditions.Inserted(Article(page, truth));
        PageAdditions.Pictures(Article(page, truth));
        PageAdditions.Teasers(page);
        PageAdditions.Comments(page);
        PageAdditions.Terms(page);
        NoStatements(page);
        Rename(page, [.. Parts, "p"], "div");
        Names(page);
    }

    private static void Spans(IDocument page)
    {
        foreach (var text in page.Body!.Descendants<IText>().Where(text => text.ParentElement?.LocalName is not ("script" or "style")).ToList())
        {
            var (outer, inner) = (page.CreateElement("span"), page.CreateElement("span"));
            outer.AppendChild(inner);
            inner.TextContent = text.Data;
            text.Parent!.ReplaceChild(outer, text);
        }
    }

    private static void Tables(IDocument page)
    {
        foreach (var box in page.QuerySelectorAll("div").Where(box => box.Children.Any(child => child.LocalName == "div")).ToList())
        {
            var table = page.CreateElement("table");
            foreach (var child in box.ChildNodes.ToList())
            {
                var row = table.AppendChild(page.CreateElement("tr"));
                row.AppendChild(page.CreateElement("td")).AppendChild(child);
            }

            box.Replace(table);
        }
    }

    private static void Flat(IDocument page)
    {
        foreach (var box in page.QuerySelectorAll(string.Join(',', Parts) + ",div").ToList())
        {
            foreach (var child in box.ChildNodes.ToList()) box.Parent!.InsertBefore(child, box);
            for (var i = 0; i < 2; i++) box.Parent!.InsertBefore(page.CreateElement("br"), box);
            box.Remove();
        }
    }

    private static void Names(IDocument page)
    {
        foreach (var element in page.All)
            foreach (var name in (string[])["class", "id"])
                if (element.GetAttribute(name) is { } value) element.SetAttribute(name, string.Join(' ', value.Split(' ').Select(word => "x" + (Hash(word) % 1_000_000).ToString(CultureInfo.InvariantCulture))));
    }

    private static uint Hash(string word)
    {
        var hash = 2166136261u;
        foreach (var letter in word) hash = (hash ^ letter) * 16777619;
        return hash ^ (hash >> 13);
    }

    private static void Rename(IDocument page, string[] from, string to)
    {
        foreach (var element in from.SelectMany(tag => page.QuerySelectorAll(tag)).ToList())
        {
            var other = page.CreateElement(to);
            foreach (var attribute in element.Attributes) other.SetAttribute(attribute.Name, attribute.Value);
            foreach (var child in element.ChildNodes.ToList()) other.AppendChild(child);
            element.Replace(other);
        }
    }

    private static void NoStatements(IDocument page)
    {
        foreach (var element in page.QuerySelectorAll("script,meta").ToList()) element.Remove();
        foreach (var element in page.QuerySelectorAll("[itemprop]").ToList()) element.RemoveAttribute("itemprop");
    }

    private static void Wrap(IDocument page)
    {
        foreach (var paragraph in page.QuerySelectorAll("p").ToList())
        {
            var box = page.CreateElement("div");
            paragraph.Replace(box);
            box.AppendChild(paragraph);
        }
    }

    private static void Bare(IDocument page)
    {
        foreach (var paragraph in page.QuerySelectorAll("p").ToList())
        {
            if (paragraph.ParentElement is not { } around) continue;
            foreach (var child in paragraph.ChildNodes.ToList()) around.InsertBefore(child, paragraph);
            for (var i = 0; i < 2; i++) around.InsertBefore(page.CreateElement("br"), paragraph);
            paragraph.Remove();
        }
    }

    private static void Unwrap(IDocument page)
    {
        foreach (var box in page.QuerySelectorAll("div,section").ToList())
        {
            if (Hash(box.OuterHtml.Length.ToString(CultureInfo.InvariantCulture)) % 3 != 0 || box.ParentElement is not { } around || box.ChildElementCount == 0) continue;
            foreach (var child in box.ChildNodes.ToList()) around.InsertBefore(child, box);
            box.Remove();
        }
    }

    private static void Split(IDocument page, string truth)
    {
        if (Article(page, truth) is not { } whole) return;
        IElement? box = null;
        var inBox = 0;
        foreach (var child in whole.ChildNodes.ToList())
        {
            if (box is null || inBox >= 4)
            {
                var outer = page.CreateElement("div");
                box = page.CreateElement("div");
                outer.AppendChild(box);
                whole.InsertBefore(outer, child);
                inBox = 0;
            }

            if (child is IElement) inBox++;
            box.AppendChild(child);
        }
    }

    /// <summary>The smallest element that holds most paragraphs of the true text; null when that is the whole page.</summary>
    private static IElement? Article(IDocument page, string truth)
    {
        var runs = ShingleScore.Runs(truth);
        var hits = page.QuerySelectorAll("p,div,li,td,h2,h3").Where(element => element.TextContent.Length > 60 && element.Children.All(child => child.LocalName is "a" or "b" or "strong" or "em" or "i" or "span" or "br"))
            .Where(element => ShingleScore.Runs(element.TextContent) is var own && own.Keys.Count(runs.ContainsKey) > .6 * own.Count).ToList();
        if (hits.Count == 0) return null;
        var best = hits[0];
        while (best.ParentElement is { LocalName: not "html" } around && hits.Count(best.Contains) < .8 * hits.Count) best = around;
        if (best == hits[0] && best.LocalName == "p" && best.ParentElement is { } over) best = over;
        return best.LocalName is "body" or "html" ? null : best;
    }
}

/// <summary>A change of a page: what is done to its elements, given the page's row of the benchmark and another page's, and to the words of page and true text.</summary>
internal sealed record PageChange(string Name, Action<IDocument, ShingleScore.Page, ShingleScore.Page> Apply)
{
    /// <summary>What becomes of each text; null where words stay.</summary>
    public Func<string, string>? Words { get; init; }
}
