using Claque.Statements.Grammar;
using Claque.Text.Prose;

namespace Claque.Statements.Comparing;

/// <summary>The words of articles by number; the commonest word of all articles has number 0.</summary>
/// <param name="Articles">Of each article its words, ascending by number.</param>
/// <param name="Frequency">Of each word in how many articles it is.</param>
/// <param name="Particular">Of each word whether it is written as a name or a date, or is a figure: what tells one event from another of its kind.</param>
internal sealed record EventWords(ArticleWord[][] Articles, int[] Frequency, bool[] Particular)
{
    /// <summary>The words of articles: nouns, verbs, adjectives and adverbs by their lemma, names and figures as they stand. O(words).</summary>
    public static EventWords Of(IReadOnlyList<Document> documents, CancellationToken stop)
    {
        var bags = new Dictionary<string, int>[documents.Count];
        Parallel.For(0, bags.Length, new ParallelOptions { CancellationToken = stop }, i => bags[i] = Bag(documents[i]));
        var frequency = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var bag in bags)
            foreach (var word in bag.Keys) frequency[word] = frequency.GetValueOrDefault(word) + 1;
        var words = frequency.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        var numbers = words.Select((pair, number) => (pair.Key, number)).ToDictionary(pair => pair.Key, pair => pair.number, StringComparer.Ordinal);
        return new EventWords(
            Array.ConvertAll(bags, bag => bag.Select(pair => new ArticleWord(numbers[pair.Key], 1 + Math.Log(pair.Value))).OrderBy(word => word.Number).ToArray()),
            [.. words.Select(pair => pair.Value)], [.. words.Select(pair => pair.Key[0] is '@' or '#')]);
    }

    private static Dictionary<string, int> Bag(Document document)
    {
        var bag = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var token in document.Tokens)
        {
            if (token.Kind == TokenKind.Sign) continue;
            var lexeme = Lexemes.Of(token.In(document.Text));
            if (lexeme.Closed is not null and not Role.Noun || lexeme.Lower.Length < 2) continue;
            var capital = char.IsUpper(document.Text[token.Start]);
            var key = token.Kind == TokenKind.Number ? "#" + lexeme.Lower : capital ? "@" + Plain(lexeme.Lower) : lexeme.Entry.Lemma is { Length: > 0 } lemma ? lemma : lexeme.Lower;
            bag[key] = bag.GetValueOrDefault(key) + 1;
        }

        return bag;
    }

    private static string Plain(string lower) => lower.EndsWith("'s", StringComparison.Ordinal) ? lower[..^2] : lower;
}

/// <summary>A word in an article.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Weight">1 and the natural logarithm of the times that it is there.</param>
internal readonly record struct ArticleWord(int Number, double Weight);
