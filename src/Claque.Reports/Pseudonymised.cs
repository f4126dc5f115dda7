using Claque.Cases;

namespace Claque.Reports;

/// <summary>Replaces accounts by keyed hashes in all that a report or an export shows.</summary>
public static class Pseudonymised
{
    /// <summary>The model with every account replaced; texts stay as they are and may still name people.</summary>
    public static ReportModel Of(ReportModel model, Pseudonyms pseudonyms)
    {
        AccountView Hide(AccountView account) => Account(account, pseudonyms);
        return model with
        {
            Pseudonymised = true,
            Surfaced = [.. model.Surfaced.Select(one => Surfaced(one, pseudonyms))],
            Groups =
            [
                .. model.Groups.Select(shown => shown with
                {
                    Group = Group(shown.Group, pseudonyms),
                    Pairs = [.. shown.Pairs.Select(pair => Pair(pair, pseudonyms))],
                    Exhibits = [.. shown.Exhibits.Select(exhibit => Exhibit(exhibit, pseudonyms))],
                    Timeline = [.. shown.Timeline.Select(point => point with { Account = Hide(point.Account) })],
                }),
            ],
        };
    }

    /// <summary>The surfaced account under its pseudonym.</summary>
    public static SurfacedView Surfaced(SurfacedView one, Pseudonyms pseudonyms) => one with { Account = Account(one.Account, pseudonyms) };

    /// <summary>The account under its pseudonym.</summary>
    public static AccountView Account(AccountView account, Pseudonyms pseudonyms) =>
        new(account.Number, account.Platform, pseudonyms.Of(account), "", "");

    /// <summary>The exhibit with both accounts under their pseudonyms, and without what leads to the posts on the platform.</summary>
    public static ExhibitView Exhibit(ExhibitView exhibit, Pseudonyms pseudonyms)
    {
        PostView Hide(PostView post) => post with { Account = Account(post.Account, pseudonyms), NativeId = "", Url = "" };
        return exhibit with { A = Hide(exhibit.A), B = Hide(exhibit.B) };
    }

    /// <summary>The pair with both accounts under their pseudonyms.</summary>
    public static PairView Pair(PairView pair, Pseudonyms pseudonyms) =>
        pair with { A = Account(pair.A, pseudonyms), B = Account(pair.B, pseudonyms) };

    /// <summary>The group with its members under their pseudonyms.</summary>
    public static GroupView Group(GroupView group, Pseudonyms pseudonyms) =>
        group with { Members = [.. group.Members.Select(member => member with { Account = Account(member.Account, pseudonyms) })] };
}
