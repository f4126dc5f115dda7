using Claque.Articles;
using Claque.Cases;
using Claque.Reading;
using Claque.Reports.Personas;
using Claque.Rhythm;

namespace Claque.Web;

/// <summary>The rhythm of one account or byline, worked out when its page is looked at.</summary>
internal static class Rhythms
{
    private const int MostPosts = 20_000;

    /// <summary>The rhythm of an account, from the times of its posts, beside accounts that are like it.</summary>
    public static RhythmOf Of(OpenCaseFile open, CaseFile file, long account)
    {
        // Without the index of posts by account, the times of each other account are a reading of the whole case.
        var volumes = file.Look.IsPrepared ? open.Known.Volumes(file) : [];
        var others = volumes.Index().Where(one => one.Index != account && one.Item is not null).Select(one => (Number: (long)one.Index, Volume: one.Item!)).ToArray();
        var own = account < volumes.Length ? volumes[account] : null;
        var times = Times(file, account, own);
        var rhythm = Shown(
            RhythmStudy.Of(times, [.. others.Select(other => other.Volume)], other => Times(file, others[other].Number, others[other].Volume), RhythmOptions.Default),
            ClientStudy.Of(file.Look.ClientPostsOf(account, MostPosts)));
        return times.TimesUs.Count < MostPosts ? rhythm : rhythm with { Problems = [.. rhythm.Problems, $"Only the last {MostPosts} posts were looked at here; claque rhythm looks at all."] };
    }

    private static AccountTimes Times(CaseFile file, long account, AccountVolume? volume)
    {
        var times = file.Look.TimesOf(account, MostPosts);
        return new AccountTimes(volume?.Account ?? "", [.. times.Select(time => time.TimeUs)], times.Select(time => time.Precision).DefaultIfEmpty(TimePrecision.Second).Max()) { Language = volume?.Language ?? "" };
    }

    /// <summary>The rhythm of a byline, from the times at which its articles were published.</summary>
    public static RhythmOf Of(string byline, IEnumerable<Article> articles)
    {
        var dated = articles.Where(article => article.Published is not null).ToList();
        var times = new AccountTimes(
            byline, [.. dated.Select(article => (article.Published!.Value - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond).Order()],
            dated.Select(article => article.PublishedPrecision).DefaultIfEmpty(TimePrecision.Second).Max());
        var rhythm = RhythmStudy.Of([times], RhythmOptions.Default)[0];
        return Shown(rhythm, null);
    }

    private static RhythmOf Shown(AccountRhythm rhythm, ClientStudy? clients)
    {
        var office = rhythm.Office;
        return new RhythmOf(
            rhythm.Posts, rhythm.Precision.Word, rhythm.Week is { } week ? [.. week.SelectMany(day => day)] : [], rhythm.Offset?.Hours, rhythm.Offset?.Low, rhythm.Offset?.High, Rounded(rhythm.Sleep?.Hours),
            Rounded(rhythm.Sleep?.Low), Rounded(rhythm.Sleep?.High), Rounded(rhythm.Sleep?.StartUtc), Rounded(rhythm.Regularity.Burstiness), Rounded(rhythm.Regularity.QuarterHourShare),
            Show.P(rhythm.Regularity.MinuteP), Rounded(rhythm.Regularity.TopSecondShare), Show.P(rhythm.Regularity.SecondP), Rounded(office?.Share), Rounded(office?.WeekendRatio),
            office?.Matched ?? 0, Rounded(office?.Index), Rounded(office?.Low), Rounded(office?.High), office?.AsHigh, clients is null ? "" : Show.Whole(RhythmWords.OfClients(clients)), rhythm.Problems,
            RhythmStudy.OffsetIsNoPlace, [.. RhythmWords.Limits.Skip(1)]);
    }

    private static double? Rounded(double? value) => value is { } number ? Math.Round(number, 3) : null;
}
