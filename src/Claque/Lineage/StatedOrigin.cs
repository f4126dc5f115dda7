using Claque.Articles;
using Claque.Articles.Extraction;
using Claque.Articles.Provenance;
using Claque.Reading;
using Claque.Text;
using Claque.Text.Copies;

namespace Claque.Lineage;

/// <summary>What page and text of an article state about its origin, as far as it can name another article.</summary>
internal sealed class StatedOrigin
{
    private readonly Article _article;
    private readonly Lazy<List<ArticleFact>> _facts;
    private readonly Lazy<List<(ArticleFact Fact, uint[] Words)>> _names;
    private readonly string? _own;
    private readonly HashSet<string> _addresses = new(StringComparer.Ordinal);

    public StatedOrigin(Article article)
    {
        _article = article;
        _own = Canonical(article.Url);
        foreach (var address in article.Facts.Where(fact => fact.Kind == FactKind.Canonical && fact.Stated).Select(fact => Canonical(fact.Value)).Append(_own))
            if (address is not null) _addresses.Add(address);
        _facts = new(() => [.. ArticleFacts.Of(article)]);
        _names = new(() => [.. _facts.Value.Where(fact => fact.Kind is FactKind.Credit or FactKind.SelfReference)
            .Select(fact => (fact, WordHashes.Of(fact.Value).Hashes.ToArray()))]);
        var stated = Time(FactKind.Published);
        (Published, PublishedPrecision) = article.Published is { } at ? (at, article.PublishedPrecision) : (stated?.At, stated?.Precision ?? TimePrecision.Second);
        Modified = Time(FactKind.Modified)?.At;
    }

    /// <summary>When it was published: as its record has it, or else as its page states.</summary>
    public DateTimeOffset? Published { get; }

    /// <summary>How finely that is known.</summary>
    public TimePrecision PublishedPrecision { get; }

    /// <summary>When its page says that it was changed; null where it does not.</summary>
    public DateTimeOffset? Modified { get; }

    /// <summary>The agency that byline, dateline or copyright line name, by its short form; null where none does.</summary>
    public ArticleFact? Wire => _facts.Value.Find(fact => fact.Kind == FactKind.Wire);

    /// <summary>The address of the other article, where the page names it as its own beside an address that is not the other's; else null.</summary>
    public string? PointsTo(StatedOrigin other) =>
        other._own is { } address && _addresses.Contains(address) && _addresses.Any(own => !other._addresses.Contains(own)) ? address : null;

    /// <summary>The words of a fact of a kind that names the other: by its address, or by one of the names of its outlet; else null.</summary>
    public string? Names(FactKind kind, StatedOrigin other, uint[][] namesOfOther)
    {
        foreach (var (fact, words) in _names.Value.Where(named => named.Fact.Kind == kind))
        {
            if (!namesOfOther.Any(name => words.AsSpan().IndexOf(name) >= 0) && !(other._own is { } address && Canonical(fact.Value) == address)) continue;
            return fact.Span is { } span ? span.In(_article.Text).ToString().ReplaceLineEndings(" ") : fact.Value;
        }

        return null;
    }

    private PageTime? Time(FactKind kind) =>
        _article.Facts.Where(fact => fact.Kind == kind && fact.Stated).OrderByDescending(fact => fact.Confidence).Select(fact => PageTime.Of(fact.Value)).FirstOrDefault(time => time is not null);

    private static string? Canonical(string? address) => string.IsNullOrWhiteSpace(address) ? null : UrlCanon.Canonical(address)?.Link;
}
