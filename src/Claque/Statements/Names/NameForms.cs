using System.Buffers;
using System.Globalization;
using System.Text;
using Claque.Text;

namespace Claque.Statements.Names;

/// <summary>Normal forms in which spellings of one name meet.</summary>
public static class NameForms
{
    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal)
    {
        "mr", "mrs", "ms", "dr", "sir", "lady", "lord", "prof", "professor", "president", "minister", "senator", "sen", "gov", "governor", "mayor", "judge", "general", "gen",
        "colonel", "col", "captain", "capt", "rep", "congressman", "congresswoman", "king", "queen", "prince", "princess", "sheikh", "ayatollah", "imam", "father", "sister",
        "brother", "ambassador", "secretary", "chairman", "chairwoman", "director", "commander", "the", "rev", "lt", "sgt", "major", "chancellor", "premier", "deputy", "speaker",
    };

    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal) { "of", "the", "for", "and", "de", "la", "del", "al", "el", "in", "on", "to", "du", "des", "von", "van", "der", "&", "a" };

    /// <summary>The words of a name: lower case, without marks on letters, titles, possessives and signs.</summary>
    public static string[] Words(string name)
    {
        var words = Every(name);
        var first = 0;
        while (first < words.Length - 1 && Titles.Contains(words[first])) first++;
        // "Secretary of State Ana Ruiz" is Ana Ruiz.
        if (first > 0 && words[first] == "of")
        {
            var bearer = first + 1 < words.Length && words[first + 1] == "the" ? first + 3 : first + 2;
            if (bearer + 2 <= words.Length) first = bearer;
        }

        for (var i = first; i < words.Length; i++) words[i] = words[i] switch { "corp" => "corporation", "dept" => "department", "assn" => "association", _ => words[i] };
        return words[first..];
    }

    /// <summary>The words of a name as <see cref="Words"/> has them, titles among them.</summary>
    internal static string[] Every(string name) => name.AsSpan().ContainsAnyExcept(Plain) ? Unmarked(name) : name.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // Most names hold nothing else: of them nothing is to be taken away.
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 ");

    private static string[] Unmarked(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            if (letter > '\x7f' && CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            plain.Append(letter is '’' or '\'' or '‘' or '`' ? '\'' : char.IsLetterOrDigit(letter) || letter == '&' ? LetterMarks.Without(letter) : ' ');
        }

        return plain.Replace("'s ", " ").Append(' ').Replace("'s ", " ").Replace("'", "").ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>What a title tells of its bearer: <c>f</c>, <c>m</c>, <c>r</c> for a rank or office, nothing known.</summary>
    internal static char Title(string name)
    {
        var end = name.AsSpan().IndexOfAny(" .");
        return end <= 0 ? '-' : name[..end].ToLowerInvariant() switch
        {
            "mrs" or "ms" or "miss" or "lady" or "dame" or "queen" or "sister" or "princess" => 'f',
            "mr" or "sir" or "lord" or "king" or "father" or "brother" or "prince" => 'm',
            "general" or "gen" or "colonel" or "col" or "captain" or "capt" or "major" or "sergeant" or "commander" => 'r',
            _ => '-',
        };
    }

    /// <summary>True when two titles can be one person's, so far as they tell: "Mrs" is not "General", the widow not the husband.</summary>
    internal static bool TitlesFit(char a, char b) => a == b || a == '-' || b == '-' || (a != 'f' && b != 'f');

    /// <summary>A word folded so that usual transliterations of one name meet: <c>Ghorbani</c>, <c>Qorbani</c>.</summary>
    /// <remarks>Different names can meet too; so a single folded word never links two names.</remarks>
    public static string Fold(string word)
    {
        var folded = word;
        foreach (var (from, to) in Sounds) folded = folded.Replace(from, to, StringComparison.Ordinal);
        var letters = new StringBuilder(folded.Length);
        foreach (var letter in folded)
        {
            var next = letter switch { 'a' or 'e' => 'E', 'i' or 'y' => 'I', 'o' or 'u' => 'O', 'q' => 'g', 'w' => 'v', 'c' => 'k', _ => letter };
            if (letters.Length == 0 || letters[^1] != next) letters.Append(next);
        }

        while (letters.Length > 2 && letters[^1] is 'h') letters.Length--;
        return letters.ToString();
    }

    /// <summary>True when two folded words are one, or differ in one vowel of a long word.</summary>
    public static bool SoundAlike(string a, string b)
    {
        if (a == b) return true;
        if (a.Length != b.Length || a.Length < 7) return false;
        var apart = 0;
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] == b[i]) continue;
            if (!(a[i] is 'E' or 'I' && b[i] is 'E' or 'I') && !(a[i] is 'E' or 'O' && b[i] is 'E' or 'O')) return false;
            apart++;
        }

        return apart == 1;
    }

    private static readonly (string From, string To)[] Sounds =
    [
        ("kh", "k"), ("gh", "q"), ("ph", "f"), ("dh", "d"), ("th", "t"), ("sch", "sh"), ("tch", "sh"), ("ch", "sh"), ("tz", "z"), ("dj", "j"), ("zh", "j"), ("ck", "k"),
        ("ee", "i"), ("oo", "u"), ("ou", "u"), ("x", "ks"),
    ];

    /// <summary>The words that carry the name: without <c>of</c>, <c>the</c> and other particles.</summary>
    public static string[] Core(string[] words) => Array.FindAll(words, word => !Particles.Contains(word));

    /// <summary>True when capital letters only, two to eight: <c>PMOI</c>, <c>U.N.</c></summary>
    public static bool IsAcronym(string form)
    {
        var letters = form.Replace(".", "", StringComparison.Ordinal);
        return letters.Length is >= 2 and <= 8 && letters.Count(char.IsUpper) >= 2 && letters.All(letter => char.IsUpper(letter) || letter is 's' or '-' or '&');
    }

    /// <summary>True when a short form is made of the first letters of a long one, with or without its particles.</summary>
    public static bool AreInitials(string acronym, string name) => AreInitials(Initials(acronym), Words(name.Replace('-', ' ')));

    internal static string Initials(string acronym) => new string([.. acronym.Where(char.IsLetter).Where(char.IsUpper)]).ToLowerInvariant();

    internal static bool AreInitials(string letters, string[] words)
    {
        if (letters.Length < 2) return false;
        return words.Length >= letters.Length - 1 && words.Length > 1 && Fits(letters, 0, words, 0);
    }

    // Every word gives its first letter; a particle may give none.
    private static bool Fits(string letters, int at, string[] words, int word)
    {
        if (word == words.Length) return at == letters.Length;
        if (at < letters.Length && words[word][0] == letters[at] && Fits(letters, at + 1, words, word + 1)) return true;
        return Particles.Contains(words[word]) && Fits(letters, at, words, word + 1);
    }

    /// <summary>True for a word behind a name that tells the son from the father.</summary>
    internal static bool IsGeneration(string word) => word is "jr" or "jr." or "junior" or "sr" or "sr." or "senior";

    /// <summary>The number or letter at the end of a name of a place or unit: <c>3</c> of "Camp 3"; empty for none.</summary>
    public static string Suffix(string[] words)
    {
        if (words.Length < 2) return "";
        var last = words[^1];
        return char.IsDigit(last[0]) || last is "ii" or "iii" or "iv" or "vi" or "vii" or "viii" or "ix" || (last.Length == 1 && last is not "i") ? last
            : last is "one" or "two" or "three" or "four" or "five" or "six" or "north" or "south" or "east" or "west" or "junior" or "jr" or "senior" or "sr" ? last : "";
    }
}
