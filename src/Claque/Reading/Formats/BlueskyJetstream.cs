using System.Collections.Immutable;
using System.Text.Json;
using Claque.Reading.Json;
using Claque.Reading.Times;

namespace Claque.Reading.Formats;

/// <summary>Events of Bluesky's Jetstream in both wire forms. Posts and reposts are read; everything else is counted and left out.</summary>
/// <remarks>The time is that of the record key; <c>createdAt</c>, which the author's program sets freely, is compared with it.</remarks>
internal sealed class BlueskyJetstream : JsonShape
{
    public static readonly JsonFormat Format = new()
    {
        Name = "bluesky-jetstream",
        Description = "Bluesky Jetstream events, version 1 or 2, as JSON Lines",
        RecognisedBy = "objects with did, time_us, kind; or with $type message and a payload",
        Fits = paths => paths.Has("did", "time_us", "kind") || paths.Has("$type", "payload.$type", "payload.did") ? 1 : 0,
        Shape = _ => new BlueskyJetstream(),
    };

    private const string Posts = "app.bsky.feed.post";
    private const string Reposts = "app.bsky.feed.repost";

    /// <inheritdoc/>
    public override ImmutableArray<KeyValuePair<string, string>> Mapping { get; } =
    [
        new(MapFields.Id, "at://did/collection/rkey"), new(MapFields.Account, "did"), new(MapFields.Time, "rkey, else record.createdAt"),
        new(MapFields.Text, "record.text"), new(MapFields.Link, "record.facets, record.embed.external.uri"),
        new(MapFields.Reshare, "record.subject.uri of reposts"), new(MapFields.Reply, "record.reply.parent.uri"),
        new(MapFields.Quote, "record.embed.record.uri"), new(MapFields.Hashtags, "record.facets, record.tags"),
        new(MapFields.Mentions, "record.facets"), new(MapFields.Media, "record.embed images and video"), new(MapFields.Language, "record.langs"),
    ];

    /// <inheritdoc/>
    public override Found Fill(JsonElement post, PostRecord record, Intake intake)
    {
        var second = post.Part("payload");
        var did = (second.ValueKind == JsonValueKind.Object ? second : post).TextOf("did");
        var commit = second.ValueKind == JsonValueKind.Object ? second : post.Part("commit");
        var kind = KindOf(post, second, commit);
        if (kind is not (Posts or Reposts))
        {
            intake.Skip(kind);
            return Found.NotAPost;
        }

        var (content, key) = (commit.Part("record"), commit.TextOf("rkey") ?? "");
        record.Platform = Platforms.Bluesky;
        record.Set(PostField.Id, $"at://{did}/{kind}/{key}");
        record.Set(PostField.Account, did);
        if (kind == Reposts) FillRepost(content, record);
        else BlueskyRecords.FillPost(content, record);
        var time = content.Part("createdAt").Or(post.Part("time_us").Or(second.Part("time"))).Utf8();
        return Finish(record, intake, "did", time, "createdAt");
    }

    /// <summary>The collection where a post or repost was made; else a word for what the event is.</summary>
    private static string KindOf(JsonElement first, JsonElement second, JsonElement commit)
    {
        var kind = first.TextOf("kind");
        if (second.ValueKind == JsonValueKind.Object) kind = second.TextOf("$type") is { } type ? type[(type.LastIndexOf('#') + 1)..] : null;
        if (kind != "commit") return kind ?? "event without a kind";
        var collection = commit.TextOf("collection") ?? "";
        var what = collection[(collection.LastIndexOf('.') + 1)..];
        var operation = commit.TextOf("operation") ?? "create";
        if (operation != "create") return $"{operation} of a {what}";
        return collection is Posts or Reposts ? collection : what;
    }

    private static void FillRepost(JsonElement content, PostRecord record)
    {
        record.IsReshare = true;
        record.Set(PostField.ReshareOf, content.Part("subject").Part("uri").Utf8());
    }
}
