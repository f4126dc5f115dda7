using System.IO.Compression;

namespace Claque.Reading.Bytes;

/// <summary>Unpacks one file of a ZIP archive, and tells one that was damaged by its length and its check sum.</summary>
/// <remarks>The platform's own stream compares neither.</remarks>
internal sealed class ZipBytes : ReadOnlyStream
{
    private readonly Stream _unpacked;
    private readonly uint _sum;
    private readonly Crc32 _read = new();
    private long _left;

    /// <exception cref="InputException">Packed with a password or in an unusual way, or not where the archive says.</exception>
    public ZipBytes(ZipArchiveEntry entry, string name)
    {
        if (entry.IsEncrypted) throw new InputException($"{name} is a ZIP archive that asks for a password. Unpack it and give the file.");
        (_left, _sum) = (entry.Length, entry.Crc32);
        try
        {
            _unpacked = entry.Open();
        }
        catch (InvalidDataException e)
        {
            throw new InputException($"{name} is a ZIP archive that cannot be unpacked here: {e.Message} Unpack it and give the file, or get it again.", e);
        }
    }

    /// <exception cref="BrokenStreamException">Damaged. Everything before was handed out.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty) return 0;
        try
        {
            var got = _unpacked.Read(buffer);
            _left -= got;
            _read.Add(buffer[..got]);
            if (got == 0 && (_left != 0 || _read.Sum != _sum)) throw Damaged();
            return got;
        }
        catch (InvalidDataException)
        {
            throw Damaged();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _unpacked.Dispose();
        base.Dispose(disposing);
    }

    private static BrokenStreamException Damaged() => new("the ZIP archive is damaged");
}
