using System.Security.Cryptography;
using System.Text;

namespace Claque.Reports.Exports;

/// <summary>Ids of STIX objects: the same thing has the same id in every export.</summary>
internal static class StixIds
{
    // The namespace of STIX 2.1, section 2.9, for observables; ours for all else.
    private static readonly Guid Observables = new("00abedb4-aa42-466c-9c01-fed23315a9b7");
    private static readonly Guid Claque = new("5d2f4c1e-7b0a-5c63-9a58-1f1d0c6f2b77");

    /// <summary>The id of an observable, from its id contributing properties in the order of their names.</summary>
    public static string Observable(string type, params (string Name, string Value)[] properties) =>
        $"{type}--{Version5(Observables, Canonical(properties))}";

    /// <summary>The id of any other object, from what tells it apart.</summary>
    public static string Object(string type, params string[] parts) => $"{type}--{Version5(Claque, type + "\n" + string.Join('\n', parts))}";

    // JSON by the canonical scheme of RFC 8785: names in order, nothing escaped that need not be.
    private static string Canonical((string Name, string Value)[] properties)
    {
        var json = new StringBuilder("{");
        foreach (var (name, value) in properties.Where(one => one.Value.Length > 0).OrderBy(one => one.Name, StringComparer.Ordinal))
        {
            if (json.Length > 1) json.Append(',');
            Quote(json, name);
            json.Append(':');
            Quote(json, value);
        }

        return json.Append('}').ToString();
    }

    private static void Quote(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append("\\\\"),
                '\b' => json.Append("\\b"),
                '\t' => json.Append("\\t"),
                '\n' => json.Append("\\n"),
                '\f' => json.Append("\\f"),
                '\r' => json.Append("\\r"),
                < ' ' => json.Append("\\u00").Append(((int)c).ToString("x2", System.Globalization.CultureInfo.InvariantCulture)),
                _ => json.Append(c),
            };
        }

        json.Append('"');
    }

    // RFC 9562, section 5.5. The hash is what the scheme demands; nothing is kept secret by it.
    private static Guid Version5(Guid space, string name)
    {
        var bytes = new byte[16 + Encoding.UTF8.GetByteCount(name)];
        space.TryWriteBytes(bytes, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, bytes.AsSpan(16));
#pragma warning disable CA5350
        var hash = SHA1.HashData(bytes).AsSpan(0, 16);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
