using Claque.Articles;
using Claque.Cases;
using Claque.Reading;
using Claque.Rhythm;

namespace Claque.Web;

/// <summary>The rhythm of one account or byline, worked out when its page is looked at. Office hours against others need all accounts: <c>claque rhythm</c>.</summary>
internal static class Rhythms
{
    private const int MostPosts = 20_000;

    /// <summary>The rhythm of an account, from the times of its posts.</summary>
    public static RhythmOf Of(CaseFile file, long account)
    {
        var times = file.Look.TimesOf(account, MostPosts);
        var rhythm = Of(new AccountTimes("", [.. times.Select(time => time.TimeUs)], times.Select(time => time.Precision).DefaultIfEmpty(TimePrecision.Second).Max()));
        return times.Length < MostPosts ? rhythm : rhythm with { Problems = [.. rhythm.Problems, $"Only the last {MostPosts} posts were looked at here; claque rhythm looks at all."] };
    }

    /// <summary>The rhythm of a byline, from the times at which its articles were published.</summary>
    public static RhythmOf Of(string byline, IEnumerable<Article> articles)
    {
        var dated = articles.Where(article => article.Published is not null).ToList();
        return Of(new AccountTimes(
            byline, [.. dated.Select(article => (article.Published!.Value - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond).Order()],
            dated.Select(article => article.PublishedPrecision).DefaultIfEmpty(TimePrecision.Second).Max()));
    }

    private static RhythmOf Of(AccountTimes times)
    {
        var rhythm = RhythmStudy.Of([times], RhythmOptions.Default)[0];
        return new RhythmOf(
            rhythm.Posts, rhythm.Precision.Word, rhythm.Week is { } week ? [.. week.SelectMany(day => day)] : [], rhythm.Offset?.Hours, rhythm.Offset?.Low, rhythm.Offset?.High, Rounded(rhythm.Sleep?.Hours),
            Rounded(rhythm.Sleep?.Low), Rounded(rhythm.Sleep?.High), Rounded(rhythm.Sleep?.StartUtc), Rounded(rhythm.Regularity.Burstiness), Rounded(rhythm.Regularity.QuarterHourShare),
            Show.P(rhythm.Regularity.MinuteP), Rounded(rhythm.Regularity.TopSecondShare), Show.P(rhythm.Regularity.SecondP), Rounded(rhythm.Office?.Share), Rounded(rhythm.Office?.WeekendRatio), rhythm.Problems,
            RhythmStudy.OffsetIsNoPlace);
    }

    private static double? Rounded(double? value) => value is { } number ? Math.Round(number, 3) : null;
}
