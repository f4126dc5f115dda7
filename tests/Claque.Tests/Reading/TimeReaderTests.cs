using System.Text;
using Claque.Reading;
using Claque.Reading.Times;

namespace Claque.Tests.Reading;

public class TimeReaderTests
{
    [Theory]
    [InlineData("2024-01-31T12:00:00Z", "2024-01-31T12:00:00", TimePrecision.Second)]
    [InlineData("2024-01-31 12:00:00", "2024-01-31T12:00:00", TimePrecision.Second)]
    [InlineData("  2024-01-31 12:00:00 ", "2024-01-31T12:00:00", TimePrecision.Second)]
    [InlineData("2024-01-31T12:00:00.5Z", "2024-01-31T12:00:00.5", TimePrecision.Millisecond)]
    [InlineData("2024-01-31T12:00:00.000Z", "2024-01-31T12:00:00", TimePrecision.Millisecond)]
    [InlineData("2024-01-31T12:00:00.0", "2024-01-31T12:00:00", TimePrecision.Second)]
    [InlineData("2024-01-31T12:00:00.123456Z", "2024-01-31T12:00:00.123456", TimePrecision.Microsecond)]
    [InlineData("2024-01-31T12:00:00.123456789+00:00", "2024-01-31T12:00:00.123456", TimePrecision.Microsecond)]
    [InlineData("2024-01-31T12:00:00+02:00", "2024-01-31T10:00:00", TimePrecision.Second)]
    [InlineData("2024-01-31T12:00:00-0730", "2024-01-31T19:30:00", TimePrecision.Second)]
    [InlineData("2024-01-31 12:00:00 +00", "2024-01-31T12:00:00", TimePrecision.Second)]
    [InlineData("2024-01-31 12:00:00 UTC", "2024-01-31T12:00:00", TimePrecision.Second)]
    [InlineData("2021-07-06 16:45:20 EDT", "2021-07-06T20:45:20", TimePrecision.Second)]
    [InlineData("2024-01-31T12:00Z", "2024-01-31T12:00:00", TimePrecision.Minute)]
    [InlineData("2024-01-31 7:05", "2024-01-31T07:05:00", TimePrecision.Minute)]
    [InlineData("2024-01-31", "2024-01-31T00:00:00", TimePrecision.Day)]
    [InlineData("2024/01/31 12:00:00", "2024-01-31T12:00:00", TimePrecision.Second)]
    [InlineData("20240131", "2024-01-31T00:00:00", TimePrecision.Day)]
    [InlineData("20240131T120005Z", "2024-01-31T12:00:05", TimePrecision.Second)]
    [InlineData("20240131120005", "2024-01-31T12:00:05", TimePrecision.Second)]
    [InlineData("202401311200", "2024-01-31T12:00:00", TimePrecision.Minute)]
    [InlineData("1706702400", "2024-01-31T12:00:00", TimePrecision.Second)]
    [InlineData("1706702400.0", "2024-01-31T12:00:00", TimePrecision.Second)]
    [InlineData("1706702400.25", "2024-01-31T12:00:00.25", TimePrecision.Millisecond)]
    [InlineData("1706702400.123456", "2024-01-31T12:00:00.123456", TimePrecision.Microsecond)]
    [InlineData("1706702400123", "2024-01-31T12:00:00.123", TimePrecision.Millisecond)]
    [InlineData("1706702400123456", "2024-01-31T12:00:00.123456", TimePrecision.Microsecond)]
    [InlineData("1706702400123456789", "2024-01-31T12:00:00.123456", TimePrecision.Microsecond)]
    [InlineData("45322.5", "2024-01-31T12:00:00", TimePrecision.Second)]
    [InlineData("45322.5000578704", "2024-01-31T12:00:05", TimePrecision.Second)]
    [InlineData("45322.5000607639", "2024-01-31T12:00:05.25", TimePrecision.Millisecond)]
    [InlineData("45322", "1970-01-01T12:35:22", TimePrecision.Second)]
    [InlineData("Wed Oct 10 20:19:24 +0000 2018", "2018-10-10T20:19:24", TimePrecision.Second)]
    [InlineData("Mon, 07 Apr 2014 10:59:39 +0000", "2014-04-07T10:59:39", TimePrecision.Second)]
    [InlineData("Mon, 7 Apr 2014 10:59:39 EST", "2014-04-07T15:59:39", TimePrecision.Second)]
    [InlineData("07 Apr 2014 10:59 GMT", "2014-04-07T10:59:00", TimePrecision.Minute)]
    [InlineData("Apr 7, 2014 10:59:39 PM", "2014-04-07T22:59:39", TimePrecision.Second)]
    [InlineData("April 7, 2014", "2014-04-07T00:00:00", TimePrecision.Day)]
    [InlineData("Wed Jan 31 2024 12:00:00 GMT+0200 (Eastern European Standard Time)", "2024-01-31T10:00:00", TimePrecision.Second)]
    [InlineData("31.01.2024 12:00", "2024-01-31T12:00:00", TimePrecision.Minute)]
    [InlineData("2024-01-31 12:00:00 AM", "2024-01-31T00:00:00", TimePrecision.Second)]
    [InlineData("2024-01-31 12:00 pm", "2024-01-31T12:00:00", TimePrecision.Minute)]
    [InlineData("2024-02-29T23:59:60Z", "2024-03-01T00:00:00", TimePrecision.Second)]
    public void These_forms_are_read_with_the_precision_in_which_they_are_written(string text, string expected, TimePrecision precision)
    {
        var (outcome, time, written) = Read(text);
        outcome.ShouldBe(TimeOutcome.Read);
        time.ShouldBe(expected);
        written.ShouldBe(precision);
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2024-13-01")]
    [InlineData("2023-02-29T12:00:00Z")]
    [InlineData("2024-01-31T24:00:00Z")]
    [InlineData("2024-01-31T12:60:00Z")]
    [InlineData("2024-01-31T12:00:00Zoo1")]
    [InlineData("13/31/24")]
    [InlineData("31/01/24 12:00")]
    [InlineData("12:00:00")]
    [InlineData("2024-01-31T1a:00:00Z")]
    [InlineData("20x4-01-31T12:00:00Z")]
    [InlineData("2024-01-31 13:00 PM")]
    [InlineData("17067024001706702400170670240")]
    public void What_is_no_time_is_not_made_one(string text) => Read(text).Outcome.ShouldNotBe(TimeOutcome.Read);

    [Fact]
    public void A_slashed_date_is_not_read_until_its_order_is_known()
    {
        Read("03/04/2024 10:00").Outcome.ShouldBe(TimeOutcome.OrderUnknown);
        Read("03/04/2024 10:00", order: DateOrder.DayFirst).Time.ShouldBe("2024-04-03T10:00:00");
        Read("3/4/2024 10:00 PM", order: DateOrder.MonthFirst).Time.ShouldBe("2024-03-04T22:00:00");
    }

    [Fact]
    public void A_zone_abbreviation_with_several_meanings_is_not_guessed() =>
        Read("2024-01-31 12:00:00 IST").Outcome.ShouldBe(TimeOutcome.ZoneUnknown);

    [Fact]
    public void A_time_in_scientific_notation_is_known_to_be_rounded() => Read("1.70670E+09").Outcome.ShouldBe(TimeOutcome.Rounded);

    [Theory]
    [InlineData("+02:00", "2024-01-31 12:00:00", "2024-01-31T10:00:00")]
    [InlineData("-0330", "2024-01-31 12:00:00", "2024-01-31T15:30:00")]
    [InlineData("+2", "2024-01-31 12:00:00", "2024-01-31T10:00:00")]
    [InlineData("Europe/Kyiv", "2024-01-31 12:00:00", "2024-01-31T10:00:00")]
    [InlineData("Europe/Kyiv", "2024-07-31 12:00:00", "2024-07-31T09:00:00")]
    [InlineData("Europe/Kyiv", "2024-07-31T12:00:00Z", "2024-07-31T12:00:00")]
    [InlineData("Europe/Kyiv", "1706702400", "2024-01-31T12:00:00")]
    public void A_given_zone_counts_for_times_that_carry_none(string zone, string text, string expected) =>
        Read(text, zone: zone).Time.ShouldBe(expected);

    [Fact]
    public void A_time_that_the_clocks_skipped_does_not_exist() =>
        Read("2024-03-31 02:30:00", zone: "Europe/Berlin").Outcome.ShouldBe(TimeOutcome.Skipped);

    [Fact]
    public void The_hour_that_comes_twice_is_read_as_standard_time_and_counted()
    {
        var reader = new TimeReader(null, "Europe/Berlin", DateOrder.Unknown);
        reader.Read("2024-10-27 02:30:00"u8, out var us, out _).ShouldBe(TimeOutcome.Read);
        Text(us).ShouldBe("2024-10-27T01:30:00");
        reader.Zone.Twice.ShouldBe(1);
    }

    [Fact]
    public void An_unknown_zone_is_named_in_the_message() =>
        Reading.Refused(() => _ = new TimeReader(null, "Europe/Kyivv", DateOrder.Unknown))
            .ShouldBe("The time zone \"Europe/Kyivv\" is not known on this computer. Use an IANA name such as Europe/Kyiv, UTC, or an offset such as +02:00.");

    [Theory]
    [InlineData("d/M/yyyy H:mm", "31/1/2024 7:05", "2024-01-31T07:05:00", TimePrecision.Minute)]
    [InlineData("M/d/yy h:mm:ss tt", "1/31/24 7:05:09 PM", "2024-01-31T19:05:09", TimePrecision.Second)]
    [InlineData("yyyy-MM-dd HH:mm:ss.fff zzz", "2024-01-31 12:00:00.250 +02:00", "2024-01-31T10:00:00.25", TimePrecision.Millisecond)]
    [InlineData("'day' dd.MM.yyyy", "day 31.01.2024", "2024-01-31T00:00:00", TimePrecision.Day)]
    public void A_given_format_is_the_only_one_that_counts(string format, string text, string expected, TimePrecision precision)
    {
        var (outcome, time, written) = Read(text, format: format);
        outcome.ShouldBe(TimeOutcome.Read);
        (time, written).ShouldBe((expected, precision));
        Read("2024-01-31T12:00:00Z", format: format).Outcome.ShouldBe(TimeOutcome.Unreadable);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HH:mm")]
    [InlineData("iso")]
    [InlineData("'yyyy-MM-dd'")]
    public void A_format_without_a_date_is_refused(string format) =>
        Reading.Refused(() => _ = new TimeReader(format, null, DateOrder.Unknown)).ShouldStartWith($"--time-format \"{format}\" does not describe a date and time.");

    [Fact]
    public void Every_second_of_a_day_is_read_as_the_calendar_has_it()
    {
        var reader = new TimeReader(null, null, DateOrder.Unknown);
        for (var time = new DateTime(2023, 12, 30, 22, 0, 0, DateTimeKind.Utc); time.Year < 2024 || time.Day < 3; time = time.AddSeconds(61))
        {
            reader.Read(Encoding.ASCII.GetBytes(time.ToString("yyyy-MM-ddTHH:mm:ssZ")), out var us, out _).ShouldBe(TimeOutcome.Read);
            us.ShouldBe((time - DateTime.UnixEpoch).Ticks / 10);
        }
    }

    [Theory]
    [InlineData(new[] { "1/2/2024", "13/2/2024" }, "DayFirst")]
    [InlineData(new[] { "1/2/2024 10:00", "1/13/2024 10:00" }, "MonthFirst")]
    [InlineData(new[] { "1/2/2024", "11/12/2024" }, "Unknown")]
    [InlineData(new[] { "13/2/2024", "2/13/2024" }, "Unknown")]
    [InlineData(new[] { "2024-01-31" }, "Unknown")]
    public void The_order_of_slashed_dates_follows_only_from_dates_that_allow_one(string[] dates, string order) =>
        Claque.Reading.Tables.DateOrders.Of(dates).ToString().ShouldBe(order);

    [Fact]
    public void The_clock_step_is_the_coarsest_on_which_all_of_at_least_twenty_times_fall()
    {
        Step(19, Us.Minute).ShouldBeNull();
        Step(20, Us.Minute).ShouldBe(TimePrecision.Minute);
        Step(20, Us.Second).ShouldBe(TimePrecision.Second);
        Step(20, Us.Hour).ShouldBe(TimePrecision.Hour);
        Step(20, Us.Day).ShouldBe(TimePrecision.Day);
        Step(20, 1000).ShouldBeNull();

        static TimePrecision? Step(int count, long step)
        {
            var steps = new ClockSteps();
            for (var i = 1; i <= count; i++) steps.Add(1_706_659_200 * Us.Second + i * step);
            return steps.Coarsest;
        }
    }

    private static (TimeOutcome Outcome, string Time, TimePrecision Precision) Read(
        string text, string? format = null, string? zone = null, DateOrder order = DateOrder.Unknown)
    {
        var outcome = new TimeReader(format, zone, order).Read(Encoding.UTF8.GetBytes(text), out var us, out var written);
        return (outcome, Text(us), written.Precision);
    }

    private static string Text(long us) => DateTime.UnixEpoch.AddTicks(us * 10).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFF");
}
