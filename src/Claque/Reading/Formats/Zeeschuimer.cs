using System.Collections.Immutable;
using System.Text.Json;
using Claque.Reading.Json;
using Claque.Reading.Times;

namespace Claque.Reading.Formats;

/// <summary>Items that the browser extension Zeeschuimer took from pages, alone or as 4CAT keeps them. Those of X and of TikTok are read; others are counted.</summary>
internal sealed class Zeeschuimer : JsonShape
{
    public static readonly JsonFormat Format = new()
    {
        Name = "zeeschuimer",
        Description = "Items of X and TikTok collected with Zeeschuimer, as NDJSON, or with 4CAT",
        RecognisedBy = "objects with source_platform, item_id, data; or with __import_meta.source_platform",
        Fits = paths => paths.Has("source_platform", "item_id", "data") || paths.Has("__import_meta.source_platform") ? 1 : 0,
        Shape = _ => new Zeeschuimer(),
    };

    /// <inheritdoc/>
    public override ImmutableArray<KeyValuePair<string, string>> Mapping { get; } =
    [
        new(MapFields.Id, "rest_id, or id"), new(MapFields.Account, "legacy.user_id_str, or author.uniqueId"), new(MapFields.Handle, "screen_name"),
        new(MapFields.Name, "name, or author.nickname"), new(MapFields.Time, "id, else legacy.created_at; or createTime"),
        new(MapFields.Text, "note_tweet, else legacy.full_text; or desc"), new(MapFields.Link, "legacy.entities.urls"),
        new(MapFields.Reshare, "legacy.retweeted_status_result"), new(MapFields.Reply, "legacy.in_reply_to_status_id_str"),
        new(MapFields.Quote, "legacy.quoted_status_id_str"), new(MapFields.Hashtags, "legacy.entities.hashtags, or challenges"),
        new(MapFields.Mentions, "legacy.entities.user_mentions"), new(MapFields.Media, "legacy.extended_entities.media, or music.id"),
        new(MapFields.Language, "legacy.lang"),
    ];

    /// <inheritdoc/>
    public override Found Fill(JsonElement post, PostRecord record, Intake intake)
    {
        var platform = post.TextOf("source_platform") ?? post.Part("__import_meta").TextOf("source_platform") ?? "";
        var item = post.Part("data") is { ValueKind: JsonValueKind.Object } data ? data : post;
        switch (platform)
        {
            case "twitter.com" or "x.com":
                return FillX(item, record, intake);
            case "tiktok.com":
                return TikTok.FillVideo(item, record, intake);
            default:
                intake.Skip(platform.Length > 0 ? $"item of {platform}" : "item of no platform");
                return Found.NotAPost;
        }
    }

    private static Found FillX(JsonElement item, PostRecord record, Intake intake)
    {
        if (item.Part("tweet").ValueKind == JsonValueKind.Object) item = item.Part("tweet"); // Posts with limited visibility are wrapped once more.
        var (legacy, user) = (item.Part("legacy"), item.Part("core", "user_results").Part("result"));
        record.Platform = Platforms.X;
        record.Set(PostField.Id, item.Part("rest_id").Or(legacy.Part("id_str")).Utf8());
        record.Set(PostField.Account, legacy.Part("user_id_str").Or(user.Part("rest_id")).Utf8());
        record.Set(PostField.Handle, user.Part("core", "screen_name").Or(user.Part("legacy", "screen_name")).Utf8());
        record.Set(PostField.Name, user.Part("core", "name").Or(user.Part("legacy", "name")).Utf8());
        record.Set(PostField.Language, legacy.Part("lang").Utf8());
        record.Set(PostField.ReplyTo, legacy.Part("in_reply_to_status_id_str").Utf8());
        record.Set(PostField.QuoteOf, legacy.Part("quoted_status_id_str").Utf8());
        var content = item;
        if (legacy.Part("retweeted_status_result", "result") is { ValueKind: JsonValueKind.Object } original)
        {
            record.IsReshare = true;
            record.Set(PostField.ReshareOf, original.Part("rest_id").Or(original.Part("tweet", "rest_id")).Utf8());
            content = original.Part("tweet").ValueKind == JsonValueKind.Object ? original.Part("tweet") : original;
        }

        var note = content.Part("note_tweet", "note_tweet_results").Part("result", "text");
        record.Set(PostField.Text, note.Or(content.Part("legacy", "full_text")).Utf8());
        XEntities.V1(content.Part("legacy"), record);
        return Finish(record, intake, "legacy.user_id_str", legacy.Part("created_at").Utf8(), "legacy.created_at");
    }
}
