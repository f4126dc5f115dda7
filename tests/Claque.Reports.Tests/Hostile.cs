using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Claque.Cases;
using Claque.Reading;

namespace Claque.Tests.Reports;

/// <summary>A case in which every text that could come from outside is the same given text.</summary>
internal static class Hostile
{
    /// <summary>Fails when anything on the page acts, loads or leads out of it.</summary>
    public static IHtmlDocument ShouldDoNothing((string Text, string Html) written)
    {
        var page = new HtmlParser().ParseDocument(written.Html);
        page.QuerySelectorAll("script, iframe, object, embed, img, video, audio, source, link, base, form, input, button, template, foreignObject, use, image, animate").ShouldBeEmpty();
        page.QuerySelectorAll("*").SelectMany(element => element.Attributes)
            .Where(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "src" or "srcset" or "style" or "action" or "xlink:href")
            .ShouldBeEmpty();
        page.QuerySelectorAll("[href]").ShouldAllBe(link => link.GetAttribute("href")!.StartsWith('#'));
        page.QuerySelectorAll("style").Single().TextContent.ShouldNotContain("url(");
        page.QuerySelectorAll("meta[http-equiv]").Single().GetAttribute("content").ShouldBe("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
        return page;
    }

    /// <summary>Fails when a character that hides or turns text reached the page, but for those that the page itself sets around foreign text.</summary>
    public static void ShouldHideNothing((string Text, string Html) written) =>
        Regex.IsMatch(written.Html, @"[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B\u200E\u200F\u202A-\u202E\u2066\u2067\u2060-\u2064\uFEFF\u061C\u2028\u2029\uFFFE\uFFFF]")
            .ShouldBeFalse(written.Text.Length > 40 ? written.Text[..40] : written.Text);

    public static readonly string[] Texts =
    [
        "<script>alert(1)</script>",
        "</script><script src=//evil.example/x.js>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)' x='",
        "\" style=\"position:fixed;inset:0;background:red\" \"",
        "</style><style>body{display:none}</style>",
        "</title><body onload=alert(1)>",
        "<svg/onload=alert(1)>",
        "</svg></text></p></section></main><h1>Owned</h1>",
        "<!-- ", "--><b>", "<![CDATA[", "]]>", "<?php ?>", "</bdi><iframe src=data:text/html,x>",
        "javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "https://evil.example/track.gif",
        "&lt;script&gt;&#60;b&#62;&amp;amp;", "&#x202E;", "<a href=javascript:1>", "{{constructor}}", "${7*7}",
        "\u202Egnp.exe\u202C", "\u2066\u2067\u2068\u2069 \u061C\u200E\u200F", "a\u200Bb\u200Cc\u200Dd\u2060e\uFEFFf\u00ADg",
        "NUL\0NUL", "\uD800lone", "lone\uDC00", "\uDBFF", "\u0001\u0008\u001B[31mred\u007F\u0085\u009B", "\u2028\u2029",
        "\uFFFE\uFFFF\uFDD0", "\U000E0041\U000E007F", "Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309algo",
        "=1+1", "@SUM(A1)", "\t=cmd|' /C calc'!A0", "\r\n\r\n<b>", "`'\"<>&", new string('<', 5000), new string('\u202E', 4000), "",
        " ", "#<b>", "column:<b> x\"y", "ünïcode 水坝 سد 🏗️",
    ];

    public static ReportModel Model(string s, int number = 1)
    {
        var account = new AccountView(1, s, s, s, s);
        var other = new AccountView(2, s, s + "2", "", s);
        var first = new PostView(1, account, s, 0, TimePrecision.Second, s, [s, s], s, s, 1);
        var second = new PostView(2, other, s, 1_000_000, TimePrecision.Minute, "before " + s + " after", [s], s, s, 2);
        var group = new GroupView(number, "", [s], 1, 1, 2, 2, 1, 0, 1_000_000, s, [new(account, 1, 1, 2, 0.5), new(other, 1, 1, 2, 0.5)], [s, s]);
        ImmutableArray<PairView> pairs = [new(account, other, s, 60, 2, 2, 1, 1, 1, 1, 1, 1, 0.5, 0.5, s)];
        ImmutableArray<ExhibitView> exhibits = [new(s, s, first, second, 1), new(s, s, first, first with { Account = other }, 0)];
        ImmutableArray<TimelineAct> points = [new(account, 0, s, s), new(other, 1_000_000, s, s)];
        var run = new RunView(
            1, DateTimeOffset.UnixEpoch, s, JsonSerializer.Serialize(new Dictionary<string, string> { ["k" + s] = s }), 1, s, s + ".", [new(s, 60, 1, 1, 1, 1, 0, 0, 0, ""), new(s, 10, 1, 1, 1, 1, 0, 0, 0, "no " + s)], [s]);
        return new ReportModel(
            new CaseView("/cases/x" + s, "Q " + s, DateTimeOffset.UnixEpoch, s, false),
            new CaseFigures(2, 2, 0, 1_000_000, [new(s, 1)], [new(s, 1)], [new(s, 1)], [new(0, 2)]),
            [new(1, s, s, 1, s, "m" + s, 2, 2, 0, 0, true, 0, 1, TimePrecision.Second, [new(s, 1, s, 1)])], run,
            [new(group, pairs, 2, exhibits, 3, points), new(group with { Behaviour = "b" + s }, pairs, 2, exhibits, 3, points)])
        {
            Commands = [s],
            Sections = [new(s, [new Paragraph(s), new ReportTable(s, [new(s), new(s, true)], [[s, s]])])],
        };
    }
}
