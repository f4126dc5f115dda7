namespace Claque.Web;

internal sealed record PostPage(
    Post Post, string FullText, string ReshareOf, string ReplyTo, string QuoteOf, string Client, bool IsReshare, bool TimeFromId,
    IReadOnlyList<string> Hashtags, IReadOnlyList<string> Mentions, IReadOnlyList<string> Media, string Sha256, IReadOnlyList<Exhibit> Exhibits);
