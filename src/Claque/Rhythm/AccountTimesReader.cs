using System.Runtime.InteropServices;
using Claque.Reading;

namespace Claque.Rhythm;

/// <summary>Gathers the times of every account from posts.</summary>
public static class AccountTimesReader
{
    /// <summary>The accounts by name with their times, and for accounts with two much-used clients what tells these apart.</summary>
    /// <remarks>A post that comes again with the same id counts once. O(posts · log posts).</remarks>
    public static (IReadOnlyList<AccountTimes> Accounts, IReadOnlyDictionary<string, ClientStudy> Clients) Read(IPostSource posts, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(posts);
        var all = new Dictionary<string, Gathered>(StringComparer.Ordinal);
        posts.ReadAll(
            post =>
            {
                var name = post.Text(PostField.Account);
                if (!all.TryGetValue(name, out var account)) all[name] = account = new Gathered(new HashSet<string>(StringComparer.Ordinal), [], [], new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase));
                if (!posts.PostsAreDistinct && post.Has(PostField.Id) && !account.Ids.Add(post.Text(PostField.Id))) return;
                account.Times.Add((post.TimeUs, post.Precision, post.TimeFromId));
                if (post.Has(PostField.Language)) CollectionsMarshal.GetValueRefOrAddDefault(account.Languages, post.Text(PostField.Language), out _)++;
                if (post.Has(PostField.Client) && post.Has(PostField.Text) && !post.IsReshare)
                    account.Posts.Add(new ClientPost(post.Text(PostField.Client), post.TimeUs, post.Text(PostField.Text)));
            },
            stop);
        var coarser = posts.CoarserClock;
        var names = all.Keys.Order(StringComparer.Ordinal).ToArray();
        var accounts = names.Select(name => new AccountTimes(name, [.. all[name].Times.Select(t => t.TimeUs).Order()],
            all[name].Times.Max(t => t.FromId || coarser is not { } step || step < t.Precision ? t.Precision : step))
        { Language = Most(all[name].Languages) }).ToArray();
        var clients = new Dictionary<string, ClientStudy>(StringComparer.Ordinal);
        foreach (var name in names)
            if (ClientStudy.Of(all[name].Posts) is { } study) clients[name] = study;
        return (accounts, clients);
    }

    private static string Most(Dictionary<string, int> languages) =>
        languages.OrderByDescending(language => language.Value).ThenBy(language => language.Key, StringComparer.Ordinal).FirstOrDefault().Key?.ToLowerInvariant() ?? "";

    private sealed record Gathered(HashSet<string> Ids, List<(long TimeUs, TimePrecision Precision, bool FromId)> Times, List<ClientPost> Posts, Dictionary<string, int> Languages);
}
