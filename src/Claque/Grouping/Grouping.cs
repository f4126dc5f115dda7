using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Claque.Graphs;
using Claque.Tracing;

namespace Claque.Grouping;

/// <summary>Makes groups of accounts from the pairs of one behaviour or of several.</summary>
public static class Grouping
{
    /// <summary>The groups in the network of the given layers, largest evidence first.</summary>
    /// <param name="corpus">The posts and accounts that the pairs speak of.</param>
    /// <param name="layers">One for each behaviour: a single one gives the groups of that behaviour, several the groups over all of them.</param>
    /// <param name="options">Resolution, seed and the fewest members.</param>
    /// <param name="stop">Cancels between groups and within the search for them.</param>
    /// <returns>
    /// Groups of two or more accounts, each connected by pairs, numbered from 1 by falling weight, equals by the smallest account
    /// name, byte by byte. No pairs, no groups.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// A behaviour comes twice, two accounts form a pair twice in one layer, or a pair has no co-acts.
    /// </exception>
    /// <remarks>
    /// Two accounts are tied by the sum of the weights of their pairs over the layers; groups are those of <see cref="Leiden"/>.
    /// O(pairs + co-acts inside groups), but for the sorting.
    /// </remarks>
    public static ImmutableArray<Group> Of(
        Corpus corpus, IReadOnlyList<LayerTies> layers, GroupOptions options, CancellationToken stop = default)
    {
        RequireEachOnce(layers);
        var accounts = layers.SelectMany(layer => layer.Pairs).SelectMany(pair => new[] { pair.A, pair.B }).Distinct().Order().ToArray();
        var communityOf = Communities(layers, accounts, options, stop);
        var posts = PostsOf(corpus);
        var drafts = accounts.GroupBy(account => communityOf[account]).Where(members => members.Count() >= options.MinSize)
            .ToDictionary(members => members.Key, members => new GroupDraft(corpus, [.. members]));
        foreach (var (index, layer) in layers.Index())
        {
            foreach (var pair in layer.Pairs)
            {
                stop.ThrowIfCancellationRequested();
                if (communityOf[pair.A] == communityOf[pair.B] && drafts.TryGetValue(communityOf[pair.A], out var draft))
                    draft.Add(index, layer, pair);
            }
        }

        return
        [
            .. drafts.Values
                .OrderByDescending(draft => draft.Weight)
                .ThenBy(draft => draft.SmallestName, Comparer<int>.Create(corpus.Accounts.Compare))
                .Select((draft, index) => draft.Finish(index + 1, posts)),
        ];
    }

    /// <summary>An id that depends on nothing but who the members are: 16 hex digits.</summary>
    /// <param name="names">Names of the members, in any order.</param>
    /// <remarks>
    /// FNV-1a with 64 bits over the names as UTF-8, sorted byte by byte, each followed by the byte FF, which no name holds. It tells
    /// whether a group of one run stands unchanged in another; it hides nothing and is no signature.
    /// </remarks>
    public static string IdOf(IEnumerable<string> names)
    {
        var hash = 0xcbf29ce484222325;
        foreach (var name in names.Select(Encoding.UTF8.GetBytes).Order(Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b))))
        {
            foreach (var part in name) hash = (hash ^ part) * 0x100000001b3;
            hash = (hash ^ 0xff) * 0x100000001b3;
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }

    private static void RequireEachOnce(IReadOnlyList<LayerTies> layers)
    {
        if (layers.CountBy(layer => layer.Behaviour).FirstOrDefault(entry => entry.Value > 1) is { Value: > 1 } twice)
            throw new ArgumentException($"The behaviour '{twice.Key}' is given {twice.Value} times; give its pairs once.", nameof(layers));
        foreach (var layer in layers)
        {
            var seen = new HashSet<(int, int)>();
            foreach (var pair in layer.Pairs)
                if (pair.A >= pair.B || !seen.Add((pair.A, pair.B)))
                    throw new ArgumentException(
                        $"In '{layer.Behaviour}' the pair ({pair.A}, {pair.B}) comes twice or is not in order; give each once, A below B.", nameof(layers));
        }
    }

    /// <summary>Community of each account that stands in a pair.</summary>
    private static Dictionary<int, int> Communities(
        IReadOnlyList<LayerTies> layers, int[] accounts, GroupOptions options, CancellationToken stop)
    {
        var nodeOf = accounts.Index().ToDictionary(entry => entry.Item, entry => entry.Index);
        var edges = layers.SelectMany(layer => layer.Pairs).Select(pair => new Edge(nodeOf[pair.A], nodeOf[pair.B], pair.Weight)).ToArray();
        var communities = Leiden.Groups(Graph.Of(accounts.Length, edges), options.Resolution, options.Seed, stop);
        return accounts.Index().ToDictionary(entry => entry.Item, entry => communities[entry.Index]);
    }

    private static int[] PostsOf(Corpus corpus)
    {
        var posts = new int[corpus.Accounts.Count];
        foreach (var account in corpus.Posts.Accounts) posts[account]++;
        return posts;
    }
}
