using AngleSharp.Html.Parser;
using Claque.Reports.Charts;

namespace Claque.Tests.Reports;

public sealed class TimelineTests
{
    [Fact]
    public void Posts_of_two_accounts_exactly_one_window_apart_are_one_moment_and_a_second_later_they_are_not()
    {
        Figure([(1, 0, "a"), (2, 60, "a")]).Moments.Single().Accounts.ShouldBe(2);
        Figure([(1, 0, "a"), (2, 61, "a")]).Moments.ShouldBeEmpty();
    }

    [Fact]
    public void One_account_that_repeats_itself_is_no_moment() => Figure([(1, 0, "a"), (1, 5, "a"), (2, 5, "b")]).Moments.ShouldBeEmpty();

    [Fact]
    public void The_moments_with_the_most_accounts_come_first_then_the_closest() =>
        Figure([(1, 0, "a"), (2, 20, "a"), (1, 500, "b"), (2, 501, "b"), (1, 900, "c"), (2, 910, "c"), (3, 950, "c")])
            .Moments.Select(moment => moment.Object.Name).ShouldBe(["c", "b", "a"]);

    [Fact]
    public void A_crowded_timeline_stays_readable_and_says_what_it_left_out()
    {
        var page = new HtmlParser().ParseDocument(ReportApprovalTests.Html(Crowded()));
        var svg = page.QuerySelector("#group-1 svg.timeline")!;

        svg.QuerySelectorAll("text.name").Length.ShouldBe(40);
        svg.QuerySelectorAll("path.mark:not(.other)").Length.ShouldBe(10);
        page.QuerySelector("#group-1 figcaption")!.TextContent.ShouldContain("20\u00A0accounts are left out, 126\u00A0objects are left out, spread evenly over time, 64\u00A0other objects are drawn as grey strokes without bands and 9,040\u00A0posts are not drawn");
        page.QuerySelectorAll("#group-1 figure tbody tr").Length.ShouldBe(300);
        page.QuerySelector("#group-1 figure details")!.TextContent.ShouldContain("The first 300; the export holds the rest.");
    }

    [Fact]
    public void Times_at_the_ends_of_the_range_of_numbers_do_no_harm() =>
        Should.NotThrow(() => ReportApprovalTests.Html(Invented.Model() with
        {
            Groups = [Invented.Crew() with { Timeline = [new(Invented.Account(1), long.MinValue, "link", "a"), new(Invented.Account(2), long.MaxValue, "link", "a")] }],
        }));

    [Fact]
    public void Ticks_are_round_and_few()
    {
        new TimeAxis(Invented.Morning, Invented.Morning + (41 * Invented.Second), 0, 100).Ticks().Select(tick => tick.Label)
            .ShouldBe(["08:00:00", "08:00:10", "08:00:20", "08:00:30", "08:00:40"]);
        new TimeAxis(Invented.Morning, Invented.Morning + (9 * Invented.Day), 0, 100).Ticks().Count().ShouldBeInRange(3, 6);
        new TimeAxis(5, 5, 0, 100).X(5).ShouldBe(50);
    }

    [Fact]
    public void Volume_bars_add_up_to_all_posts_and_show_days_without_posts()
    {
        var volume = Volume.Of(Invented.Figures.PostsPerDay);
        volume.Bars.Sum(bar => bar.Posts).ShouldBe(Invented.Figures.PostsPerDay.Sum(day => day.Posts));
        volume.EmptyDays.ShouldBe(2);
        volume.Bars.Count(bar => bar.Posts == 0).ShouldBe(2);

        var years = Volume.Of([.. Enumerable.Range(0, 3000).Where(day => day % 2 == 0).Select(day => new Cases.DayCount(day * Invented.Day, 1))]);
        (years.Bars.Length <= 160, years.Bars.Sum(bar => bar.Posts), years.DaysPerBar).ShouldBe((true, 1500L, 19));
    }

    /// <summary>60 accounts on 200 objects.</summary>
    internal static ReportModel Crowded()
    {
        var points = Enumerable.Range(0, 200).SelectMany(item => Enumerable.Range(1, 60)
            .Select(account => new TimelineAct(Invented.Account(account), Invented.Morning + (item * 4 * 3600 * Invented.Second) + (account * 300_000L), item % 3 == 0 ? "text" : "link", "object " + item)));
        var crew = Invented.Crew();
        var members = Enumerable.Range(1, 60).Select(number => crew.Group.Members[0] with { Account = Invented.Account(number) });
        return Invented.Model() with { Groups = [crew with { Group = crew.Group with { Members = [.. members] }, Timeline = [.. points] }] };
    }

    private static TimelineFigure Figure((int Account, int Seconds, string Object)[] acts) =>
        TimelineFigure.Of(
            new ReportGroup(Invented.Crew().Group, [], 0, [], 0, [.. acts.Select(act => new TimelineAct(Invented.Account(act.Account), act.Seconds * Invented.Second, "link", act.Object))]),
            Invented.Run, new TimelineLimits());
}
