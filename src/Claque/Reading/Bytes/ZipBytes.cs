using System.IO.Compression;

namespace Claque.Reading.Bytes;

/// <summary>Unpacks one file of a ZIP archive, and tells one that was damaged by its length and its check sum.</summary>
/// <remarks>The platform's own stream compares neither.</remarks>
internal sealed class ZipBytes : Stream
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

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <exception cref="BrokenStreamException">Damaged. Everything before was handed out.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        if (count == 0) return 0;
        try
        {
            var got = _unpacked.Read(buffer, offset, count);
            _left -= got;
            _read.Add(buffer.AsSpan(offset, got));
            if (got == 0 && (_left != 0 || _read.Sum != _sum)) throw Damaged();
            return got;
        }
        catch (InvalidDataException)
        {
            throw Damaged();
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _unpacked.Dispose();
        base.Dispose(disposing);
    }

    private static BrokenStreamException Damaged() => new("the ZIP archive is damaged");
}
