using System.Globalization;
using System.Text;

namespace Claque.Text;

/// <summary>What a link turned out to be.</summary>
public enum LinkKind : byte
{
    /// <summary>No address of the web: another scheme, a mail address, no host.</summary>
    None,

    /// <summary>The front page of a host: too common to be an object, but still a domain.</summary>
    Portal,

    /// <summary>A page.</summary>
    Page,
}

/// <summary>Brings addresses into one form by the rules of <see cref="UrlRules"/>, offline. Keeps its buffers; one for each thread.</summary>
/// <remarks>
/// Short links (<c>t.co</c>, <c>bit.ly</c> …) stay what they are: nothing is looked up. There is no list of public suffixes
/// either, so the domain is the host, not the registered name: <c>news.example.org</c> and <c>example.org</c> are two.
/// </remarks>
public sealed class UrlCanon
{
    private const int MostWrappers = 3;

    private readonly ByteBuffer _link = new();
    private readonly ByteBuffer _scratch = new();
    private readonly List<(int Start, int Length)> _parameters = [];
    private byte[] _host = new byte[256];
    private readonly byte[] _port = new byte[5];
    private int _hostLength;
    private int _portLength;
    private int _pathStart;

    /// <summary>The canonical address, without scheme. Valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> Link => _link.Bytes;

    /// <summary>The host of the canonical address, without port: the domain. Valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> Domain => _host.AsSpan(0, _hostLength);

    /// <summary>The rules that changed something.</summary>
    public UrlRule Rules { get; private set; }

    /// <summary>The canonical form of one address and the rules that made it; null when it is no address of the web.</summary>
    public static (string Link, UrlRule Rules)? Canonical(string url)
    {
        var canon = new UrlCanon();
        return canon.Read(Encoding.UTF8.GetBytes(url)) == LinkKind.None ? null : (Encoding.UTF8.GetString(canon.Link), canon.Rules);
    }

    /// <summary>Reads an address; <see cref="Link"/>, <see cref="Domain"/> and <see cref="Rules"/> then hold what it became.</summary>
    public LinkKind Read(ReadOnlySpan<byte> url)
    {
        Rules = UrlRule.None;
        return Resolve(url, MostWrappers);
    }

    private LinkKind Resolve(ReadOnlySpan<byte> url, int wrappersLeft)
    {
        _link.Clear();
        _hostLength = 0;
        if (!TrySplit(url.Trim(" \t\r\n<>"u8), out var host, out var path, out var query, out var fragment)) return LinkKind.None;
        if (!TryHost(host)) return LinkKind.None;
        if (wrappersLeft > 0 && TryUnwrap(path, query, out var inner))
        {
            var outer = Rules;
            var kind = Resolve(inner, wrappersLeft - 1);
            if (kind != LinkKind.None) return kind;
            // Not an address inside: the page stands for itself.
            Rules = outer;
            return Resolve(url, 0);
        }

        ShortenHost();
        AddHost();
        if (!TryVideo(path, query))
        {
            AddPath(path);
            AddQuery(query);
        }

        if (fragment.StartsWith("!"u8)) AddFragment(fragment);
        else if (!fragment.IsEmpty) Rules |= UrlRule.Fragment;
        return _link.Length == _pathStart ? LinkKind.Portal : LinkKind.Page;
    }

    private bool TrySplit(ReadOnlySpan<byte> url, out ReadOnlySpan<byte> host, out ReadOnlySpan<byte> path, out ReadOnlySpan<byte> query, out ReadOnlySpan<byte> fragment)
    {
        host = path = query = fragment = default;
        var named = false;
        var colon = url.IndexOf("://"u8);
        if (colon >= 0 && colon < 12 && url[..colon].IndexOfAny("/?#."u8) < 0)
        {
            var scheme = url[..colon];
            if (!Ascii.EqualsIgnoreCase(scheme, "http"u8) && !Ascii.EqualsIgnoreCase(scheme, "https"u8) && !Ascii.EqualsIgnoreCase(scheme, "ftp"u8)) return false;
            url = url[(colon + 3)..];
            named = true;
            Rules |= UrlRule.Scheme;
        }
        else if (url.StartsWith("//"u8))
        {
            url = url[2..];
            named = true;
        }

        var end = url.IndexOfAny("/?#\\"u8);
        host = end < 0 ? url : url[..end];
        var rest = end < 0 ? default : url[end..];
        var at = host.LastIndexOf((byte)'@');
        if (at >= 0 && !named) return false;
        if (at >= 0)
        {
            host = host[(at + 1)..];
            Rules |= UrlRule.UserInfo;
        }

        var hash = rest.IndexOf((byte)'#');
        fragment = hash < 0 ? default : rest[(hash + 1)..];
        rest = hash < 0 ? rest : rest[..hash];
        var mark = rest.IndexOf((byte)'?');
        query = mark < 0 ? default : rest[(mark + 1)..];
        path = mark < 0 ? rest : rest[..mark];
        return true;
    }

    /// <summary>Puts the host in lower case, without default port, into <see cref="_host"/>; false when it is none.</summary>
    private bool TryHost(ReadOnlySpan<byte> host)
    {
        var colon = host.LastIndexOf((byte)':');
        var port = colon < 0 ? default : host[(colon + 1)..];
        if (port.Length > _port.Length || port.ContainsAnyExceptInRange((byte)'0', (byte)'9')) return false;
        var isDefault = port.IsEmpty || port.SequenceEqual("80"u8) || port.SequenceEqual("443"u8);
        if (colon >= 0) host = host[..colon];
        if (colon >= 0 && isDefault) Rules |= UrlRule.Port;
        if (host.EndsWith("."u8))
        {
            host = host[..^1];
            Rules |= UrlRule.HostCase;
        }

        if (host.IndexOf((byte)'.') is < 1 || host.Length > 253 || host.EndsWith("."u8) || host.IndexOf(".."u8) >= 0) return false;
        bool upper = false, foreign = false;
        foreach (var b in host)
        {
            upper |= char.IsAsciiLetterUpper((char)b);
            foreign |= b >= 0x80;
            if (b < 0x80 && !char.IsAsciiLetterOrDigit((char)b) && b is not ((byte)'.' or (byte)'-' or (byte)'_')) return false;
        }

        if (upper) Rules |= UrlRule.HostCase;
        Ascii.ToLower(host, _host, out _hostLength);
        if (foreign) host.CopyTo(_host.AsSpan());
        _hostLength = host.Length;
        if (foreign || Domain.IndexOf("xn--"u8) >= 0) UnifyIdn();
        _portLength = isDefault ? 0 : port.Length;
        if (!isDefault) port.CopyTo(_port);
        return true;
    }

    private void UnifyIdn()
    {
        var before = Encoding.UTF8.GetString(Domain);
        var host = before.ToLowerInvariant();
        try
        {
            host = new IdnMapping().GetUnicode(host);
        }
        catch (ArgumentException)
        {
            // Broken punycode stays as it is written.
        }

        if (host == before) return;
        Rules |= before.Contains("xn--", StringComparison.Ordinal) ? UrlRule.Idn : UrlRule.HostCase;
        var bytes = Encoding.UTF8.GetBytes(host);
        if (bytes.Length > _host.Length) _host = new byte[bytes.Length];
        bytes.CopyTo(_host.AsSpan());
        _hostLength = bytes.Length;
    }

    private bool TryUnwrap(ReadOnlySpan<byte> path, ReadOnlySpan<byte> query, out byte[] inner)
    {
        inner = [];
        var host = UrlHosts.WithoutWww(Domain);
        if (UrlHosts.IsGoogle(host) && path.StartsWith("/amp/"u8)) return Amp(path[5..], ref inner);
        if (host.EndsWith(".cdn.ampproject.org"u8) && path.Length > 3 && path[2] == '/') return Amp(path[3..], ref inner);
        if (!UrlHosts.TryWrapper(host, path, out var names)) return false;
        foreach (var name in names)
        {
            foreach (var range in query.Split((byte)'&'))
            {
                var part = query[range];
                if (part.Length <= name.Length + 1 || part[name.Length] != '=' || !Ascii.EqualsIgnoreCase(part[..name.Length], name)) continue;
                _scratch.Clear();
                PercentForm.Decode(part[(name.Length + 1)..], _scratch);
                inner = _scratch.Bytes.ToArray();
                Rules |= UrlRule.Wrapper;
                return true;
            }
        }

        return false;
    }

    private bool Amp(ReadOnlySpan<byte> rest, ref byte[] inner)
    {
        if (rest.StartsWith("s/"u8)) rest = rest[2..];
        if (rest.IndexOf((byte)'.') < 1) return false;
        Rules |= UrlRule.Amp;
        inner = rest.ToArray();
        return true;
    }

    /// <summary>Takes www., amp. and the hosts for phones off, and gives the site its main name.</summary>
    private void ShortenHost()
    {
        while (UrlHosts.TryShorten(Domain, out var shorter, out var rule))
        {
            shorter.CopyTo(_host.AsSpan());
            _hostLength = shorter.Length;
            Rules |= rule;
        }
    }

    private void AddHost()
    {
        _link.Clear();
        _link.Add(Domain);
        if (_portLength > 0) _link.Add((byte)':');
        _link.Add(_port.AsSpan(0, _portLength));
        _pathStart = _link.Length;
    }

    private bool TryVideo(ReadOnlySpan<byte> path, ReadOnlySpan<byte> query)
    {
        var id = UrlHosts.VideoId(Domain, path, query);
        if (id.IsEmpty) return false;
        if (Domain.SequenceEqual("youtu.be"u8))
        {
            "youtube.com"u8.CopyTo(_host.AsSpan());
            _hostLength = "youtube.com".Length;
            AddHost();
        }

        _link.Add("/watch?v="u8);
        _link.Add(id);
        if (!path.SequenceEqual("/watch"u8) || query.Length != id.Length + 2) Rules |= UrlRule.Video;
        return true;
    }

    private void AddPath(ReadOnlySpan<byte> path)
    {
        var start = _link.Length;
        if (PercentForm.Write(path, _link)) Rules |= UrlRule.Percent;
        while (_link.Bytes[start..].StartsWith("/amp/"u8) && _link.Length > start + 5)
        {
            _link.Remove(start, 4);
            Rules |= UrlRule.Amp;
        }

        while (_link.Length > start)
        {
            var written = _link.Bytes[start..];
            if (written.EndsWith("/"u8))
            {
                if (written.Length > 1 || path.Length > 1) Rules |= UrlRule.Slash;
                _link.Remove(_link.Length - 1, 1);
            }
            else if (written.EndsWith("/amp"u8) && written.Length > 4)
            {
                Rules |= UrlRule.Amp;
                _link.Remove(_link.Length - 4, 4);
            }
            else if (written.EndsWith(".amp.html"u8))
            {
                Rules |= UrlRule.Amp;
                _link.Remove(_link.Length - 9, 4);
            }
            else
            {
                break;
            }
        }

        if (Domain.SequenceEqual("x.com"u8)) UnifyXPost(start);
    }

    /// <summary><c>/Ann/status/17/photo/1</c> and <c>/i/web/status/17</c> name one post each.</summary>
    private void UnifyXPost(int start)
    {
        var path = _link.Bytes[start..];
        if (path.StartsWith("/i/web/status/"u8))
        {
            _link.Remove(start + 2, 4);
            Rules |= UrlRule.XPost;
            path = _link.Bytes[start..];
        }

        var status = path.IndexOf("/status/"u8);
        if (status < 2 || path[1..status].Contains((byte)'/')) return;
        var id = status + 8;
        var end = id;
        while (end < path.Length && char.IsAsciiDigit((char)path[end])) end++;
        if (end == id || (end < path.Length && path[end] != '/')) return;
        if (end < path.Length)
        {
            _link.Remove(start + end, path.Length - end);
            Rules |= UrlRule.XPost;
        }

        if (_link.LowerAscii(start + 1, status - 1)) Rules |= UrlRule.XPost;
    }

    private void AddQuery(ReadOnlySpan<byte> query)
    {
        _scratch.Clear();
        _parameters.Clear();
        foreach (var range in query.Split((byte)'&'))
        {
            var part = query[range];
            // A link that went through HTML has &amp; for &.
            if (part.StartsWith("amp;"u8)) part = part[4..];
            if (part.IsEmpty) continue;
            if (UrlHosts.IsTracking(Domain, part))
            {
                Rules |= UrlRule.Tracking;
                continue;
            }

            var start = _scratch.Length;
            if (PercentForm.Write(part, _scratch)) Rules |= UrlRule.Percent;
            _parameters.Add((start, _scratch.Length - start));
        }

        WriteSorted();
    }

    private void WriteSorted()
    {
        if (_parameters.Count == 0) return;
        for (var i = 1; i < _parameters.Count; i++)
        {
            if (Compare(_parameters[i - 1], _parameters[i]) < 0) continue;
            Rules |= UrlRule.Sorted;
            _parameters.Sort(Compare);
            break;
        }

        for (var i = 0; i < _parameters.Count; i++)
        {
            if (i > 0 && Compare(_parameters[i - 1], _parameters[i]) == 0) continue;
            _link.Add(i == 0 ? (byte)'?' : (byte)'&');
            _link.Add(_scratch.Bytes.Slice(_parameters[i].Start, _parameters[i].Length));
        }
    }

    private int Compare((int Start, int Length) a, (int Start, int Length) b) =>
        _scratch.Bytes.Slice(a.Start, a.Length).SequenceCompareTo(_scratch.Bytes.Slice(b.Start, b.Length));

    private void AddFragment(ReadOnlySpan<byte> fragment)
    {
        if (_link.Length == _pathStart) _link.Add((byte)'/');
        _link.Add((byte)'#');
        if (PercentForm.Write(fragment, _link)) Rules |= UrlRule.Percent;
    }
}
