namespace Claque.Web;

internal sealed record AccountList(IReadOnlyList<AccountRow> Accounts, long Total, string? Next);

internal sealed record AccountRow(
    Account Account, string Tier, double? Q, GroupLink? Group, IReadOnlyList<string> Behaviours, int Ties, long Weight, int JointPosts, long Posts);

internal sealed record GroupLink(string Key, string Href, int Number, string Status);

internal sealed record AccountPage(
    Account Account, AccountRow? Row, IReadOnlyList<NameSeen> Names, long Posts, string? First, string? Last, IReadOnlyList<Tally> Languages,
    IReadOnlyList<Tally> Clients, long Reshares, long Replies, int[] Hours, long HoursKnown, IReadOnlyList<SharedObject> Objects,
    IReadOnlyList<Partner> Partners, int PartnersTotal, IReadOnlyList<GroupRow> Groups, RhythmOf Rhythm,
    Choice Choice, IReadOnlyList<SurfacedRow> Surfaced);

internal sealed record SurfacedPage(
    string Title, string Meaning, IReadOnlyList<SurfacedTier> Tiers, IReadOnlyList<SurfacedRow> Accounts, long Total, string? Next);

internal sealed record SurfacedTier(string Tier, string Caption, string Meaning, int Accounts);

internal sealed record SurfacedRow(Account Account, string Tier, int? Circle, IReadOnlyList<string> Behaviours, string Why);

internal sealed record NameSeen(string Handle, string Name, string First, string Last);

internal sealed record Partner(
    Account Account, string Tier, double? Q, double? P, long Weight, long CoActs, IReadOnlyList<string> Behaviours, double MedianGapS, long FirstIn,
    string Group);

internal sealed record PostList(IReadOnlyList<Post> Posts, string? Next, long? Total);

internal sealed record PartnerList(IReadOnlyList<Partner> Partners, long Total, string? Next);
