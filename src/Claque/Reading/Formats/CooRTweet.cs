namespace Claque.Reading.Formats;

/// <summary>The four columns of the R package CooRTweet: one row per object that a post shared.</summary>
internal static class CooRTweet
{
    public static readonly TableFormat Format = new()
    {
        Name = "coortweet",
        Description = "CooRTweet's table of shares: one row per post and object, time in Unix seconds",
        RecognisedBy = "columns object_id, account_id (older: id_account), content_id, timestamp_share",
        Needed = ["object_id", "account_id|id_account|id_user", "content_id", "timestamp_share"],
        Columns =
        [
            (MapFields.Object, "object_id"), (MapFields.Account, "account_id|id_account|id_user"), (MapFields.Id, "content_id"),
            (MapFields.Time, "timestamp_share"),
        ],
    };
}
