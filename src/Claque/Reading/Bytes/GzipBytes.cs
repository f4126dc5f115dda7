using System.IO.Compression;

namespace Claque.Reading.Bytes;

/// <summary>Unpacks gzip, one member or several, and tells a file that was cut off from one that ends.</summary>
/// <remarks>
/// <see cref="GZipStream"/> takes a cut file for a whole one. Here a small member of known content is put behind the file: only
/// when it comes out unharmed did the file end where a member ends. Nothing unpacked after the file's last byte is handed on.
/// </remarks>
internal sealed class GzipBytes : ReadOnlyStream
{
    private const int Piece = 4096; // What a Read that fails can lose at most.
    private static readonly byte[] Marker = "the end"u8.ToArray();
    private static readonly byte[] MarkerMember = Pack(Marker);

    private readonly FileThenMarker _input;
    private readonly GZipStream _unpacked;
    private bool _ended;

    public GzipBytes(Stream compressed)
    {
        _input = new FileThenMarker(compressed);
        _unpacked = new GZipStream(_input, CompressionMode.Decompress, leaveOpen: true);
    }

    /// <exception cref="BrokenStreamException">Cut off or damaged. Everything before was handed out.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (_ended || buffer.IsEmpty) return 0;
        try
        {
            var got = _unpacked.Read(buffer[..Math.Min(buffer.Length, Piece)]);
            if (got > 0) return got;
            _ended = true;
            if (!EndsWithAMember()) throw new BrokenStreamException("the gzip data end too early: the file was cut off");
            return 0;
        }
        catch (InvalidDataException)
        {
            _ended = true;
            throw new BrokenStreamException("the gzip data are damaged");
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _unpacked.Dispose();
        base.Dispose(disposing);
    }

    private bool EndsWithAMember()
    {
        _input.AddMarker();
        var rest = new byte[Marker.Length + 1];
        try
        {
            var used = 0;
            for (int got; used < rest.Length && (got = _unpacked.Read(rest, used, rest.Length - used)) > 0;) used += got;
            return rest.AsSpan(0, used).SequenceEqual(Marker);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(content);
        return packed.ToArray();
    }

    private sealed class FileThenMarker(Stream file) : Stream
    {
        private int _markerUsed = MarkerMember.Length;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public void AddMarker() => _markerUsed = 0;

        public override int Read(byte[] buffer, int offset, int count)
        {
            var got = file.Read(buffer, offset, count);
            if (got > 0) return got;
            got = Math.Min(count, MarkerMember.Length - _markerUsed);
            MarkerMember.AsSpan(_markerUsed, got).CopyTo(buffer.AsSpan(offset));
            _markerUsed += got;
            return got;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
