using System.Text;
using Claque.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Claque.Tests.Text;

public sealed class UrlCanonTests
{
    public static TheoryData<string> Rules => [.. UrlRules.All.Select(line => line.Rule.ToString())];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_does_what_its_line_says(string rule)
    {
        var line = UrlRules.All.Single(line => line.Rule.ToString() == rule);
        var (link, rules) = UrlCanon.Canonical(line.Before)!.Value;
        link.ShouldBe(line.After);
        rules.HasFlag(line.Rule).ShouldBeTrue($"{rules} does not name the rule");
    }

    [Fact]
    public void Every_rule_has_a_line() =>
        UrlRules.All.Select(line => line.Rule).Order().ShouldBe(Enum.GetValues<UrlRule>().Where(rule => rule != UrlRule.None).Order());

    [Theory]
    [InlineData("https://www.example.org/story/amp", "example.org/story")]
    [InlineData("https://example.org/amp/story", "example.org/story")]
    [InlineData("https://example.org/story.amp.html", "example.org/story.html")]
    [InlineData("https://example-org.cdn.ampproject.org/c/s/example.org/story", "example.org/story")]
    [InlineData("https://example.org/camp", "example.org/camp")]
    [InlineData("https://example.org/amplifier/amp-1", "example.org/amplifier/amp-1")]
    [InlineData("https://m.youtube.com/watch?feature=share&v=aB3_x-9Zq0w&t=10", "youtube.com/watch?v=aB3_x-9Zq0w")]
    [InlineData("https://www.youtube.com/shorts/aB3_x-9Zq0w", "youtube.com/watch?v=aB3_x-9Zq0w")]
    [InlineData("https://www.youtube.com/embed/aB3_x-9Zq0w?rel=0", "youtube.com/watch?v=aB3_x-9Zq0w")]
    [InlineData("https://www.youtube.com/@somebody", "youtube.com/@somebody")]
    [InlineData("https://mobile.twitter.com/Ann/status/17?s=20&t=Q", "x.com/ann/status/17")]
    [InlineData("https://twitter.com/i/web/status/17", "x.com/i/status/17")]
    [InlineData("https://www.google.com/url?sa=t&url=https%3A%2F%2Fexample.org%2Fa%3Fid%3D1&usg=Q", "example.org/a?id=1")]
    [InlineData("https://example.org/a?t=3&s=1", "example.org/a?s=1&t=3")]
    [InlineData("https://example.org/a?UTM_Medium=x&amp;b=1", "example.org/a?b=1")]
    [InlineData("https://example.org/?p=7", "example.org?p=7")]
    [InlineData("https://example.org/a/?b", "example.org/a?b")]
    [InlineData("https://example.org/#!/story/4", "example.org/#!/story/4")]
    [InlineData("https://example.org:8080/a", "example.org:8080/a")]
    [InlineData("https://m.example.org/a", "m.example.org/a")]
    [InlineData("https://МОСКВА.example/Путь", "москва.example/Путь")]
    [InlineData("https://example.org/%D0%9F%D1%83%D1%82%D1%8C", "example.org/Путь")]
    [InlineData("https://example.org/a%2fb%20c d%", "example.org/a%2Fb%20c%20d%25")]
    [InlineData("https://example.org/a%E2%80%8Bb", "example.org/a%E2%80%8Bb")]
    [InlineData("https://example.org/a\u200Bb", "example.org/a%E2%80%8Bb")]
    [InlineData("https://example.org/%FF", "example.org/%FF")]
    [InlineData("example.org/a", "example.org/a")]
    [InlineData("//example.org/a", "example.org/a")]
    [InlineData("http://www.com/a", "www.com/a")]
    public void Addresses_of_one_page_are_one(string url, string link) => UrlCanon.Canonical(url)!.Value.Link.ShouldBe(link);

    [Theory]
    [InlineData("mailto:ann@example.org")]
    [InlineData("ann@example.org")]
    [InlineData("tg://resolve?domain=x")]
    [InlineData("at://did:plc:abc/app.bsky.feed.post/3k")]
    [InlineData("https://")]
    [InlineData("https:///path")]
    [InlineData("nothing")]
    [InlineData("")]
    [InlineData("https://exa mple.org/")]
    public void What_is_no_address_of_the_web_is_no_link(string url) => UrlCanon.Canonical(url).ShouldBeNull();

    [Theory]
    [InlineData("https://www.example.org/", LinkKind.Portal)]
    [InlineData("https://example.org?utm_source=x#top", LinkKind.Portal)]
    [InlineData("https://example.org/amp/", LinkKind.Page)]
    [InlineData("https://example.org/a", LinkKind.Page)]
    [InlineData("https://example.org/?p=1", LinkKind.Page)]
    public void A_front_page_is_a_domain_but_no_page(string url, LinkKind kind)
    {
        var canon = new UrlCanon();
        canon.Read(Encoding.UTF8.GetBytes(url)).ShouldBe(kind);
        Encoding.UTF8.GetString(canon.Domain).ShouldBe("example.org");
    }

    [Fact]
    public void A_canonical_address_is_its_own_canonical_form()
    {
        string[] pieces = ["https://", "www.", "m.", "amp.", "youtube.com", "example.org", "x.com", "/", "/amp", "/watch", "?", "v=ab", "&", "=", "utm_a=1", "b=2", "%41", "%d0%bf", "%", "é", "#", "#!", ":443", ".", "status/1", "A", "//"];
        var urls = Gen.Elements(pieces).ListOf(10).Select(list => "http://example.org" + string.Concat(list)).ToArbitrary();
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(5000).WithReplay(20240501, 3),
            Prop.ForAll(urls, url =>
            {
                var once = UrlCanon.Canonical(url)?.Link;
                return once == null || UrlCanon.Canonical(once)?.Link == once;
            }));
    }

    [Fact]
    public void Links_are_taken_out_of_a_text_without_the_punctuation_around_them()
    {
        const string text = "A (https://example.org/a), “https://example.org/b”. http://example.org/c_(d)! www.example.org/e我 HTTPS://Example.org/f?g=h&i；x.http://example.org/j, https://example.org/cut…";
        var bytes = Encoding.UTF8.GetBytes(text);
        var marks = new List<TextMark>();
        TextScan.Find(bytes, marks);
        marks.Where(mark => mark.Kind == TextMarkKind.Link).Select(mark => Encoding.UTF8.GetString(mark.ValueIn(bytes))).ShouldBe(
            ["https://example.org/a", "https://example.org/b", "http://example.org/c_(d)", "www.example.org/e", "HTTPS://Example.org/f?g=h&i", "http://example.org/j"]);
        marks.Count(mark => mark.Kind == TextMarkKind.CutLink).ShouldBe(1);
    }

    [Fact]
    public void Mentions_and_hashtags_are_taken_out_of_a_text()
    {
        const string text = "@ann, .@bob_2! mail cy@example.org #Harbour #2024 #1a x#no ＃全角 @dee.example.org #آزادی\u200Cها: @eve你好 https://example.org/#anchor @";
        var bytes = Encoding.UTF8.GetBytes(text);
        var marks = new List<TextMark>();
        TextScan.Find(bytes, marks);
        Values(TextMarkKind.Mention).ShouldBe(["ann", "bob_2", "dee.example.org", "eve"]);
        Values(TextMarkKind.Hashtag).ShouldBe(["Harbour", "1a", "全角", "آزادی\u200Cها"]);

        IEnumerable<string> Values(TextMarkKind kind) =>
            marks.Where(mark => mark.Kind == kind).Select(mark => Encoding.UTF8.GetString(mark.ValueIn(bytes)));
    }

    [Theory]
    [InlineData("RT @ann: hello", true)]
    [InlineData("  RT @ann : hello", true)]
    [InlineData("RT @ann hello", false)]
    [InlineData("RTs: @ann", false)]
    [InlineData("START @ann: x", false)]
    [InlineData("I say RT @ann: x", false)]
    public void A_text_that_begins_with_RT_and_a_handle_passes_on_a_post(string text, bool passesOn) =>
        TextScan.IsReshare(Encoding.UTF8.GetBytes(text)).ShouldBe(passesOn);
}
