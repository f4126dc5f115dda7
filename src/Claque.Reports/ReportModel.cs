using System.Collections.Immutable;
using Claque.Cases;
using Claque.Reports.Exhibits;

namespace Claque.Reports;

/// <summary>All that a report shows: one run on one case, with the groups it found and the posts that prove them.</summary>
/// <param name="Case">The case.</param>
/// <param name="Figures">The case in figures.</param>
/// <param name="Sources">Imported files, in order of import.</param>
/// <param name="Run">The run that is reported.</param>
/// <param name="Groups">
/// Groups in the order in which they are shown: first those over all behaviours (<see cref="GroupView.Behaviour"/> empty),
/// then those of single behaviours.
/// </param>
public sealed record ReportModel(
    CaseView Case, CaseFigures Figures, ImmutableArray<SourceView> Sources, RunView Run, ImmutableArray<ReportGroup> Groups)
{
    /// <summary>Groups over all behaviours that the run found, shown or not; null when all are shown.</summary>
    public int? GroupsFound { get; init; }

    /// <summary>Groups over all behaviours that the investigator has dismissed: they are not among <see cref="Groups"/>.</summary>
    public int GroupsDismissed { get; init; }

    /// <summary>The title in place of the question of the case; empty for the question.</summary>
    public string Title { get; init; } = "";

    /// <summary>What the investigator writes before everything else, as paragraphs; none for nothing.</summary>
    public ImmutableArray<string> Introduction { get; init; } = [];

    /// <summary>Exhibits that are not posts side by side, in order; they have a section of their own, after all groups.</summary>
    public ImmutableArray<FindingExhibit> Exhibits { get; init; } = [];

    /// <summary>Exhibits that were chosen and then dismissed: they are not among <see cref="Exhibits"/>.</summary>
    public int ExhibitsDismissed { get; init; }

    /// <summary>Accounts that are worth a look and that nothing names; they have a section of their own, after all groups.</summary>
    public ImmutableArray<SurfacedView> Surfaced { get; init; } = [];

    /// <summary>Further sections, such as an audit or a sensitivity table, shown between the groups and the limits.</summary>
    public ImmutableArray<ReportSection> Sections { get; init; } = [];

    /// <summary>Commands that repeat the run from the source files, one a line, in order.</summary>
    public ImmutableArray<string> Commands { get; init; } = [];

    /// <summary>
    /// True when account names in this model are keyed hashes. The report says so and leaves out addresses and ids of
    /// posts; the names themselves must have been replaced by whoever made the model.
    /// </summary>
    public bool Pseudonymised { get; init; }

    /// <summary>Groups over all behaviours.</summary>
    public IEnumerable<ReportGroup> GroupsOverAll => Groups.Where(group => group.Group.Behaviour.Length == 0);

    /// <summary>Groups of single behaviours.</summary>
    public IEnumerable<ReportGroup> GroupsByBehaviour => Groups.Where(group => group.Group.Behaviour.Length > 0);

    /// <summary>
    /// True when the run states no error rate: no pair of the report carries a p-value or, where no pair is shown, the
    /// sentence on error control is empty or says so.
    /// </summary>
    public bool Unvalidated => Groups.Any(group => group.Pairs.Length > 0)
        ? Groups.All(group => group.Pairs.All(pair => pair.P is null))
        : Run.ErrorControl.Length == 0 || Run.ErrorControl.Contains("unvalidated", StringComparison.OrdinalIgnoreCase);
}

/// <summary>One group with what is shown of it. Totals count what the case holds, shown or not.</summary>
/// <param name="Group">The group.</param>
/// <param name="Pairs">Its strongest pairs, strongest first.</param>
/// <param name="PairsTotal">Pairs that the case holds for it, counted per behaviour and window.</param>
/// <param name="Exhibits">Posts side by side, most telling first.</param>
/// <param name="ExhibitsTotal">Exhibits that the case holds for it.</param>
/// <param name="Timeline">Acts of its members on the objects they share, in any order.</param>
public sealed record ReportGroup(
    GroupView Group, ImmutableArray<PairView> Pairs, long PairsTotal, ImmutableArray<ExhibitView> Exhibits,
    long ExhibitsTotal, ImmutableArray<TimelineAct> Timeline)
{
    /// <summary>How it fares under other settings, the run as it was made first; empty when that was not looked at.</summary>
    public ImmutableArray<SensitivityView> Sensitivity { get; init; } = [];
}

/// <summary>One act on the timeline of a group.</summary>
/// <param name="Account">Who.</param>
/// <param name="TimeUs">When, µs since 1970, UTC.</param>
/// <param name="Behaviour">On what kind of object.</param>
/// <param name="ObjectName">On which object.</param>
public sealed record TimelineAct(AccountView Account, long TimeUs, string Behaviour, string ObjectName);

/// <summary>When and by which version the report was written.</summary>
/// <param name="WrittenUtc">When.</param>
/// <param name="ClaqueVersion">By which version.</param>
public sealed record ReportStamp(DateTimeOffset WrittenUtc, string ClaqueVersion);

/// <summary>A further section of the report: plain text and tables, never markup.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Blocks">What it holds, in order.</param>
public sealed record ReportSection(string Title, ImmutableArray<ReportBlock> Blocks);

/// <summary>A part of a section or an exhibit: a <see cref="Paragraph"/>, a <see cref="ReportTable"/>, a <see cref="CommandBlock"/>, or one of those that exhibits have.</summary>
public abstract record ReportBlock;

/// <summary>A paragraph of plain text.</summary>
/// <param name="Text">The text.</param>
public sealed record Paragraph(string Text) : ReportBlock;

/// <summary>A command to repeat, as it is typed.</summary>
/// <param name="Command">The command.</param>
public sealed record CommandBlock(string Command) : ReportBlock;

/// <summary>A table of plain texts.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">Headings, in order.</param>
/// <param name="Rows">Rows; each as long as <paramref name="Columns"/>.</param>
public sealed record ReportTable(
    string Caption, ImmutableArray<ReportColumn> Columns, ImmutableArray<ImmutableArray<string>> Rows) : ReportBlock;

/// <summary>A column of a table.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Numeric">True to set its cells flush right.</param>
/// <param name="Wide">True where its texts may be long.</param>
public sealed record ReportColumn(string Title, bool Numeric = false, bool Wide = false);
