using System.Collections.Immutable;
using System.Text.Json;
using Claque.Reading.Json;
using Claque.Reading.Times;

namespace Claque.Reading.Formats;

/// <summary>The result.json of Telegram Desktop: one chat, or all chats of an account.</summary>
/// <remarks>A message id counts within its chat only, so a post's id is <c>chat/message</c>. In a channel the channel is the account.</remarks>
internal sealed class TelegramExport(FileSample sample) : JsonShape
{
    public static readonly JsonFormat Format = new()
    {
        Name = "telegram",
        Description = "Telegram Desktop export (result.json) of one chat or of many",
        RecognisedBy = "an object with name, type, id, messages; or with chats.list",
        Fits = paths => paths.Has("messages[].id", "messages[].date", "messages[].type") || paths.Has("chats.list[].messages[].id") || paths.Has("left_chats.list[].messages[].id") ? 1
            : paths.Has("messages", "type", "id") ? 0.7 : 0,
        Shape = sample => new TelegramExport(sample),
    };

    private string _chat = "";
    private string _chatType = "";

    /// <inheritdoc/>
    public override ImmutableArray<KeyValuePair<string, string>> Mapping { get; } =
    [
        new(MapFields.Id, "chat id/message id"), new(MapFields.Account, "from_id; in channels the channel"), new(MapFields.Name, "from"),
        new(MapFields.Time, "date_unixtime, else date"), new(MapFields.Text, "text"), new(MapFields.Link, "text_entities"),
        new(MapFields.Reply, "reply_to_message_id"), new(MapFields.Hashtags, "text_entities"), new(MapFields.Mentions, "text_entities"),
        new(MapFields.Client, "via_bot"), new(MapFields.Type, "forwarded_from"),
    ];

    /// <inheritdoc/>
    public override bool IsDocument => true;

    /// <inheritdoc/>
    public override bool Enters(string path, bool outermostIsList) =>
        path is "" or "messages" or "chats" or "chats.list" or "chats.list[]" or "chats.list[].messages"
            or "left_chats" or "left_chats.list" or "left_chats.list[]" or "left_chats.list[].messages";

    /// <inheritdoc/>
    public override IEnumerable<JsonElement> PostsIn(JsonElement value, string path)
    {
        if (path.EndsWith("messages[]", StringComparison.Ordinal)) return [value];
        var name = path[(path.LastIndexOf('.') + 1)..];
        if (name == "id") _chat = value.AsText() ?? "";
        if (name == "type") _chatType = value.AsText() ?? "";
        return [];
    }

    /// <inheritdoc/>
    public override Found Fill(JsonElement post, PostRecord record, Intake intake)
    {
        var type = post.TextOf("type") ?? "message";
        if (type != "message")
        {
            intake.Skip(type == "unsupported" ? "unsupported message" : $"{type} message");
            return Found.NotAPost;
        }

        record.Platform = Platforms.Telegram;
        record.Set(PostField.Id, $"{_chat}/{post.TextOf("id")}");
        record.Set(PostField.Account, AccountOf(post));
        record.Set(PostField.Name, post.Part("from").Utf8());
        record.Set(PostField.Client, post.Part("via_bot").Utf8());
        record.IsReshare = post.Part("forwarded_from").ValueKind is JsonValueKind.String or JsonValueKind.Null;
        if (post.TextOf("reply_to_message_id") is { } reply)
            record.Set(PostField.ReplyTo, $"{WithoutWord(post.TextOf("reply_to_peer_id")) ?? _chat}/{reply}");
        TelegramText.Read(post, record);
        var unix = post.Part("date_unixtime");
        if (unix.HasText) return Finish(record, intake, "from_id", unix.Utf8(), "date_unixtime");
        if (post.TextOf("date") is { } date && sample.Options.TimeZone is null) throw ZoneNeeded(date);
        return Finish(record, intake, "from_id", post.Part("date").Utf8(), "date");
    }

    private string? AccountOf(JsonElement post)
    {
        if (post.TextOf("from_id") is { } from)
            return char.IsAsciiDigit(from[0]) ? (InChannel ? "channel" : "user") + from : from; // Old exports write the number alone.
        return InChannel ? "channel" + _chat : null;
    }

    private bool InChannel => _chatType.EndsWith("_channel", StringComparison.Ordinal);

    /// <summary>channel123 → 123: chats are named by their number.</summary>
    private static string? WithoutWord(string? peer) => peer?.TrimStart("abcdefghijklmnopqrstuvwxyz_".ToCharArray());

    private InputException ZoneNeeded(string date) =>
        new($"{sample.File.Name}: this old Telegram export has local times without a zone (\"date\": \"{date}\"). Pass the zone of the computer that exported it, for example --time-zone Europe/Kyiv.");
}
