using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Claque.Text;
using Claque.Text.Prose;

namespace Claque.Articles.Provenance;

/// <summary>Whether a text speaks of a date as gone by or as to come; open where neither is clear.</summary>
internal enum SpokenTense : byte
{
    Past,
    Future,
    Open,
}

/// <summary>A date that a text speaks of.</summary>
/// <param name="First">Its first day; of a day without a year, in a leap year.</param>
/// <param name="Last">Its last day: of a month or a year, the last of that.</param>
/// <param name="HasYear">False for <c>12 March</c>.</param>
/// <param name="Tense">Gone by or to come.</param>
/// <param name="Span">Where.</param>
internal sealed record SpokenDate(DateTime First, DateTime Last, bool HasYear, SpokenTense Tense, TextSpan Span)
{
    private const int HalfYear = 183;

    /// <summary>The same day in the year that brings it nearest to another day.</summary>
    public DateTime Near(DateTime day)
    {
        if (HasYear) return Last;
        return Enumerable.Range(day.Year - 1, 3).Select(year => new DateTime(year, First.Month, Math.Min(First.Day, DateTime.DaysInMonth(year, First.Month))))
            .First(at => Math.Abs((at - day).TotalDays) <= HalfYear || at.Year > day.Year);
    }
}

/// <summary>Finds the dates that the paragraphs of a text speak of.</summary>
/// <remarks>
/// To come is only what stands in one clause with "will", "is scheduled", "is set to": <c>will meet on 14 June</c>, <c>On 14 June the council will meet</c>.
/// Sentences with quotation marks, and dates in a clause with who, that, after or since, say nothing.
/// </remarks>
internal static partial class SpokenDates
{
    private const int Farthest = 1000;
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static List<SpokenDate> Of(string text, ImmutableArray<ArticleBlock> blocks)
    {
        var found = new List<SpokenDate>();
        foreach (var block in blocks.Where(block => block.Class == BlockClass.Body))
        {
            var line = block.Span.In(text).ToString();
            foreach (Match match in Written().Matches(line))
            {
                if (Date(match) is not var (first, last)) continue;
                var (start, end) = Sentence(line, match.Index, match.Index + match.Length);
                var sentence = line[start..end];
                if (sentence.AsSpan().IndexOfAny("“”\"") >= 0) continue;
                var tense = Tense(sentence, match.Index - start, match.Index + match.Length - start);
                found.Add(new SpokenDate(first, last, match.Groups["year"].Success, tense, new TextSpan(block.Span.Start + match.Index, block.Span.Start + match.Index + match.Length)));
            }
        }

        return found;
    }

    private static SpokenTense Tense(string sentence, int from, int to)
    {
        if (NameOfEvent().IsMatch(sentence.AsSpan(to))) return SpokenTense.Open;
        if (!Future().IsMatch(sentence)) return SpokenTense.Past;
        if (Announced().Matches(sentence[..from]).LastOrDefault() is { } cue && sentence[(cue.Index + cue.Length)..from] is { Length: < 120 } between && !OtherClause().IsMatch(between) && DayBefore().IsMatch(between)) return SpokenTense.Future;
        return Opens().IsMatch(sentence[..from]) && Announced().Match(sentence[to..]) is { Success: true, Index: < 80 } later && !OtherClause().IsMatch(sentence.AsSpan(to, later.Index)) ? SpokenTense.Future : SpokenTense.Open;
    }

    private static (DateTime First, DateTime Last)? Date(Match match)
    {
        var year = match.Groups["year"].Success ? Digits.Number(match.Groups["year"].ValueSpan) : 2000;
        if (!match.Groups["month"].Success) return (new DateTime(year, 1, 1), new DateTime(year, 12, 31));
        var month = Array.IndexOf(Months, match.Groups["month"].Value[..3].ToLowerInvariant()) + 1;
        if (!match.Groups["day"].Success) return (new DateTime(year, month, 1), new DateTime(year, month, DateTime.DaysInMonth(year, month)));
        var day = Digits.Number(match.Groups["day"].ValueSpan);
        return day >= 1 && day <= DateTime.DaysInMonth(year, month) ? (new DateTime(year, month, day), new DateTime(year, month, day)) : null;
    }

    // A full stop of an abbreviation only makes the piece shorter, and so does a line without an end such as a list of days.
    private static (int Start, int End) Sentence(string line, int at, int behind)
    {
        var start = at;
        while (start > 0 && at - start < Farthest && !(char.IsWhiteSpace(line[start]) && line[start - 1] is '.' or '!' or '?' or ';')) start--;
        var end = behind;
        while (end < line.Length && end - behind < Farthest && !(line[end] is '!' or '?' or ';' || (line[end] == '.' && (end + 1 == line.Length || char.IsWhiteSpace(line[end + 1]))))) end++;
        return (start, end);
    }

    private const string Month = @"(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?";
    private const string Year = @"(?<year>(?:19|20)\d{2})";

    [GeneratedRegex(@"\b" + Month + @"\s+(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,?\s+" + Year + @")?\b(?![\d:%])|\b(?<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?" + Month + @"(?:,?\s+" + Year + @")?(?![\w])|\b" + Month + @",?\s+(?:of\s+)?" + Year + @"\b|(?<=\b(?:in|by|until|before|of)\s+(?:early\s+|late\s+|mid-)?)" + Year + @"\b(?!\s*[-–/]\s*\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    [GeneratedRegex(@"\b(?:will|would|shall|may|might|could|should|scheduled|until|till|by|deadline|expires?|upcoming|next|plans?|planned|set\s+to|due|expected|projected|forecast|if|before|target|aims?|goal|through|ahead\s+of|from|to\s+be|If|By|Until)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Future();

    [GeneratedRegex(@"\b(?:will|(?:is|are)\s+(?:now\s+)?(?:scheduled|due|set|expected|slated|planned)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Announced();

    [GeneratedRegex(@"\b(?:who|whom|whose|that|which|where|when|after|since|following|was|were|had|did|has|have|been|said|told|but|because|although|as|than|like|unlike|between|from|released|published|signed|announced|adopted|held|begun|started|killed|born|enacted|passed)\b|[()]", RegexOptions.CultureInvariant)]
    private static partial Regex OtherClause();

    /// <summary>Words before a date that is the time of what is told, not the name of something: "the 2016 election" has none.</summary>
    [GeneratedRegex(@"(?:\b(?:on|in|by|until|till|before|to|for|through|this|early|late|of|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?:\s+the)?|,|mid-)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DayBefore();

    /// <summary>"France's April 2017 presidential election": a date in a name may be past or to come.</summary>
    [GeneratedRegex(@"^\s+(?:\w+\s+)?(?:elections?|vote|referendum|summit|conference|meeting|deadline|games|tournament|edition|issue)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NameOfEvent();

    [GeneratedRegex(@"^\W*(?:On|In|By|Until|From|Beginning|Starting)\s+(?:the\s+)?(?:\w+day,?\s+)?(?:early\s+|late\s+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Opens();
}
