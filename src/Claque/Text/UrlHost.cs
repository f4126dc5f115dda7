using System.Globalization;
using System.Text;

namespace Claque.Text;

/// <summary>The host of an address in one form, and its port. Keeps its buffers; one for each thread.</summary>
internal sealed class UrlHost
{
    private byte[] _name = new byte[256];
    private readonly byte[] _port = new byte[5];
    private int _length;
    private int _portLength;

    /// <summary>The host without port; empty before one was read.</summary>
    public ReadOnlySpan<byte> Name => _name.AsSpan(0, _length);

    /// <summary>The port, where it is not the usual one.</summary>
    public ReadOnlySpan<byte> Port => _port.AsSpan(0, _portLength);

    /// <summary>Forgets the host.</summary>
    public void Clear() => _length = 0;

    /// <summary>Gives the host another name, no longer than the one it has or 256 bytes.</summary>
    public void Rename(ReadOnlySpan<byte> name)
    {
        name.CopyTo(_name);
        _length = name.Length;
    }

    /// <summary>Reads a host with its port: in lower case, without default port. False when it is none.</summary>
    public bool TryRead(ReadOnlySpan<byte> host, ref UrlRule rules)
    {
        var colon = host.LastIndexOf((byte)':');
        var port = colon < 0 ? default : host[(colon + 1)..];
        if (port.Length > _port.Length || port.ContainsAnyExceptInRange((byte)'0', (byte)'9')) return false;
        var isDefault = port.IsEmpty || port.SequenceEqual("80"u8) || port.SequenceEqual("443"u8);
        if (colon >= 0) host = host[..colon];
        if (colon >= 0 && isDefault) rules |= UrlRule.Port;
        if (host.EndsWith("."u8))
        {
            host = host[..^1];
            rules |= UrlRule.HostCase;
        }

        if (host.IndexOf((byte)'.') is < 1 || host.Length > 253 || host.EndsWith("."u8) || host.IndexOf(".."u8) >= 0) return false;
        bool upper = false, foreign = false;
        foreach (var b in host)
        {
            upper |= char.IsAsciiLetterUpper((char)b);
            foreign |= b >= 0x80;
            if (b < 0x80 && !char.IsAsciiLetterOrDigit((char)b) && b is not ((byte)'.' or (byte)'-' or (byte)'_')) return false;
        }

        if (upper) rules |= UrlRule.HostCase;
        Ascii.ToLower(host, _name, out _length);
        if (foreign) host.CopyTo(_name.AsSpan());
        _length = host.Length;
        if (foreign || Name.IndexOf("xn--"u8) >= 0) UnifyIdn(ref rules);
        _portLength = isDefault ? 0 : port.Length;
        if (!isDefault) port.CopyTo(_port);
        return true;
    }

    private void UnifyIdn(ref UrlRule rules)
    {
        var before = Encoding.UTF8.GetString(Name);
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
        rules |= before.Contains("xn--", StringComparison.Ordinal) ? UrlRule.Idn : UrlRule.HostCase;
        var bytes = Encoding.UTF8.GetBytes(host);
        if (bytes.Length > _name.Length) _name = new byte[bytes.Length];
        bytes.CopyTo(_name.AsSpan());
        _length = bytes.Length;
    }

    /// <summary>Takes www., amp. and the hosts for phones off, and gives the site its main name.</summary>
    public void Shorten(ref UrlRule rules)
    {
        while (UrlHosts.TryShorten(Name, out var shorter, out var rule))
        {
            Rename(shorter);
            rules |= rule;
        }
    }
}
