namespace Claque.Reading.Formats;

/// <summary>Tables that 4CAT makes of posts of many platforms. Their link is where the post can be seen, not what it links to.</summary>
internal static class FourCat
{
    public static readonly TableFormat Format = new()
    {
        Name = "4cat",
        Description = "4CAT's tables of posts of any platform",
        RecognisedBy = "columns id, thread_id, timestamp, body, author",
        Needed = ["id", "thread_id", "timestamp|unix_timestamp", "body", "author"],
        Columns =
        [
            (MapFields.Id, "id"), (MapFields.Account, "author_id|author"), (MapFields.Handle, "author"), (MapFields.Name, "author_fullname|author_full|author_name"),
            (MapFields.Time, "unix_timestamp|timestamp"), (MapFields.Text, "body"), (MapFields.Link, "urls|links"),
            (MapFields.Hashtags, "hashtags"), (MapFields.Mentions, "mentions"), (MapFields.Media, "music_id|images|image_urls"),
            (MapFields.Language, "language|language_guess"), (MapFields.Client, "source"), (MapFields.Url, "link|url|tiktok_url|post_url"), (MapFields.Type, "is_retweet"),
        ],
    };
}
