using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using Claque.Columns;
using Claque.Text;

namespace Claque.Tracing;

/// <summary>Keys that are scoped by platform, and values that are none.</summary>
internal sealed class ObjectKeys
{
    /// <summary>What programs write for a value that is missing; compared as it stands.</summary>
    private static readonly string[] MissingWords = ["NA", "N/A", "NaN", "nan", "NULL", "null", "None", "nil", "undefined", "\\N", "[]", "{}", "-"];
    private static readonly NameTable Missing = Table(MissingWords);
    private static readonly SearchValues<byte> MissingBegins = SearchValues.Create([.. MissingWords.Select(word => (byte)word[0]).Distinct()]);

    /// <summary>What they write for an id that is missing.</summary>
    private static readonly NameTable MissingIds = Table("0", "-1", "0.0");

    private readonly ByteBuffer _key = new();
    private string _platform = "";
    private byte[] _platformBytes = [];

    /// <summary>A value without the white space around it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> value) =>
        value.Length > 0 && value[0] > ' ' && value[^1] > ' ' ? value : value.Trim(" \t\r\n"u8);

    /// <summary>A value without the white space around it; empty when it only stands for a missing one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> value, Tally missing)
    {
        value = Trimmed(value);
        if (value.Length > 9 || value.IsEmpty || !MissingBegins.Contains(value[0]) || Missing.Find(value) < 0) return value;
        missing.Count++;
        return default;
    }

    /// <summary>As <see cref="Value"/>, for an id: 0 and -1 are none either.</summary>
    public static ReadOnlySpan<byte> Id(ReadOnlySpan<byte> id, Tally missing)
    {
        id = Value(id, missing);
        if (id.Length > 3 || id.IsEmpty || MissingIds.Find(id) < 0) return id;
        missing.Count++;
        return default;
    }

    /// <summary>The id with its platform before it where that is known: <c>x:17</c>. Valid until the next call.</summary>
    public ReadOnlySpan<byte> OnPlatform(string platform, ReadOnlySpan<byte> id)
    {
        if (platform.Length == 0) return id;
        _key.Clear();
        _key.Add(Bytes(platform));
        _key.Add((byte)':');
        _key.Add(id);
        return _key.Bytes;
    }

    private ReadOnlySpan<byte> Bytes(string platform)
    {
        if (platform != _platform) (_platform, _platformBytes) = (platform, Encoding.UTF8.GetBytes(platform));
        return _platformBytes;
    }

    private static NameTable Table(params string[] names)
    {
        var table = new NameTable();
        foreach (var name in names) table.Intern(name);
        return table;
    }
}
