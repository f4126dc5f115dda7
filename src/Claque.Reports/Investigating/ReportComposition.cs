using System.Collections.Immutable;

namespace Claque.Reports;

/// <summary>What an investigator chose and wrote for a report. Empty: the report as the run gives it.</summary>
public sealed record ReportComposition
{
    /// <summary>Title in place of the question of the case; empty for the question.</summary>
    public string Title { get; init; } = "";

    /// <summary>Paragraphs before everything else.</summary>
    public ImmutableArray<string> Introduction { get; init; } = [];

    /// <summary>
    /// Exhibits in the order in which they are to stand. Groups of which any are chosen come first and show these alone; the
    /// others show their strongest.
    /// </summary>
    public ImmutableArray<ChosenExhibit> Exhibits { get; init; } = [];

    /// <summary>True to show only groups that were kept.</summary>
    public bool OnlyKept { get; init; }
}

/// <summary>An exhibit that was chosen.</summary>
/// <param name="GroupKey">Its group, by <see cref="Cases.GroupView.Key"/>.</param>
/// <param name="Key">The exhibit, by <see cref="Cases.ExhibitView.Key"/>.</param>
/// <param name="Comment">What is to stand beside it; may be empty.</param>
public sealed record ChosenExhibit(string GroupKey, string Key, string Comment);
