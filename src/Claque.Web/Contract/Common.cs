namespace Claque.Web;

internal sealed record Problem(string Type, string Title, int Status, string Detail);

internal sealed record Shell(
    string Version, CaseBrief? Case, IReadOnlyList<RunBrief> Runs, IReadOnlyList<JobState> Jobs, IReadOnlyList<BehaviourWord> Behaviours,
    IReadOnlyList<TierWord> Tiers);

internal sealed record CaseBrief(
    string Name, string Path, string Question, string Created, bool Pseudonymise, bool Writable, long Posts, int Accounts, int Sources,
    bool Searchable, int Groups, int Dismissed, int Articles);

internal sealed record RunBrief(int Number, string Started, string Version, int Groups, string ErrorControl, bool IsValidated);

internal sealed record BehaviourWord(string Name, string Same, string Objects);

internal sealed record TierWord(string Name, string Label, string Meaning);

internal sealed record Account(string Key, int Number, string Platform, string NativeId, string Handle, string Name, string Label);

internal sealed record TextPart(string Text, string Kind);

internal sealed record Post(
    int Number, string Href, Account Account, string NativeId, string Time, string Precision, string Language, string Text, int Cut,
    IReadOnlyList<TextPart> Parts, IReadOnlyList<string> Links, string Url, string Source, int SourceNumber, long Line);

internal sealed record Tally(string Name, long Count);

internal sealed record DayRow(string Day, long Posts);

internal sealed record Finding(string Text, string Href);
