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
    private readonly ByteBuffer _decoded = new();
    private readonly UrlHost _host = new();
    private readonly UrlQuery _query = new();
    private UrlRule _rules;
    private int _pathStart;

    /// <summary>The canonical address, without scheme. Valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> Link => _link.Bytes;

    /// <summary>The host of the canonical address, without port: the domain. Valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> Domain => _host.Name;

    /// <summary>The rules that changed something.</summary>
    public UrlRule Rules => _rules;

    /// <summary>The canonical form of one address and the rules that made it; null when it is no address of the web.</summary>
    public static (string Link, UrlRule Rules)? Canonical(string url)
    {
        var canon = new UrlCanon();
        return canon.Read(Encoding.UTF8.GetBytes(url)) == LinkKind.None ? null : (Encoding.UTF8.GetString(canon.Link), canon.Rules);
    }

    /// <summary>Reads an address; <see cref="Link"/>, <see cref="Domain"/> and <see cref="Rules"/> then hold what it became.</summary>
    public LinkKind Read(ReadOnlySpan<byte> url)
    {
        _rules = UrlRule.None;
        return Resolve(url, MostWrappers);
    }

    private LinkKind Resolve(ReadOnlySpan<byte> url, int wrappersLeft)
    {
        _link.Clear();
        _host.Clear();
        if (!TrySplit(url.Trim(" \t\r\n<>"u8), out var host, out var path, out var query, out var fragment)) return LinkKind.None;
        if (!_host.TryRead(host, ref _rules)) return LinkKind.None;
        if (wrappersLeft > 0 && TryUnwrap(path, query, out var inner))
        {
            var outer = _rules;
            var kind = Resolve(inner, wrappersLeft - 1);
            if (kind != LinkKind.None) return kind;
            // Not an address inside: the page stands for itself.
            _rules = outer;
            return Resolve(url, 0);
        }

        _host.Shorten(ref _rules);
        AddHost();
        if (!TryVideo(path, query))
        {
            AddPath(path);
            _query.Write(query, Domain, _link, ref _rules);
        }

        if (fragment.StartsWith("!"u8)) AddFragment(fragment);
        else if (!fragment.IsEmpty) _rules |= UrlRule.Fragment;
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
            _rules |= UrlRule.Scheme;
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
            _rules |= UrlRule.UserInfo;
        }

        var hash = rest.IndexOf((byte)'#');
        fragment = hash < 0 ? default : rest[(hash + 1)..];
        rest = hash < 0 ? rest : rest[..hash];
        var mark = rest.IndexOf((byte)'?');
        query = mark < 0 ? default : rest[(mark + 1)..];
        path = mark < 0 ? rest : rest[..mark];
        return true;
    }

    private bool TryUnwrap(ReadOnlySpan<byte> path, ReadOnlySpan<byte> query, out byte[] inner)
    {
        inner = [];
        var host = UrlHosts.WithoutWww(Domain);
        if (UrlHosts.IsGoogle(host) && path.StartsWith("/amp/"u8)) return Amp(path[5..], ref inner);
        if (host.EndsWith(".cdn.ampproject.org"u8) && path.Length > 3 && path[2] == '/') return Amp(path[3..], ref inner);
        if (ArchivedAddress.Inner(host, path, out _) is { IsEmpty: false } archived) return Archived(archived, query, ref inner);
        if (!UrlHosts.TryWrapper(host, path, out var names)) return false;
        foreach (var name in names)
        {
            foreach (var range in query.Split((byte)'&'))
            {
                var part = query[range];
                if (part.Length <= name.Length + 1 || part[name.Length] != '=' || !Ascii.EqualsIgnoreCase(part[..name.Length], name)) continue;
                _decoded.Clear();
                PercentForm.Decode(part[(name.Length + 1)..], _decoded);
                inner = _decoded.Bytes.ToArray();
                _rules |= UrlRule.Wrapper;
                return true;
            }
        }

        return false;
    }

    /// <summary>The query behind an archived address is that of the page.</summary>
    private bool Archived(ReadOnlySpan<byte> address, ReadOnlySpan<byte> query, ref byte[] inner)
    {
        _rules |= UrlRule.Archive;
        inner = query.IsEmpty ? address.ToArray() : [.. address, (byte)'?', .. query];
        return true;
    }

    private bool Amp(ReadOnlySpan<byte> rest, ref byte[] inner)
    {
        if (rest.StartsWith("s/"u8)) rest = rest[2..];
        if (rest.IndexOf((byte)'.') < 1) return false;
        _rules |= UrlRule.Amp;
        inner = rest.ToArray();
        return true;
    }

    private void AddHost()
    {
        _link.Clear();
        _link.Add(Domain);
        if (!_host.Port.IsEmpty) _link.Add((byte)':');
        _link.Add(_host.Port);
        _pathStart = _link.Length;
    }

    private bool TryVideo(ReadOnlySpan<byte> path, ReadOnlySpan<byte> query)
    {
        var id = UrlHosts.VideoId(Domain, path, query);
        if (id.IsEmpty) return false;
        if (Domain.SequenceEqual("youtu.be"u8))
        {
            _host.Rename("youtube.com"u8);
            AddHost();
        }

        _link.Add("/watch?v="u8);
        _link.Add(id);
        if (!path.SequenceEqual("/watch"u8) || query.Length != id.Length + 2) _rules |= UrlRule.Video;
        return true;
    }

    private void AddPath(ReadOnlySpan<byte> path)
    {
        var start = _link.Length;
        if (PercentForm.Write(path, _link)) _rules |= UrlRule.Percent;
        while (_link.Bytes[start..].StartsWith("/amp/"u8) && _link.Length > start + 5)
        {
            _link.Remove(start, 4);
            _rules |= UrlRule.Amp;
        }

        while (_link.Length > start)
        {
            var written = _link.Bytes[start..];
            if (written.EndsWith("/"u8))
            {
                if (written.Length > 1 || path.Length > 1) _rules |= UrlRule.Slash;
                _link.Remove(_link.Length - 1, 1);
            }
            else if (written.EndsWith("/amp"u8) && written.Length > 4)
            {
                _rules |= UrlRule.Amp;
                _link.Remove(_link.Length - 4, 4);
            }
            else if (written.EndsWith(".amp.html"u8))
            {
                _rules |= UrlRule.Amp;
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
            _rules |= UrlRule.XPost;
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
            _rules |= UrlRule.XPost;
        }

        if (_link.LowerAscii(start + 1, status - 1)) _rules |= UrlRule.XPost;
    }

    private void AddFragment(ReadOnlySpan<byte> fragment)
    {
        if (_link.Length == _pathStart) _link.Add((byte)'/');
        _link.Add((byte)'#');
        if (PercentForm.Write(fragment, _link)) _rules |= UrlRule.Percent;
    }
}
