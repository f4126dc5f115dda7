using System.Text;

namespace Claque.Text;

/// <summary>The tables of <see cref="UrlRules"/> applied to bytes, without making strings.</summary>
internal static class UrlHosts
{
    private static readonly string[] MobilePrefixes = ["m.", "mobile.", "touch.", "mbasic."];
    private static readonly byte[][] MobilePrefixBytes = [.. MobilePrefixes.Select(Encoding.UTF8.GetBytes)];
    private static readonly ByteMap<byte[]> MobileHosts = new(UrlRules.MobileHosts.Select(host => (host, Encoding.UTF8.GetBytes(host))));
    private static readonly ByteMap<byte[]> Aliases = new(UrlRules.Aliases.Select(pair => (pair.Key, Encoding.UTF8.GetBytes(pair.Value))));
    private static readonly ByteMap<byte[][]> Wrappers = new(UrlRules.Wrappers.Select(pair => (pair.Key, pair.Value.Select(Encoding.UTF8.GetBytes).ToArray())));
    private static readonly ByteMap<bool> WrapperHosts = new(UrlRules.Wrappers.Keys.Select(key => key[..key.IndexOf('/')]).Distinct().Select(host => (host, true)));
    private static readonly ByteMap<bool> TrackingNames = new(UrlRules.TrackingNames.Select(name => (name, true)));
    private static readonly ByteMap<bool> TrackingNamesOfHosts = new(UrlRules.TrackingNamesOfHosts.Select(name => (name, true)));
    private static readonly ByteMap<bool> TrackingHosts = new(UrlRules.TrackingNamesOfHosts.Select(name => name[..name.IndexOf(' ')]).Distinct().Select(host => (host, true)));
    private static readonly byte[][] TrackingPrefixes = [.. UrlRules.TrackingPrefixes.Select(Encoding.UTF8.GetBytes)];

    public static ReadOnlySpan<byte> WithoutWww(ReadOnlySpan<byte> host)
    {
        if (!host.StartsWith("www"u8)) return host;
        var at = 3;
        while (at < host.Length && char.IsAsciiDigit((char)host[at])) at++;
        return at < host.Length && host[at] == '.' && host[(at + 1)..].Contains((byte)'.') ? host[(at + 1)..] : host;
    }

    /// <summary>google.com, google.de, google.co.uk …</summary>
    public static bool IsGoogle(ReadOnlySpan<byte> host) => host.StartsWith("google."u8) && host.Length <= 14;

    public static bool TryWrapper(ReadOnlySpan<byte> host, ReadOnlySpan<byte> path, out byte[][] names)
    {
        names = [];
        if (IsGoogle(host)) host = "google.com"u8;
        if (!WrapperHosts.TryGet(host, out _)) return false;
        if (path.IsEmpty) path = "/"u8;
        Span<byte> key = stackalloc byte[64];
        if (host.Length + path.Length > key.Length) return false;
        host.CopyTo(key);
        path.CopyTo(key[host.Length..]);
        return Wrappers.TryGet(key[..(host.Length + path.Length)], out names!);
    }

    /// <summary>One step towards the site's main host, if there is one left.</summary>
    public static bool TryShorten(ReadOnlySpan<byte> host, out ReadOnlySpan<byte> shorter, out UrlRule rule)
    {
        var bare = WithoutWww(host);
        if (bare.Length != host.Length) return Give(bare, UrlRule.Www, out shorter, out rule);
        if (host.StartsWith("amp."u8) && host[4..].Contains((byte)'.')) return Give(host[4..], UrlRule.Amp, out shorter, out rule);
        foreach (var prefix in MobilePrefixBytes)
            if (host.StartsWith(prefix) && MobileHosts.TryGet(host[prefix.Length..], out var main)) return Give(main, UrlRule.Mobile, out shorter, out rule);

        var infix = host.IndexOf(".m."u8);
        if (infix > 0 && MobileHosts.TryGet(host[(infix + 3)..], out _))
            return Give((byte[])[.. host[..infix], .. host[(infix + 2)..]], UrlRule.Mobile, out shorter, out rule);

        if (Aliases.TryGet(host, out var alias)) return Give(alias, UrlRule.Alias, out shorter, out rule);
        shorter = default;
        rule = UrlRule.None;
        return false;
    }

    /// <summary>The id of a YouTube video in any of its addresses; empty when the address names none.</summary>
    public static ReadOnlySpan<byte> VideoId(ReadOnlySpan<byte> host, ReadOnlySpan<byte> path, ReadOnlySpan<byte> query)
    {
        if (host.SequenceEqual("youtu.be"u8)) return path.Length > 1 ? Id(path[1..]) : default;
        if (!host.SequenceEqual("youtube.com"u8)) return default;
        if (path.TrimEnd((byte)'/').SequenceEqual("/watch"u8))
        {
            foreach (var range in query.Split((byte)'&'))
            {
                var part = query[range];
                if (part.StartsWith("amp;"u8)) part = part[4..];
                if (part.StartsWith("v="u8)) return Id(part[2..]);
            }

            return default;
        }

        ReadOnlySpan<byte> rest = path.StartsWith("/shorts/"u8) ? path[8..] : path.StartsWith("/embed/"u8) ? path[7..]
            : path.StartsWith("/live/"u8) ? path[6..] : path.StartsWith("/v/"u8) ? path[3..] : default;
        return Id(rest);

        static ReadOnlySpan<byte> Id(ReadOnlySpan<byte> text)
        {
            var end = 0;
            while (end < text.Length && (char.IsAsciiLetterOrDigit((char)text[end]) || text[end] is (byte)'-' or (byte)'_')) end++;
            return end < text.Length && text[end] != '/' ? default : text[..end];
        }
    }

    public static bool IsTracking(ReadOnlySpan<byte> host, ReadOnlySpan<byte> parameter)
    {
        var equals = parameter.IndexOf((byte)'=');
        var name = equals < 0 ? parameter : parameter[..equals];
        Span<byte> key = stackalloc byte[96];
        if (name.Length > 32) return false;
        Ascii.ToLower(name, key, out var length);
        if (length < name.Length) return false;
        if (TrackingNames.TryGet(key[..length], out _)) return true;
        foreach (var prefix in TrackingPrefixes)
            if (key[..length].StartsWith(prefix)) return true;
        if (!TrackingHosts.TryGet(host, out _)) return false;
        key[..length].CopyTo(key[(host.Length + 1)..]);
        host.CopyTo(key);
        key[host.Length] = (byte)' ';
        return TrackingNamesOfHosts.TryGet(key[..(host.Length + 1 + length)], out _);
    }

    private static bool Give(ReadOnlySpan<byte> host, UrlRule by, out ReadOnlySpan<byte> shorter, out UrlRule rule)
    {
        shorter = host;
        rule = by;
        return true;
    }

    /// <summary>A fixed map from short names, looked up by bytes.</summary>
    private sealed class ByteMap<T>
    {
        private readonly Columns.NameTable _names = new();
        private readonly List<T> _values = [];

        public ByteMap(IEnumerable<(string Name, T Value)> pairs)
        {
            foreach (var (name, value) in pairs)
            {
                if (_names.Intern(name) == _values.Count) _values.Add(value);
            }
        }

        public bool TryGet(ReadOnlySpan<byte> name, out T value)
        {
            var id = _names.Find(name);
            value = id < 0 ? default! : _values[id];
            return id >= 0;
        }
    }
}
