using System.Text;

namespace Claque.Reading.Tables;

/// <summary>Takes the values out of a cell that holds several.</summary>
/// <remarks>
/// A cell that begins with <c>[</c> or <c>{</c> is a JSON or Python list: quoted with " or ', or bare words between commas; of
/// objects the most telling member is taken (of a link the expanded address, of a hashtag its text, of a mention the handle).
/// Any other cell is split at blanks, <c>|</c> and <c>;</c> – hashtags, mentions and media also at commas; links at a sign only
/// where another address follows. # and @ in front are taken off hashtags and mentions.
/// </remarks>
internal static class LooseLists
{
    private static readonly string[] LinkMembers = ["unwound_url", "expanded_url", "expandedUrl", "expanded", "url", "uri", "href", "link"];
    private static readonly string[] TagMembers = ["tag", "text", "name", "hashtag"];
    private static readonly string[] MentionMembers = ["username", "screen_name", "acct", "handle", "id_str", "id", "did", "name"];
    private static readonly string[] MediaMembers = ["hash", "phash", "media_key", "id_str", "id", "media_url_https", "media_url", "url"];

    /// <summary>Adds the values of a cell to a list of the post.</summary>
    public static void Add(PostRecord post, PostList list, ReadOnlySpan<byte> cell)
    {
        post.Give(list);
        cell = cell.Trim(" \t\r\n"u8);
        if (cell.IsEmpty) return;
        if (cell[0] is (byte)'[' or (byte)'{') AddWritten(post, list, cell);
        else if (list == PostList.Links || cell.IndexOf("://"u8) >= 0) SplitLinks(post, list, cell);
        else SplitWords(post, list, cell);
    }

    /// <summary>Adds one value without the sign in front.</summary>
    public static void AddOne(PostRecord post, PostList list, ReadOnlySpan<byte> value)
    {
        value = value.Trim(" \t\r\n"u8);
        if (list == PostList.Hashtags && value.StartsWith("#"u8)) value = value[1..];
        else if (list == PostList.Hashtags && value.StartsWith("＃"u8)) value = value["＃"u8.Length..];
        else if (list == PostList.Mentions && value.StartsWith("@"u8)) value = value[1..];
        if (!Cells.IsNothing(value)) post.Add(list, value);
    }

    /// <summary>Stands alone so that only lists of this kind cost an object.</summary>
    private static void AddWritten(PostRecord post, PostList list, ReadOnlySpan<byte> cell) =>
        new LooseParser(cell, Members(list)).Parse(value => AddOne(post, list, Encoding.UTF8.GetBytes(value)));

    private static string[] Members(PostList list) => list switch
    {
        PostList.Links => LinkMembers,
        PostList.Hashtags => TagMembers,
        PostList.Mentions => MentionMembers,
        _ => MediaMembers,
    };

    private static void SplitWords(PostRecord post, PostList list, ReadOnlySpan<byte> cell)
    {
        foreach (var range in cell.SplitAny(" ,;|\t\r\n"u8)) AddOne(post, list, cell[range]);
    }

    private static void SplitLinks(PostRecord post, PostList list, ReadOnlySpan<byte> cell)
    {
        var start = 0;
        for (var i = 1; i < cell.Length; i++)
        {
            var blank = cell[i] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r';
            var sign = cell[i] is (byte)',' or (byte)';' or (byte)'|';
            if (!blank && !(sign && AddressFollows(cell[(i + 1)..]))) continue;
            AddLink(post, list, cell[start..i]);
            start = i + 1;
        }

        AddLink(post, list, cell[start..]);
    }

    private static void AddLink(PostRecord post, PostList list, ReadOnlySpan<byte> link) => AddOne(post, list, link.Trim(",;|"u8));

    private static bool AddressFollows(ReadOnlySpan<byte> rest)
    {
        rest = rest.TrimStart(" \t"u8);
        return rest.IsEmpty || rest.StartsWith("http"u8) || rest.StartsWith("www."u8);
    }
}
