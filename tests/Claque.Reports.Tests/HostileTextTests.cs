using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;

namespace Claque.Tests.Reports;

/// <summary>Posts are untrusted: whatever they hold, the page is ours and nothing but ours.</summary>
public sealed partial class HostileTextTests
{
    // What the report adds around characters that must be seen, texts that are cut, and common stretches.
    private const string Markers = "code.ctl, span.cut, mark, p.none, p.link";

    private static readonly Lazy<(string Text, string Html)[]> Pages = new(() => [.. Hostile.Texts.Select(text => (text, Html(text)))]);

    private static readonly string Ours = Skeleton(Parse(Html("plain")));

    [Fact]
    public void No_text_from_outside_adds_an_element_or_an_attribute()
    {
        foreach (var (text, html) in Pages.Value)
            Skeleton(Parse(html)).ShouldBe(Ours, "with " + Escaped(text));
    }

    [Fact]
    public void No_random_text_adds_an_element_or_an_attribute() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(30).WithReplay(20310501, 7),
            Prop.ForAll(
                Gen.Elements("<", ">", "\"", "'", "&", "/", "=", " ", "-", "!", "style", "script", "on", "\0", "\u202E", "\uD800", "\uDC00", "a", ";", "#", "x", "\n", "\u200B", "]]>").ListOf()
                    .Select(parts => string.Concat(parts)).ToArbitrary(),
                text => Skeleton(Parse(Html(text))) == Ours));

    [Fact]
    public void No_control_or_direction_character_of_a_text_reaches_the_page()
    {
        foreach (var (text, html) in Pages.Value)
        {
            html.ShouldNotContain("\0");
            Regex.IsMatch(html, @"[\u0001-\u0008\u000B-\u001F\u007F-\u009F\u200B\u200E\u200F\u202A-\u202E\u2066\u2067\u2060-\u2064\uFEFF\u061C\u2028\u2029\uFFFE\uFFFF]").ShouldBeFalse(Escaped(text));
            html.Count(c => c == '\u2068').ShouldBe(html.Count(c => c == '\u2069'));
        }
    }

    [Fact]
    public void The_page_can_load_nothing_and_run_nothing()
    {
        foreach (var written in Pages.Value) Hostile.ShouldDoNothing(written);
    }

    [Fact]
    public void Every_place_has_a_plain_name_and_every_link_leads_to_one()
    {
        foreach (var (_, html) in Pages.Value)
        {
            var page = Parse(html);
            var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToArray();
            ids.ShouldBeUnique();
            ids.ShouldAllBe(id => PlainName().IsMatch(id));
            page.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")![1..]).Except(ids).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Options_that_are_no_JSON_are_shown_as_they_stand()
    {
        foreach (var options in new[] { "<b>no</b>", "{\"a\":\"\uD800\"}", """{"a":"\ud800"}""", "" })
        {
            var model = Invented.Model();
            var page = Parse(ReportApprovalTests.Html(model with { Run = model.Run with { OptionsJson = options } }));
            page.QuerySelector("pre[aria-label='Options as JSON']")!.TextContent.ShouldBe(options.Replace("\uD800", "U+D800"));
        }
    }

    [Fact]
    public void A_hostile_text_is_shown_as_it_stands()
    {
        const string Text = "<script>alert('x')</script> & \"more\"";
        Parse(Html(Text)).QuerySelectorAll("p.text")[0].TextContent.ShouldBe(Text);
    }

    [Fact]
    public void A_direction_override_is_shown_as_a_code()
    {
        var code = Parse(Html("money\u202Egnp.exe")).QuerySelector("p.text code.ctl")!;
        code.TextContent.ShouldBe("U+202E");
    }

    [Fact]
    public void Texts_from_outside_are_isolated_in_their_direction()
    {
        var page = Parse(Html("سد"));
        page.QuerySelectorAll("p.text").ShouldAllBe(text => text.GetAttribute("dir") == "auto");
        page.QuerySelectorAll(".who strong > bdi, .from > bdi, .shared > bdi, h1 > bdi").Length.ShouldBeGreaterThan(8);
        page.QuerySelectorAll("svg text.name").ShouldAllBe(name => name.TextContent.StartsWith('\u2068') && name.TextContent.EndsWith('\u2069'));
    }

    [GeneratedRegex("^[A-Za-z0-9_-]+$")]
    private static partial Regex PlainName();

    private static string Html(string text) => ReportApprovalTests.Html(Hostile.Model(text));

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    // Names and attributes of all elements in order, without the markers, and without values that hold texts.
    private static string Skeleton(IDocument page)
    {
        foreach (var marker in page.QuerySelectorAll(Markers).ToArray()) marker.Remove();
        foreach (var empty in page.QuerySelectorAll(".who > bdi, .who > .kind, .from > br, .from > bdi, td > bdi, p.text, p.claim + p").ToArray()) empty.Remove();
        return string.Join('\n', page.All.Select(element =>
            element.LocalName + "[" + string.Join(' ', element.Attributes.Select(attribute => attribute.Name is "class" or "tabindex" or "role" ? attribute.Name + "=" + attribute.Value : attribute.Name)) + "]"));
    }

    private static string Escaped(string text) => string.Concat(text.Take(60).Select(c => c is > ' ' and < '\x7f' ? c.ToString() : $"\\u{(int)c:x4}"));
}
