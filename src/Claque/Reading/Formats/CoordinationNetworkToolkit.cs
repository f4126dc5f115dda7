namespace Claque.Reading.Formats;

/// <summary>The eight columns of the Coordination Network Toolkit, in its order.</summary>
internal static class CoordinationNetworkToolkit
{
    public static readonly TableFormat Format = new()
    {
        Name = "cnt",
        Description = "Input table of the Coordination Network Toolkit: eight columns in a fixed order, links parted by blanks",
        RecognisedBy = "columns message_id, user_id, username, repost_id, reply_id, message, timestamp, urls; with --format cnt by their order alone",
        ByOrder = true,
        Needed = ["message_id", "user_id", "username", "repost_id", "reply_id", "message", "timestamp", "urls"],
        Columns =
        [
            (MapFields.Id, "message_id"), (MapFields.Account, "user_id"), (MapFields.Handle, "username"), (MapFields.Reshare, "repost_id"),
            (MapFields.Reply, "reply_id"), (MapFields.Text, "message"), (MapFields.Time, "timestamp"), (MapFields.Link, "urls"),
        ],
    };
}
