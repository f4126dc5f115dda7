using System.Collections.Immutable;
using System.Text.Json;
using Claque.Reading.Json;
using Claque.Reading.Times;

namespace Claque.Reading.Formats;

/// <summary>Posts of Twitter's API version 1.1, one object each, as streams and older collections hold them.</summary>
internal sealed class XApiV1 : JsonShape
{
    public static readonly JsonFormat Format = new()
    {
        Name = "x-v1",
        Description = "Twitter API v1.1 posts as JSON Lines or a JSON list",
        RecognisedBy = "objects with id_str and user.id_str",
        Fits = paths => paths.Has("id_str", "user.id_str") ? 1 : paths.Has("id_str", "user.id") ? 0.6 : 0,
        Shape = _ => new XApiV1(),
    };

    /// <inheritdoc/>
    public override ImmutableArray<KeyValuePair<string, string>> Mapping { get; } =
    [
        new(MapFields.Id, "id_str"), new(MapFields.Account, "user.id_str"), new(MapFields.Handle, "user.screen_name"),
        new(MapFields.Name, "user.name"), new(MapFields.Time, "id_str, else created_at"),
        new(MapFields.Text, "extended_tweet.full_text, else full_text, else text"), new(MapFields.Link, "entities.urls"),
        new(MapFields.Reshare, "retweeted_status.id_str"), new(MapFields.Reply, "in_reply_to_status_id_str"),
        new(MapFields.Quote, "quoted_status_id_str"), new(MapFields.Hashtags, "entities.hashtags"),
        new(MapFields.Mentions, "entities.user_mentions"), new(MapFields.Media, "extended_entities.media"), new(MapFields.Language, "lang"),
        new(MapFields.Client, "source"),
    ];

    /// <inheritdoc/>
    public override Found Fill(JsonElement post, PostRecord record, Intake intake)
    {
        if (post.TextOf("id_str") is not { } id) return Message(post, intake);
        var (user, original) = (post.Part("user"), post.Part("retweeted_status"));
        record.Platform = Platforms.X;
        record.Set(PostField.Id, id);
        record.Set(PostField.Account, user.Part("id_str").Or(user.Part("id")).Utf8());
        record.Set(PostField.Handle, user.Part("screen_name").Utf8());
        record.Set(PostField.Name, user.Part("name").Utf8());
        record.Set(PostField.Language, post.Part("lang").Utf8());
        record.Set(PostField.Client, WithoutTags(post.TextOf("source")));
        record.Set(PostField.ReplyTo, post.Part("in_reply_to_status_id_str").Utf8());
        record.Set(PostField.QuoteOf, post.Part("quoted_status_id_str").Utf8());
        var content = post;
        if (original.ValueKind == JsonValueKind.Object)
        {
            record.IsReshare = true;
            record.Set(PostField.ReshareOf, original.Part("id_str").Utf8());
            content = original;
        }

        record.Set(PostField.Text, content.Part("extended_tweet").Part("full_text").Or(content.Part("full_text").Or(content.Part("text"))).Utf8());
        XEntities.V1(content, record);
        return Finish(record, intake, "user.id_str", post.Part("created_at").Or(post.Part("timestamp_ms")).Utf8(), "created_at");
    }

    /// <summary>Streams carry deletions, limits and warnings between the posts.</summary>
    private static Found Message(JsonElement value, Intake intake)
    {
        var names = value.EnumerateObject().Select(member => member.Name).Take(2).ToArray();
        if (names is [var kind])
        {
            intake.Skip(kind);
            return Found.NotAPost;
        }

        intake.Refuse("id missing", "the object has no id_str, which every post of this format has.");
        return Found.Refused;
    }

    /// <summary>The client is written as a link: its text is the name.</summary>
    private static string? WithoutTags(string? source)
    {
        if (source is null || !source.StartsWith('<')) return source;
        var (start, end) = (source.IndexOf('>', StringComparison.Ordinal), source.LastIndexOf('<'));
        return start >= 0 && end > start ? source[(start + 1)..end] : source;
    }
}
