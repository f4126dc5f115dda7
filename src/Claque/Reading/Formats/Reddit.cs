using System.Collections.Immutable;
using System.Text.Json;
using Claque.Reading.Json;

namespace Claque.Reading.Formats;

/// <summary>Posts and comments of Reddit, as its dumps and its interface hold them. A crosspost passes on another post.</summary>
internal sealed class Reddit : JsonShape
{
    public static readonly JsonFormat Format = new()
    {
        Name = "reddit",
        Description = "Reddit posts or comments as JSON Lines (dumps) or listings",
        RecognisedBy = "objects with author, created_utc, subreddit and a title or a body",
        Fits = paths => paths.Has("author", "created_utc", "subreddit") && (paths.Has("title") || paths.Has("body")) || paths.Has("data.children[].data.subreddit") ? 1 : 0,
        Shape = _ => new Reddit(),
    };

    /// <inheritdoc/>
    public override ImmutableArray<KeyValuePair<string, string>> Mapping { get; } =
    [
        new(MapFields.Id, "t3_id of posts, t1_id of comments"), new(MapFields.Account, "author"), new(MapFields.Time, "created_utc"),
        new(MapFields.Text, "title and selftext, or body"), new(MapFields.Link, "url of posts that link elsewhere"),
        new(MapFields.Reshare, "crosspost_parent"), new(MapFields.Reply, "parent_id"), new(MapFields.Url, "permalink"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<JsonElement> PostsIn(JsonElement value, string path) =>
        value.Part("data", "children") is { ValueKind: JsonValueKind.Array } children ? children.Items().Select(child => child.Part("data")) : [value];

    /// <inheritdoc/>
    public override Found Fill(JsonElement post, PostRecord record, Intake intake)
    {
        if (post.TextOf("author") is "[deleted]" or "[removed]")
        {
            intake.Skip("post of a deleted account");
            return Found.NotAPost;
        }

        var body = post.Part("body");
        record.Platform = "reddit";
        record.Set(PostField.Account, post.Part("author").Utf8());
        if (post.TextOf("id") is { } id) record.Set(PostField.Id, (body.ValueKind == JsonValueKind.String ? "t1_" : "t3_") + id);
        record.Set(PostField.Url, post.Part("permalink").Utf8());
        if (body.ValueKind == JsonValueKind.String)
        {
            record.Set(PostField.Text, body.Utf8());
            record.Set(PostField.ReplyTo, post.Part("parent_id").Or(post.Part("link_id")).Utf8());
        }
        else
        {
            FillPost(post, record);
        }

        return Finish(record, intake, "author", post.Part("created_utc").Utf8(), "created_utc");
    }

    private static void FillPost(JsonElement post, PostRecord record)
    {
        var (title, selftext) = (post.TextOf("title"), post.TextOf("selftext"));
        record.Set(PostField.Text, selftext is null or "[removed]" or "[deleted]" ? title : $"{title}\n\n{selftext}");
        if (post.TextOf("crosspost_parent") is { } original)
        {
            record.IsReshare = true;
            record.Set(PostField.ReshareOf, original);
        }

        // The address of a post that is only text is its own, that of a crosspost the original's.
        record.Give(PostList.Links);
        var isOwn = post.IsTrue("is_self") || (post.TextOf("permalink") is { } permalink && post.TextOf("url")?.EndsWith(permalink, StringComparison.Ordinal) == true);
        if (!isOwn && !record.IsReshare) record.Add(PostList.Links, post.Part("url").Utf8());
    }
}
