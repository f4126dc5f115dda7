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
        else FillPost(content, record);
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

    private static void FillPost(JsonElement content, PostRecord record)
    {
        record.Set(PostField.Text, content.Part("text").Utf8());
        record.Set(PostField.Language, content.Part("langs").Items().Select(lang => lang.AsText()).FirstOrDefault());
        record.Set(PostField.ReplyTo, content.Part("reply", "parent").Part("uri").Utf8());
        var embed = content.Part("embed");
        var quoted = embed.Part("record");
        record.Set(PostField.QuoteOf, quoted.Part("uri").Or(quoted.Part("record").Part("uri")).Utf8());
        BlueskyFacets.Read(content, record);
        var media = embed.Part("media").ValueKind == JsonValueKind.Object ? embed.Part("media") : embed;
        record.Add(PostList.Links, media.Part("external").Part("uri").Utf8());
        foreach (var image in media.Part("images").Items()) record.Add(PostList.Media, HashOf(image.Part("image")));
        record.Add(PostList.Media, HashOf(media.Part("video")));
    }

    /// <summary>A blob is named by the hash of its content: the same picture has the same name wherever it is posted.</summary>
    private static string? HashOf(JsonElement blob) => blob.Part("ref").TextOf("$link") ?? blob.TextOf("cid");
}
