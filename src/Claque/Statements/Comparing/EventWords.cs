using Claque.Statements.Grammar;
using Claque.Text.Prose;

namespace Claque.Statements.Comparing;

/// <summary>The words of articles by number; the commonest word of all articles has number 0.</summary>
/// <param name="Articles">Of each article its words, ascending by number.</param>
/// <param name="Frequency">Of each word in how many articles it is.</param>
/// <param name="Particular">Of each word whether it is written as a name or a date, or is a figure: what tells one event from another of its kind.</param>
/// <param name="Forms">Of each word how the first article that has it writes it.</param>
internal sealed record EventWords(ArticleWord[][] Articles, int[] Frequency, bool[] Particular, string[] Forms)
{
    /// <summary>The words of articles: nouns, verbs, adjectives and adverbs by their lemma, names and figures as they stand. O(words).</summary>
    public static EventWords Of(IReadOnlyList<Document> documents, CancellationToken stop)
    {
        var bags = new Dictionary<string, (int Times, string Form)>[documents.Count];
        Parallel.For(0, bags.Length, new ParallelOptions { CancellationToken = stop }, i => bags[i] = Bag(documents[i]));
        var frequency = new Dictionary<string, (int Articles, string Form)>(StringComparer.Ordinal);
        foreach (var bag in bags)
            foreach (var (word, (_, form)) in bag) frequency[word] = frequency.TryGetValue(word, out var so) ? (so.Articles + 1, so.Form) : (1, form);
        var words = frequency.OrderByDescending(pair => pair.Value.Articles).ThenBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        var numbers = words.Select((pair, number) => (pair.Key, number)).ToDictionary(pair => pair.Key, pair => pair.number, StringComparer.Ordinal);
        return new EventWords(
            Array.ConvertAll(bags, bag => bag.Select(pair => new ArticleWord(numbers[pair.Key], 1 + Math.Log(pair.Value.Times))).OrderBy(word => word.Number).ToArray()),
            [.. words.Select(pair => pair.Value.Articles)], [.. words.Select(pair => pair.Key[0] is '@' or '#')], [.. words.Select(pair => pair.Value.Form)]);
    }

    private static Dictionary<string, (int Times, string Form)> Bag(Document document)
    {
        var bag = new Dictionary<string, (int Times, string Form)>(StringComparer.Ordinal);
        foreach (var token in document.Tokens)
        {
            if (token.Kind == TokenKind.Sign) continue;
            var lexeme = Lexemes.Of(token.In(document.Text));
            if (lexeme.Closed is not null and not Role.Noun || lexeme.Lower.Length < 2) continue;
            var capital = char.IsUpper(document.Text[token.Start]);
            var key = token.Kind == TokenKind.Number ? "#" + lexeme.Lower : capital ? "@" + Plain(lexeme.Lower) : lexeme.Entry.Lemma is { Length: > 0 } lemma ? lemma : lexeme.Lower;
            bag[key] = bag.TryGetValue(key, out var so) ? (so.Times + 1, so.Form) : (1, Whole(token.In(document.Text)));
        }

        return bag;
    }

    private static string Plain(string lower) => lower.EndsWith("'s", StringComparison.Ordinal) ? lower[..^2] : lower;

    private static string Whole(ReadOnlySpan<char> form) => (form is [.. var owner, '\'' or '’', 's'] ? owner : form).ToString();
}

/// <summary>A word in an article.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Weight">1 and the natural logarithm of the times that it is there.</param>
internal readonly record struct ArticleWord(int Number, double Weight);
