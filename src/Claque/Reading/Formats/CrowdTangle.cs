using System.Collections.Immutable;
using Claque.Reading.Tables;

namespace Claque.Reading.Formats;

/// <summary>Tables of posts that CrowdTangle exported, of Facebook and of Instagram. The address of a post is its id; there is no other.</summary>
internal static class CrowdTangle
{
    /// <summary>Pages and groups.</summary>
    public static readonly TableFormat Facebook = new()
    {
        Name = "crowdtangle-facebook",
        Description = "CrowdTangle's tables of Facebook posts",
        RecognisedBy = "columns Facebook Id, Post Created, URL, Message, Link",
        Platform = "facebook",
        Needed = ["Facebook Id", "Post Created", "URL", "Message", "Link"],
        Columns =
        [
            (MapFields.Id, "URL"), (MapFields.Account, "Facebook Id"), (MapFields.Handle, "User Name"), (MapFields.Name, "Page Name|Group Name"),
            (MapFields.Time, "Post Created"), (MapFields.Text, "Message"), (MapFields.Link, "Final Link|Link"), (MapFields.Url, "URL"),
        ],
        Rule = LinkWithoutFinal,
    };

    /// <summary>Accounts of Instagram.</summary>
    public static readonly TableFormat Instagram = new()
    {
        Name = "crowdtangle-instagram",
        Description = "CrowdTangle's tables of Instagram posts",
        RecognisedBy = "columns Account, User Name, Post Created, URL, Photo, Description",
        Platform = "instagram",
        Needed = ["Account", "User Name", "Post Created", "URL", "Photo", "Description"],
        Columns =
        [
            (MapFields.Id, "URL"), (MapFields.Account, "User Name"), (MapFields.Handle, "User Name"), (MapFields.Name, "Account"),
            (MapFields.Time, "Post Created"), (MapFields.Text, "Description"), (MapFields.Url, "URL"),
        ],
    };

    /// <summary>The final link stands only where it is another than the link: a post has one of them, so that one link is not counted as two.</summary>
    private static RowRule LinkWithoutFinal(ImmutableArray<string> columns)
    {
        var (final, link) = (TablePlanner.Find(columns, "Final Link"), TablePlanner.Find(columns, "Link"));
        return (row, post, _) =>
        {
            if (final >= 0 && Cells.IsNothing(row[final]) && !Cells.IsNothing(row[link])) LooseLists.Add(post, PostList.Links, row[link]);
            return true;
        };
    }
}
