using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Claque.Tests.Articles;

namespace Claque.Benchmarks;

/// <summary>Ways to change a page that leave its article what it is: a rule that only knows a name, a tag or a wrapper shows here.</summary>
internal static class PageChanges
{
    /// <summary>Each change with its name; null for none.</summary>
    public static IReadOnlyList<(string Name, Action<IDocument, string>? Change)> All { get; } =
    [
        ("as they are", null),
        ("all classes and ids renamed", (page, _) => Names(page)),
        ("`article`, `main`, `nav`, `aside` and the like made `div`", (page, _) => Rename(page, ["article", "main", "nav", "aside", "footer", "header", "section", "figure", "figcaption"], "div")),
        ("no JSON-LD, `meta` or `itemprop`", (page, _) => NoStatements(page)),
        ("every paragraph in a box of its own", (page, _) => Wrap(page)),
        ("every paragraph a `div`", (page, _) => Rename(page, ["p"], "div")),
        ("every paragraph bare text between `<br>`", (page, _) => Bare(page)),
        ("every third box removed, its content kept", (page, _) => Unwrap(page)),
        ("the article in boxes of four lines, two deep", (page, truth) => Split(page, truth)),
        ("a class *category print* on the article's box", (page, truth) => Article(page, truth)?.SetAttribute("class", "category print")),
        ("40 comments under a heading, no names", (page, _) => Comments(page)),
        ("25 teasers before everything, no names", (page, _) => Teasers(page)),
        ("14 long paragraphs on cookies behind everything", (page, _) => Terms(page)),
        ("the same, and the article's box hidden", (page, truth) => { Terms(page); Article(page, truth)?.SetAttribute("style", "display:none"); }),
    ];

    /// <summary>The source of a page after a change.</summary>
    public static string Made(string html, Action<IDocument, string> change, string truth)
    {
        var page = new HtmlParser(new HtmlParserOptions { IsScripting = true }).ParseDocument(html);
        change(page, truth);
        return page.DocumentElement.OuterHtml;
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

    private static void Comments(IDocument page) => Add(page, before: false, "<h3>40 Comments</h3>" + string.Concat(Enumerable.Range(3, 40).Select(i =>
        $"<div><div><b>reader{i}</b> <span>{i} hours ago</span></div><div><p>I have lived here for {i} years, and, honestly, I never saw anything like what they write about, although my neighbour, who knows everybody, says otherwise.</p></div><a href='#'>Reply</a></div>")));

    private static void Teasers(IDocument page) => Add(page, before: true, string.Concat(Enumerable.Range(2, 25).Select(i =>
        $"<div><div><a href='/x{i}'>The town of Velm sells its {i}th mill to a buyer from the north</a></div><p>After long talks, the council, which had met {i} times, agreed on Monday to a price that nobody in the town had expected to see this year.</p></div>")));

    private static void Terms(IDocument page) => Add(page, before: false, string.Concat(Enumerable.Range(31, 14).Select(i =>
        $"<p>We and our partners, of which there are {i}, store and read information on a device, such as cookies, and process personal data, such as unique identifiers and standard information sent by a device, for measurement number {i}, insights into audiences, and the development of products, with your consent, which you may give or refuse at any time.</p>")));

    private static void Add(IDocument page, bool before, string html)
    {
        var box = page.CreateElement("div");
        box.InnerHtml = html;
        page.Body!.InsertBefore(box, before ? page.Body.FirstChild : null);
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
