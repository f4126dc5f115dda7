using System.Globalization;
using Claque.Cases;

namespace Claque.Web;

/// <summary>
/// Names something that can stand in the report besides posts: the same whenever the same thing is looked at. A family and a pair of bylines
/// have the keys under which they are decided about.
/// </summary>
internal abstract record FindingKey
{
    /// <summary>A family of copies.</summary>
    internal sealed record OfFamily(string Key) : FindingKey;

    /// <summary>Two versions, by number.</summary>
    internal sealed record OfVersions(int A, int B) : FindingKey;

    /// <summary>A row of two sides, by the numbers of their articles and the row's hash.</summary>
    internal sealed record OfClaims(IReadOnlyList<int> Left, IReadOnlyList<int> Right, string Row) : FindingKey;

    /// <summary>A pair of bylines.</summary>
    internal sealed record OfBylines(string Key) : FindingKey;

    /// <summary>The hours of an account, by number.</summary>
    internal sealed record OfAccountHours(long Account) : FindingKey;

    /// <summary>The hours of a byline, by its hash.</summary>
    internal sealed record OfBylineHours(string Hash) : FindingKey;

    public static string Versions(int a, int b) => FormattableString.Invariant($"versions-{a}-{b}");

    public static string Claims(IEnumerable<int> left, IEnumerable<int> right, string row) => $"claims-{string.Join('.', left)}-{string.Join('.', right)}-{row}";

    public static string Hours(long account) => "hours-account-" + account.ToString(CultureInfo.InvariantCulture);

    public static string Hours(string byline) => "hours-byline-" + HashOf([byline]);

    /// <summary>Twelve hex digits of what makes a row the same row.</summary>
    public static string HashOf(IEnumerable<string> parts) => DecisionToMake.KeyOf("x", [string.Join('\n', parts)])[2..];

    /// <summary>The key in its parts; null when it is none.</summary>
    public static FindingKey? Parse(string key) => key.Split('-') switch
    {
        ["family", _] => new OfFamily(key),
        ["bylines", _] => new OfBylines(key),
        ["versions", var a, var b] when Whole(a) is { } first && Whole(b) is { } second => new OfVersions(first, second),
        ["claims", var left, var right, var row] when Numbers(left) is { Count: > 0 } lefts && Numbers(right) is { Count: > 0 } rights => new OfClaims(lefts, rights, row),
        ["hours", "account", var number] when Whole(number) is { } account => new OfAccountHours(account),
        ["hours", "byline", var hash] => new OfBylineHours(hash),
        _ => null,
    };

    private static List<int>? Numbers(string text)
    {
        var numbers = text.Split('.').Select(Whole).ToList();
        return numbers.Contains(null) ? null : [.. numbers.Select(number => number!.Value)];
    }

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
