using System.Collections.Immutable;
using System.Text.Json;
using Claque.Reading.Json;

namespace Claque.Reading.Formats;

/// <summary>Comments under videos of YouTube: pages of its interface, or the comments that yt-dlp saves with a video.</summary>
/// <remarks>A comment replies to another comment or to the video. What yt-dlp has of times it reckons from words such as "2 weeks ago": they are taken for days.</remarks>
internal sealed class YouTubeComments : JsonShape
{
    public static readonly JsonFormat Format = new()
    {
        Name = "youtube-comments",
        Description = "YouTube comments: pages of the Data API (commentThreads, comments), or .info.json files of yt-dlp",
        RecognisedBy = "items with snippet.topLevelComment or snippet.textOriginal; or comments with author_id, text, timestamp",
        Fits = paths => paths.Has("items[].snippet.topLevelComment.id") || paths.Has("items[].snippet.textOriginal", "items[].snippet.authorDisplayName")
            || paths.Has("snippet.topLevelComment.id") || paths.Has("comments[].author_id", "comments[].timestamp", "comments[].text") ? 1 : 0,
        Shape = _ => new YouTubeComments(),
    };

    private string? _video;

    /// <inheritdoc/>
    public override ImmutableArray<KeyValuePair<string, string>> Mapping { get; } =
    [
        new(MapFields.Id, "id"), new(MapFields.Account, "authorChannelId.value, or author_id"), new(MapFields.Name, "authorDisplayName, or author"),
        new(MapFields.Time, "publishedAt; the day of timestamp"), new(MapFields.Text, "textOriginal, or text"), new(MapFields.Reply, "parentId, else videoId"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<JsonElement> PostsIn(JsonElement value, string path)
    {
        _video = value.TextOf("id");
        var saved = value.Part("comments");
        if (saved.ValueKind == JsonValueKind.Array) return saved.Items();
        var items = value.Part("items");
        return items.ValueKind == JsonValueKind.Array ? items.Items().SelectMany(CommentsIn) : CommentsIn(value);
    }

    /// <summary>A thread holds its first comment and some of the answers.</summary>
    private static IEnumerable<JsonElement> CommentsIn(JsonElement item)
    {
        var first = item.Part("snippet", "topLevelComment");
        return first.ValueKind == JsonValueKind.Object ? item.Part("replies", "comments").Items().Prepend(first) : [item];
    }

    /// <inheritdoc/>
    public override Found Fill(JsonElement post, PostRecord record, Intake intake)
    {
        record.Platform = "youtube";
        record.Set(PostField.Id, post.Part("id").Utf8());
        var comment = post.Part("snippet");
        if (comment.ValueKind != JsonValueKind.Object) return FillSaved(post, record, intake);
        record.Set(PostField.Account, comment.Part("authorChannelId", "value").Utf8());
        record.Set(PostField.Name, comment.Part("authorDisplayName").Utf8());
        record.Set(PostField.Text, comment.Part("textOriginal").Or(comment.Part("textDisplay")).Utf8());
        record.Set(PostField.ReplyTo, comment.Part("parentId").Or(comment.Part("videoId")).Utf8());
        return Finish(record, intake, "authorChannelId.value", comment.Part("publishedAt").Utf8(), "publishedAt");
    }

    private Found FillSaved(JsonElement comment, PostRecord record, Intake intake)
    {
        record.Set(PostField.Account, comment.Part("author_id").Utf8());
        record.Set(PostField.Name, comment.Part("author").Utf8());
        record.Set(PostField.Text, comment.Part("text").Utf8());
        record.Set(PostField.ReplyTo, comment.TextOf("parent") is { } parent and not "root" ? parent : _video);
        var found = Finish(record, intake, "author_id", comment.Part("timestamp").Utf8(), "timestamp");
        record.Precision = TimePrecision.Day;
        return found;
    }
}
