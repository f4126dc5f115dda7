using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Claque.Benchmarks;

/// <summary>Words turned into another script, one to one: no list of phrases knows them, and lengths, capitals and marks are those of that script.</summary>
internal static partial class PageScripts
{
    private const string Latin = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>Each letter a Cyrillic one.</summary>
    public static string Cyrillic(string text) => Letters(text, "абцдефгхийклмнопярстужвызщ");

    /// <summary>Each letter an Arabic one: no capitals, marks of that script.</summary>
    public static string Arabic(string text) => Letters(text, "ابجدهفغحيكلمنوپقرستعثخزشصض").Replace(',', '،').Replace('?', '؟').Replace(';', '؛');

    /// <summary>Each three letters of a word a Chinese character, no blanks at all.</summary>
    public static string Chinese(string text) => Blank().Replace(Word().Replace(Marks(text), word => Characters(word.Value)), "");

    private static string Letters(string text, string to)
    {
        var made = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var at = Latin.IndexOf(char.ToLowerInvariant(letter), StringComparison.Ordinal);
            made.Append(at < 0 ? letter : char.IsUpper(letter) ? char.ToUpper(to[at], CultureInfo.InvariantCulture) : to[at]);
        }

        return made.ToString();
    }

    private static string Characters(string word)
    {
        var made = new StringBuilder();
        for (var i = 0; i < word.Length; i += 3)
        {
            var hash = 17u;
            foreach (var letter in word.AsSpan(i, Math.Min(3, word.Length - i))) hash = (hash * 31) + char.ToLowerInvariant(letter);
            made.Append((char)(0x4E00 + (hash % 6000)));
        }

        return made.ToString();
    }

    private static string Marks(string text) => text.Replace('.', '。').Replace(',', '，').Replace('?', '？');

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Word();

    [GeneratedRegex(@" +")]
    private static partial Regex Blank();
}
