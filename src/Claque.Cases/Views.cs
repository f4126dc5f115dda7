using System.Collections.Immutable;
using Claque.Reading;

namespace Claque.Cases;

/// <summary>What a case says about itself.</summary>
/// <param name="Path">The case file.</param>
/// <param name="Question">What the investigator wants to know, in his words; may be empty.</param>
/// <param name="CreatedUtc">When the case was made.</param>
/// <param name="ClaqueVersion">Version that made it.</param>
/// <param name="Pseudonymise">True when exports and reports replace handles by keyed hashes unless told otherwise.</param>
public sealed record CaseView(string Path, string Question, DateTimeOffset CreatedUtc, string ClaqueVersion, bool Pseudonymise);

/// <summary>One imported file.</summary>
/// <param name="Number">From 1, in order of import.</param>
/// <param name="FileName">Name without folder.</param>
/// <param name="Sha256">Hash of the bytes of the file, lower-case hex.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="Format">Format it was recognised as.</param>
/// <param name="Mapping">Which column feeds which field: <c>account=user_id</c> …</param>
/// <param name="RowsRead">Rows read, usable or not.</param>
/// <param name="PostsNew">Posts that the case did not have.</param>
/// <param name="PostsKnown">Rows whose post the case already had.</param>
/// <param name="RowsRejected">Rows that could not be used.</param>
/// <param name="Complete">False when the import was interrupted: importing the file again goes on.</param>
/// <param name="FirstUs">Earliest time, µs since 1970; null when it holds no post.</param>
/// <param name="LastUs">Latest time.</param>
/// <param name="Precision">Coarsest clock step among its posts.</param>
/// <param name="Rejects">Rejected rows by kind, most frequent first.</param>
public sealed record SourceView(
    int Number, string FileName, string Sha256, long Bytes, string Format, string Mapping, long RowsRead, long PostsNew,
    long PostsKnown, long RowsRejected, bool Complete, long? FirstUs, long? LastUs, TimePrecision Precision,
    ImmutableArray<RejectCount> Rejects)
{
    /// <summary>True for a file of articles: it has no posts to count.</summary>
    public bool HoldsArticles => Format.StartsWith("articles: ", StringComparison.Ordinal);

    /// <summary>Why the file could not be read to its end; empty when it was, or when the import was only interrupted.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What the reader had to say about the file, as sentences.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}

/// <summary>How often rows were rejected for one reason, with an example.</summary>
public sealed record RejectCount(string Kind, long Count, string Example, long ExampleLine);

/// <summary>The case in figures.</summary>
/// <param name="Posts">Number of posts.</param>
/// <param name="Accounts">Number of accounts.</param>
/// <param name="FirstUs">Earliest time; null when empty.</param>
/// <param name="LastUs">Latest time.</param>
/// <param name="Platforms">Posts by platform.</param>
/// <param name="Languages">Posts by language, most first.</param>
/// <param name="Precisions">Posts by clock step.</param>
/// <param name="PostsPerDay">Posts by UTC day, in order, days without posts left out: (µs of the day's start, posts).</param>
public sealed record CaseFigures(
    long Posts, long Accounts, long? FirstUs, long? LastUs, ImmutableArray<Tally> Platforms, ImmutableArray<Tally> Languages,
    ImmutableArray<Tally> Precisions, ImmutableArray<DayCount> PostsPerDay);

/// <summary>A name and how often it occurs.</summary>
public sealed record Tally(string Name, long Count);

/// <summary>Posts of one UTC day.</summary>
public sealed record DayCount(long DayUs, long Posts);

/// <summary>An account as shown.</summary>
/// <param name="Number">Row id in the case.</param>
/// <param name="Platform">Platform; may be empty.</param>
/// <param name="NativeId">Id on the platform.</param>
/// <param name="Handle">Last handle seen; may be empty.</param>
/// <param name="Name">Last display name seen; may be empty.</param>
public sealed record AccountView(long Number, string Platform, string NativeId, string Handle, string Name)
{
    /// <summary>What people read: the handle where there is one, else the id.</summary>
    public string Label => Handle.Length > 0 ? Handle : NativeId;

    /// <summary>Platform and id: <c>x:17</c>, or the id alone where the platform is not known.</summary>
    public string Key => Platform.Length > 0 ? Platform + ":" + NativeId : NativeId;
}

/// <summary>A post as shown in an exhibit, with where it came from.</summary>
/// <param name="Number">Row id in the case.</param>
/// <param name="Account">Who posted.</param>
/// <param name="NativeId">Id on the platform; may be empty.</param>
/// <param name="TimeUs">µs since 1970, UTC.</param>
/// <param name="Precision">Clock step.</param>
/// <param name="Text">Text as published; may be empty.</param>
/// <param name="Links">Links as they stand in the source.</param>
/// <param name="Url">Where the post can be seen; may be empty. Never made clickable without the user's doing.</param>
/// <param name="SourceFile">File it was read from.</param>
/// <param name="Line">Line (or record number) in that file.</param>
public sealed record PostView(
    long Number, AccountView Account, string NativeId, long TimeUs, TimePrecision Precision, string Text,
    ImmutableArray<string> Links, string Url, string SourceFile, long Line)
{
    /// <summary>Language as the source names it; may be empty.</summary>
    public string Language { get; init; } = "";

    /// <summary>Number of the file it was read from.</summary>
    public int SourceNumber { get; init; }
}

/// <summary>One run of the detection as stored, with all that is needed to repeat it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="StartedUtc">When.</param>
/// <param name="ClaqueVersion">Version that ran.</param>
/// <param name="OptionsJson">Every option, as JSON with sorted keys.</param>
/// <param name="Seed">Seed of everything random.</param>
/// <param name="InputSha256">Hash over the hashes of the sources it ran on.</param>
/// <param name="ErrorControl">The sentence on error control that stands in every output.</param>
/// <param name="Layers">What was looked at, per behaviour and window.</param>
/// <param name="Notes">What was counted, left out or refused, as sentences.</param>
public sealed record RunView(
    int Number, DateTimeOffset StartedUtc, string ClaqueVersion, string OptionsJson, ulong Seed, string InputSha256,
    string ErrorControl, ImmutableArray<LayerView> Layers, ImmutableArray<string> Notes);

/// <summary>One behaviour at one window within a run.</summary>
/// <param name="Refused">Why the window was not used for these data; empty when it was.</param>
public sealed record LayerView(
    string Behaviour, double WindowS, long Acts, long Accounts, long Objects, long Pairs, int HubObjects, long HubActs,
    long CoarseActs, string Refused);

/// <summary>A pair as stored.</summary>
/// <param name="WindowS">Seconds.</param>
/// <param name="P">p-value; null when the run made no test.</param>
/// <param name="Q">After false-discovery control; null when the run made no test.</param>
/// <param name="Tier"><c>named</c>, <c>weak</c>, <c>lead</c>, <c>at_publication</c> or empty.</param>
public sealed record PairView(
    AccountView A, AccountView B, string Behaviour, double WindowS, int Weight, long CoActs, int PostsA, int PostsB,
    double MeanGapS, double MedianGapS, long AFirst, long BFirst, double? P, double? Q, string Tier);

/// <summary>An account that is worth a look and that nothing names, as stored.</summary>
/// <param name="Account">The account.</param>
/// <param name="Tier"><c>at_publication</c> or <c>lead</c>.</param>
/// <param name="Circle">Number of its circle; null at publication.</param>
/// <param name="Behaviours">Where it shows.</param>
/// <param name="Why">What was seen, in a sentence.</param>
public sealed record SurfacedView(AccountView Account, string Tier, int? Circle, ImmutableArray<string> Behaviours, string Why);

/// <summary>A group as stored. Behaviour is empty for the groups over all behaviours.</summary>
public sealed record GroupView(
    int Number, string Behaviour, ImmutableArray<string> Behaviours, int PairCount, double Density, long Weight, int Objects,
    double MedianGapS, long FirstUs, long LastUs, string Tier, ImmutableArray<MemberView> Members, ImmutableArray<string> Readings)
{
    /// <summary>
    /// Depends on nothing but who the members are: the same group has one key in every run of the case. 16 hex digits. Under
    /// pseudonyms it is another.
    /// </summary>
    public string Key => Grouping.Grouping.IdOf(Members.Select(member => member.Account.Key));
}

/// <summary>A member of a group.</summary>
public sealed record MemberView(AccountView Account, int Ties, int JointPosts, int Posts, double JointShare);

/// <summary>Two posts side by side: why they count as together.</summary>
/// <param name="Behaviour">The behaviour.</param>
/// <param name="ObjectName">What they share: the canonical link, the reshared id, the text.</param>
/// <param name="A">One post.</param>
/// <param name="B">The other.</param>
/// <param name="GapS">B's time minus A's, seconds.</param>
public sealed record ExhibitView(string Behaviour, string ObjectName, PostView A, PostView B, double GapS)
{
    /// <summary>Names the exhibit within its case, whatever the run: the two posts and the behaviour.</summary>
    public string Key => $"{Math.Min(A.Number, B.Number)}-{Math.Max(A.Number, B.Number)}-{Behaviour}";

    /// <summary>What the investigator wrote beside it; empty for nothing.</summary>
    public string Comment { get; init; } = "";
}

/// <summary>A point of a group's timeline: an act of a member that is part of a co-act inside the group.</summary>
/// <param name="Account">The member, by its row id.</param>
/// <param name="TimeUs">When it posted.</param>
/// <param name="ObjectName">What it shared.</param>
/// <param name="Behaviour">The behaviour.</param>
/// <param name="Post">The post, by its row id.</param>
public sealed record TimelinePoint(long Account, long TimeUs, string ObjectName, string Behaviour, long Post);

/// <summary>How a group over all behaviours fares when the run is made in another way; the first of a group is the run as it was made.</summary>
/// <param name="Group">Number of the group.</param>
/// <param name="Kind"><c>as_run</c>, <c>windows</c>, <c>error_rate</c>, <c>behaviours</c> or <c>objects</c>: what the setting changes.</param>
/// <param name="Setting">The setting in words.</param>
/// <param name="Members">Members of the group.</param>
/// <param name="Named">Members that form a named pair with another member.</param>
/// <param name="Weak">Further members that form a weak pair with another member.</param>
/// <param name="Parts">Pieces into which those pairs tie them; 0 when none of the group stands.</param>
/// <param name="Q">Median over the members of their smallest q-value inside the group; 1 for a member without one.</param>
public sealed record SensitivityView(int Group, string Kind, string Setting, int Members, int Named, int Weak, int Parts, double Q)
{
    /// <summary>True when most of the members are still named and still tied together in one piece.</summary>
    public bool Holds => 2 * Named > Members && Parts == 1;
}

/// <summary>An audit as stored: what the test names in the same posts when every fine time is drawn anew.</summary>
/// <param name="Number">From 1, in order of the audits of the case.</param>
/// <param name="Run">The run with the same options; null when there was none.</param>
/// <param name="StartedUtc">When.</param>
/// <param name="ClaqueVersion">Version that ran.</param>
/// <param name="OptionsJson">Every option, as of a run.</param>
/// <param name="Seed">Seed of the redraws.</param>
/// <param name="InputSha256">Hash over the hashes of the sources it ran on.</param>
/// <param name="Rounds">One per redraw.</param>
public sealed record AuditView(
    int Number, int? Run, DateTimeOffset StartedUtc, string ClaqueVersion, string OptionsJson, ulong Seed, string InputSha256,
    ImmutableArray<AuditRoundView> Rounds)
{
    /// <summary>Accounts named per round, on average.</summary>
    public double MeanNamed => Rounds.IsEmpty ? 0 : Rounds.Average(round => round.Named);

    /// <summary>Rounds in which anybody was named.</summary>
    public int RoundsWithNamed => Rounds.Count(round => round.Named > 0);
}

/// <summary>One redraw.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Named">Accounts named, by chance.</param>
/// <param name="Weak">Accounts of the weak tier.</param>
/// <param name="NamedPairs">Pairs named.</param>
public sealed record AuditRoundView(int Number, int Named, int Weak, int NamedPairs);

/// <summary>How pairs are ordered.</summary>
public enum PairOrder
{
    /// <summary>Most shared objects first, then most co-acts.</summary>
    Weight,

    /// <summary>Smallest q-value first, then most shared objects; pairs without a test last.</summary>
    Evidence,

    /// <summary>By layer and accounts, as stored: the cheapest for very many pairs.</summary>
    Accounts,
}
