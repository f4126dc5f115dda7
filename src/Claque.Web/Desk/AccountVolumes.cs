using Claque.Cases;
using Claque.Rhythm;

namespace Claque.Web;

/// <summary>Accounts by what office hours are matched on before any times are read.</summary>
internal static class AccountVolumes
{
    /// <summary>By row id; null where an account has no posts. O(posts).</summary>
    /// <param name="file">The case.</param>
    /// <param name="posts">Its posts as columns.</param>
    /// <param name="counts">Posts by row id of the account.</param>
    public static AccountVolume?[] Of(CaseFile file, PostTable posts, int[] counts)
    {
        var languages = Languages(posts);
        var volumes = new AccountVolume?[counts.Length];
        foreach (var account in file.Look.Accounts())
            if (account.Number < counts.Length && counts[account.Number] > 0) volumes[account.Number] = new AccountVolume(account.NativeId, counts[account.Number], languages.GetValueOrDefault((int)account.Number, ""));
        return volumes;
    }

    // The commonest; of equals the first by name. Posts without a language do not count.
    private static Dictionary<int, string> Languages(PostTable posts)
    {
        string[] names = [.. posts.LanguageNames.Select(name => name.ToLowerInvariant())];
        var counts = new Dictionary<(int Account, string Language), int>();
        for (var i = 0; i < posts.Accounts.Length; i++)
        {
            var name = names[posts.Languages[i]];
            if (name.Length > 0) System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, (posts.Accounts[i], name), out _)++;
        }

        return counts.GroupBy(count => count.Key.Account).ToDictionary(own => own.Key, own => own.OrderByDescending(count => count.Value).ThenBy(count => count.Key.Language, StringComparer.Ordinal).First().Key.Language);
    }
}
