namespace Claque.Web;

internal sealed record OverviewPage(
    string Question, long Posts, int Accounts, string? First, string? Last, IReadOnlyList<DayRow> Days, IReadOnlyList<Tally> Platforms,
    IReadOnlyList<Tally> Languages, IReadOnlyList<TopObject> Objects, Health Health, IReadOnlyList<Receipt> Sources, RunBrief? Run,
    string ErrorControl, bool IsValidated, IReadOnlyList<GroupRow> Findings, int Groups, int Dismissed, IReadOnlyList<string> Notes,
    IReadOnlyList<Layer> Layers, int Surfaced);

internal sealed record TopObject(string Behaviour, string Name, int Accounts, long CoActs, string Href);

internal sealed record Layer(
    string Behaviour, double WindowS, long Acts, int Accounts, int Objects, int Pairs, int HubObjects, long HubActs, long CoarseActs, string Refused);

internal sealed record Health(
    IReadOnlyList<Tally> Precisions, long CoarsePosts, long RejectedRows, long KnownRows, long WithoutId, long WithoutText, long TimesFromId,
    double LongestGapS, string? GapFrom, string? GapTo, int IncompleteSources, IReadOnlyList<Finding> Sentences);
