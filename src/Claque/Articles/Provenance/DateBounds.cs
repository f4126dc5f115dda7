using System.Collections.Immutable;
using System.Globalization;

namespace Claque.Articles.Provenance;

/// <summary>Bounds for when a text was written, from the dates in it.</summary>
/// <remarks>
/// A date that the text speaks of as gone by was past: not written before it. A date on which something "will" happen was to come: not
/// written after it, whatever day the page shows. A day without a year is that of the year which brings it nearest to the latest date gone
/// by in the text, or else to the day of publication. All bounds are inferred. A year alone gives no day before which nothing was written.
/// </remarks>
internal static class DateBounds
{
    public static IEnumerable<ArticleFact> Of(string text, ImmutableArray<ArticleBlock> blocks, DateTimeOffset? published)
    {
        var spoken = SpokenDates.Of(text, blocks);
        var past = spoken.Where(date => date.HasYear && date.Tense == SpokenTense.Past && date.Last - date.First < TimeSpan.FromDays(31)).MaxBy(date => date.First);
        if (past is not null) yield return Fact(FactKind.NotBefore, past.First, past, "text:latest-date-spoken-of", .8);
        var (day, of) = past is not null && published is null ? (past.First, "text") : (published?.UtcDateTime.Date, "publication");
        var coming = spoken.Where(date => date.Tense == SpokenTense.Future && (date.HasYear || day is not null))
            .Select(date => (Date: date, At: date.HasYear ? date.Last : date.Near(day!.Value))).OrderBy(date => date.At).ThenByDescending(date => date.Date.HasYear)
            .FirstOrDefault(date => past is null || date.At >= past.First);
        if (coming.Date is null) yield break;
        yield return coming.Date.HasYear
            ? Fact(FactKind.NotAfter, coming.At, coming.Date, "text:date-to-come", .8)
            : Fact(FactKind.NotAfter, coming.At, coming.Date, $"text:day-to-come-in-year-of-{of}", .7);
    }

    private static ArticleFact Fact(FactKind kind, DateTime at, SpokenDate date, string rule, double confidence) =>
        new(kind, at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), false, rule, confidence, date.Span);
}
