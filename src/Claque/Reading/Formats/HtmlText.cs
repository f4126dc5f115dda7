using System.Net;
using System.Text;

namespace Claque.Reading.Formats;

/// <summary>The text of the little HTML that posts are written in: paragraphs, line breaks, links.</summary>
internal static class HtmlText
{
    /// <summary>The text, and the addresses of its links but for those of accounts and hashtags, in order.</summary>
    public static string Of(string html, out IReadOnlyList<string> links)
    {
        var (text, found, lastEnd) = (new StringBuilder(html.Length), new List<string>(), html.LastIndexOf('>'));
        for (var at = 0; at < html.Length;)
        {
            var end = html[at] == '<' && at < lastEnd ? html.IndexOf('>', at) : -1;
            if (end < 0)
            {
                text.Append(html[at++]);
                continue;
            }

            Take(html.AsSpan(at + 1, end - at - 1), text, found);
            at = end + 1;
        }

        links = found;
        return WebUtility.HtmlDecode(text.ToString()).Trim();
    }

    private static void Take(ReadOnlySpan<char> tag, StringBuilder text, List<string> links)
    {
        if (IsNamed(tag, "br") || IsNamed(tag, "/li")) text.Append('\n');
        else if (IsNamed(tag, "/p") || IsNamed(tag, "/blockquote")) text.Append("\n\n");
        else if (IsNamed(tag, "a") && Attribute(tag, "class").IndexOf("mention", StringComparison.Ordinal) < 0 && Attribute(tag, "href") is { Length: > 0 } address)
            links.Add(WebUtility.HtmlDecode(address.ToString()));
    }

    private static bool IsNamed(ReadOnlySpan<char> tag, string name) =>
        tag.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (tag.Length == name.Length || tag[name.Length] is ' ' or '/' or '\n');

    private static ReadOnlySpan<char> Attribute(ReadOnlySpan<char> tag, string name)
    {
        var at = tag.IndexOf($" {name}=\"", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return default;
        var value = tag[(at + name.Length + 3)..];
        var end = value.IndexOf('"');
        return end < 0 ? default : value[..end];
    }
}
