using System.Text.Json;
using Claque.Reading.Json;

namespace Claque.Reading.Formats;

/// <summary>What Bluesky keeps of a post, the same wherever it is read.</summary>
internal static class BlueskyRecords
{
    /// <summary>Fills a post from its record.</summary>
    public static void FillPost(JsonElement content, PostRecord record)
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
