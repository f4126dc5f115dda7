using System.Globalization;
using System.Text;
using Claque.Conformance;
using Claque.Reading;
using Claque.Tracing;

namespace Claque.Cli.Detecting;

/// <summary>Reads the rows of a file as a plain table of shares, for the counts of the established tools.</summary>
internal static class PlainShares
{
    /// <summary>True for behaviours whose objects stand in the rows as they are.</summary>
    public static bool CanRead(Behaviour behaviour) =>
        behaviour == Behaviour.Object || behaviour == Behaviour.Reshare || behaviour == Behaviour.Reply || IsColumn(behaviour);

    /// <summary>The shares of a behaviour, in the order of the file. Without one: objects where the file has them, else reshares.</summary>
    public static Shares Read(FilePosts file, Behaviour? asked, CancellationToken stop)
    {
        var shares = new Shares();
        var behaviour = asked;
        file.ReadAll(post =>
        {
            behaviour ??= post.CountOf(PostList.Objects) > 0 || post.IsGiven(PostList.Objects) ? Behaviour.Object : Behaviour.Reshare;
            var id = post.Has(PostField.Id) ? post[PostField.Id] : Encoding.UTF8.GetBytes("line " + post.Line.ToString(CultureInfo.InvariantCulture));
            var account = post[PostField.Account];
            if (behaviour == Behaviour.Reshare) Add(post[PostField.ReshareOf]);
            else if (behaviour == Behaviour.Reply) Add(post[PostField.ReplyTo]);
            else AddObjects(post, behaviour.Value == Behaviour.Object ? "" : behaviour.Value.Name["column:".Length..]);

            void Add(ReadOnlySpan<byte> obj) => shares.Add(obj, post[PostField.Account], post.Has(PostField.Id) ? post[PostField.Id] : Encoding.UTF8.GetBytes("line " + post.Line.ToString(CultureInfo.InvariantCulture)), post.TimeUs);

            void AddObjects(PostRecord of, string column)
            {
                var any = false;
                for (var i = 0; i < of.CountOf(PostList.Objects); i++)
                {
                    if (!string.Equals(of.ColumnOf(PostList.Objects, i), column, StringComparison.OrdinalIgnoreCase)) continue;
                    any = true;
                    Add(of.ValueOf(PostList.Objects, i));
                }

                if (!any) Add([]);
            }
        }, stop);
        return shares;
    }

    private static bool IsColumn(Behaviour behaviour) => behaviour.Name.StartsWith("column:", StringComparison.Ordinal);
}
