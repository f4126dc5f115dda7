using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Claque.Text.Prose;

namespace Claque.Articles.Provenance;

/// <summary>Finds where a text speaks as another outlet than the one that shows it: "told <i>the X</i>", "X has learned".</summary>
/// <remarks>
/// A lead, always inferred: "told the X" may report what another outlet wrote. Given only where the page's own outlet or address is known
/// and is not that outlet.
/// </remarks>
internal static partial class SelfReferences
{
    // Every match of the pattern holds one of these: few lines do, and to look for all of them at once costs far less than the pattern.
    private static readonly SearchValues<string> Pieces = SearchValues.Create(
        ["told", "spoke", "speaking", "interview", "mail", "declined", "seen", "obtained", "reviewed", "contacted", "approached", "shown", "provided", "leaked", "correspondent", "columnist", "reporter", "editor",
            "learned", "learnt", "reveal", "understands", "bureau", "critic"], StringComparison.Ordinal);

    public static IEnumerable<ArticleFact> Of(Article article, ImmutableArray<ArticleBlock> blocks, KnownNames names)
    {
        var host = Host(article);
        if (host is null && article.Outlet is null) yield break;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in blocks)
        {
            if (block.Class is not (BlockClass.Body or BlockClass.Standfirst or BlockClass.AuthorBio or BlockClass.Credit) || block.Span.Length > 6000) continue;
            if (!block.Span.In(article.Text).ContainsAny(Pieces)) continue;
            var line = block.Span.In(article.Text).ToString();
            foreach (Match match in Speaks().Matches(line))
            {
                var named = match.Groups["after"].Success ? match.Groups["after"] : match.Groups["before"];
                if (Known(named.Value, names) is not { } outlet || IsOwn(outlet, host, article.Outlet) || Inside(line, match.Index) || !seen.Add(outlet.Names[0])) continue;
                var owns = match.Groups["before"].Success || match.Groups["staff"].Success;
                yield return new ArticleFact(FactKind.SelfReference, outlet.Names[0], false, owns ? "text:speaks-for-another-outlet" : "text:told-another-outlet", owns ? .8 : .5,
                    new TextSpan(block.Span.Start + match.Index, block.Span.Start + match.Index + match.Length));
            }
        }
    }

    private static string? Host(Article article)
    {
        var address = article.Url ?? article.Facts.FirstOrDefault(fact => fact.Kind == FactKind.Canonical)?.Value;
        return Uri.TryCreate(address, UriKind.Absolute, out var parts) && parts.Host.Length > 0 ? parts.Host.ToLowerInvariant() : null;
    }

    private static KnownOutlet? Known(string found, KnownNames names)
    {
        foreach (var outlet in names.Outlets)
            if (found.StartsWith(outlet.Name, StringComparison.Ordinal) && (found.Length == outlet.Name.Length || !char.IsLetterOrDigit(found[outlet.Name.Length]))) return outlet;
        return null;
    }

    private static bool IsOwn(KnownOutlet outlet, string? host, string? published)
    {
        if (host is not null && outlet.Domains.Any(domain => host == domain || host.EndsWith("." + domain, StringComparison.Ordinal))) return true;
        if (published is null) return false;
        var own = published.Replace("-", " ", StringComparison.Ordinal);
        return outlet.Names.Any(name => own.Contains(name, StringComparison.OrdinalIgnoreCase) || name.Contains(own, StringComparison.OrdinalIgnoreCase)) ||
            outlet.Domains.Any(domain => domain.Contains(own.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
    }

    private static bool Inside(string line, int at)
    {
        var before = line.AsSpan(0, at);
        return before.Count('“') > before.Count('”') || (before.Count('"') & 1) == 1;
    }

    private const string Outlet = @"\p{Lu}[\p{L}.]*(?:\s+(?:\p{Lu}[\p{L}.]*|of|\d{2})){0,4}";

    [GeneratedRegex(@"\b(?:told|spoke\s+(?:with|to)|speaking\s+(?:with|to)|in\s+an?\s+(?:\w+\s+)?interview\s+with|in\s+an?\s+e?-?mail\s+to|declined\s+to\s+comment\s+to|(?:seen|obtained|reviewed|contacted|approached)\s+by|(?:shown|provided|leaked)\s+to|(?<staff>correspondent\s+for|columnist\s+for|reporter\s+for|editor\s+of))\s+(?:[Tt]he\s+)?(?<after>" + Outlet + @")|(?:[Tt]he\s+)?(?<before>\p{Lu}[\p{L}.]*(?:\s+\p{Lu}[\p{L}.]*){0,3})\s+(?:has\s+learned|has\s+learnt|can\s+reveal|can\s+exclusively\s+reveal|understands\s+that|(?:spoke|has\s+spoken)\s+(?:with|to))\b|(?:[Tt]he\s+)?(?<before>\p{Lu}[\p{L}.]*(?:\s+\p{Lu}[\p{L}.]*){0,3})['’]s?\s+(?:[\p{L}-]+\s+){0,3}(?:correspondent|columnist|reporter|editor|bureau\s+chief|critic)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Speaks();
}
