using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Net;
using AngleSharp.Html.Dom;
using Claque.Articles.Lines;
using Claque.Text;

namespace Claque.Articles.Extraction;

/// <summary>What a page states about its article in markup: addresses, publisher, authors, dates, headline.</summary>
internal sealed class PageFacts
{
    private const int LongestWritten = 20_000;

    /// <summary>What programs write where nobody is named.</summary>
    private static readonly FrozenSet<string> NoNames = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "none", "null", "nil", "undefined", "unknown", "n/a", "nan", "false");

    private readonly List<ArticleFact> _facts = [];
    private readonly Dictionary<string, string> _meta = new(StringComparer.OrdinalIgnoreCase);
    private readonly LinkedData _data = new();
    private readonly string? _pageTitle;

    private PageFacts(IHtmlDocument page, string? url, ArchivedAddress? archived)
    {
        foreach (var meta in page.QuerySelectorAll("meta"))
            if ((meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop")) is { } name && Clean(meta.GetAttribute("content")) is { } content) _meta.TryAdd(name, content);
        foreach (var script in page.QuerySelectorAll("script")) _data.Take(script.TextContent);
        LinkedBody = _data.Body;
        Language = Clean(page.DocumentElement.GetAttribute("lang"));
        Addresses(page, url);
        Seen(archived);
        Publishers(url);
        Authors(page);
        Dates(page);
        Titles(page);
        _pageTitle = Clean(page.Title);
    }

    public static PageFacts Of(IHtmlDocument page, string? url, ArchivedAddress? archived = null) => new(page, url, archived);

    public ImmutableArray<ArticleFact> All => [.. _facts];

    public string? Title => First(FactKind.Title);

    public string? Outlet => _facts.Find(fact => fact.Kind == FactKind.Publisher && fact.Stated)?.Value;

    public string? Url { get; private set; }

    public string? Language { get; }

    public string? LinkedBody { get; }

    public PageTime? Published => PageTime.Of(First(FactKind.Published));

    public string? Byline => _facts.Where(fact => fact.Kind == FactKind.Author && !IsOutlet(fact.Value)).GroupBy(fact => fact.Rule).FirstOrDefault() is { } authors ? string.Join(", ", authors.Select(author => author.Value)) : null;

    /// <summary>Takes the headline that the page shows for the title where the page states one only with more behind it, such as the site's name.</summary>
    public void Show(string? headline)
    {
        Head(headline);
        if (Outlet is null && First(FactKind.Title) is { } title) Add(FactKind.Publisher, TitleSite.Of(_pageTitle, title), "markup:title-rest", .65, stated: false);
    }

    private void Head(string? headline)
    {
        if (Clean(headline) is not { } shown || _facts.FindIndex(fact => fact.Kind == FactKind.Title) is not (>= 0 and var at) || _facts[at].Rule is "markup:h1" or "json-ld:headline") return;
        var (words, stated) = (LineForm.WordsOnly(shown), LineForm.WordsOnly(_facts[at].Value));
        if (words.Length < stated.Length && stated.StartsWith(words, StringComparison.Ordinal)) _facts.Insert(at, new ArticleFact(FactKind.Title, shown, true, "text:headline", .8));
    }

    /// <summary>True for an author who is the publisher or a web address: a page states so, but it is nobody's byline.</summary>
    private bool IsOutlet(string author) =>
        _facts.Exists(fact => fact.Kind == FactKind.Publisher && string.Equals(fact.Value, author, StringComparison.OrdinalIgnoreCase)) || (author.Contains('.', StringComparison.Ordinal) && !author.Contains(' ', StringComparison.Ordinal));

    private string? First(FactKind kind) => _facts.Find(fact => fact.Kind == kind)?.Value;

    private void Add(FactKind kind, string? value, string rule, double confidence, bool stated = true)
    {
        if (Clean(value) is not { } clean || _facts.Exists(fact => fact.Kind == kind && fact.Value == clean && fact.Stated == stated)) return;
        _facts.Add(new ArticleFact(kind, clean, stated, rule, confidence));
    }

    private void Addresses(IHtmlDocument page, string? url)
    {
        Canonical(Address(page.QuerySelector("link[rel~=canonical]")?.GetAttribute("href"), url), "link:canonical", .95);
        Canonical(Address(_meta.GetValueOrDefault("og:url"), url), "og:url", .9);
        Canonical(Address(_data.Address, url), "json-ld:url", .85);
        Url = First(FactKind.Canonical);
    }

    /// <summary>An archive makes the addresses in its copy of a page its own: what counts is the page's.</summary>
    private void Canonical(string? address, string rule, double confidence)
    {
        var archived = ArchivedAddress.Of(address);
        Add(FactKind.Canonical, archived?.Original ?? address, rule, confidence);
        Seen(archived);
    }

    private void Seen(ArchivedAddress? archived)
    {
        if (archived?.TakenUtc is { } taken && First(FactKind.Seen) is null) Add(FactKind.Seen, new PageTime(taken, Claque.Reading.TimePrecision.Second).ToString(), "address:archive", .95);
    }

    /// <summary>An absolute web address, relative ones joined to the page's own; null for anything else.</summary>
    private static string? Address(string? address, string? page)
    {
        if (string.IsNullOrWhiteSpace(address)) return null;
        if (Uri.TryCreate(address.Trim(), UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https") return whole.AbsoluteUri;
        return page is not null && Uri.TryCreate(page, UriKind.Absolute, out var root) && Uri.TryCreate(root, address.Trim(), out var joined) && joined.Scheme is "http" or "https" ? joined.AbsoluteUri : null;
    }

    private void Publishers(string? url)
    {
        Add(FactKind.Publisher, _meta.GetValueOrDefault("og:site_name"), "og:site_name", .9);
        Add(FactKind.Publisher, _data.Publisher, "json-ld:publisher", .95);
        Add(FactKind.Publisher, _meta.GetValueOrDefault("dc.publisher"), "meta:dc.publisher", .8);
        if ((url ?? Url) is { } address && UrlCanon.Canonical(address) is not null && Uri.TryCreate(address, UriKind.Absolute, out var parts))
            Add(FactKind.Publisher, parts.Host.StartsWith("www.", StringComparison.Ordinal) ? parts.Host[4..] : parts.Host, "address:host", .6, stated: false);
    }

    private void Authors(IHtmlDocument page)
    {
        foreach (var author in _data.Authors) Author(author, "json-ld:author", .95);
        foreach (var name in (string[])["author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl", "cXenseParse:author"]) Author(_meta.GetValueOrDefault(name), "meta:" + name, .85);
        foreach (var named in page.QuerySelectorAll("[itemprop=author],[rel=author]").Take(5)) Author(named.TextContent, "markup:author", .75);
    }

    private void Author(string? name, string rule, double confidence)
    {
        if (Clean(name) is not { Length: <= 120 } stated) return;
        var clean = BylineNames.WithoutTime(stated.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? stated[3..] : stated);
        if (clean.Contains("://", StringComparison.Ordinal) || clean.Contains('@', StringComparison.Ordinal) || !clean.Any(char.IsLetter) || NoNames.Contains(clean)) return;
        Add(FactKind.Author, clean, rule, confidence);
    }

    private void Dates(IHtmlDocument page)
    {
        Date(FactKind.Published, _data.Published, "json-ld:datePublished", .95);
        foreach (var name in (string[])["article:published_time", "datePublished", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dc.date", "date", "pubdate", "publish-date", "article.published"]) Date(FactKind.Published, _meta.GetValueOrDefault(name), "meta:" + name, .9);
        foreach (var time in page.QuerySelectorAll("[itemprop=datePublished]").Take(2)) Date(FactKind.Published, time.GetAttribute("datetime") ?? time.GetAttribute("content"), "markup:datePublished", .85);
        if (First(FactKind.Published) is null && page.QuerySelectorAll("time[datetime]").Select(time => PageTime.Of(time.GetAttribute("datetime"))).OfType<PageTime>().ToList() is [var only]) Add(FactKind.Published, only.ToString(), "markup:time", .7);
        Date(FactKind.Modified, _data.Modified, "json-ld:dateModified", .95);
        foreach (var name in (string[])["article:modified_time", "og:updated_time", "dateModified", "last-modified"]) Date(FactKind.Modified, _meta.GetValueOrDefault(name), "meta:" + name, .85);
    }

    private void Date(FactKind kind, string? written, string rule, double confidence)
    {
        if (PageTime.Of(written) is { } time) Add(kind, time.ToString(), rule, confidence);
    }

    private void Titles(IHtmlDocument page)
    {
        var heads = page.QuerySelectorAll("h1").Select(head => Clean(head.TextContent)).OfType<string>().Where(head => head.Length is > 8 and < 300).Distinct().ToList();
        var named = Clean(_data.Headline) ?? _meta.GetValueOrDefault("og:title") ?? Clean(page.Title);
        var bare = LineForm.WordsOnly(named);
        if (heads.Find(head => LineForm.WordsOnly(head) is { Length: > 6 } words && (bare.Contains(words, StringComparison.Ordinal) || words.Contains(bare, StringComparison.Ordinal) && bare.Length > 6)) is { } agreed) Add(FactKind.Title, agreed, "markup:h1", .95);
        else if (page.QuerySelectorAll("h2,h3").Take(50).Select(head => Clean(head.TextContent)).OfType<string>().FirstOrDefault(head => BeginsTitle(LineForm.WordsOnly(head), bare)) is { } lower) Add(FactKind.Title, lower, "markup:heading", .85);
        Add(FactKind.Title, _data.Headline, "json-ld:headline", .9);
        Add(FactKind.Title, _meta.GetValueOrDefault("og:title"), "og:title", .85);
        if (heads is [var only]) Add(FactKind.Title, only, "markup:h1", .85);
        Add(FactKind.Title, page.Title, "markup:title", .7);
    }

    // The only first heading of some pages is the name of a section.
    private static bool BeginsTitle(string words, string title) => words.Count(' ') >= 3 && (title + " ").StartsWith(words + " ", StringComparison.Ordinal);

    private static string? Clean(string? value)
    {
        if (string.IsNullOrWhiteSpace(value) || value.Length > LongestWritten) return null;
        var clean = string.Join(' ', WebUtility.HtmlDecode(value).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return clean.Length is > 0 and <= 2000 ? clean : null;
    }
}
