using System.Text.Json;
using Claque.Reading.Json;

namespace Claque.Reading.Formats;

/// <summary>Links, hashtags, mentions and media as X lists them beside the text.</summary>
internal static class XEntities
{
    /// <summary>Of a post of API version 2.</summary>
    public static void V2(JsonElement content, PostRecord record)
    {
        foreach (var key in content.Part("attachments", "media_keys").Items()) record.Add(PostList.Media, key.Utf8());
        var entities = content.Part("entities");
        if (entities.ValueKind != JsonValueKind.Object) return;
        Give(record);
        foreach (var url in entities.Part("urls").Items())
            if (url.TextOf("media_key") is null) AddLink(record, url.TextOf("unwound_url") ?? url.TextOf("expanded_url") ?? url.TextOf("url"));
        foreach (var tag in entities.Part("hashtags").Items()) record.Add(PostList.Hashtags, tag.Part("tag").Utf8());
        foreach (var mention in entities.Part("mentions").Items()) record.Add(PostList.Mentions, mention.Part("username").Or(mention.Part("id")).Utf8());
    }

    /// <summary>Of a post of API version 1.1.</summary>
    public static void V1(JsonElement content, PostRecord record)
    {
        var extended = content.Part("extended_tweet");
        var pictures = extended.Part("extended_entities", "media");
        if (pictures.ValueKind != JsonValueKind.Array) pictures = content.Part("extended_entities", "media");
        foreach (var picture in pictures.Items()) record.Add(PostList.Media, picture.Part("id_str").Or(picture.Part("media_url_https")).Utf8());
        var entities = extended.Part("entities");
        if (entities.ValueKind != JsonValueKind.Object) entities = content.Part("entities");
        if (entities.ValueKind != JsonValueKind.Object) return;
        Give(record);
        foreach (var url in entities.Part("urls").Items()) AddLink(record, url.TextOf("expanded_url") ?? url.TextOf("url"));
        foreach (var tag in entities.Part("hashtags").Items()) record.Add(PostList.Hashtags, tag.Part("text").Utf8());
        foreach (var mention in entities.Part("user_mentions").Items()) record.Add(PostList.Mentions, mention.Part("screen_name").Or(mention.Part("id_str")).Utf8());
    }

    /// <summary>A post's own attachments are no links: the quoted post stands among them.</summary>
    private static void AddLink(PostRecord record, string? link)
    {
        if (link is null) return;
        var quoted = record.Text(PostField.QuoteOf);
        if (quoted.Length > 0 && link.Contains("/status/" + quoted, StringComparison.Ordinal)) return;
        record.Add(PostList.Links, link);
    }

    private static void Give(PostRecord record)
    {
        record.Give(PostList.Links);
        record.Give(PostList.Hashtags);
        record.Give(PostList.Mentions);
    }
}
