using System.Globalization;
using Claque.Cases;
using Claque.Reading;
using Claque.Reports.Markup;
using Claque.Reports.Wording;

namespace Claque.Reports.Sections;

/// <summary>The exhibits of a group: two posts side by side, earlier one first.</summary>
internal static class ExhibitSection
{
    private const int MostCharacters = 2000;

    public static void Write(MarkupWriter page, ReportGroup shown, bool pseudonymised)
    {
        var key = Anchor.Key(shown.Group);
        if (shown.Exhibits.IsEmpty) return;
        page.Add($"<h4>Exhibits<span class=\"vh\"> of group {key}</span></h4>\n<p>");
        if (shown.ExhibitsTotal > shown.Exhibits.Length)
            page.Add($"{Amount.Count(shown.Exhibits.Length)} of {Amount.Count(shown.ExhibitsTotal)}. ");
        page.Add($"The earlier post stands first. <mark>Marked</mark> are stretches of three words or more, links, hashtags and mentions that the two texts have in common, letter by letter.</p>\n");
        for (var i = 0; i < shown.Exhibits.Length; i++) Write(page, shown, shown.Exhibits[i], i + 1, pseudonymised);
    }

    private static void Write(MarkupWriter page, ReportGroup shown, ExhibitView exhibit, int number, bool pseudonymised)
    {
        var (first, second) = exhibit.GapS < 0 ? (exhibit.B, exhibit.A) : (exhibit.A, exhibit.B);
        var coarser = (TimePrecision)Math.Max((byte)first.Precision, (byte)second.Precision);
        var (textA, textB) = (Cut(first.Text), Cut(second.Text));
        var common = CommonParts.Of(textA, textB);
        var id = Anchor.Exhibit(shown.Group, number);
        page.Add($"<article class=\"exhibit\" id=\"{id}\" aria-labelledby=\"{id}-t\">\n<h5 id=\"{id}-t\"><a class=\"here\" href=\"#{id}\">Exhibit {id["exhibit-".Length..]}</a> <span class=\"sub\">{Words.Same(exhibit.Behaviour)}, {Words.Gap(exhibit.GapS, coarser)}</span></h5>\n");
        page.Add($"<p class=\"shared\">Shared: {new Said(Words.Shown(exhibit.Behaviour, exhibit.ObjectName))}</p>\n<div class=\"two\">\n");
        WritePost(page, first, common.A, textA, pseudonymised);
        page.Add($"<div class=\"between\"><p class=\"gap\">{Likeness.Gap(exhibit.GapS, coarser)}</p><p>{Likeness.Of(common, textA, textB)}</p></div>\n");
        WritePost(page, second, common.B, textB, pseudonymised);
        page.Add($"</div>");
        if (exhibit.Comment.Length > 0) page.Add($"<p class=\"comment\" dir=\"auto\"><strong>Comment of the investigator:</strong> {new Said(exhibit.Comment, 10_000)}</p>\n");
        page.Add($"</article>\n");
    }

    private static void WritePost(MarkupWriter page, PostView post, IReadOnlyList<Stretch> stretches, string text, bool pseudonymised)
    {
        page.Add($"<div class=\"post\"><p class=\"who\"><strong>{new Said(post.Account.Label, 80)}</strong>");
        if (post.Account.Name.Length > 0) page.Add($" {new Said(post.Account.Name, 80)}");
        if (post.Account.Platform.Length > 0) page.Add($" <span class=\"kind\">{new Said(post.Account.Platform)}</span>");
        page.Add($"</p>\n<p class=\"when\">{Amount.Time(post.TimeUs, post.Precision)} <span class=\"kind\">clock {Words.ClockStep(post.Precision)}</span></p>\n");
        WriteText(page, stretches, post.Text.Length - text.Length);
        foreach (var link in post.Links) page.Add($"<p class=\"link\">Link: {new Said(link)}</p>\n");
        page.Add($"<p class=\"from\">Source: {new Said(post.SourceFile)}, line {post.Line.ToString(CultureInfo.InvariantCulture)}");
        if (!pseudonymised && post.NativeId.Length > 0) page.Add($"<br>Post id: {new Said(post.NativeId)}");
        if (!pseudonymised && post.Url.Length > 0) page.Add($"<br>Address: {new Said(post.Url)}");
        page.Add($"</p></div>\n");
    }

    private static void WriteText(MarkupWriter page, IReadOnlyList<Stretch> stretches, int rest)
    {
        if (stretches.Count == 0)
        {
            page.Add($"<p class=\"none\">No text in the data.</p>\n");
            return;
        }

        page.Add($"<p class=\"text\" dir=\"auto\">");
        foreach (var stretch in stretches)
        {
            if (stretch.Common) page.Add($"<mark>{stretch.Text}</mark>");
            else page.Add($"{stretch.Text}");
        }

        page.Add($"</p>\n");
        if (rest > 0) page.Add($"<p class=\"none\">And {Amount.Of(rest, "more character", "more characters")}.</p>\n");
    }

    private static string Cut(string text)
    {
        if (text.Length <= MostCharacters) return text;
        return text[..(char.IsLowSurrogate(text[MostCharacters]) ? MostCharacters - 1 : MostCharacters)];
    }
}
