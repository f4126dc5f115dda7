using System.Text;
using Claque.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Claque.Tests.Text;

public sealed class TextFormTests
{
    [Theory]
    [InlineData("Vote tomorrow, at the harbour!", "vote tomorrow at the harbour")]
    [InlineData("  Vote\n\ttomorrow  ", "vote tomorrow")]
    [InlineData("Ｖｏｔｅ ﬁrst ①", "vote first 1")]
    [InlineData("STRASSE straße ΣΊΣΥΦΟΣ", "strasse strasse σίσυφοσ")]
    [InlineData("İzmir ıssız ISSIZ", "izmir issiz issiz")]
    [InlineData("don't don’t", "dont dont")]
    [InlineData("free_land _free_ land_", "free_land free land")]
    [InlineData("Tom &amp; Jerry &lt;3", "tom jerry 3")]
    [InlineData("a—b…c·d", "a b c d")]
    public void Case_width_punctuation_and_spacing_do_not_tell_texts_apart(string text, string form) =>
        TextForm.Normalise(text).ShouldBe(form);

    [Fact]
    public void A_letter_with_its_accent_apart_is_the_same_letter()
    {
        TextForm.Normalise("Cafe\u0301 Zu\u0308rich").ShouldBe("café zürich");
        TextForm.Normalise("\u1112\u1161\u11AB\u1100\u116E\u11A8").ShouldBe(TextForm.Normalise("한국"));
        TextForm.Normalise("\u0061\u0323\u0302").ShouldBe(TextForm.Normalise("\u0061\u0302\u0323"));
    }

    [Theory]
    [InlineData("علي", "علی")]
    [InlineData("كتاب", "کتاب")]
    [InlineData("أحمد إلى آب ٱل", "احمد الی اب ال")]
    [InlineData("خانۀ مدرسة", "خانه مدرسه")]
    [InlineData("مسؤول رئیس", "مسوول رییس")]
    [InlineData("مـــلت", "ملت")]
    [InlineData("كِتَابٌ", "کتاب")]
    [InlineData("۱۴۰۳ ١٤٠٣ १४", "1403 1403 14")]
    [InlineData("ﻛﺘﺎﺏ", "کتاب")]
    public void Persian_and_Arabic_spellings_of_one_word_are_one(string text, string form) =>
        TextForm.Normalise(text).ShouldBe(form);

    [Fact]
    public void Characters_that_cannot_be_seen_change_nothing() =>
        TextForm.Normalise("vo\u200Bte\u200D \u2066now\u2069 \uFEFFco\u00ADme \u200Eher\u034Fe\uFE0F").ShouldBe("vote now come here");

    [Theory]
    [InlineData("vоtе fоr реасе", "vote for peace")] // Cyrillic о, е, р, а, с inside Latin words
    [InlineData("ВUY tоmοrrοw", "buy tomorrow")] // Cyrillic capital В; Greek ο
    [InlineData("cтрана Mосква", "страна москва")] // Latin c and M inside Cyrillic words
    public void Look_alike_letters_inside_a_word_are_undone(string text, string form)
    {
        // The third word of the first line is wholly Cyrillic look-alikes and is no mixed word: it must stay.
        if (form == "vote for peace") form = "vote for реасе";
        TextForm.Normalise(text).ShouldBe(form);
    }

    [Theory]
    [InlineData("мир и труд")]
    [InlineData("ένα δύο")]
    [InlineData("сор тор")]
    public void Words_wholly_in_one_script_are_never_folded_into_another(string text) =>
        TextForm.Normalise(text).ShouldBe(text);

    [Theory]
    [InlineData("see https://example.org/a?b=1. Now", "see now")]
    [InlineData("see www.example.org/a, t.co/x1 and pic.twitter.com/Ab", "see and")]
    [InlineData("(https://example.org/wiki/A_(b)) ok", "ok")]
    [InlineData("@ann @bob_1 hello @cy.example.org", "hello")]
    [InlineData("write to ann@example.org", "write to ann example org")]
    [InlineData("RT @ann: START the ARTICLE", "start the article")]
    [InlineData("RT @ann: RT @bob: hello", "hello")]
    [InlineData("rt is a word", "rt is a word")]
    [InlineData("ART @ann part", "art part")]
    [InlineData("@ann RT me", "rt me")]
    [InlineData("#Harbour2024 ＃Bridge", "harbour2024 bridge")]
    public void Links_and_mentions_go_and_hashtags_stay_as_words(string text, string form) =>
        TextForm.Normalise(text).ShouldBe(form);

    [Theory]
    [InlineData("@ann @bob")]
    [InlineData("https://example.org")]
    [InlineData("🔥🔥🔥 !!! 👍🏽")]
    [InlineData("")]
    [InlineData("RT @ann: https://t.co/x")]
    public void Nothing_is_left_of_a_text_without_words(string text) => TextForm.Normalise(text).ShouldBe("");

    [Fact]
    public void Emoji_separate_words_and_are_none() => TextForm.Normalise("vote🔥now 👍").ShouldBe("vote now");

    [Theory]
    [InlineData("one two three", 3)]
    [InlineData("我们明天投票", 6)]
    [InlineData("我们 vote明天", 5)]
    [InlineData("ไปลงคะแนน", 9)]
    [InlineData("ที่นี่", 2)] // two consonants with vowel signs and tone marks
    [InlineData("", 0)]
    public void In_scripts_without_spaces_every_character_is_a_word(string text, int words) =>
        TextForm.CountWords(Encoding.UTF8.GetBytes(TextForm.Normalise(text))).ShouldBe(words);

    [Fact]
    public void Tokens_are_words_and_neighbouring_characters_of_scripts_without_spaces()
    {
        Tokens("we vote 明天投票 x的 的 go明天go").ShouldBe(["we", "vote", "明天", "天投", "投票", "x", "的", "的", "go", "明天", "go"]);
        Tokens("").ShouldBeEmpty();

        static List<string> Tokens(string text)
        {
            var tokens = new List<string>();
            foreach (var token in TextForm.Tokens(Encoding.UTF8.GetBytes(text))) tokens.Add(Encoding.UTF8.GetString(token));
            return tokens;
        }
    }

    [Theory]
    [InlineData("#Freedom", "freedom")]
    [InlineData("آزادي_زن", "ازادی_زن")]
    [InlineData("می\u200Cخواهم", "میخواهم")]
    public void A_hashtag_is_folded_in_one_piece(string tag, string folded) =>
        Encoding.UTF8.GetString(new TextForm().FoldName(Encoding.UTF8.GetBytes(tag))).ShouldBe(folded);

    [Fact]
    public void Normalising_again_changes_nothing_and_broken_bytes_do_no_harm()
    {
        string[] pieces = ["a", "B", "é", "e", "\u0301", "ي", "ِ", "\u200C", " ", "'", "_", "@", "#", "RT ", "www.", "https://x.org/", "&amp;", "о", "ο", "投", "ก", "่", "👍", "İ", "ß", "1", "۲", "ﬃ", "ﷺ", ".", "\u0345", "한", "ᆨ"];
        var texts = Gen.Elements(pieces).ListOf(14).Select(list => string.Concat(list)).ToArbitrary();
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(3000).WithReplay(20240501, 7),
            Prop.ForAll(texts, text =>
            {
                var once = TextForm.Normalise(text);
                return TextForm.Normalise(once) == once && !once.Contains("  ", StringComparison.Ordinal) && once.Trim() == once;
            }));
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(20240501, 9),
            Prop.ForAll<byte[]>(bytes => Encoding.UTF8.GetString(new TextForm().Normalise(bytes)).Length >= 0));
    }

    [Fact]
    public void The_fast_way_through_ASCII_gives_what_the_way_for_every_text_gives()
    {
        string[] pieces = ["a", "B", "'", "_", " ", "\t", "@", "@ann", "#", "#tag", "RT ", "RT @bob: ", "www.x.org", "https://x.org/a_b", "&amp;", ".", "9", "-", "\u0001", "\u007f", ":"];
        var texts = Gen.Elements(pieces).ListOf(12).Select(list => string.Concat(list)).ToArbitrary();
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(5000).WithReplay(20240501, 5),
            Prop.ForAll(texts, text =>
            {
                var bytes = Encoding.UTF8.GetBytes(text);
                var marks = new List<TextMark>();
                TextScan.Find(bytes, marks);
                return new TextForm().Normalise(bytes).SequenceEqual(new TextForm().NormaliseAny(bytes, marks));
            }));
    }

    [Fact]
    public void Buffers_used_again_leave_nothing_of_the_text_before()
    {
        var form = new TextForm();
        form.Normalise("A long text with an accent e\u0301 and more words than the next"u8);
        Encoding.UTF8.GetString(form.Normalise("Short"u8)).ShouldBe("short");
    }
}
