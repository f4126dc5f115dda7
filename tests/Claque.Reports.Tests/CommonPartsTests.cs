using Claque.Reports.Wording;
using FsCheck;
using FsCheck.Fluent;

namespace Claque.Tests.Reports;

public sealed class CommonPartsTests
{
    [Theory]
    [InlineData("they have lied to you about the dam", "they have lied to you about the ferry", "they have lied to you about the")]
    [InlineData("Read it now, friends: https://a.example/x", "look https://a.example/x", "https://a.example/x")]
    [InlineData("we love #VeyraDam today", "stop #VeyraDam", "#VeyraDam")]
    [InlineData("the dam is safe", "the ferry is late", "")]
    [InlineData("good morning", "good morning", "good morning")]
    [InlineData("good morning all", "good morning you", "")]
    [InlineData("水坝从来都不安全，请阅读", "水坝从来都不安全，请转发", "水坝从来都不安全，请")]
    [InlineData("เขื่อนไม่ปลอดภัยเลย", "เขื่อนไม่ปลอดภัยมาก", "เขื่อนไม่ปลอดภัย")]
    [InlineData("سال‌هاست دربارهٔ سد دروغ گفته‌اند، بخوانید", "سال‌هاست دربارهٔ سد دروغ گفته‌اند. فوری!", "سال‌هاست دربارهٔ سد دروغ گفته‌اند")]
    [InlineData("Read This Before it is gone", "read this before it was gone", "")]
    [InlineData("", "some text here now", "")]
    public void Stretches_of_three_words_links_and_hashtags_are_common(string a, string b, string expected) =>
        string.Concat(CommonParts.Of(a, b).A.Where(stretch => stretch.Common).Select(stretch => stretch.Text)).ShouldBe(expected);

    [Fact]
    public void A_common_stretch_is_the_same_in_both_texts_and_nothing_is_lost()
    {
        var words = Gen.Elements("dam ", "the ", "is ", "水", "坝", "  ", "\n", "#x ", "https://a.example ", "سد", "\u200C", "\uD800", "🏗️", ".", "@b", "\0");
        var text = words.ListOf().Select(parts => string.Concat(parts));
        Check.One(
            Config.QuickThrowOnFailure.WithReplay(4, 7),
            Prop.ForAll(Gen.Zip(text, text).ToArbitrary(), pair =>
            {
                var common = CommonParts.Of(pair.Item1, pair.Item2);
                return string.Concat(common.A.Select(stretch => stretch.Text)) == pair.Item1
                    && string.Concat(common.B.Select(stretch => stretch.Text)) == pair.Item2
                    && CommonText(common.A) == CommonText(common.B);
            }));
    }

    [Fact]
    public void Words_in_common_are_counted_within_the_marked_stretches_only()
    {
        var common = CommonParts.Of("they lied about the dam, said the crowd", "they lied about the dam and the press");
        (common.CommonWords, common.WordsA, common.WordsB, common.CountsCharacters).ShouldBe((5, 8, 8, false));
    }

    private static string CommonText(IEnumerable<Stretch> stretches) => string.Concat(stretches.Where(stretch => stretch.Common).Select(stretch => stretch.Text));
}
