using System.Globalization;
using Claque.Articles;
using Claque.Cases;
using Claque.Reading;
using Claque.Text.Copies;
using Claque.Text.Prose;

namespace Claque.Web;

/// <summary>The articles of a case, read once. An article's number is its place in the case, from 1.</summary>
internal sealed class Shelf
{
    private readonly Lazy<int[]> _words;
    private readonly Dictionary<string, int> _numbers;

    public Shelf(CaseFile file)
    {
        Articles = file.Articles();
        Posts = file.Look.LinksToArticles();
        _words = new(() => [.. Articles.AsParallel().AsOrdered().Select(article => WordHashes.Of(article.Text, ArticleText.BodyOf(article).AsSpan()).Count)]);
        _numbers = Articles.Index().ToDictionary(entry => entry.Item.Id, entry => entry.Index + 1, StringComparer.Ordinal);
    }

    public IReadOnlyList<Article> Articles { get; }

    /// <summary>How many posts link to an article, by its number.</summary>
    public IReadOnlyDictionary<int, long> Posts { get; }

    /// <summary>Words of the own prose of an article.</summary>
    public int Words(int number) => _words.Value[number - 1];

    /// <exception cref="Refused">The case has no such article.</exception>
    public Article Of(int number) => number >= 1 && number <= Articles.Count
        ? Articles[number - 1]
        : throw Refused.NotFound($"The case has no article {number}; it has {Articles.Count}.");

    /// <summary>The number of an article of the case.</summary>
    public int NumberOf(string id) => _numbers[id];

    /// <summary>The article of an address: its number, or its id.</summary>
    /// <exception cref="Refused">The case has none such.</exception>
    public int Number(string key) =>
        int.TryParse(key, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= Articles.Count ? number
        : _numbers.TryGetValue(key, out var named) ? named
        : throw Refused.NotFound($"The case has no article {key}; it has {Articles.Count}.");

    public ArticleLink Link(int number)
    {
        var article = Of(number);
        return new ArticleLink(
            number, Href(number), Show.Whole(article.Id), Show.Whole(Show.Cut(article.Title ?? "", 300)), Show.Whole(article.Outlet ?? ""), Show.Whole(article.Byline ?? ""),
            article.Published is { } time ? Show.Time(time) : null, article.Published is null ? "" : article.PublishedPrecision.Word);
    }

    public static string Href(int number, TextSpan? at = null) => at is { } span
        ? FormattableString.Invariant($"/articles/{number}?at={span.Start}-{span.End}")
        : FormattableString.Invariant($"/articles/{number}");
}
