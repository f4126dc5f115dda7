using System.Globalization;
using System.Text;
using Claque.Cases;

namespace Claque.Reports.Sections;

/// <summary>Names of the places in the report that can be cited.</summary>
internal static class Anchor
{
    /// <summary><c>group-3</c>, or <c>group-link-3</c> for a group of one behaviour.</summary>
    public static string Group(GroupView group) => "group-" + Key(group);

    /// <summary><c>exhibit-3-2</c>: the second exhibit of group 3.</summary>
    public static string Exhibit(GroupView group, int number) =>
        "exhibit-" + Key(group) + "-" + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What stands after "Group" in a heading: <c>3</c>, <c>link-3</c>.</summary>
    public static string Key(GroupView group) =>
        (group.Behaviour.Length == 0 ? "" : Slug(group.Behaviour) + "-") + group.Number.ToString(CultureInfo.InvariantCulture);

    // A behaviour may be named by a column of the user: what is not a letter or digit of ASCII becomes its number.
    private static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c) || c == '-') slug.Append(c);
            else slug.Append(CultureInfo.InvariantCulture, $"_{(int)c:x}");
        }

        return slug.ToString();
    }
}
