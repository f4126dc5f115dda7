namespace Claque.Reading.Bytes;

/// <summary>Kinds of file told by their first bytes.</summary>
internal static class FileKinds
{
    /// <summary>First bytes, what such a file is, and what to do with it.</summary>
    private static readonly (byte[] Magic, string What)[] Others =
    [
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel or Office file. Save the sheet as CSV (UTF-8)"),
        ([0x28, 0xB5, 0x2F, 0xFD], "packed with Zstandard. Unpack it first: zstd -d FILE"),
        ("BZh"u8.ToArray(), "packed with bzip2. Unpack it first: bunzip2 FILE"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "packed with xz. Unpack it first: unxz FILE"),
        ([0x37, 0x7A, 0xBC, 0xAF], "a 7-Zip archive. Unpack it first"),
        ("SQLite format 3"u8.ToArray(), "a SQLite database, perhaps a case of Claque. Give it where a case is expected, or export a table as CSV"),
        ("PAR1"u8.ToArray(), "a Parquet file. Export it as CSV first"),
        ("%PDF"u8.ToArray(), "a PDF. Posts are read from CSV or JSON"),
    ];

    public static bool IsZip(ReadOnlySpan<byte> first) => first is [(byte)'P', (byte)'K', 3, 4, ..];

    public static bool IsGzip(ReadOnlySpan<byte> first) => first is [0x1F, 0x8B, ..];

    /// <exception cref="InputException">The file is not a table or JSON.</exception>
    public static void RefuseOthers(ReadOnlySpan<byte> sample, TextKind kind, string name)
    {
        foreach (var (magic, what) in Others)
            if (sample.StartsWith(magic)) throw new InputException($"{name} is {what}.");
        if (kind is TextKind.Utf16LittleEndian or TextKind.Utf16BigEndian) return;
        RefuseBinary(sample, name);
        var text = sample.TrimStart(" \t\r\n"u8);
        if (StartsWithAny(text, "<!doctype", "<html", "<?xml", "<rss", "<feed"))
            throw new InputException($"{name} is a web page or feed, not a table or JSON of posts. Articles are read by 'claque extract'.");
    }

    private static void RefuseBinary(ReadOnlySpan<byte> sample, string name)
    {
        var (controls, first) = (0L, -1);
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] >= 0x20 || sample[i] is 9 or 10 or 12 or 13) continue;
            controls++;
            if (first < 0) first = i;
        }

        if (controls * 100 <= sample.Length) return;
        throw new InputException($"{name} is not a text file: byte 0x{sample[first]:X2} at offset {first}. Posts are read from CSV, TSV, JSON or JSON Lines, also packed with gzip or ZIP, and from Excel workbooks (.xlsx).");
    }

    private static bool StartsWithAny(ReadOnlySpan<byte> text, params ReadOnlySpan<string> beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (text.Length < beginning.Length) continue;
            if (System.Text.Ascii.EqualsIgnoreCase(text[..beginning.Length], beginning)) return true;
        }

        return false;
    }
}
