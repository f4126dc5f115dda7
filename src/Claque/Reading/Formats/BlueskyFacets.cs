using System.Text.Json;
using Claque.Reading.Json;

namespace Claque.Reading.Formats;

/// <summary>Links, hashtags and mentions that Bluesky keeps beside the text, placed by UTF-8 byte offsets.</summary>
internal static class BlueskyFacets
{
    /// <summary>Adds them in the order in which they stand in the text; those placed outside of it are no part of the post.</summary>
    public static void Read(JsonElement content, PostRecord record)
    {
        record.Give(PostList.Links);
        record.Give(PostList.Hashtags);
        record.Give(PostList.Mentions);
        var length = record[PostField.Text].Length;
        var facets = content.Part("facets").Items()
            .Select(facet => (Facet: facet, Start: Offset(facet, "byteStart"), End: Offset(facet, "byteEnd")))
            .Where(x => x.Start >= 0 && x.Start < x.End && x.End <= length)
            .OrderBy(x => x.Start);
        foreach (var (facet, _, _) in facets)
            foreach (var feature in facet.Part("features").Items()) Add(feature, record);
        foreach (var tag in content.Part("tags").Items()) record.Add(PostList.Hashtags, tag.Utf8());
    }

    private static void Add(JsonElement feature, PostRecord record)
    {
        switch (feature.TextOf("$type"))
        {
            case "app.bsky.richtext.facet#link":
                record.Add(PostList.Links, feature.Part("uri").Utf8());
                break;
            case "app.bsky.richtext.facet#tag":
                record.Add(PostList.Hashtags, feature.TextOf("tag")?.TrimStart('#', '＃'));
                break;
            case "app.bsky.richtext.facet#mention":
                record.Add(PostList.Mentions, feature.Part("did").Utf8());
                break;
        }
    }

    private static int Offset(JsonElement facet, string name) =>
        facet.Part("index", name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var offset) ? offset : -1;
}
