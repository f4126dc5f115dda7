using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Claque.Text.Prose;

namespace Claque.Articles.Provenance;

/// <summary>Finds whose site a saved text was on, where nothing but a copyright line says so.</summary>
internal static partial class SiteNames
{
    /// <summary>The holder of the copyright as an inferred publisher; null where the page states one, where no line names one, and where it is an agency.</summary>
    public static ArticleFact? HolderOf(Article article, ImmutableArray<ArticleBlock> blocks, KnownNames names)
    {
        if (article.Outlet is not null || article.Url is not null) return null;
        foreach (var block in blocks.Reverse())
        {
            if (block.Class == BlockClass.Body && block.Span.Length > 200) continue;
            var match = Holder().Match(block.Span.In(article.Text).ToString());
            if (!match.Success || names.Agency(match.Groups["holder"].Value) is not null) continue;
            var (at, length) = (block.Span.Start + match.Groups["holder"].Index, match.Groups["holder"].Length);
            return new ArticleFact(FactKind.Publisher, match.Groups["holder"].Value, false, "text:copyright-line", .6, new TextSpan(at, at + length));
        }

        return null;
    }

    [GeneratedRegex(@"^\W*(?:©|\(c\)|Copyright)\s*(?:©|\(c\))?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?:by\s+)?(?<holder>\p{L}[\p{L}\d.&'’ -]{1,58}?)(?=\s*[.,|]|\s+All\s+|\s*$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Holder();
}
