using System.Collections.Immutable;
using System.Text.Json;
using Claque.Reading.Json;
using Claque.Reading.Times;

namespace Claque.Reading.Formats;

/// <summary>Posts of X's API version 2: pages with their includes, or flattened posts that hold author and references themselves.</summary>
internal sealed class XApiV2 : JsonShape
{
    public static readonly JsonFormat Format = new()
    {
        Name = "x-v2",
        Description = "X (Twitter) API v2: pages as JSON or JSON Lines (twarc2), or flattened posts",
        RecognisedBy = "objects with data and includes or meta; or posts with id, author_id, text",
        Fits = paths =>
            paths.Has("data[].id", "data[].text") && (paths.Has("includes") || paths.Has("meta") || paths.Has("data[].author_id")) ? 1
            : paths.Has("data.id", "data.text", "data.author_id") ? 0.95
            : paths.Has("id", "text", "author_id", "created_at") ? (paths.Has("author.username") || paths.Has("edit_history_tweet_ids") ? 0.95 : 0.75)
            : 0,
        Shape = _ => new XApiV2(),
    };

    private readonly Dictionary<string, JsonElement> _users = [];
    private readonly Dictionary<string, JsonElement> _posts = [];

    /// <inheritdoc/>
    public override ImmutableArray<KeyValuePair<string, string>> Mapping { get; } =
    [
        new(MapFields.Id, "id"), new(MapFields.Account, "author_id"), new(MapFields.Handle, "username"), new(MapFields.Name, "name"),
        new(MapFields.Time, "id, else created_at"), new(MapFields.Text, "note_tweet.text, else text"), new(MapFields.Link, "entities.urls"),
        new(MapFields.Reshare, "referenced_tweets retweeted"), new(MapFields.Reply, "referenced_tweets replied_to"),
        new(MapFields.Quote, "referenced_tweets quoted"), new(MapFields.Hashtags, "entities.hashtags"), new(MapFields.Mentions, "entities.mentions"),
        new(MapFields.Media, "attachments.media_keys"), new(MapFields.Language, "lang"), new(MapFields.Client, "source"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<JsonElement> PostsIn(JsonElement value, string path)
    {
        _users.Clear();
        _posts.Clear();
        foreach (var user in value.Part("includes", "users").Items()) Remember(_users, user);
        foreach (var post in value.Part("includes", "tweets").Items()) Remember(_posts, post);
        var data = value.Part("data");
        if (data.ValueKind == JsonValueKind.Array) return data.Items();
        if (data.ValueKind == JsonValueKind.Object) return [data];
        var emptyPage = data.ValueKind == JsonValueKind.Undefined && value.TextOf("id") is null && value.Part("meta").ValueKind == JsonValueKind.Object;
        return emptyPage ? [] : [value];
    }

    /// <inheritdoc/>
    public override Found Fill(JsonElement post, PostRecord record, Intake intake)
    {
        var account = post.TextOf("author_id") ?? post.Part("author").TextOf("id");
        var user = post.Part("author");
        if (user.ValueKind != JsonValueKind.Object && account is not null) _users.TryGetValue(account, out user);
        record.Platform = Platforms.X;
        record.Set(PostField.Id, post.Part("id").Utf8());
        record.Set(PostField.Account, account);
        record.Set(PostField.Handle, user.Part("username").Utf8());
        record.Set(PostField.Name, user.Part("name").Utf8());
        record.Set(PostField.Language, post.Part("lang").Utf8());
        record.Set(PostField.Client, post.Part("source").Utf8());
        var content = References(post, record);
        record.Set(PostField.Text, content.Part("note_tweet").Part("text").Or(content.Part("text")).Utf8());
        XEntities.V2(content, record);
        return Finish(record, intake, "author_id", post.Part("created_at").Utf8(), "created_at");
    }

    /// <summary>Sets what the post points to, and gives the post whose text counts: of a repost the original, for a repost's own text is cut.</summary>
    private JsonElement References(JsonElement post, PostRecord record)
    {
        var content = post;
        foreach (var reference in post.Part("referenced_tweets").Items())
        {
            var id = reference.TextOf("id");
            switch (reference.TextOf("type"))
            {
                case "retweeted":
                    record.IsReshare = true;
                    record.Set(PostField.ReshareOf, id);
                    if (reference.TextOf("text") is not null) content = reference;
                    else if (id is not null && _posts.TryGetValue(id, out var original)) content = original;
                    break;
                case "quoted":
                    record.Set(PostField.QuoteOf, id);
                    break;
                case "replied_to":
                    record.Set(PostField.ReplyTo, id);
                    break;
            }
        }

        return content;
    }

    private static void Remember(Dictionary<string, JsonElement> byId, JsonElement element)
    {
        if (element.TextOf("id") is { } id) byId[id] = element;
    }
}
