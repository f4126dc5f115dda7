using Claque.Statements.Grammar;
using Claque.Text.Prose;

namespace Claque.Statements.Comparing;

/// <summary>An article as a vector of length 1 over words: rare words weigh more, names half as much again.</summary>
/// <param name="Words">Numbers of its words, ascending. The commonest word of all articles has number 0.</param>
/// <param name="Weights">Their weights; the squares add up to 1, unless there is no word.</param>
internal readonly record struct EventVector(int[] Words, double[] Weights)
{
    /// <summary>Cosine with another; of sums of vectors, the sum of all cosines.</summary>
    public double Dot(EventVector other)
    {
        double sum = 0;
        for (int i = 0, k = 0; i < Words.Length && k < other.Words.Length;)
        {
            if (Words[i] == other.Words[k]) sum += Weights[i++] * other.Weights[k++];
            else if (Words[i] < other.Words[k]) i++;
            else k++;
        }

        return sum;
    }

    /// <summary>The sum of two vectors.</summary>
    public EventVector Plus(EventVector other)
    {
        var (words, weights) = (new List<int>(Words.Length + other.Words.Length), new List<double>(Words.Length + other.Words.Length));
        for (int i = 0, k = 0; i < Words.Length || k < other.Words.Length;)
        {
            var mine = k == other.Words.Length || (i < Words.Length && Words[i] <= other.Words[k]);
            var both = mine && k < other.Words.Length && Words[i] == other.Words[k];
            words.Add(mine ? Words[i] : other.Words[k]);
            weights.Add((mine ? Weights[i] : 0) + (both || !mine ? other.Weights[k] : 0));
            if (mine) i++;
            if (both || !mine) k++;
        }

        return new EventVector([.. words], [.. weights]);
    }

    /// <summary>The vectors of articles. O(words).</summary>
    public static EventVector[] Of(IReadOnlyList<Document> documents, CancellationToken stop)
    {
        var bags = new Dictionary<string, int>[documents.Count];
        Parallel.For(0, bags.Length, new ParallelOptions { CancellationToken = stop }, i => bags[i] = Bag(documents[i]));
        var frequency = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var bag in bags)
            foreach (var word in bag.Keys) frequency[word] = frequency.GetValueOrDefault(word) + 1;
        var numbers = frequency.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select((pair, number) => (pair.Key, number))
            .ToDictionary(pair => pair.Key, pair => pair.number, StringComparer.Ordinal);
        return Array.ConvertAll(bags, bag => Weighed(bag, documents.Count, frequency, numbers));
    }

    private static EventVector Weighed(Dictionary<string, int> bag, int articles, Dictionary<string, int> frequency, Dictionary<string, int> numbers)
    {
        var words = bag.Keys.OrderBy(word => numbers[word]).ToList();
        var weights = words.ConvertAll(word => (1 + Math.Log(bag[word])) * Math.Log(((articles + 1.0) / frequency[word]) + 0.5) * (word[0] == '@' ? 1.5 : 1));
        var norm = Math.Sqrt(weights.Sum(weight => weight * weight));
        return new EventVector([.. words.Select(word => numbers[word])], [.. weights.Select(weight => norm == 0 ? 0 : weight / norm)]);
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
