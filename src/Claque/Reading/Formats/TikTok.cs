using System.Collections.Immutable;
using System.Text.Json;
using Claque.Reading.Json;

namespace Claque.Reading.Formats;

/// <summary>Videos of TikTok: pages of its research interface, or items as its pages hold them. The sound of a video is its medium.</summary>
internal sealed class TikTok : JsonShape
{
    public static readonly JsonFormat Format = new()
    {
        Name = "tiktok",
        Description = "TikTok videos: pages of the Research API, or items as web pages hold them",
        RecognisedBy = "data.videos; or objects with video_description, create_time, username; or with desc, createTime, author.uniqueId",
        Fits = paths => paths.Has("data.videos[].id") || paths.Has("video_description", "create_time", "username") || paths.Has("desc", "createTime", "author.uniqueId") ? 1 : 0,
        Shape = _ => new TikTok(),
    };

    /// <inheritdoc/>
    public override ImmutableArray<KeyValuePair<string, string>> Mapping { get; } =
    [
        new(MapFields.Id, "id"), new(MapFields.Account, "username, or author.uniqueId"), new(MapFields.Time, "create_time, or createTime"),
        new(MapFields.Text, "video_description, or desc"), new(MapFields.Hashtags, "hashtag_names, or challenges"), new(MapFields.Media, "music_id, or music.id"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<JsonElement> PostsIn(JsonElement value, string path) =>
        value.Part("data", "videos") is { ValueKind: JsonValueKind.Array } videos ? videos.Items() : [value];

    /// <inheritdoc/>
    public override Found Fill(JsonElement post, PostRecord record, Intake intake) => FillVideo(post, record, intake);

    /// <summary>Reads a video.</summary>
    public static Found FillVideo(JsonElement video, PostRecord record, Intake intake)
    {
        var author = video.Part("author");
        record.Platform = "tiktok";
        record.Set(PostField.Id, video.Part("id").Utf8());
        record.Set(PostField.Account, video.Part("username").Or(author.Part("uniqueId")).Or(author).Utf8());
        record.Set(PostField.Name, author.Part("nickname").Utf8());
        record.Set(PostField.Text, video.Part("video_description").Or(video.Part("desc")).Utf8());
        record.Give(PostList.Hashtags);
        foreach (var name in video.Part("hashtag_names").Items()) record.Add(PostList.Hashtags, name.Utf8());
        foreach (var challenge in video.Part("challenges").Items()) record.Add(PostList.Hashtags, challenge.Part("title").Utf8());
        record.Add(PostList.Media, video.Part("music_id").Or(video.Part("music", "id")).Utf8());
        return Finish(record, intake, "username", video.Part("create_time").Or(video.Part("createTime")).Utf8(), "create_time");
    }
}
