using System.Text;
using Claque.Columns;
using Claque.Text;

namespace Claque.Tracing;

/// <summary>Keys that are scoped by platform, and values that are none.</summary>
internal sealed class ObjectKeys
{
    /// <summary>What programs write for a value that is missing; compared as it stands.</summary>
    private static readonly NameTable Missing = Table("NA", "N/A", "NaN", "nan", "NULL", "null", "None", "nil", "undefined", "\\N", "[]", "{}", "-");

    /// <summary>What they write for an id that is missing.</summary>
    private static readonly NameTable MissingIds = Table("0", "-1", "0.0");

    private readonly ByteBuffer _key = new();
    private string _platform = "";
    private byte[] _platformBytes = [];

    /// <summary>A value without the white space around it; empty when it only stands for a missing one.</summary>
    public static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> value, Tally missing)
    {
        value = value.Trim(" \t\r\n"u8);
        if (value.Length > 9 || value.IsEmpty || Missing.Find(value) < 0) return value;
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

    /// <summary>The key that accounts are told apart by: platform and id with a zero between, which no name has.</summary>
    public ReadOnlySpan<byte> Account(string platform, ReadOnlySpan<byte> id)
    {
        _key.Clear();
        _key.Add(Bytes(platform));
        _key.Add(0);
        _key.Add(id);
        return _key.Bytes;
    }

    /// <summary>The names to show: the id alone, or with its platform where two platforms have the same id.</summary>
    public static NameTable AccountNames(NameTable keys)
    {
        var ids = new NameTable();
        var uses = new List<int>();
        for (var account = 0; account < keys.Count; account++)
        {
            var id = ids.Intern(Split(keys.Bytes(account), out _), out var added);
            if (added) uses.Add(1);
            else uses[id]++;
        }

        // No id came twice: each got its account's number.
        if (ids.Count == keys.Count) return ids;
        var names = new NameTable();
        var name = new ByteBuffer();
        for (var account = 0; account < keys.Count; account++)
        {
            var id = Split(keys.Bytes(account), out var platform);
            name.Clear();
            if (uses[ids.Find(id)] > 1 && !platform.IsEmpty)
            {
                name.Add(platform);
                name.Add((byte)':');
            }

            name.Add(id);
            // "x:17" may also be somebody's id as it stands.
            while (names.Find(name.Bytes) >= 0) name.Add((byte)'\'');
            names.Intern(name.Bytes);
        }

        return names;
    }

    private static ReadOnlySpan<byte> Split(ReadOnlySpan<byte> key, out ReadOnlySpan<byte> platform)
    {
        var zero = key.IndexOf((byte)0);
        platform = key[..zero];
        return key[(zero + 1)..];
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
