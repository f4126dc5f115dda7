using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Claque.Text.Prose;

namespace Claque.Articles.Provenance;

/// <summary>Bounds for when a text was written, from the dates in it.</summary>
/// <remarks>
/// A date that a sentence speaks of without a word of the future was past: not written before it. A date that something "will" happen on was
/// to come: not written after it. Both are inferred. Sentences with quotation marks give none, and a year alone gives none.
/// </remarks>
internal static partial class DateBounds
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static IEnumerable<ArticleFact> Of(string text, ImmutableArray<ArticleBlock> blocks)
    {
        (DateTime At, TextSpan Span)? past = null, future = null;
        foreach (var block in blocks.Where(block => block.Class == BlockClass.Body))
        {
            var line = block.Span.In(text).ToString();
            foreach (Match match in Written().Matches(line))
            {
                if (Date(match) is not var (first, last)) continue;
                var sentence = Sentence(line, match.Index);
                if (sentence.AsSpan().IndexOfAny("“”\"") >= 0) continue;
                var span = new TextSpan(block.Span.Start + match.Index, block.Span.Start + match.Index + match.Length);
                if (Future().IsMatch(sentence))
                {
                    if (match.Groups["day"].Success && IsPlain(sentence) && (future is null || last < future.Value.At)) future = (last, span);
                }
                else if (past is null || first > past.Value.At) past = (first, span);
            }
        }

        if (past is { } before) yield return Fact(FactKind.NotBefore, before, "text:latest-date-spoken-of", .8);
        if (future is { } after && (past is null || after.At >= past.Value.At)) yield return Fact(FactKind.NotAfter, after, "text:date-to-come", .6);
    }

    private static ArticleFact Fact(FactKind kind, (DateTime At, TextSpan Span) bound, string rule, double confidence) =>
        new(kind, bound.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), false, rule, confidence, bound.Span);

    private static bool IsPlain(string sentence) => sentence.Contains(" will ", StringComparison.Ordinal) || sentence.Contains("scheduled", StringComparison.Ordinal) || sentence.Contains(" is set ", StringComparison.Ordinal);

    private static (DateTime First, DateTime Last)? Date(Match match)
    {
        if (!int.TryParse(match.Groups["year"].Value, CultureInfo.InvariantCulture, out var year) || year is < 1900 or > 2099) return null;
        var month = Array.IndexOf(Months, match.Groups["month"].Value[..3].ToLowerInvariant()) + 1;
        if (!match.Groups["day"].Success) return (new DateTime(year, month, 1), new DateTime(year, month, DateTime.DaysInMonth(year, month)));
        var day = int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture);
        return day >= 1 && day <= DateTime.DaysInMonth(year, month) ? (new DateTime(year, month, day), new DateTime(year, month, day)) : null;
    }

    private static string Sentence(string line, int at)
    {
        var start = at == 0 ? -1 : line.AsSpan(0, at).LastIndexOfAny(".!?");
        // A full stop of an abbreviation only makes the piece shorter.
        var end = line.AsSpan(at).IndexOfAny("!?;");
        var stop = line.IndexOf(". ", at, StringComparison.Ordinal);
        var until = Math.Min(end < 0 ? line.Length : at + end, stop < 0 ? line.Length : stop);
        return line[(start + 1)..until].TrimStart('”', '"', '’', ' ');
    }

    private const string Month = @"(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?";

    [GeneratedRegex(@"\b" + Month + @"\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>(?:19|20)\d{2})\b|\b(?<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?" + Month + @",?\s+(?<year>(?:19|20)\d{2})\b|\b" + Month + @",?\s+(?:of\s+)?(?<year>(?:19|20)\d{2})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    [GeneratedRegex(@"\b(?:will|would|shall|may|might|could|should|scheduled|until|till|by|deadline|expires?|upcoming|next|plans?|planned|set\s+to|due|expected|projected|forecast|if|before|target|aims?|goal|through|ahead\s+of|from|If|By|Until)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Future();
}
