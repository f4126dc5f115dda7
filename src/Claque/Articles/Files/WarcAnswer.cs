using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Claque.Articles.Files;

/// <summary>A server's answer as a web archive keeps it.</summary>
internal static class WarcAnswer
{
    /// <summary>The page in an answer; null with the reason where there is none. A page that is packed is unpacked up to a limit.</summary>
    public static (string? Html, string? Reason) Html(byte[] answer, int most)
    {
        var end = answer.AsSpan().IndexOf("\r\n\r\n"u8);
        var skip = 4;
        if (end < 0) (end, skip) = (answer.AsSpan().IndexOf("\n\n"u8), 2);
        if (end < 0 || !answer.AsSpan().StartsWith("HTTP/"u8)) return (null, "no HTTP answer");
        var lines = Encoding.Latin1.GetString(answer, 0, end).Split('\n');
        var status = lines[0].Split(' ') is [_, var code, ..] ? code.Trim() : "";
        if (status != "200") return (null, $"status {status}");
        var type = Value(lines, "content-type") ?? "text/html";
        if (!type.Contains("html", StringComparison.OrdinalIgnoreCase)) return (null, null);
        var body = answer[(end + skip)..];
        if (Value(lines, "transfer-encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true) body = Joined(body);
        try
        {
            body = Unpacked(body, Value(lines, "content-encoding"), most);
        }
        catch (InvalidDataException)
        {
            return (null, "damaged packing");
        }

        var charset = type.IndexOf("charset=", StringComparison.OrdinalIgnoreCase) is var at and >= 0 ? type[(at + 8)..].Split(';')[0] : null;
        return (PageEncoding.Decode(body, charset), null);
    }

    private static string? Value(string[] lines, string name)
    {
        foreach (var line in lines.Skip(1))
            if (line.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && line.AsSpan(0, colon).Trim().Equals(name, StringComparison.OrdinalIgnoreCase)) return line[(colon + 1)..].Trim();
        return null;
    }

    /// <summary>The chunks of an answer put together. Bytes that are no chunks are left as they are: many archives keep them joined.</summary>
    private static byte[] Joined(byte[] body)
    {
        using var joined = new MemoryStream();
        for (var at = 0; at < body.Length;)
        {
            var line = body.AsSpan(at).IndexOf((byte)'\n');
            if (line is < 0 or > 64) return joined.Length == 0 ? body : joined.ToArray();
            var size = Encoding.Latin1.GetString(body, at, line).Trim().Split(';')[0];
            if (!int.TryParse(size, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var length) || length < 0) return joined.Length == 0 ? body : joined.ToArray();
            if (length == 0) break;
            at += line + 1;
            var count = Math.Min(length, body.Length - at);
            joined.Write(body, at, count);
            at += count + 2;
        }

        return joined.ToArray();
    }

    private static byte[] Unpacked(byte[] body, string? packing, int most)
    {
        using var memory = new MemoryStream(body);
        using Stream? stream = packing?.Trim().ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" when body is [0x1F, 0x8B, ..] => new GZipStream(memory, CompressionMode.Decompress),
            "deflate" => new ZLibStream(memory, CompressionMode.Decompress),
            "br" => new BrotliStream(memory, CompressionMode.Decompress),
            _ => null,
        };
        return stream is null ? body : ArticleBytes.Bounded(stream, most).Bytes;
    }
}
