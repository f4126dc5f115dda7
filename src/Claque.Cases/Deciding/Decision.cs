using System.Collections.Immutable;

namespace Claque.Cases;

/// <summary>What can be decided about a group.</summary>
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
/// <param name="GroupKey">The group, by <see cref="GroupView.Key"/>.</param>
/// <param name="Members">Its members at that time, as platform:id.</param>
/// <param name="Text">The reason, the note or the tag; empty for other actions.</param>
/// <param name="About">The note removed or the decision undone; null for other actions.</param>
public sealed record DecisionView(
    int Number, DateTimeOffset TimeUtc, string Action, string GroupKey, ImmutableArray<string> Members, string Text, int? About);

/// <summary>A decision to be added to the log.</summary>
/// <param name="Action">One of <see cref="DecisionWords.All"/>.</param>
/// <param name="Group">The group.</param>
/// <param name="Text">The reason of a dismissal, the note or the tag.</param>
/// <param name="About">The note that is removed.</param>
public sealed record DecisionToMake(string Action, GroupView Group, string Text = "", int? About = null);

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
