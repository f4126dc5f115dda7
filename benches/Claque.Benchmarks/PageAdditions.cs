using AngleSharp.Dom;
using Claque.Tests.Articles;

namespace Claque.Benchmarks;

/// <summary>Text that a site may have around or between the paragraphs of an article, in elements without names.</summary>
internal static class PageAdditions
{
    public static void Comments(IDocument page) => Add(page, before: false, "<h3>40 Comments</h3>" + string.Concat(Enumerable.Range(3, 40).Select(i =>
        $"<div><div><b>reader{i}</b> <span>{i} hours ago</span></div><div><p>I have lived here for {i} years, and, honestly, I never saw anything like what they write about, although my neighbour, who knows everybody, says otherwise.</p></div><a href='#'>Reply</a></div>")));

    public static void Teasers(IDocument page) => Add(page, before: true, string.Concat(Enumerable.Range(2, 25).Select(i =>
        $"<div><div><a href='/x{i}'>The town of Velm sells its {i}th mill to a buyer from the north</a></div><p>After long talks, the council, which had met {i} times, agreed on Monday to a price that nobody in the town had expected to see this year.</p></div>")));

    public static void Terms(IDocument page) => Add(page, before: false, string.Concat(Enumerable.Range(31, 14).Select(i =>
        $"<p>We and our partners, of which there are {i}, store and read information on a device, such as cookies, and process personal data, such as unique identifiers and standard information sent by a device, for measurement number {i}, insights into audiences, and the development of products, with your consent, which you may give or refuse at any time.</p>")));

    /// <summary>Another article behind one, in the same parent and the same kind of box, as sites do that never end.</summary>
    public static void Another(IElement? article, ShingleScore.Page next)
    {
        if (article?.ParentElement is not { } around || article.Owner is not { } page) return;
        var box = page.CreateElement(article.LocalName);
        if (article.ClassName is { } name) box.ClassName = name;
        var title = box.AppendChild(page.CreateElement("h1"));
        title.TextContent = "What the council of Velm did next, and why";
        foreach (var text in next.Truth.Split('\n', StringSplitOptions.RemoveEmptyEntries)) box.AppendChild(page.CreateElement("p")).TextContent = text;
        around.InsertBefore(box, article.NextSibling);
    }

    /// <summary>A linked headline with a sentence behind every fourth paragraph.</summary>
    public static void Inserted(IElement? article) => Between(article, 4, i =>
        $"<div><a href='/y{i}'>The town of Velm sells its {i}th mill to a buyer from the north</a></div><div>The council had met {i} times before it agreed to the price.</div>");

    /// <summary>A picture with a line below it behind every fifth paragraph.</summary>
    public static void Pictures(IElement? article) => Between(article, 5, i =>
        $"<div><img src='p{i}.jpg'></div><div>The {i}th mill of Velm, seen from the southern bank of the river</div>");

    private static void Between(IElement? article, int every, Func<int, string> html)
    {
        if (article?.Owner is not { } page) return;
        var paragraphs = article.QuerySelectorAll("p").Where(paragraph => paragraph.TextContent.Length > 60).ToList();
        for (var i = every; i < paragraphs.Count; i += every)
        {
            var box = page.CreateElement("div");
            box.InnerHtml = html(i);
            paragraphs[i].ParentElement!.InsertBefore(box, paragraphs[i]);
        }
    }

    private static void Add(IDocument page, bool before, string html)
    {
        var box = page.CreateElement("div");
        box.InnerHtml = html;
        page.Body!.InsertBefore(box, before ? page.Body.FirstChild : null);
    }
}
