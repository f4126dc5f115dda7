using Claque.Reading.Times;

namespace Claque.Reading.Formats;

/// <summary>The table that twarc-csv makes of X API v2 posts: lists are JSON inside cells.</summary>
internal static class Twarc2Csv
{
    public static readonly TableFormat Format = new()
    {
        Name = "twarc-csv",
        Description = "X API v2 posts as a table made by twarc2 csv",
        RecognisedBy = "columns id, author_id, created_at, text, referenced_tweets.retweeted.id",
        Platform = Platforms.X,
        Needed = ["id", "author_id", "created_at", "text", "referenced_tweets.retweeted.id"],
        Columns =
        [
            (MapFields.Id, "id"), (MapFields.Account, "author_id|author.id"), (MapFields.Handle, "author.username"), (MapFields.Name, "author.name"),
            (MapFields.Time, "created_at"), (MapFields.Text, "text"), (MapFields.Link, "entities.urls"),
            (MapFields.Reshare, "referenced_tweets.retweeted.id"), (MapFields.Reply, "referenced_tweets.replied_to.id"),
            (MapFields.Quote, "referenced_tweets.quoted.id"), (MapFields.Hashtags, "entities.hashtags"), (MapFields.Mentions, "entities.mentions"),
            (MapFields.Media, "attachments.media_keys"), (MapFields.Language, "lang"), (MapFields.Client, "source"),
        ],
    };
}
