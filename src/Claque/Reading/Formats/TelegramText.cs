using System.Text;
using System.Text.Json;
using Claque.Reading.Json;

namespace Claque.Reading.Formats;

/// <summary>A Telegram message's text: a string, or a list of strings and marked parts.</summary>
internal static class TelegramText
{
    /// <summary>Sets the text and adds links, hashtags and mentions from the marked parts.</summary>
    public static void Read(JsonElement post, PostRecord record)
    {
        var text = post.Part("text");
        if (text.ValueKind == JsonValueKind.Array) record.Set(PostField.Text, Joined(text));
        else record.Set(PostField.Text, text.Utf8());
        var parts = post.Part("text_entities");
        if (parts.ValueKind != JsonValueKind.Array) parts = text;
        record.Give(PostList.Links);
        record.Give(PostList.Hashtags);
        record.Give(PostList.Mentions);
        foreach (var part in parts.Items()) Add(part, record);
    }

    private static string Joined(JsonElement parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts.Items()) text.Append(part.AsText() ?? part.TextOf("text"));
        return text.ToString();
    }

    private static void Add(JsonElement part, PostRecord record)
    {
        var text = part.TextOf("text");
        switch (part.TextOf("type"))
        {
            case "link":
                record.Add(PostList.Links, text);
                break;
            case "text_link":
                record.Add(PostList.Links, part.Part("href").Utf8());
                break;
            case "hashtag":
                record.Add(PostList.Hashtags, text?.TrimStart('#'));
                break;
            case "mention":
                record.Add(PostList.Mentions, text?.TrimStart('@'));
                break;
            case "mention_name":
                record.Add(PostList.Mentions, part.TextOf("user_id") ?? text);
                break;
        }
    }
}
