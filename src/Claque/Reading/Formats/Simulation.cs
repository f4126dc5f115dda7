using Claque.Reading.Tables;
using Claque.Tracing;

namespace Claque.Reading.Formats;

/// <summary>The posts that <c>claque simulate</c> writes: the column kind names the behaviour that the object feeds.</summary>
internal static class Simulation
{
    public static readonly TableFormat Format = new()
    {
        Name = "simulation",
        Description = "Posts made by 'claque simulate'",
        RecognisedBy = "columns post_id, account_id, object_id, kind, time, text",
        Needed = ["post_id", "account_id", "object_id", "kind", "time", "text"],
        Columns =
        [
            (MapFields.Id, "post_id"), (MapFields.Account, "account_id"), (MapFields.Time, "time"), (MapFields.Text, "text"),
        ],
        Rule = columns =>
        {
            var (kind, value) = (TablePlanner.Find(columns, "kind"), TablePlanner.Find(columns, "object_id"));
            return (row, post, intake) => Feed(row[kind], row[value], post, intake);
        },
    };

    /// <summary>Puts the object where its behaviour looks for it.</summary>
    private static bool Feed(ReadOnlySpan<byte> kind, ReadOnlySpan<byte> value, PostRecord post, Intake intake)
    {
        if (kind.SequenceEqual("reshare"u8))
        {
            post.IsReshare = true;
            return intake.SetReference(post, PostField.ReshareOf, value, "object_id");
        }

        if (kind.SequenceEqual("reply"u8)) return intake.SetReference(post, PostField.ReplyTo, value, "object_id");
        if (kind.SequenceEqual("link"u8) || kind.SequenceEqual("domain"u8)) LooseLists.Add(post, PostList.Links, value);
        else if (kind.SequenceEqual("hashtags"u8)) LooseLists.Add(post, PostList.Hashtags, value);
        else if (kind.SequenceEqual("mention"u8)) LooseLists.Add(post, PostList.Mentions, value);
        else if (kind.SequenceEqual("media"u8)) LooseLists.Add(post, PostList.Media, value);
        else if (kind.SequenceEqual("object"u8)) post.Add(PostList.Objects, value);
        else if (kind.StartsWith("column:"u8)) post.Add(PostList.Objects, value, System.Text.Encoding.UTF8.GetString(kind["column:"u8.Length..]));
        else if (!kind.IsEmpty && !kind.SequenceEqual("text"u8) && !kind.SequenceEqual("similar-text"u8) && !kind.SequenceEqual("post"u8))
            return intake.Refuse("kind not known", $"'kind' is {Intake.Quoted(kind)}, not a behaviour. Use one of {string.Join(", ", Behaviour.BuiltIn)}, or column:NAME.");
        return true;
    }
}
