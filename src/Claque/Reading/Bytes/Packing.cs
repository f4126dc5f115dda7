using System.IO.Compression;

namespace Claque.Reading.Bytes;

/// <summary>How a file packs the text that is read.</summary>
internal enum Packing
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>With gzip.</summary>
    Gzip,

    /// <summary>As the only file of posts in a ZIP archive.</summary>
    Zip,

    /// <summary>As the first sheet of an Excel workbook.</summary>
    Workbook,
}

/// <summary>Tells how a file is packed, and unpacks it.</summary>
internal static class Packings
{
    private const int MostNamed = 5;
    private const long MostKeptBytes = 512 << 20;
    private static readonly string[] Ends = [".csv", ".tsv", ".tab", ".txt", ".json", ".jsonl", ".ndjson"];

    /// <summary>How a file is packed.</summary>
    /// <param name="file">Seekable, at its beginning.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="InputException">An archive that does not hold one file of posts.</exception>
    public static Packing Of(Stream file, string name)
    {
        Span<byte> first = stackalloc byte[4];
        var start = file.Position;
        first = first[..file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false)];
        file.Position = start;
        if (FileKinds.IsGzip(first)) return Packing.Gzip;
        if (!FileKinds.IsZip(first)) return Packing.None;
        using var archive = Archive(file, name);
        if (archive.GetEntry("xl/workbook.xml") is not null)
        {
            RefuseLarge(archive, name);
            return Packing.Workbook;
        }

        _ = OnlyFile(archive, name);
        return Packing.Zip;
    }

    /// <summary>The unpacked bytes. The file stays open when they are disposed.</summary>
    /// <exception cref="InputException">An archive that cannot be unpacked, or a workbook that cannot be read.</exception>
    public static Stream Open(Packing packing, Stream file, string name) => packing switch
    {
        Packing.Gzip => new GzipBytes(file),
        Packing.Zip => new ZipBytes(OnlyFile(Archive(file, name), name), name),
        Packing.Workbook => new WorkbookBytes(file, name),
        _ => throw new ArgumentOutOfRangeException(nameof(packing)),
    };

    /// <summary>Rows come one by one, but the texts that the cells of a workbook share have to be kept.</summary>
    private static void RefuseLarge(ZipArchive archive, string name)
    {
        var kept = archive.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal) && !entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal));
        if (kept.Max(entry => entry.Length) is var length and > MostKeptBytes)
            throw new InputException($"{name} is an Excel workbook with {length >> 20:N0} MB of texts, more than is kept in memory. Save the sheet as CSV (UTF-8).");
    }

    private static ZipArchive Archive(Stream file, string name)
    {
        try
        {
            var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            _ = archive.Entries; // The list is read here, not when it is first asked for.
            return archive;
        }
        catch (InvalidDataException e)
        {
            throw new InputException($"{name} begins like a ZIP archive, but its list of files is missing: it was cut off or damaged. Get it again.", e);
        }
    }

    /// <summary>The one file of posts in an archive; what systems put beside it does not count.</summary>
    private static ZipArchiveEntry OnlyFile(ZipArchive archive, string name)
    {
        var files = archive.Entries
            .Where(entry => Ends.Any(end => entry.Name.EndsWith(end, StringComparison.OrdinalIgnoreCase)) && !entry.Name.StartsWith('.') && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal))
            .ToList();
        if (files is [var only]) return only;
        var what = files.Count == 0
            ? "no table and no JSON. Articles are read by 'claque import --articles', after unpacking"
            : $"{files.Count:N0} files: {string.Join(", ", files.Take(MostNamed).Select(entry => entry.Name))}{(files.Count > MostNamed ? ", …" : "")}. Unpack it and give the files, all at once if you like";
        throw new InputException($"{name} is a ZIP archive with {what}.");
    }
}
