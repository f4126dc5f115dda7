using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Claque.Rhythm;
using Claque.Statistics;
using Claque.Tests.Shared;

namespace Claque.Tests.Rhythm;

public sealed class ClientStudyTests
{
    private const long Hour = 3_600_000_000;

    [Fact]
    public void Two_habits_are_told_apart_within_the_weeks_that_have_both()
    {
        var study = ClientStudy.Of([.. Weeks(isSecond: false), .. Weeks(isSecond: true)]).ShouldNotBeNull();
        study.Auc.ShouldBeGreaterThan(0.95);
        study.WeeksOfBoth.ShouldBe(40);
        study.AucSameWeek.ShouldNotBeNull().ShouldBeGreaterThan(0.95);
    }

    [Fact]
    public void One_habit_with_two_clients_is_not_told_apart()
    {
        var posts = Weeks(isSecond: false).Select((post, i) => post with { Client = i % 2 == 0 ? "one" : "other" }).ToList();
        var study = ClientStudy.Of(posts).ShouldNotBeNull();
        study.Auc.ShouldBeInRange(0.3, 0.7);
        study.AucSameWeek.ShouldNotBeNull().ShouldBeInRange(0.25, 0.75);
    }

    [Fact]
    public void Clients_that_follow_one_another_have_no_week_in_common_to_compare()
    {
        var study = ClientStudy.Of([.. Weeks(isSecond: false), .. Weeks(isSecond: true).Select(post => post with { TimeUs = post.TimeUs + 40 * 7 * 24 * Hour })]).ShouldNotBeNull();
        study.WeeksOfBoth.ShouldBe(0);
        study.AucSameWeek.ShouldBeNull();
    }

    [DataFact("data/trump_device")]
    public void Weeks_of_two_telephones_of_one_account_are_told_apart()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(RealData.Folder("data/trump_device/trump_tweets.csv.gz")), CompressionMode.Decompress));
        var posts = Regex.Matches(reader.ReadToEnd(), "(?m)^(Twitter for Android|Twitter for iPhone),(\\d{15,20}),(\"(?:[^\"]|\"\")*\"|[^,\\n]*),")
            .Select(m => new ClientPost(m.Groups[1].Value, ((long.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture) >> 22) + 1288834974657L) * 1000, m.Groups[3].Value.Trim('"').Replace("\"\"", "\""))).ToList();
        var study = ClientStudy.Of(posts).ShouldNotBeNull();
        study.Auc.ShouldBeGreaterThanOrEqualTo(0.95);
        study.AucSameWeek.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(0.90);
    }

    private static IEnumerable<ClientPost> Weeks(bool isSecond)
    {
        var random = new Pcg32(isSecond ? 2UL : 1UL, 3);
        for (var week = 0; week < 40; week++)
        {
            for (var post = 0; post < 12; post++)
            {
                var time = (week * 7 + post % 6) * 24 * Hour + (long)((isSecond ? 9 : 17) + 5 * random.NextDouble()) * Hour;
                yield return isSecond
                    ? new ClientPost("other", time, $"Join us at the harbour hall! https://ostrel.example/{random.Next(99)} #Ostrel")
                    : new ClientPost("one", time, $"so the ferry was late again and nobody said why, {random.Next(99)} people waited");
            }
        }
    }
}
