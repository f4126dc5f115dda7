namespace Claque.Reading.Times;

/// <summary>Takes ids out of addresses of posts on X, for exports that have addresses and no ids.</summary>
internal static class XAddress
{
    /// <summary>The id in <c>https://x.com/ann/status/17</c>; empty for any other address.</summary>
    public static ReadOnlySpan<byte> IdOf(ReadOnlySpan<byte> url)
    {
        var scheme = url.IndexOf("://"u8);
        if (scheme >= 0) url = url[(scheme + 3)..];
        var host = url[..Math.Max(0, url.IndexOf((byte)'/'))];
        foreach (var prefix in (ReadOnlySpan<string>)["www.", "mobile."])
            if (host.Length > prefix.Length && System.Text.Ascii.EqualsIgnoreCase(host[..prefix.Length], prefix)) host = host[prefix.Length..];
        if (!System.Text.Ascii.EqualsIgnoreCase(host, "twitter.com"u8) && !System.Text.Ascii.EqualsIgnoreCase(host, "x.com"u8)) return default;
        var id = Behind(url, "/status/"u8) is { IsEmpty: false } one ? one : Behind(url, "/statuses/"u8);
        var end = id.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return end < 0 ? id : id[..end];
    }

    private static ReadOnlySpan<byte> Behind(ReadOnlySpan<byte> url, ReadOnlySpan<byte> word)
    {
        var at = url.IndexOf(word);
        return at < 0 ? default : url[(at + word.Length)..];
    }

    /// <summary>Gives a post without an id the one in its address, and the platform with it.</summary>
    public static void TakeId(PostRecord post)
    {
        if (post.Has(PostField.Id) || IdOf(post[PostField.Url]) is not { IsEmpty: false } id) return;
        post.Set(PostField.Id, id);
        post.Platform = Platforms.X;
    }
}
