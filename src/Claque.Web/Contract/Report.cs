namespace Claque.Web;

internal sealed record ReportPage(
    ReportDraft Draft, IReadOnlyList<ReportExhibit> Exhibits, RunBrief? Run, IReadOnlyList<GroupRow> Groups, int Dismissed, string Sentence);

internal sealed record ReportDraft(
    string Title, string Introduction, IReadOnlyList<DraftExhibit> Exhibits, bool Pseudonymise, bool OnlyKept, int? Run);

internal sealed record DraftExhibit(string Exhibit, string Group, string Text);

internal sealed record ReportExhibit(string Key, GroupLink? Group, string Text, Exhibit? Exhibit, ReportFinding? Finding);

internal sealed record ReportFinding(string Kind, string Title, string Summary, string Href, string Status);

internal sealed record AddExhibit(string Group, string Exhibit, string Text);

internal sealed record Choice(string Exhibit, bool InReport);

internal sealed record ExportPage(
    IReadOnlyList<ExportFormat> Formats, long Posts, int Accounts, int Pairs, int Groups, int Dismissed, bool Pseudonymise, string Warning,
    IReadOnlyList<ExportFormat> ArticleFormats, int Articles, int? Families, int? BylinePairs, string ArticleWarning);

/// <summary>What was found is null where nobody has looked, and empty where nothing was found.</summary>
internal sealed record ArticleExportFile(
    string Version, bool Pseudonymised, IReadOnlyList<ArticleLink> Articles, IReadOnlyList<RelationRow>? Relations, IReadOnlyList<ExportedFamily>? Families,
    IReadOnlyList<BylineRow>? Bylines, IReadOnlyList<PersonaPair>? Pairs, int? PairsMade);

internal sealed record ExportedFamily(FamilyRow Family, int[] Members, IReadOnlyList<FamilyEdge> Edges, IReadOnlyList<MissingRow> Missing);

internal sealed record ExportFormat(string Name, string Label, string Description, string File);
