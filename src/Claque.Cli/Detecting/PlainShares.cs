using System.Globalization;
using System.Text;
using Claque.Conformance;
using Claque.Reading;

namespace Claque.Cli.Detecting;

/// <summary>Reads a plain table of shares row by row, repeats and rows without an object included, as the established tools see it.</summary>
internal static class PlainShares
{
    /// <summary>The shares in the order of the file; none when the file has no object column.</summary>
    public static Shares Read(FilePosts file, CancellationToken stop)
    {
        var shares = new Shares();
        file.ReadAll(post =>
        {
            if (!post.IsGiven(PostList.Objects)) return;
            var id = post.Has(PostField.Id) ? post[PostField.Id] : Encoding.UTF8.GetBytes("line " + post.Line.ToString(CultureInfo.InvariantCulture));
            var any = false;
            for (var i = 0; i < post.CountOf(PostList.Objects); i++)
            {
                if (post.ColumnOf(PostList.Objects, i).Length > 0) continue;
                any = true;
                shares.Add(post.ValueOf(PostList.Objects, i), post[PostField.Account], id, post.TimeUs);
            }

            if (!any) shares.Add([], post[PostField.Account], id, post.TimeUs);
        }, stop);
        return shares;
    }
}
