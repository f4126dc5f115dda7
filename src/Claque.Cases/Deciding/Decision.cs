using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Claque.Cases;

/// <summary>What can be decided about a group, a family of articles or a pair of bylines: a finding.</summary>
public static class DecisionWords
{
    /// <summary>The group is a finding.</summary>
    public const string Keep = "keep";

    /// <summary>The group is no finding, for the reason given: it is left out of reports.</summary>
    public const string Dismiss = "dismiss";

    /// <summary>The group is open again.</summary>
    public const string Reopen = "reopen";

    /// <summary>A note is added.</summary>
    public const string Note = "note";

    /// <summary>A note is taken away.</summary>
    public const string RemoveNote = "remove-note";

    /// <summary>A tag is added.</summary>
    public const string Tag = "tag";

    /// <summary>A tag is taken away.</summary>
    public const string Untag = "untag";

    /// <summary>An earlier decision is taken back.</summary>
    public const string Undo = "undo";

    /// <summary>All words but <see cref="Undo"/>.</summary>
    public static readonly ImmutableArray<string> All = [Keep, Dismiss, Reopen, Note, RemoveNote, Tag, Untag];
}

/// <summary>A line of the log of decisions.</summary>
/// <param name="Number">From 1, in order of time.</param>
/// <param name="TimeUtc">When.</param>
/// <param name="Action">One of <see cref="DecisionWords"/>.</param>
/// <param name="GroupKey">The group, by <see cref="GroupView.Key"/>, or another finding by <see cref="DecisionToMake.KeyOf"/>.</param>
/// <param name="Members">Its members at that time: accounts as platform:id, articles by id, bylines by name.</param>
/// <param name="Text">The reason, the note or the tag; empty for other actions.</param>
/// <param name="About">The note removed or the decision undone; null for other actions.</param>
public sealed record DecisionView(
    int Number, DateTimeOffset TimeUtc, string Action, string GroupKey, ImmutableArray<string> Members, string Text, int? About);

/// <summary>A decision to be added to the log.</summary>
/// <param name="Action">One of <see cref="DecisionWords.All"/>.</param>
/// <param name="Key">What it is about; see <see cref="KeyOf"/>.</param>
/// <param name="Members">Its members now.</param>
/// <param name="Text">The reason of a dismissal, the note or the tag.</param>
/// <param name="About">The note that is removed.</param>
public sealed record DecisionToMake(string Action, string Key, ImmutableArray<string> Members, string Text = "", int? About = null)
{
    /// <summary>A decision about a group of accounts.</summary>
    public DecisionToMake(string action, GroupView group, string text = "", int? about = null)
        : this(action, (group ?? throw new ArgumentNullException(nameof(group))).Key, [.. group.Members.Select(member => member.Account.Key).Order(StringComparer.Ordinal)], text, about)
    {
    }

    /// <summary>The key of a finding that is no group: its kind, and a hash of its members in any order, so that it is the same whenever the same is found.</summary>
    /// <param name="kind">A word such as <c>family</c>.</param>
    /// <param name="members">Ids of its members.</param>
    public static string KeyOf(string kind, IEnumerable<string> members)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', members.Order(StringComparer.Ordinal))));
        return $"{kind}-{Convert.ToHexStringLower(hash.AsSpan(0, 6))}";
    }
}

/// <summary>Where a group stands after all decisions.</summary>
/// <param name="Status"><c>new</c>, <c>kept</c> or <c>dismissed</c>.</param>
/// <param name="Reason">Why it was dismissed; empty when it is not.</param>
/// <param name="Tags">Its tags, in the order in which they were given.</param>
/// <param name="Notes">Its notes, oldest first.</param>
public sealed record GroupState(string Status, string Reason, ImmutableArray<string> Tags, ImmutableArray<DecisionView> Notes)
{
    /// <summary>Nothing was decided.</summary>
    public static readonly GroupState New = new("new", "", [], []);

    /// <summary>True when it is left out of reports.</summary>
    public bool IsDismissed => Status == "dismissed";
}
