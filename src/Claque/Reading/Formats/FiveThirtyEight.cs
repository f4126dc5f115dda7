using Claque.Reading.Times;

namespace Claque.Reading.Formats;

/// <summary>FiveThirtyEight's tables of troll-farm posts: month first, to the minute; later editions carry the post ids.</summary>
internal static class FiveThirtyEight
{
    public static readonly TableFormat Format = new()
    {
        Name = "fivethirtyeight",
        Description = "FiveThirtyEight's tables of Internet Research Agency posts",
        RecognisedBy = "columns external_author_id, author, content, publish_date, post_type",
        Platform = Platforms.X,
        Order = DateOrder.MonthFirst,
        Needed = ["external_author_id", "author", "content", "publish_date", "post_type"],
        Columns =
        [
            (MapFields.Id, "tweet_id"), (MapFields.Account, "author"), (MapFields.Time, "publish_date"), (MapFields.Text, "content"),
            (MapFields.Language, "language"), (MapFields.Url, "article_url"), (MapFields.Link, "tco1_step1"), (MapFields.Link, "tco2_step1"),
            (MapFields.Link, "tco3_step1"), (MapFields.Type, "post_type"), (MapFields.Type, "retweet"),
        ],
    };
}
