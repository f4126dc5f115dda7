using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Claque.Articles.Lines;
using Claque.Text.Prose;

namespace Claque.Articles.Provenance;

/// <summary>Finds the news agency that a text came from, where byline, dateline or credit line name it.</summary>
internal static partial class WireFacts
{
    public static IEnumerable<ArticleFact> Of(Article article, ImmutableArray<ArticleBlock> blocks, KnownNames names)
    {
        foreach (var name in (article.Byline ?? "").Split([',', '/', '|', ';']).Concat(article.Byline?.Split(" and ") ?? []))
            if (names.Agency(name) is { } agency) yield return new ArticleFact(FactKind.Wire, agency, true, "record:byline-agency", .97);
        if (blocks.LastOrDefault(block => block.Class is BlockClass.Body or BlockClass.Credit && Desk().IsMatch(block.Span.In(article.Text))) is { } desk)
            yield return new ArticleFact(FactKind.Wire, "Reuters", false, "text:reporting-and-editing-line", .8, desk.Span);
        foreach (var block in blocks)
        {
            if (block.Class is BlockClass.Hidden or BlockClass.Comment or BlockClass.Related or BlockClass.RelatedByline or BlockClass.Caption) continue;
            if (Dateline(article.Text, block, names) is { } dateline) yield return dateline;
            if (block.Class is BlockClass.Byline && Named(article.Text, block, names, "text:byline-agency", .95) is { } byline) yield return byline;
            if (block.Class is BlockClass.Credit or BlockClass.Template or BlockClass.Site && block.Span.Length < 300 && Rights(article.Text, block, names) is { } rights) yield return rights;
        }
    }

    /// <summary>The agency in brackets before the first words of one of the first paragraphs.</summary>
    private static ArticleFact? Dateline(string text, ArticleBlock block, KnownNames names)
    {
        if (block.Class is not (BlockClass.Dateline or BlockClass.Body or BlockClass.Standfirst)) return null;
        var match = LinePatterns.Dateline().Match(string.Concat(text.AsSpan(block.Span.Start, Math.Min(block.Span.Length + 3, Math.Min(160, text.Length - block.Span.Start))), " "));
        var agency = match.Groups["agency"];
        if (!match.Success || !agency.Success) return null;
        var written = agency.Value.Split('/')[0].Trim();
        if (names.Agency(written) is not { } known) return null;
        return new ArticleFact(FactKind.Wire, known, true, "text:dateline-agency", .98, new TextSpan(block.Span.Start + agency.Index, block.Span.Start + agency.Index + agency.Length));
    }

    private static ArticleFact? Named(string text, ArticleBlock block, KnownNames names, string rule, double confidence)
    {
        var line = block.Span.In(text).ToString();
        foreach (var part in Parts().Split(line))
            if (names.Agency(part) is { } agency) return new ArticleFact(FactKind.Wire, agency, true, rule, confidence, block.Span);
        return null;
    }

    /// <summary>"© 2019 The Associated Press. All rights reserved": the whole text is the agency's.</summary>
    private static ArticleFact? Rights(string text, ArticleBlock block, KnownNames names)
    {
        var match = Copyright().Match(block.Span.In(text).ToString());
        if (!match.Success || names.Agency(match.Groups["holder"].Value) is not { } agency) return null;
        return new ArticleFact(FactKind.Wire, agency, true, "text:copyright-agency", .9, block.Span);
    }

    /// <summary>The line in which Reuters names its reporters and editors; other houses write it otherwise.</summary>
    [GeneratedRegex(@"\((?:Additional )?[Rr]eporting by [^()]{3,300}[;.] ?(?:[^()]{0,200}[;.] ?)?(?:[Ww]riting by [^()]{3,100}[;.] ?)?[Ee]diting by [^()]{3,120}\)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Desk();

    [GeneratedRegex(@"\s*(?:^By\s+|,|\||/|;|\band\b|\bof\b|\bfor\b|[-–—]\s)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    [GeneratedRegex(@"(?:©|\(c\)|Copyright)\s*(?:©|\(c\))?\s*(?:\d{4})?\s*(?:by\s+)?(?<holder>[\p{L}][\p{L} \-]{1,40}?)(?:\.|,|\s+All|\s*$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Copyright();
}
