namespace Claque.Reading.Formats;

/// <summary>Tables of Meta's content library. Who posted is the owner; on Facebook the surface, a page, profile or group, is where.</summary>
internal static class MetaContentLibrary
{
    public static readonly TableFormat Format = new()
    {
        Name = "meta-content-library",
        Description = "Meta Content Library's tables of Facebook and Instagram posts",
        RecognisedBy = "columns id, post_owner.id, creation_time, text, mcl_url",
        Needed = ["id", "post_owner.id", "creation_time", "text", "mcl_url"],
        Columns =
        [
            (MapFields.Id, "id"), (MapFields.Account, "post_owner.id"), (MapFields.Handle, "post_owner.username"), (MapFields.Name, "post_owner.name"),
            (MapFields.Time, "creation_time"), (MapFields.Text, "text"), (MapFields.Link, "link_attachment.link"), (MapFields.Hashtags, "hashtags"),
            (MapFields.Language, "lang"), (MapFields.Url, "mcl_url"),
        ],
    };
}
