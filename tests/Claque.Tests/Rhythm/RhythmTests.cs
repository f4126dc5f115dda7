using System.Globalization;
using System.IO.Compression;
using Claque.Reading;
using Claque.Rhythm;
using Claque.Statistics;
using Claque.Tests.Shared;

namespace Claque.Tests.Rhythm;

public sealed class RhythmTests
{
    private const long Hour = 3_600_000_000;

    [Theory]
    [InlineData(-7)]
    [InlineData(0)]
    [InlineData(5)]
    public void Who_lives_some_hours_east_shows_that_many_hours_more(int offset)
    {
        var rhythm = Study(Person(300, offset));
        rhythm.Offset.ShouldNotBeNull();
        Math.Abs(rhythm.Offset.Hours - offset).ShouldBeLessThanOrEqualTo(1.5);
        rhythm.Offset.Low.ShouldBeLessThanOrEqualTo(offset);
        rhythm.Offset.High.ShouldBeGreaterThanOrEqualTo(offset);
    }

    [Fact]
    public void Who_posts_round_the_clock_shows_no_offset()
    {
        var random = new Pcg32(4);
        var rhythm = Study([.. Enumerable.Range(0, 400).Select(_ => (long)(random.NextDouble() * 60 * 24 * Hour))]);
        rhythm.Offset.ShouldBeNull();
        rhythm.Problems.ShouldContain(problem => problem.Contains("round the clock"));
    }

    [Fact]
    public void Whole_days_support_days_of_the_week_only()
    {
        var rhythm = Study([.. Person(200, 0).Select(t => t / (24 * Hour) * 24 * Hour)], TimePrecision.Day);
        (rhythm.Offset, rhythm.Sleep, rhythm.Week, rhythm.Regularity.MinuteP).ShouldBe((null, null, null, null));
        rhythm.Weekdays.Sum().ShouldBe(200);
    }

    [Fact]
    public void Whole_minutes_say_nothing_about_seconds()
    {
        var rhythm = Study(Person(200, 0), TimePrecision.Minute);
        rhythm.Regularity.SecondP.ShouldBeNull();
        rhythm.Regularity.MinuteP.ShouldNotBeNull();
    }

    [Fact]
    public void Times_of_collection_are_refused()
    {
        var rhythm = Study([.. Enumerable.Range(0, 200).Select(i => 1000 * Hour + i / 50 * 30 * Hour)]);
        rhythm.Offset.ShouldBeNull();
        rhythm.Problems.ShouldContain(problem => problem.Contains("collection"));
    }

    [Fact]
    public void A_scheduler_shows_in_minutes_and_seconds_and_a_person_does_not()
    {
        var scheduled = Study([.. Person(300, 0).Select(t => t / (Hour / 4) * (Hour / 4))]);
        scheduled.Regularity.QuarterHourShare.ShouldBe(1);
        scheduled.Regularity.SecondP!.Value.ShouldBeLessThan(1e-6);
        var person = Study(Person(300, 0));
        person.Regularity.MinuteP!.Value.ShouldBeGreaterThan(0.001);
        person.Regularity.SecondP!.Value.ShouldBeGreaterThan(0.001);
    }

    [Fact]
    public void A_person_who_posts_in_bursts_keeps_no_clock_and_a_feed_that_posts_in_bursts_does()
    {
        var random = new Pcg32(5);
        long[] Bursts(Func<long> start) => [.. Enumerable.Range(0, 60).SelectMany(day => Burst(day * 24 * Hour + start())).Order()];
        IEnumerable<long> Burst(long at) => Enumerable.Range(0, 6).Select(_ => at += Hour / 60 + random.Next(20) * (Hour / 3600));
        Study(Bursts(() => 12 * Hour + (long)(4 * Hour * random.NextDouble()))).Regularity.MinuteP!.Value.ShouldBeGreaterThan(0.001);
        Study(Bursts(() => (12 + random.Next(4)) * Hour)).Regularity.MinuteP!.Value.ShouldBeLessThan(1e-6);
    }

    [Fact]
    public void Uneven_minutes_come_by_chance_as_often_as_they_are_said_to_also_in_bursts()
    {
        var random = new Pcg32(11);
        var small = Enumerable.Range(0, 400).Count(_ =>
        {
            var times = new List<long>();
            for (var day = 0; day < 40; day++)
            {
                var at = day * 24 * Hour + (long)(16 * Hour * random.NextDouble());
                for (var post = 0; post < 1 + random.Next(6); post++) times.Add(at += random.Next(240) * (Hour / 3600));
            }

            return Study([.. times.Order()]).Regularity.MinuteP <= 0.05;
        });
        small.ShouldBeInRange(8, 34);
    }

    [Fact]
    public void Where_every_post_stands_alone_the_chance_of_uneven_minutes_is_that_of_the_usual_test()
    {
        var random = new Pcg32(3);
        var times = Enumerable.Range(0, 600).Select(i => i * 7 * Hour + Math.Max(random.Next(60), random.Next(12)) * (Hour / 60)).ToArray();
        var usual = Gamma.ChiSquaredTail(times.CountBy(time => time / (Hour / 60) % 60).Sum(count => (count.Value - 10) * (count.Value - 10) / 10.0) + (60 - times.CountBy(time => time / (Hour / 60) % 60).Count()) * 10, 59);
        usual.ShouldBeInRange(1e-4, 0.5);
        Study(times).Regularity.MinuteP!.Value.ShouldBe(usual, 0.05 * usual);
    }

    [Fact]
    public void A_metronome_has_burstiness_minus_one_and_chance_has_none()
    {
        Study([.. Enumerable.Range(0, 100).Select(i => i * Hour)]).Regularity.Burstiness!.Value.ShouldBe(-1, 1e-9);
        var random = new Pcg32(9);
        var at = 0.0;
        Study([.. Enumerable.Range(0, 2000).Select(_ => (long)(at += Hour * random.NextExponential()))]).Regularity.Burstiness!.Value.ShouldBe(0, 0.06);
    }

    [Fact]
    public void The_chance_of_chi_squared_is_that_of_the_tables()
    {
        Gamma.ChiSquaredTail(77.931, 59).ShouldBe(0.05, 1e-4);
        Gamma.ChiSquaredTail(3.841, 1).ShouldBe(0.05, 1e-4);
        Math.Exp(Gamma.Log(6)).ShouldBe(120, 1e-8);
        Student.Tail(2.228, 10).ShouldBe(0.025, 1e-4);
        Student.Tail(-2.228, 10).ShouldBe(0.975, 1e-4);
    }

    [Fact]
    public void Office_hours_are_compared_with_accounts_of_like_volume_offset_and_language_only()
    {
        AccountTimes Keeping(int seed, int posts, string language, int offset, int from, int hours) =>
            new($"{language}-{seed}", [.. Workdays(seed, posts, offset, from, hours).Order()], TimePrecision.Second) { Language = language };
        AccountTimes[] accounts =
        [
            Keeping(1, 300, "aa", 0, 9, 9), .. Enumerable.Range(2, 6).Select(seed => Keeping(seed, 300, "aa", 0, 8, 15)),
            Keeping(8, 300, "bb", 0, 9, 9), Keeping(9, 3000, "aa", 0, 9, 9), Keeping(10, 300, "aa", 8, 9, 9),
        ];
        var office = RhythmStudy.Of(accounts, RhythmOptions.Default).Select(rhythm => rhythm.Office!).ToArray();
        accounts.Select((account, own) => Alone(accounts, own)).ShouldBe(office);
        office.Select(o => o.Matched).ShouldBe([6, 6, 6, 6, 6, 6, 6, 0, 0, 0]);
        office[0].Index!.Value.ShouldBeGreaterThan(1);
        office[0].AsHigh.ShouldBe(0);
        office[7..].ShouldAllBe(o => o.Index == null && o.AsHigh == null);
        office[7].Share.ShouldBeGreaterThan(0.6);
    }

    // One account by itself, the others read as they are needed.
    private static OfficeHours? Alone(AccountTimes[] accounts, int own)
    {
        AccountTimes[] others = [.. accounts.Where((_, i) => i != own)];
        return RhythmStudy.Of(accounts[own], [.. others.Select(other => new AccountVolume(other.Account, other.TimesUs.Count, other.Language))], other => others[other], RhythmOptions.Default).Office;
    }

    [DataFact("data/git_commit_rhythm")]
    public void Offsets_of_people_with_known_clocks_are_right_within_an_hour_and_a_half_and_ranges_hold_the_truth()
    {
        var people = Lines("git_commit_rhythm/commits.csv.gz").Skip(1).Select(line => line.Split(',')).GroupBy(f => f[0])
            .Select(g => (Name: g.Key, Times: g.Select(f => long.Parse(f[2], CultureInfo.InvariantCulture) * 1_000_000).Order().ToArray(),
                Main: g.GroupBy(f => f[3]).MaxBy(c => c.Count())!)).Where(p => p.Times.Length >= 100 && p.Main.Count() * 2 >= p.Times.Length).ToList();
        var rhythms = RhythmStudy.Of([.. people.Select(p => new AccountTimes(p.Name, p.Times, TimePrecision.Second))], RhythmOptions.Default);
        var known = rhythms.Zip(people).Where(x => x.First.Offset is not null)
            .Select(x => (Found: x.First.Offset!, Truth: double.Parse(x.Second.Main.Key, CultureInfo.InvariantCulture) / 60)).ToList();
        known.Count.ShouldBeGreaterThan(50);
        double Apart(double a, double b) => Math.Abs(((a - b + 36) % 24 + 24) % 24 - 12);
        known.Select(k => Apart(k.Found.Hours, k.Truth)).Order().ElementAt(known.Count / 2).ShouldBeLessThanOrEqualTo(1.5);
        known.Average(k => ((k.Truth - k.Found.Low) % 24 + 24) % 24 <= k.Found.High - k.Found.Low + 1e-9 ? 1 : 0).ShouldBeGreaterThanOrEqualTo(0.95);
    }

    private static AccountRhythm Study(long[] times, TimePrecision precision = TimePrecision.Second) =>
        RhythmStudy.Of([new AccountTimes("harbour_watch", [.. times.Order()], precision)], RhythmOptions.Default)[0];

    // Awake from eight to midnight, most active in the afternoon.
    private static long[] Person(int posts, int offset)
    {
        var random = new Pcg32(3);
        return [.. Enumerable.Range(0, posts).Select(i =>
        {
            var local = 8 + 16 * (random.NextDouble() + random.NextDouble()) / 2;
            return (i / 3 + 10) * 24 * Hour + (long)((local - offset) * Hour);
        })];
    }

    // Four posts of five on workdays between two hours, the rest over the whole waking day of every day.
    private static IEnumerable<long> Workdays(int seed, int posts, int offset, int from, int hours)
    {
        var random = new Pcg32((ulong)seed);
        for (var i = 0; i < posts; i++)
        {
            var (day, local) = i % 5 == 4
                ? (random.Next(280), 8 + 15 * (random.NextDouble() + random.NextDouble()) / 2)
                : (random.Next(40) * 7 + 4 + random.Next(5), from + hours * (random.NextDouble() + random.NextDouble()) / 2);
            yield return day * 24 * Hour + (long)((local - offset) * Hour);
        }
    }

    private static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(RealData.Folder("data/" + file)), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line) yield return line;
    }
}
