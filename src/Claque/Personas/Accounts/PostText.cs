using System.Net;
using System.Text.RegularExpressions;

namespace Claque.Personas.Accounts;

/// <summary>What somebody wrote in a post: without links, handles and hashtags, which are other people's words or a topic's.</summary>
internal static partial class PostText
{
    /// <summary>The post's own words, with single blanks; empty where nothing is left or the post passes on another.</summary>
    public static string Own(string post)
    {
        var text = WebUtility.HtmlDecode(post);
        return PassedOn.IsMatch(text) ? "" : Blanks.Replace(NotOwn.Replace(text, " "), " ").Trim();
    }

    /// <summary>True for a text that says of itself that it passes on another.</summary>
    public static bool IsPassedOn(string post) => PassedOn.IsMatch(post);

    /// <summary>Hashes of all runs of so many words; of a shorter text the hash of all its words.</summary>
    public static void Runs(string own, int words, List<ulong> into)
    {
        into.Clear();
        var hashes = new List<ulong>();
        foreach (Match word in Word.Matches(own)) hashes.Add(Hash(word.ValueSpan));
        if (hashes.Count == 0) return;
        for (var i = 0; i + words <= Math.Max(words, hashes.Count); i++)
        {
            var run = 14695981039346656037UL;
            for (var w = i; w < Math.Min(i + words, hashes.Count); w++) run = (run ^ hashes[w]) * 1099511628211UL + (run >> 29);
            into.Add(run);
        }
    }

    /// <summary>Number of words.</summary>
    public static int Words(string own) => Word.Count(own);

    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in word) hash = (hash ^ char.ToLowerInvariant(c)) * 1099511628211UL;
        return hash;
    }

    [GeneratedRegex(@"^\s*(?:RT\b|MT\s+@)", RegexOptions.CultureInvariant)]
    private static partial Regex PassedOn { get; }

    [GeneratedRegex(@"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|co|ly|gl|me|it|net|org|ru|tv)/\S*|[@#＠＃][\w·]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotOwn { get; }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks { get; }

    [GeneratedRegex(@"[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*")]
    private static partial Regex Word { get; }
}
