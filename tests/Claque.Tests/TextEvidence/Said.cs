using Claque.Reading;
using Claque.Tests.Shared;
using Claque.TextEvidence;
using Claque.Validation;

namespace Claque.Tests.TextEvidence;

/// <summary>Makes posts out of who says what when, and asks the test about them.</summary>
internal static class Said
{
    private static readonly string[] Vocabulary =
    [
        "kettle", "harbour", "ladder", "velvet", "thistle", "copper", "lantern", "meadow", "anchor", "saddle", "pepper", "glacier", "violin",
        "feather", "quarry", "mustard", "compass", "walnut", "barrel", "ribbon", "chimney", "pebble", "orchard", "candle", "tunnel", "biscuit",
        "hammock", "piston", "marble", "falcon", "cellar", "drizzle", "gravel", "helmet", "inkwell", "juniper", "kiosk", "lemon", "mitten", "nickel",
    ];

    /// <summary>Twelve words that no other number gives in that order.</summary>
    public static string Words(int number)
    {
        var words = new string[12];
        var state = (uint)number * 2654435761 + 12345;
        for (var i = 0; i < words.Length; i++)
        {
            state = state * 1664525 + 1013904223;
            words[i] = Vocabulary[(state >> 8) % (uint)Vocabulary.Length] + (char)('a' + (state >> 20) % 26);
        }

        return string.Join(' ', words);
    }

    /// <summary>A post at so many hours after the beginning.</summary>
    public static TestPost At(double hours, string account, string text, params string[] links) => new(
        "", account, DateTimeOffset.Parse("2024-03-01T00:00:00Z").AddSeconds(Math.Round(hours * 3600)).ToString("O"))
    { Text = text, Links = links.Length > 0 ? links : null };

    /// <summary>A month of people who have nothing in common: so many accounts with ten texts each.</summary>
    public static IEnumerable<TestPost> Public(int accounts) =>
        from account in Enumerable.Range(0, accounts)
        from post in Enumerable.Range(0, 10)
        select At((account * 7.3 + post * 71.9) % 720, $"public{account}", Words(100_000 + account * 10 + post));

    /// <summary>Accounts that publish the same texts, one a day, some minutes apart.</summary>
    public static IEnumerable<TestPost> Crew(string name, int members, int texts, int first = 0) =>
        from text in Enumerable.Range(first, texts)
        from member in Enumerable.Range(0, members)
        select At(10 + 24 * (text - first) + member * .1, name + member, Words(text));

    public static IPostSource Source(this IEnumerable<TestPost> posts) =>
        new ListSource([.. posts.OrderBy(post => post.Time, StringComparer.Ordinal).Select((post, i) => post with { Id = i.ToString() })]);

    public static TextVerdict Verdict(this IEnumerable<TestPost> posts, TextEvidenceOptions? options = null) =>
        TextInCommon.Test(posts.Source(), options ?? new TextEvidenceOptions());

    /// <summary>The names of the accounts of a tier, in order.</summary>
    public static string[] Names(this IEnumerable<TestPost> posts, Tier tier = Tier.Named, TextEvidenceOptions? options = null)
    {
        var pool = TextPool.Collect(posts.Source(), options ?? new TextEvidenceOptions());
        return [.. TextInCommon.Test(pool, options ?? new TextEvidenceOptions()).Accounts.Where(one => one.Tier == tier)
            .Select(one => pool.Accounts[one.Account]).Order(StringComparer.Ordinal)];
    }

    /// <summary>Different texts that fell into a class.</summary>
    public static int TextsOf(this TextVerdict verdict, TextClass kind) => verdict.Classes.Single(count => count.Class == kind).Texts;
}
