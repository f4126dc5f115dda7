using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Claque.Text.Prose;

namespace Claque.Articles.Provenance;

/// <summary>Finds where a text says that it was published first, reprinted, or taken from.</summary>
internal static partial class CreditFacts
{
    public static IEnumerable<ArticleFact> Of(string text, ImmutableArray<ArticleBlock> blocks)
    {
        foreach (var block in blocks)
        {
            if (block.Class is BlockClass.Hidden or BlockClass.Comment or BlockClass.Related or BlockClass.RelatedByline or BlockClass.Title or BlockClass.Subheading || block.Span.Length > 4000) continue;
            var line = block.Span.In(text).ToString();
            foreach (var (match, rule, confidence) in Matches(line))
            {
                var place = match.Groups["place"];
                var value = Place(place.Value);
                if (value.Length < 2 || Quoted(line, match.Index)) continue;
                var from = block.Span.Start + match.Index;
                yield return new ArticleFact(FactKind.Credit, value, true, rule, confidence, new TextSpan(from, block.Span.Start + place.Index + value.Length));
            }
        }
    }

    private static IEnumerable<(Match Match, string Rule, double Confidence)> Matches(string line)
    {
        foreach (Match match in ThisText().Matches(line)) yield return (match, "text:this-text-was-published", .95);
        if (Begins().Match(line) is { Success: true } begins) yield return (begins, "text:originally-published", .9);
        if (AppearedFirst().Match(line) is { Success: true } feed) yield return (feed, "text:appeared-first-on", .95);
        if (DatedIn().Match(line) is { Success: true } dated) yield return (dated, "text:published-on-in", .85);
        if (PrintedBy().Match(line) is { Success: true } printed) yield return (printed, "text:article-that-x-printed", .85);
        if (ReadAt().Match(line) is { Success: true } read) yield return (read, "text:read-the-rest-at", .85);
        if (HatTip().Match(line) is { Success: true } hat) yield return (hat, "text:hat-tip", .6);
    }

    /// <summary>The name up to where the sentence goes on about something else.</summary>
    private static string Place(string found)
    {
        var end = Behind().Match(found);
        return (end.Success ? found[..end.Index] : found).Trim(' ', '.', ',', ';', ':', ')', ']', '*', '"', '“', '”', '_', '’', '\'');
    }

    private static bool Quoted(string line, int at)
    {
        var before = line.AsSpan(0, at);
        return before.Count('“') > before.Count('”') || (before.Count('"') & 1) == 1;
    }

    private const string Name = @"(?<place>(?:https?://\S{4,120}|(?:[^.\n!?;]|\.(?=\w)){2,100}))";

    [GeneratedRegex(@"\b[Tt]his\s+(?:\w+\s+){0,2}?(?:article|story|piece|post|essay|column|op-ed|commentary|report|interview|text|analysis|item|blog|review|content)\s+(?:was|is|has\s+been|had\s+been)?\s*(?:(?:originally|first|previously|initially)\s+)?(?:published|posted|appeared|ran|printed|written\s+for|republished|reprinted|reposted|adapted|excerpted|reproduced)\s+(?:here\s+)?(?:(?:with|by)\s+(?:the\s+)?(?:kind\s+)?permission\s+(?:from|of|by)|at|on|in|by|from|via|for)\s+" + Name, RegexOptions.CultureInvariant)]
    private static partial Regex ThisText();

    [GeneratedRegex(@"^\W{0,4}(?:Article\s+|Story\s+)?(?:[Oo]riginally|[Ff]irst|[Pp]reviously)\s+(?:published|posted|appeared|printed|ran)\s+(?:at|on|in|by|via)\s+" + Name + @"|^\W{0,4}(?:Republished|Reprinted|Reposted|Cross-?posted|Crossposted|Syndicated|Reproduced|Adapted|Excerpted|Used)\s+(?:here\s+)?(?:(?:with|by)\s+(?:the\s+)?(?:kind\s+)?permission\s+(?:from|of|by)|at|from|via|courtesy\s+of)\s+" + Name + @"|^\W{0,4}(?:Courtesy\s+of|Courtesy:)\s*" + Name + @"|^\W{0,4}[Ss]ource:\s*" + Name + "$", RegexOptions.CultureInvariant)]
    private static partial Regex Begins();

    [GeneratedRegex(@"\bappeared\s+first\s+(?:on|in|at)\s+" + Name, RegexOptions.CultureInvariant)]
    private static partial Regex AppearedFirst();

    [GeneratedRegex(@"\b[Pp]ublished\s+(?:on\s+)?(?:\p{Lu}[a-z]+\.?\s+\d{1,2},?\s+\d{4}|\d{1,2}\s+\p{Lu}[a-z]+\s+\d{4}),?\s+(?:in|by|at)\s+" + Name, RegexOptions.CultureInvariant)]
    private static partial Regex DatedIn();

    [GeneratedRegex(@"\b(?:article|story|piece|column|report|essay)\s+(?:that|which)\s+(?<place>(?:the\s+)?\p{Lu}[\w’'-]*(?:\s+\p{Lu}[\w’'-]*){0,4})\s+(?:saw\s+fit\s+to\s+(?:print|publish|run)|published|printed|ran|carried)\b", RegexOptions.CultureInvariant)]
    private static partial Regex PrintedBy();

    [GeneratedRegex(@"^\W{0,4}[Rr]ead\s+(?:the\s+)?(?:rest|full\s+(?:article|story|text|piece)|original(?:\s+(?:article|story|post|piece))?|whole\s+(?:article|story|thing)|entire\s+(?:article|story|piece))(?:\s+of\s+(?:the|this)\s+(?:article|story|post|piece))?\s+(?:here\s+)?(?:at|on|in|from)\s+" + Name, RegexOptions.CultureInvariant)]
    private static partial Regex ReadAt();

    [GeneratedRegex(@"^\W{0,4}(?:[Hh]/[Tt]|[Hh]at\s+tip)(?:\s+to)?:?\s+" + Name, RegexOptions.CultureInvariant)]
    private static partial Regex HatTip();

    [GeneratedRegex(@"\s+(?:under\s+(?:a|the)|as\s+[""“]|on\s+(?:\p{Lu}|\d)|in\s+(?:January|February|March|April|May|June|July|August|September|October|November|December|\d{4})|and\s+(?:is|was|has|it)|as\s+part|where|which|with\s+(?:permission|the)|by\s+\p{Lu}|here\b|website\b|\(|\d{1,2}\s+\p{Lu})|,\s|\s[-–—|]\s|[)\]”""]", RegexOptions.CultureInvariant)]
    private static partial Regex Behind();
}
