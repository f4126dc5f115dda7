using System.Collections.Immutable;
using System.Text.Json;
using Claque.Reading.Json;

namespace Claque.Reading.Formats;

/// <summary>Statuses as Mastodon and programs that speak its language give them; a boost holds the status that it passes on.</summary>
/// <remarks>
/// Numbers of accounts and statuses count on one server only, and an account of the server that was asked has no server in its name. So a status goes by its
/// address (<c>uri</c>, else <c>url</c>), an account by name and server: <c>ann@m.example</c>. Text is HTML.
/// </remarks>
internal sealed class Mastodon : JsonShape
{
    public static readonly JsonFormat Format = new()
    {
        Name = "mastodon",
        Description = "Mastodon statuses, a list or JSON Lines",
        RecognisedBy = "objects with account.acct, content, created_at",
        Fits = paths => paths.Has("account.acct", "content", "created_at") ? 1 : 0,
        Shape = _ => new Mastodon(),
    };

    /// <inheritdoc/>
    public override ImmutableArray<KeyValuePair<string, string>> Mapping { get; } =
    [
        new(MapFields.Id, "uri, else url, else id"), new(MapFields.Account, "account.acct, with the server of account.url"), new(MapFields.Name, "account.display_name"), new(MapFields.Time, "created_at"), new(MapFields.Text, "content, without its HTML"),
        new(MapFields.Link, "content, card.url"), new(MapFields.Reshare, "reblog.uri"), new(MapFields.Reply, "in_reply_to_id"),
        new(MapFields.Hashtags, "tags"), new(MapFields.Mentions, "mentions"), new(MapFields.Language, "language"),
        new(MapFields.Client, "application.name"), new(MapFields.Url, "url"),
    ];

    /// <inheritdoc/>
    public override Found Fill(JsonElement post, PostRecord record, Intake intake)
    {
        var (account, original) = (post.Part("account"), post.Part("reblog"));
        record.Platform = "mastodon";
        record.Set(PostField.Id, post.Part("uri").Or(post.Part("url")).Or(post.Part("id")).Utf8());
        record.Set(PostField.Account, WithServer(account.TextOf("acct"), account.TextOf("url")));
        record.Set(PostField.Name, account.Part("display_name").Utf8());
        record.Set(PostField.Url, post.Part("url").Utf8());
        record.Set(PostField.ReplyTo, post.Part("in_reply_to_id").Utf8());
        record.Set(PostField.Client, post.Part("application", "name").Utf8());
        if (original.ValueKind == JsonValueKind.Object)
        {
            record.IsReshare = true;
            record.Set(PostField.ReshareOf, original.Part("uri").Or(original.Part("url")).Or(original.Part("id")).Utf8());
        }

        FillContent(original.ValueKind == JsonValueKind.Object ? original : post, record);
        return Finish(record, intake, "account", post.Part("created_at").Utf8(), "created_at");
    }

    private static string? WithServer(string? name, string? address) =>
        name is not null && !name.Contains('@', StringComparison.Ordinal) && Uri.TryCreate(address, UriKind.Absolute, out var uri) ? $"{name}@{uri.Host}" : name;

    private static void FillContent(JsonElement content, PostRecord record)
    {
        record.Set(PostField.Language, content.Part("language").Utf8());
        record.Give(PostList.Links);
        record.Give(PostList.Hashtags);
        record.Give(PostList.Mentions);
        record.Set(PostField.Text, HtmlText.Of(content.TextOf("content") ?? "", out var links));
        foreach (var link in links) record.Add(PostList.Links, link);
        if (links.Count == 0) record.Add(PostList.Links, content.Part("card", "url").Utf8());
        foreach (var tag in content.Part("tags").Items()) record.Add(PostList.Hashtags, tag.Part("name").Utf8());
        foreach (var mention in content.Part("mentions").Items()) record.Add(PostList.Mentions, mention.Part("acct").Utf8());
    }
}
