using System.Globalization;
using System.Text;
using Claque.Reading;

namespace Claque.Personas.Accounts;

/// <summary>Pools the posts of each account, so that short posts can be compared as articles are.</summary>
/// <remarks>
/// Left out: posts that pass on another, links, handles, hashtags, and texts that stand in posts of two accounts, from both, since
/// nothing shows whose they are. Of what an account repeats, the first stays. The same id on two platforms is two accounts, which are
/// then called by both. Two passes; memory for eight words in a row and for the own words of
/// accounts that have enough.
/// </remarks>
public static class PostPooling
{
    private const int SharedOwner = -1;

    /// <summary>The accounts with enough own words, by name.</summary>
    /// <param name="posts">The posts, read twice.</param>
    /// <param name="options">What counts as shared and as enough.</param>
    /// <param name="stop">Stops it.</param>
    public static PooledAccounts Of(IPostSource posts, PoolingOptions options, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(posts);
        ArgumentNullException.ThrowIfNull(options);
        var index = new Dictionary<(string Platform, string Id), int>();
        var words = new List<int>();
        var owners = new Dictionary<ulong, int>();
        var runs = new List<ulong>();
        posts.ReadAll(
            post =>
            {
                var account = AccountOf(post);
                if (!index.TryGetValue(account, out var at))
                {
                    index[account] = at = words.Count;
                    words.Add(0);
                }

                if (Own(post) is not { Length: > 0 } own) return;
                words[at] += PostText.Words(own);
                PostText.Runs(own, options.RunWords, runs);
                foreach (var run in runs)
                    if (!owners.TryAdd(run, at) && owners[run] != at) owners[run] = SharedOwner;
            },
            stop);
        var gathered = index.Where(entry => words[entry.Value] >= options.LeastWords).ToDictionary(entry => entry.Key, _ => new Gathered());
        posts.ReadAll(post => { if (gathered.TryGetValue(AccountOf(post), out var account)) Take(account, post, owners, runs, options); }, stop);
        var onSeveral = index.Keys.GroupBy(account => account.Id, StringComparer.Ordinal).Where(same => same.Skip(1).Any()).Select(same => same.Key).ToHashSet(StringComparer.Ordinal);
        var pooled = gathered.Select(entry => (Name: onSeveral.Contains(entry.Key.Id) && entry.Key.Platform.Length > 0 ? $"{entry.Key.Platform}:{entry.Key.Id}" : entry.Key.Id, entry.Value))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal).Select(entry => Pooled(entry.Name, entry.Value, options)).ToList();
        var kept = pooled.Where(account => account.Pieces.Sum(piece => piece.Text.Words) >= options.LeastWords).ToList();
        return new PooledAccounts(kept, index.Count - kept.Count);
    }

    private static (string Platform, string Id) AccountOf(PostRecord post) => (post.Platform, post.Text(PostField.Account));

    private static string Own(PostRecord post) => post.IsReshare || !post.Has(PostField.Text) ? "" : PostText.Own(post.Text(PostField.Text));

    private static void Take(Gathered account, PostRecord post, Dictionary<ulong, int> owners, List<ulong> runs, PoolingOptions options)
    {
        account.Posts++;
        if (post.IsReshare || PostText.IsPassedOn(post.Text(PostField.Text)))
        {
            account.Reshares++;
            return;
        }

        var own = Own(post);
        PostText.Runs(own, options.RunWords, runs);
        if (runs.Count == 0)
        {
            account.Wordless++;
            return;
        }

        var (shared, repeated) = (runs.Count(run => owners[run] == SharedOwner), runs.Count(account.Said.Contains));
        account.Said.UnionWith(runs);
        if (shared >= options.MostShared * runs.Count) account.Shared++;
        else if (repeated >= options.MostShared * runs.Count) account.Repeated++;
        else account.Own.Add((post.TimeUs, account.Own.Count, own));
    }

    private static PooledAccount Pooled(string name, Gathered account, PoolingOptions options)
    {
        var pieces = new List<BylineArticle>();
        var text = new StringBuilder();
        var (words, first, count) = (0, 0L, 0);
        void End()
        {
            var from = DateTimeOffset.UnixEpoch.AddTicks(first * 10);
            var source = text.ToString();
            var id = string.Create(CultureInfo.InvariantCulture, $"{name}: {count} posts from {from:yyyy-MM-dd HH:mm}");
            pieces.Add(new BylineArticle(id, name, from, StyleText.Of(source)) { Source = source });
            text.Clear();
            (words, count) = (0, 0);
        }

        foreach (var (time, _, own) in account.Own.Order())
        {
            if (count++ == 0) first = time;
            text.Append(own).Append("\n\n");
            words += PostText.Words(own);
            if (words >= options.PieceWords) End();
        }

        if (words > 0) End();
        return new PooledAccount(name, account.Posts, account.Reshares, account.Shared, account.Repeated, account.Wordless, pieces);
    }

    private sealed class Gathered
    {
        public int Posts { get; set; }

        public int Reshares { get; set; }

        public int Shared { get; set; }

        public int Repeated { get; set; }

        public int Wordless { get; set; }

        public HashSet<ulong> Said { get; } = [];

        public List<(long TimeUs, int Order, string Own)> Own { get; } = [];
    }
}
