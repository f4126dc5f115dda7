namespace Claque.Web;

internal sealed record ReportPage(
    ReportDraft Draft, IReadOnlyList<ReportExhibit> Exhibits, RunBrief? Run, IReadOnlyList<GroupRow> Groups, int Dismissed, string Sentence);

internal sealed record ReportDraft(
    string Title, string Introduction, IReadOnlyList<DraftExhibit> Exhibits, bool Pseudonymise, bool OnlyKept, int? Run);

internal sealed record DraftExhibit(string Exhibit, string Group, string Text);

internal sealed record ReportExhibit(string Key, GroupLink? Group, string Text, Exhibit? Exhibit);

internal sealed record AddExhibit(string Group, string Exhibit, string Text);

internal sealed record ExportPage(
    IReadOnlyList<ExportFormat> Formats, long Posts, int Accounts, int Pairs, int Groups, int Dismissed, bool Pseudonymise, string Warning);

internal sealed record ExportFormat(string Name, string Label, string Description, string File);
