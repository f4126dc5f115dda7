namespace Claque.Web;

internal sealed record StartPage(
    string Version, CaseBrief? Case, IReadOnlyList<Format> Formats, IReadOnlyList<StagedFile> Files, IReadOnlyList<JobState> Jobs, string Folder,
    IReadOnlyList<string> Cases, string DemoFolder);

internal sealed record Format(string Name, string Description, string RecognisedBy);

internal sealed record OpenCase(string Path);

internal sealed record NewCase(string Path, string Question, bool Pseudonymise);

internal sealed record StagedFile(
    string Id, string Name, long Bytes, bool Recognised, string Format, string Description, double Score, string RunnerUp, string Encoding,
    string Delimiter, bool Compressed, IReadOnlyList<FieldColumn> Mapping, IReadOnlyList<string> Fields, IReadOnlyList<string> Columns,
    IReadOnlyList<PreviewRow> Rows, long RowsSampled, string? First, string? Last, string Precision, string TimeZone,
    IReadOnlyList<string> Behaviours, IReadOnlyList<string> Problems, FileMapping Asked, string Error, string KnownAs, string Sha256, int Articles);

internal sealed record FieldColumn(string Field, string Column);

internal sealed record PreviewRow(long Line, IReadOnlyList<FieldValue> Values, string Rejected);

internal sealed record FieldValue(string Field, string Value);

internal sealed record FileMapping(
    string Format, IReadOnlyList<FieldColumn> Map, IReadOnlyList<string> ObjectColumns, string TimeFormat, string TimeZone, string Delimiter);

internal sealed record JobList(IReadOnlyList<JobState> Jobs);

internal sealed record JobState(
    string Id, string Kind, string Title, string State, string Stage, long Done, long? Total, string Unit, double PerSecond, string Started,
    double ElapsedS, string Error, Receipt? Receipt, int? Run, string Href, bool CanCancel);

internal sealed record Receipt(
    int Source, string File, string Sha256, long Bytes, string Format, string Mapping, long Rows, long PostsNew, long PostsKnown, long RowsRejected,
    long RowsAdding, long RowsSkipped, bool WasComplete, bool Complete, string Reason, string? First, string? Last, string Precision,
    IReadOnlyList<Reject> Rejects, IReadOnlyList<string> Notes, int Articles);

internal sealed record Reject(string Kind, long Count, string Example, long Line);

internal sealed record DetectPage(
    DetectSettings Defaults, IReadOnlyList<BehaviourWord> Behaviours, long Posts, IReadOnlyList<RunBrief> Runs);

internal sealed record DetectSettings(
    IReadOnlyList<string> Behaviours, double[] WindowsS, int? MinWeight, double? Alpha, int? Seed, bool Test);

internal sealed record SourceList(IReadOnlyList<Receipt> Sources);

internal sealed record RejectList(IReadOnlyList<RejectedLine> Rows, string? Next, long Total);

internal sealed record RejectedLine(long Line, string Kind, string Reason, string Excerpt);

internal sealed record FileList(IReadOnlyList<StagedFile> Files);
