using Claque.Reading.Times;

namespace Claque.Reading.Formats;

/// <summary>The tables of X's archive of information operations. Their times stop at the minute; the post ids bring the milliseconds back.</summary>
internal static class XArchive
{
    public static readonly TableFormat Format = new()
    {
        Name = "x-archive",
        Description = "X (Twitter) archive of information operations: times restored from post ids",
        RecognisedBy = "columns tweetid, userid, tweet_text, tweet_time, is_retweet",
        Platform = Platforms.X,
        Needed = ["tweetid", "userid", "tweet_text", "tweet_time", "is_retweet"],
        Columns =
        [
            (MapFields.Id, "tweetid"), (MapFields.Account, "userid"), (MapFields.Handle, "user_screen_name"), (MapFields.Name, "user_display_name"),
            (MapFields.Time, "tweet_time"), (MapFields.Text, "tweet_text"), (MapFields.Link, "urls"), (MapFields.Reshare, "retweet_tweetid"),
            (MapFields.Reply, "in_reply_to_tweetid"), (MapFields.Quote, "quoted_tweet_tweetid"), (MapFields.Hashtags, "hashtags"),
            (MapFields.Mentions, "user_mentions"), (MapFields.Language, "tweet_language"), (MapFields.Client, "tweet_client_name"),
            (MapFields.Type, "is_retweet"),
        ],
    };
}
