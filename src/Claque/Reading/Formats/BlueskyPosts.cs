using System.Collections.Immutable;
using System.Text.Json;
using Claque.Reading.Json;
using Claque.Reading.Times;

namespace Claque.Reading.Formats;

/// <summary>Posts as Bluesky's application servers give them: one by one, or in the pages of a feed or a search.</summary>
/// <remarks>A feed says of a post who reposted it, and when: such an item is read as the repost.</remarks>
internal sealed class BlueskyPosts : JsonShape
{
    public static readonly JsonFormat Format = new()
    {
        Name = "bluesky-posts",
        Description = "Bluesky posts from its public interface (getPosts, searchPosts, feeds)",
        RecognisedBy = "objects with uri, author.did, record; or pages with posts or feed",
        Fits = paths => paths.Has("uri", "author.did", "record.text") || paths.Has("posts[].author.did") || paths.Has("feed[].post.author.did") || paths.Has("post.author.did", "post.record.text") ? 1 : 0,
        Shape = _ => new BlueskyPosts(),
    };

    /// <inheritdoc/>
    public override ImmutableArray<KeyValuePair<string, string>> Mapping { get; } =
    [
        new(MapFields.Id, "uri"), new(MapFields.Account, "author.did"), new(MapFields.Handle, "author.handle"), new(MapFields.Name, "author.displayName"),
        new(MapFields.Time, "uri, else record.createdAt"), new(MapFields.Text, "record.text"), new(MapFields.Link, "record.facets, record.embed.external.uri"),
        new(MapFields.Reshare, "reason"), new(MapFields.Reply, "record.reply.parent.uri"), new(MapFields.Quote, "record.embed.record.uri"),
        new(MapFields.Hashtags, "record.facets, record.tags"), new(MapFields.Mentions, "record.facets"), new(MapFields.Media, "record.embed images and video"),
        new(MapFields.Language, "record.langs"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<JsonElement> PostsIn(JsonElement value, string path)
    {
        var list = value.Part("posts").ValueKind == JsonValueKind.Array ? value.Part("posts") : value.Part("feed");
        return list.ValueKind == JsonValueKind.Array ? list.Items() : [value];
    }

    /// <inheritdoc/>
    public override Found Fill(JsonElement post, PostRecord record, Intake intake)
    {
        var reason = post.Part("reason");
        if (post.Part("post").ValueKind == JsonValueKind.Object) post = post.Part("post");
        var reposter = reason.Part("by");
        var (isRepost, author) = (reposter.ValueKind == JsonValueKind.Object, reposter.ValueKind == JsonValueKind.Object ? reposter : post.Part("author"));
        record.Platform = Platforms.Bluesky;
        record.Set(PostField.Account, author.Part("did").Utf8());
        record.Set(PostField.Handle, author.Part("handle").Utf8());
        record.Set(PostField.Name, author.Part("displayName").Utf8());
        if (isRepost)
        {
            record.IsReshare = true;
            record.Set(PostField.Id, reason.Part("uri").Utf8());
            record.Set(PostField.ReshareOf, post.Part("uri").Utf8());
            return Finish(record, intake, "reason.by.did", reason.Part("indexedAt").Utf8(), "reason.indexedAt");
        }

        record.Set(PostField.Id, post.Part("uri").Utf8());
        BlueskyRecords.FillPost(post.Part("record"), record);
        return Finish(record, intake, "author.did", post.Part("record", "createdAt").Or(post.Part("indexedAt")).Utf8(), "record.createdAt");
    }
}
