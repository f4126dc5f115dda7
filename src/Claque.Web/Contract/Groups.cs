namespace Claque.Web;

internal sealed record GroupList(
    RunBrief? Run, IReadOnlyList<GroupRow> Groups, long Total, int Shown, GroupFilter Filter, IReadOnlyList<string> Tags);

internal sealed record GroupFilter(string Status, string Tier, string Behaviour, string Tag, string Sort);

internal sealed record GroupRow(
    string Key, string Href, int Number, string Behaviour, string Sentence, string Tier, double? Q, double? P, int Accounts, int Pairs,
    double Density, int Objects, long Weight, double MedianGapS, string First, string Last, IReadOnlyList<string> Behaviours,
    IReadOnlyList<string> Languages, string Status, IReadOnlyList<string> Tags, int Notes, bool Explained, IReadOnlyList<Account> Members);

internal sealed record GroupPage(
    RunBrief Run, GroupRow Group, IReadOnlyList<string> Claims, IReadOnlyList<string> NotClaimed, IReadOnlyList<string> Readings, string TierMeaning,
    string ErrorControl, bool IsValidated, double? Alpha, string ExpectedFalse, double? PSmallest, double? QLargest, int PairsNamed, int PairsWeak,
    int JointPosts, long Posts, Sensitivity? Sensitivity, IReadOnlyList<Member> Members, IReadOnlyList<SharedObject> Objects, int MembersTotal,
    int ObjectsTotal, Timeline Timeline, int ExhibitsTotal, IReadOnlyList<GroupRow> ByBehaviour, IReadOnlyList<Decision> Decisions,
    IReadOnlyList<Note> Notes, int InReport, string? Previous, string? Next);

internal sealed record Sensitivity(string Sentence, string Caution, IReadOnlyList<SensitivityRow> Rows);

internal sealed record SensitivityRow(string Kind, string Setting, int Members, int Named, int Weak, int Parts, double Q, bool Holds);

internal sealed record Member(
    Account Account, int Ties, int JointPosts, long Posts, double JointShare, string Tier, double? Q, long FirstIn, long CoActs);

internal sealed record SharedObject(
    string Behaviour, string Name, int Accounts, long CoActs, string First, string Last, double SpreadS, int Index);

internal sealed record Timeline(
    IReadOnlyList<Account> Accounts, IReadOnlyList<TimelineObject> Objects, int[] Row, double[] TimeMs, int[] Object, long[] Post, int LeftOut,
    string Coarsest);

internal sealed record TimelineObject(string Behaviour, string Name, int Marks);

internal sealed record Note(int Id, string Time, string Text);

internal sealed record MemberList(IReadOnlyList<Member> Members, long Total, string? Next);

internal sealed record ObjectList(IReadOnlyList<SharedObject> Objects, long Total, string? Next);

internal sealed record ExhibitList(GroupRow? Group, IReadOnlyList<Exhibit> Exhibits, long Total, string? Next);

internal sealed record Exhibit(
    string Key, string Behaviour, string Object, string Same, double GapS, string Gap, string Likeness, Post A, Post B, bool InReport);

internal sealed record PairList(IReadOnlyList<PairRow> Pairs, long Total, string? Next);

internal sealed record PairRow(
    Account A, Account B, string Behaviour, double WindowS, long Weight, long CoActs, int PostsA, int PostsB, double MeanGapS, double MedianGapS,
    long AFirst, long BFirst, double? P, double? Q, string Tier, string Group);
