using Claque.Text.Prose;

namespace Claque.Personas.Hands;

/// <summary>What is measured of one paragraph, before it is compared with its neighbour.</summary>
internal sealed class Paragraph
{
    /// <summary>Rates whose difference between neighbours is looked at, by name.</summary>
    public static readonly string[] RateNames =
    [
        "word length", "sentence length", "log words", "commas", "stops", "question marks", "exclamation marks", "apostrophes", "quotation marks",
        "brackets", "dashes", "ellipses", "colons", "capitals", "words in capitals", "digits", "other signs", "first person", "second person",
        "third person", "contractions", "negations", "hedges", "long words", "function words",
    ];

    /// <summary>Habits that a paragraph has or has not, by name.</summary>
    public static readonly string[] HabitNames =
    [
        "curly apostrophe", "straight apostrophe", "curly quotes", "straight quotes", "link", "quoting mark", "begins small", "ends without stop",
        "small i", "double space", "dash with spaces", "long dash", "emphasis marks", "letter outside ASCII", "bare contraction", "slash",
    ];

    /// <summary>Words that begin a paragraph or stand in it and tell an answer from a continuation.</summary>
    public static readonly string[] Openers =
    [
        "i", "you", "it", "they", "this", "that", "the", "and", "but", "so", "also", "if", "he", "she", "we", "what", "why", "how", "no", "yes", "not",
        "there", "in", "as", "a", "to", "for", "when", "my", "your", "their", "his", "its", "edit", "or", "because", "then", "these", "those", "is",
    ];

    private static readonly HashSet<string> First = ["i", "me", "my", "mine", "we", "us", "our", "i'm", "i've", "i'd", "i'll"];
    private static readonly HashSet<string> Second = ["you", "your", "yours", "you're", "you've", "you'd", "you'll", "u"];
    private static readonly HashSet<string> Third = ["he", "she", "they", "them", "his", "her", "their", "him", "it", "its"];
    private static readonly HashSet<string> Negations = ["no", "not", "never", "nothing", "don't", "doesn't", "isn't", "can't", "won't", "didn't", "aren't", "wasn't"];
    private static readonly HashSet<string> Hedges = ["maybe", "perhaps", "probably", "think", "seems", "guess", "might", "could", "just", "really", "actually", "literally"];
    private static readonly HashSet<string> Bare = ["dont", "cant", "wont", "isnt", "im", "ive", "didnt", "doesnt", "thats", "youre", "theyre", "whats", "arent", "wasnt"];

    public Paragraph(string text)
    {
        Text = text;
        var tokens = Tokens.Of(text);
        foreach (var token in tokens)
        {
            if (token.Kind != TokenKind.Word) continue;
            var word = text[token.Start..token.End].ToLowerInvariant().Replace('’', '\'');
            Words.Add(word);
        }

        Rates = RatesOf(text, tokens);
        Habits = HabitsOf(text, tokens);
        foreach (var word in Words)
            if (!FunctionWords.English.Contains(word) && word.Length > 2) Content[Stem(word)] = Content.GetValueOrDefault(Stem(word)) + 1;
            else Function[word] = Function.GetValueOrDefault(word) + 1;
        var letters = $" {string.Join(' ', Words)} ";
        for (var i = 0; i + 4 <= letters.Length; i++)
        {
            var run = letters.Substring(i, 4);
            Runs[run] = Runs.GetValueOrDefault(run) + 1;
        }
    }

    public string Text { get; }

    public List<string> Words { get; } = [];

    public double[] Rates { get; }

    public bool[] Habits { get; }

    public Dictionary<string, double> Content { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, double> Function { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, double> Runs { get; } = new(StringComparer.Ordinal);

    // Enough to join "countries" and "country", "war" and "wars".
    private static string Stem(string word)
    {
        if (word.EndsWith("'s", StringComparison.Ordinal)) word = word[..^2];
        return word.Length > 5 ? word[..5] : word.EndsWith('s') && word.Length > 3 ? word[..^1] : word;
    }

    private double[] RatesOf(string text, List<Token> tokens)
    {
        double n = Math.Max(1, Words.Count), letters = Math.Max(1, text.Length);
        double Signs(string set) => text.Count(c => set.Contains(c)) / n;
        double Of(HashSet<string> set) => Words.Count(set.Contains) / n;
        var stops = Math.Max(1, tokens.Count(t => t.Kind == TokenKind.Sign && ".!?…".Contains(text[t.Start])));
        var capitals = tokens.Count(t => t.Kind == TokenKind.Word && t.Length > 1 && text.AsSpan(t.Start, t.Length).IndexOfAnyExceptInRange('A', 'Z') < 0);
        return
        [
            Words.Sum(w => (double)w.Length) / n, Math.Log(n / stops), Math.Log(n), Signs(","), Signs("."), Signs("?"), Signs("!"), Signs("'’"), Signs("\"“”"),
            Signs("()[]"), Signs("-–—"), (text.Contains("...", StringComparison.Ordinal) || text.Contains('…') ? 1 : 0), Signs(":;"),
            text.Count(char.IsUpper) / letters * 10, capitals / n, text.Count(char.IsDigit) / letters * 10, Signs("*#>/&%$@_~=+"), Of(First), Of(Second),
            Of(Third), Words.Count(w => w.Contains('\'')) / n, Of(Negations), Of(Hedges), Words.Count(w => w.Length > 7) / n, Words.Count(FunctionWords.English.Contains) / n,
        ];
    }

    private bool[] HabitsOf(string text, List<Token> tokens)
    {
        var trimmed = text.Trim();
        bool Has(string what) => text.Contains(what, StringComparison.Ordinal);
        var joined = tokens.Where(t => t.Kind == TokenKind.Word).ToList();
        return
        [
            joined.Any(t => t.In(text).Contains('’')), joined.Any(t => t.In(text).Contains('\'')), Has("“") || Has("”"), Has("\""),
            Has("http") || Has("www."), trimmed.StartsWith('>') || trimmed.StartsWith("&gt;", StringComparison.Ordinal),
            trimmed.Length > 0 && char.IsLower(trimmed[0]), trimmed.Length > 0 && !".!?\"”)…".Contains(trimmed[^1]),
            joined.Any(t => t.Length == 1 && text[t.Start] == 'i'), Has("  "), Has(" - ") || Has(" – "), Has("—"), Has("*") || Has("_"),
            text.Any(c => c > 127 && char.IsLetter(c)), Words.Any(Bare.Contains), Has("/"),
        ];
    }
}
