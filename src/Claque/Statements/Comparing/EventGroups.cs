using Claque.Articles;
using Claque.Statements.Grammar;
using Claque.Text.Prose;

namespace Claque.Statements.Comparing;

/// <summary>Proposes which articles are of one event or subject.</summary>
public static class EventGroups
{
    /// <summary>Likeness at which two articles are taken to be of one event.</summary>
    public const double Least = 0.16;

    /// <summary>Groups of the indices of articles, by their own prose.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Of(IReadOnlyList<Article> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        return Of([.. articles.Select(OwnProse.Of)], Least, [.. articles.Select(article => article.Outlet ?? "")]);
    }

    /// <summary>Groups of indices, each in order, by first member; an article like no other is a group of its own.</summary>
    /// <param name="documents">The articles.</param>
    /// <param name="least">Likeness that joins, 0 to 1.</param>
    /// <param name="outlets">The outlet of each article, empty where it is not known; null for none. Two articles of one outlet are never
    /// of one group: an outlet that reports twice reports two events, or one event going on.</param>
    /// <remarks>Average linkage over <see cref="Likeness"/>; O(n² · words).</remarks>
    public static IReadOnlyList<IReadOnlyList<int>> Of(IReadOnlyList<Document> documents, double least = Least, IReadOnlyList<string>? outlets = null)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var likeness = Likeness(documents);
        var groups = Enumerable.Range(0, documents.Count).Select(i => new List<int> { i }).ToList();
        // Sums of likeness between groups, merged as the groups are.
        var sums = likeness.Select(row => row.ToArray()).ToList();
        while (groups.Count > 1)
        {
            var (a, b, best) = (0, 0, double.MinValue);
            for (var x = 0; x < groups.Count; x++)
                for (var y = x + 1; y < groups.Count; y++)
                    if (sums[x][y] / ((double)groups[x].Count * groups[y].Count) is var average && average > best && !ShareOutlet(groups[x], groups[y], outlets)) (a, b, best) = (x, y, average);
            if (best < least) break;
            groups[a].AddRange(groups[b]);
            groups[a].Sort();
            for (var x = 0; x < sums.Count; x++) sums[a][x] = sums[x][a] = sums[a][x] + sums[b][x];
            groups.RemoveAt(b);
            sums.RemoveAt(b);
            for (var x = 0; x < sums.Count; x++) sums[x] = [.. sums[x][..b], .. sums[x][(b + 1)..]];
        }

        return [.. groups.OrderBy(group => group[0])];
    }

    private static bool ShareOutlet(List<int> a, List<int> b, IReadOnlyList<string>? outlets) =>
        outlets is not null && a.Exists(i => outlets[i].Length > 0 && b.Exists(k => outlets[k] == outlets[i]));

    /// <summary>Likeness of each article to each: cosine over words weighted by rarity, names twice, figures with them.</summary>
    public static double[][] Likeness(IReadOnlyList<Document> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var bags = documents.Select(Bag).ToList();
        var frequency = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var bag in bags) foreach (var word in bag.Keys) frequency[word] = frequency.GetValueOrDefault(word) + 1;
        var weighted = bags.Select(bag => bag.ToDictionary(pair => pair.Key, pair => (1 + Math.Log(pair.Value)) * Math.Log((documents.Count + 1.0) / frequency[pair.Key] + 0.5) * (pair.Key[0] == '@' ? 1.5 : 1), StringComparer.Ordinal)).ToList();
        var norms = weighted.Select(bag => Math.Sqrt(bag.OrderBy(pair => pair.Key, StringComparer.Ordinal).Sum(pair => pair.Value * pair.Value))).ToList();
        var likeness = documents.Select(_ => new double[documents.Count]).ToArray();
        for (var i = 0; i < documents.Count; i++)
            for (var k = i + 1; k < documents.Count; k++)
                likeness[i][k] = likeness[k][i] = norms[i] * norms[k] == 0 ? 0 : Dot(weighted[i], weighted[k]) / (norms[i] * norms[k]);
        return likeness;
    }

    private static double Dot(Dictionary<string, double> a, Dictionary<string, double> b)
    {
        double sum = 0;
        var (small, large) = a.Count <= b.Count ? (a, b) : (b, a);
        foreach (var word in small.Keys.Where(large.ContainsKey).Order(StringComparer.Ordinal)) sum += small[word] * large[word];
        return sum;
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
