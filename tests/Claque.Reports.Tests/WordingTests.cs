using Claque.Reading;
using Claque.Reports.Markup;
using Claque.Reports.Wording;

namespace Claque.Tests.Reports;

public sealed class WordingTests
{
    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(0.0004, "under 1 ms")]
    [InlineData(0.412, "412 ms")]
    [InlineData(0.9996, "1 s")]
    [InlineData(3.288, "3.3 s")]
    [InlineData(-3, "3 s")]
    [InlineData(9.97, "10 s")]
    [InlineData(12.4, "12 s")]
    [InlineData(38.5, "39 s")]
    [InlineData(692.5, "11 min 33 s")]
    [InlineData(59.6, "1 min")]
    [InlineData(72, "1 min 12 s")]
    [InlineData(3599.6, "1 h")]
    [InlineData(7500, "2 h 5 min")]
    [InlineData(86_399, "1 d")]
    [InlineData(100_000, "1 d 4 h")]
    public void A_duration_shows_its_two_largest_units(double seconds, string expected) =>
        Amount.Duration(seconds).Replace('\u00A0', ' ').ShouldBe(expected);

    [Theory]
    [InlineData("text", "the truth about the pump … 038a6de2891aac2d0f8939170f589d60", "the truth about the pump …")]
    [InlineData("text", "a short text", "a short text")]
    [InlineData("link", "a.example/… 038a6de2891aac2d0f8939170f589d60", "a.example/… 038a6de2891aac2d0f8939170f589d60")]
    public void A_long_text_is_shown_without_its_hash(string behaviour, string name, string shown) => Words.Shown(behaviour, name).ShouldBe(shown);

    [Theory]
    [InlineData("named", "link", "at nearly the same time")]
    [InlineData("weak", "link", "at nearly the same time")]
    [InlineData("named", "common-text", "the same original texts, again and again, at whatever time")]
    [InlineData("lead", "link", "not shown")]
    [InlineData("at_publication", "link", "not shown")]
    [InlineData("", "link", "not shown")]
    public void A_group_is_called_coordinated_only_as_far_as_its_test_reached(string tier, string behaviour, string claim) =>
        Claims.Coordinated(Invented.Model().Groups[0].Group with { Tier = tier, Behaviours = [behaviour] }).ShouldContain(claim);

    [Theory]
    [InlineData(TimePrecision.Microsecond, "2031-05-01 08:00:02.114250 UTC")]
    [InlineData(TimePrecision.Millisecond, "2031-05-01 08:00:02.114 UTC")]
    [InlineData(TimePrecision.Second, "2031-05-01 08:00:02 UTC")]
    [InlineData(TimePrecision.Minute, "2031-05-01 08:00 UTC")]
    [InlineData(TimePrecision.Hour, "2031-05-01 08h UTC")]
    [InlineData(TimePrecision.Day, "2031-05-01 UTC")]
    public void A_time_shows_no_more_than_its_clock_did(TimePrecision precision, string expected) =>
        Amount.Time(Invented.Morning + 2_114_250, precision).Text.ShouldBe(expected);

    [Fact]
    public void Times_beyond_the_calendar_are_shown_as_numbers() =>
        Amount.Time(long.MaxValue).Text.ShouldBe("9223372036854775807 µs since 1970");

    [Fact]
    public void Shares_never_round_to_nothing_or_all()
    {
        string[] shown = [Amount.Share(0), Amount.Share(0.001), Amount.Share(0.384), Amount.Share(0.999), Amount.Share(1)];
        shown.Select(share => share.Replace('\u202F', ' ')).ShouldBe(["0 %", "< 1 %", "38 %", "> 99 %", "100 %"]);
    }

    [Theory]
    [InlineData(null, "–")]
    [InlineData(0.5, "0.50")]
    [InlineData(0.0312, "0.031")]
    [InlineData(0.00061, "6.1 × 10⁻⁴")]
    [InlineData(9.99e-10, "1.0 × 10⁻⁹")]
    public void Probabilities_have_two_digits_that_matter(double? p, string expected) => Amount.Probability(p).ShouldBe(expected);

    [Theory]
    [InlineData("می‌خواهم", "می‌خواهم")] // a zero-width non-joiner inside a Persian word is spelling
    [InlineData("क्‍ष", "क्‍ष")] // so is a joiner in Devanagari
    [InlineData("👩‍🚀", "👩‍🚀")] // and inside an emoji
    [InlineData("❤️", "❤️")]
    [InlineData("pass\u200Cword", "pass[U+200C]word")]
    [InlineData("سد\u200C ساحل", "سد[U+200C] ساحل")]
    [InlineData("می\u200C\u200Cخواهم", "می[U+200C ×2]خواهم")]
    [InlineData("\u202Egnp", "[U+202E]gnp")]
    [InlineData("a\0b", "a[U+0000]b")]
    [InlineData("x\uFE0F\uFE0F\uFE0F", "x\uFE0F[U+FE0F ×2]")]
    [InlineData("e\u0301", "e\u0301")]
    [InlineData("a\u0301\u0301\u0301\u0301\u0301\u0301\u0301b", "a\u0301\u0301\u0301\u0301\u0301[+2 marks]b")]
    [InlineData("one\r\ntwo", "one two")]
    [InlineData("\U000E0041", "[U+E0041]")]
    [InlineData("ㅤ", "[U+3164]")]
    [InlineData("<&\"'>", "&lt;&amp;&quot;&#39;&gt;")]
    public void Characters_that_nobody_sees_are_shown_unless_they_spell(string text, string expected) => Plain(text).ShouldBe(expected);

    [Fact]
    public void Half_a_surrogate_pair_is_shown_as_a_code() => Plain("a\uD83Db\uDE00").ShouldBe("a[U+D83D]b[U+DE00]");

    private static string Plain(string text)
    {
        var output = new StringWriter();
        Encoder.WritePlain(output, text);
        return output.ToString();
    }
}
