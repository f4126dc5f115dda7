using Claque.Articles;
using Claque.Text.Prose;

namespace Claque.Statements.Comparing;

/// <summary>Proposes which articles are of one event or subject.</summary>
public static class EventGroups
{
    /// <summary>Likeness at which two articles are taken to be of one event.</summary>
    public const double Least = 0.12;

    /// <summary>The groups of articles by their own prose, and what tells alike groups apart.</summary>
    public static EventGrouping Of(IReadOnlyList<Article> articles, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var documents = new Document[articles.Count];
        Parallel.For(0, documents.Length, new ParallelOptions { CancellationToken = stop }, i => documents[i] = OwnProse.Of(articles[i]));
        return Grouped(documents, Least, [.. articles.Select(article => article.Outlet ?? "")], stop);
    }

    /// <summary>Groups of indices, each in order, by first member; an article like no other is a group of its own.</summary>
    /// <param name="documents">The articles.</param>
    /// <param name="least">Likeness that joins, above 0 up to 1.</param>
    /// <param name="outlets">The outlet of each article, empty where it is not known; null for none. Two articles of one outlet are never
    /// of one group: an outlet that reports twice reports two events, or one event going on.</param>
    /// <param name="stop">Ends the work.</param>
    /// <remarks>
    /// Average linkage over the cosine of articles as <see cref="EventVector"/>s: the likest two groups are joined as long as they are alike enough, unless
    /// their <see cref="Particulars"/> tell them apart.
    /// Two groups that are have a pair of articles that is, so that only groups tied by such a pair are ever looked at, and the result is that of
    /// looking at all. The work grows with the pairs that are alike and with those that share middling rare words.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The likeness is not above 0, or above 1.</exception>
    public static IReadOnlyList<IReadOnlyList<int>> Of(IReadOnlyList<Document> documents, double least = Least, IReadOnlyList<string>? outlets = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(least, 1);
        return Grouped(documents, least, outlets, stop).Groups;
    }

    private static EventGrouping Grouped(IReadOnlyList<Document> documents, double least, IReadOnlyList<string>? outlets, CancellationToken stop)
    {
        var words = EventWords.Of(documents, stop);
        var vectors = EventVector.Of(words);
        var linkage = new Linkage(vectors, new Particulars(words), outlets);
        foreach (var (a, b, likeness) in LikeArticles.Of(vectors, least, stop)) linkage.Tie(a, b, likeness);
        while (linkage.Likest(least) is var (a, b))
        {
            stop.ThrowIfCancellationRequested();
            linkage.Join(a, b);
        }

        return linkage.Grouping();
    }

    /// <summary>Groups while they are joined; a group has the number of its first article.</summary>
    private sealed class Linkage(EventVector[] vectors, Particulars particulars, IReadOnlyList<string>? outlets)
    {
        private readonly List<int>?[] members = [.. vectors.Select((_, i) => new List<int> { i })];
        private readonly EventVector[] sums = [.. vectors];
        private readonly SortedDictionary<int, double>[] ties = [.. vectors.Select(_ => new SortedDictionary<int, double>())];
        private readonly List<(int A, int B, int CountOfA, int CountOfB)> apart = [];
        private readonly PriorityQueue<(int A, int B, double Sum), (double Average, int A, int B)> likest = new(Comparer<(double Average, int A, int B)>.Create(
            static (x, y) => x.Average != y.Average ? y.Average.CompareTo(x.Average) : x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B)));

        /// <summary>Ties two groups by the sum of the likeness of their articles, unless an outlet is in both.</summary>
        public void Tie(int a, int b, double sum)
        {
            if (members[a] is not { } left || members[b] is not { } right || ShareOutlet(left, right)) return;
            (ties[a][b], ties[b][a]) = (sum, sum);
            var (first, second) = a < b ? (a, b) : (b, a);
            likest.Enqueue((first, second, sum), (sum / ((double)left.Count * right.Count), first, second));
        }

        /// <summary>The two likest groups that their particulars do not tell apart; null when no two are alike enough.</summary>
        public (int A, int B)? Likest(double least)
        {
            while (likest.TryPeek(out var pair, out var rank) && rank.Average >= least)
            {
                // A tie that has changed since was queued again.
                if (ties[pair.A].TryGetValue(pair.B, out var sum) && sum == pair.Sum && members[pair.A] is { } left && members[pair.B] is { } right
                    && rank.Average == sum / ((double)left.Count * right.Count))
                {
                    if (!particulars.Differ(left, right)) return (pair.A, pair.B);
                    apart.Add((pair.A, pair.B, left.Count, right.Count));
                }

                likest.Dequeue();
            }

            return null;
        }

        public void Join(int a, int b)
        {
            var tied = ties[a].Keys.Union(ties[b].Keys).Where(other => other != a && other != b).Order()
                .Select(other => (other, Sum: SumOf(a, other) + SumOf(b, other))).ToList();
            foreach (var other in ties[b].Keys) ties[other].Remove(b);
            foreach (var other in ties[a].Keys) ties[other].Remove(a);
            ties[a].Clear();
            ties[b].Clear();
            members[a]!.AddRange(members[b]!);
            members[a]!.Sort();
            members[b] = null;
            (sums[a], sums[b]) = (sums[a].Plus(sums[b]), default);
            foreach (var (other, sum) in tied) Tie(a, other, sum);
        }

        public EventGrouping Grouping()
        {
            var groups = members.OfType<List<int>>().ToList();
            var indices = groups.Select((group, index) => (group[0], index)).ToDictionary();
            // Groups only grow: one of the same number of articles is the same.
            return new EventGrouping(groups, [.. apart.Where(pair => members[pair.A]?.Count == pair.CountOfA && members[pair.B]?.Count == pair.CountOfB).Distinct().OrderBy(pair => (pair.A, pair.B))
                .Select(pair => new GroupsApart(indices[pair.A], indices[pair.B], particulars.Own(members[pair.A]!, members[pair.B]!), particulars.Own(members[pair.B]!, members[pair.A]!)))]);
        }

        // Groups that no pair ties share a little all the same.
        private double SumOf(int a, int b) => ties[a].TryGetValue(b, out var sum) ? sum : sums[a].Dot(sums[b]);

        private bool ShareOutlet(List<int> a, List<int> b) =>
            outlets is not null && a.Exists(i => outlets[i].Length > 0 && b.Exists(k => outlets[k] == outlets[i]));
    }
}
