using System.Globalization;
using System.Text;

namespace Claque.Text;

/// <summary>An address at which an archive shows a page of the web: what page, and when the archive took it.</summary>
/// <param name="Original">The page's own address.</param>
/// <param name="TakenUtc">When it was taken; null when the address does not say to the second.</param>
public sealed record ArchivedAddress(string Original, DateTimeOffset? TakenUtc)
{
    private static readonly string[] ArchiveToday = ["archive.today", "archive.ph", "archive.is", "archive.li", "archive.md", "archive.vn", "archive.fo"];

    /// <summary>Takes an address apart; null when it is of no known archive, or a short one that does not say of what page it is.</summary>
    public static ArchivedAddress? Of(string? address)
    {
        if (address is null || !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return null;
        var path = address[(address.IndexOf(uri.Authority, "https://".Length - 1, StringComparison.OrdinalIgnoreCase) + uri.Authority.Length)..];
        if (Inner(Encoding.UTF8.GetBytes(uri.Host), Encoding.UTF8.GetBytes(path), out var digits) is not { IsEmpty: false } inner) return null;
        var original = Encoding.UTF8.GetString(inner);
        if (!original.Contains("://", StringComparison.Ordinal)) original = "http://" + original;
        var taken = string.Concat(Encoding.ASCII.GetString(digits).Where(char.IsAsciiDigit));
        return new ArchivedAddress(original, DateTimeOffset.TryParseExact(taken, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null);
    }

    /// <summary>The address behind <c>/web/20240131120000/</c> of the Wayback Machine or <c>/2024.01.31-120000/</c> of archive.today; empty for any other.</summary>
    /// <param name="host">In lower case, without port.</param>
    /// <param name="path">What follows the host, with query and all.</param>
    /// <param name="digits">When it was taken, as it is written there.</param>
    internal static ReadOnlySpan<byte> Inner(ReadOnlySpan<byte> host, ReadOnlySpan<byte> path, out ReadOnlySpan<byte> digits)
    {
        digits = default;
        if (host.SequenceEqual("web.archive.org"u8))
        {
            if (!path.StartsWith("/web/"u8)) return default;
            path = path[5..];
        }
        else if (IsArchiveToday(host) && path.StartsWith("/"u8))
        {
            path = path[1..];
        }
        else
        {
            return default;
        }

        var end = path.IndexOf((byte)'/');
        if (end < 4) return default;
        digits = path[..end];
        // Behind the digits the Wayback Machine may say how it shows the page: 20240131120000id_
        var letters = digits.IndexOfAnyExceptInRange((byte)'-', (byte)'9');
        if (letters == 0 || (letters > 0 && digits[^1] != '_') || !char.IsAsciiDigit((char)digits[0])) return default;
        var inner = path[(end + 1)..];
        return inner.IndexOf((byte)'.') > 0 ? inner : default;
    }

    private static bool IsArchiveToday(ReadOnlySpan<byte> host)
    {
        foreach (var name in ArchiveToday)
            if (Ascii.Equals(host, name)) return true;
        return false;
    }
}
