using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Claque.Reading.Tables;

/// <summary>The usual names of columns, per field, the most telling first. Kept as data: a new name is a new word in a list.</summary>
/// <remarks>Names are compared in lower case with everything but letters and digits made one <c>_</c>.</remarks>
internal static class ColumnNames
{
    /// <summary>Field → usual names. A column serves one field: the first in this order that wants it.</summary>
    public static readonly ImmutableArray<(string Field, string Names)> Usual =
    [
        (MapFields.Time, """
            created_at created_utc created_at_utc unix_timestamp timestamp_unix unix_utc timestamp_utc timestamp_ms time_utc
            date_utc datetime_utc publish_date_utc published_at_utc timestamp_share timestamp tweet_time tweet_created_at
            tweet_date tweet_timestamp created created_time creation_time create_time post_created post_created_at
            post_created_date post_date post_time posted_at posted publish_date publish_time publish_minute_utc published_at
            published publishedat datetime date_time time date day createdat utc_time comment_date message_date
            """),
        (MapFields.Account, """
            account_id accountid user_id userid author_id authorid user_id_str from_user_id from_id user_rest_id post_owner_id
            owner_id channel_id page_id actor_id sender_id id_account id_user did account user_username username user_name
            screen_name user_screen_name author_username author_handle account_name handle user author authorname author_name
            from_user from poster sender nick nickname page_name group_name channel channel_name profile twitter_handle
            """),
        (MapFields.Id, """
            tweet_id tweetid id_str post_id postid status_id statusid message_id messageid msg_id comment_id commentid
            content_id item_id uri guid uuid post_uri comment_key id
            """),
        (MapFields.Text, """
            full_text tweet_text text post_text content body message tweet tweet_content tweet_full_text status_text comment_text
            caption comment selftext post_message video_description description post
            """),
        (MapFields.Handle, """
            screen_name user_screen_name username user_username author_username handle author_handle user_name account_handle
            user_handle from_user post_owner_username twitter_handle account_name user author
            """),
        (MapFields.Name, """
            display_name user_display_name author_display_name author_name account_display_name full_name post_owner_name
            page_name name user_full_name from
            """),
        (MapFields.Link, """
            expanded_urls expanded_url urls_expanded_url urls_expanded unwound_urls entities_urls urls links link url_list
            shared_url shared_link link_url final_link link_attachment_link outlinks outbound_links external_url attached_url
            url
            """),
        (MapFields.Reshare, """
            retweet_of_id retweeted_status_id retweeted_status_id_str retweet_tweetid retweeted_tweet_id retweet_status_id
            retweeted_id retweet_id retweet_of repost_id repost_of repost_of_id reposted_id reshare_of reshare_of_id reshared_id
            reshare_id shared_post_id reblog_of_id reblog_id rt_id forwarded_from_id forward_of
            """),
        (MapFields.Reply, """
            in_reply_to_status_id_str in_reply_to_status_id in_reply_to_tweetid in_reply_to_tweet_id in_reply_to_id reply_to_id
            in_reply_to_post_id in_reply_to reply_to_tweet_id reply_to_status_id reply_to_message_id reply_to reply_id
            replied_to_id replied_to parent_id parent
            """),
        (MapFields.Quote, """
            quoted_status_id_str quoted_status_id quoted_tweet_tweetid quoted_tweet_id quoted_id quote_of quote_of_id quote_id
            quoted_post_id
            """),
        (MapFields.Hashtags, "hashtags hashtag_names hashtag_list entities_hashtags hashtag tags"),
        (MapFields.Mentions, "user_mentions mentions mentioned_users mentioned_user_ids mentioned entities_mentions"),
        (MapFields.Media, """
            media_hash media_hashes image_hash image_phash phash phash_id image_md5 media_keys media_key media_ids media_id
            media_urls media_url media image_url image_urls images photos photo
            """),
        (MapFields.Language, "lang language tweet_language post_language language_code"),
        (MapFields.Client, "tweet_client_name client application source_label source via"),
        (MapFields.Url, "permalink permalink_url post_url tweet_url status_url message_url article_url url"),
        (MapFields.Platform, "platform network social_network site"),
        (MapFields.Object, "object_id object"),
        (MapFields.Type, "post_type tweet_type is_retweet is_reshare is_repost retweeted_bool retweet message_type type kind"),
    ];

    /// <summary>Parts of a name that make a column worth a look for times, when no usual name is there.</summary>
    public static readonly ImmutableArray<string> TimeWords = ["time", "date", "created", "publish", "posted", "stamp"];

    /// <summary>Parts of a name that say the time is of something else: of the account, of the collection.</summary>
    public static readonly ImmutableArray<string> OtherTimes =
    [
        "account", "user", "author", "profile", "harvest", "retriev", "collect", "crawl", "index", "scrape", "update", "edit",
        "modif", "zone", "follow", "deleted", "seen",
    ];

    /// <summary>Cells that stand for nothing in columns of ids, links and lists.</summary>
    public static readonly FrozenSet<string> Nothing =
        new[] { "nan", "NaN", "None", "null", "NULL", "Null", "NA", "N/A", "absent", "\\N", "<NA>", "[]", "{}", "undefined" }.ToFrozenSet();

    /// <summary>Cells of a type column that say the post only passes on another.</summary>
    public static readonly FrozenSet<string> ReshareWords =
        new[]
        {
            "r", "rt", "retweet", "retweeted", "reshare", "reshared", "repost", "reposted", "reblog", "reblogged", "share",
            "shared", "forward", "forwarded",
        }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Cells of a yes-or-no column that say yes.</summary>
    public static readonly FrozenSet<string> YesWords =
        new[] { "true", "1", "1.0", "t", "yes", "y" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, ImmutableArray<string>> ByField = Usual.ToFrozenDictionary(
        entry => entry.Field,
        entry => entry.Names.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToImmutableArray());

    /// <summary>The usual names of a field, the most telling first.</summary>
    public static ImmutableArray<string> Of(string field) => ByField[field];

    /// <summary>A column's name as it is compared: <c>Created At</c> is <c>created_at</c>.</summary>
    public static string Plain(string name)
    {
        var plain = new System.Text.StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c)) plain.Append(char.ToLowerInvariant(c));
            else if (plain.Length > 0 && plain[^1] != '_') plain.Append('_');
        }

        return plain.ToString().TrimEnd('_');
    }
}
