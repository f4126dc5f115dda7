using Claque.Reading;

namespace Claque.Articles.Files;

/// <summary>A stream that can only be read, once.</summary>
internal abstract class ReadOnlyStream : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public abstract override int Read(Span<byte> buffer);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>Unpacks no more than a number of bytes.</summary>
internal sealed class BoundedStream(Stream packed, long most, string name) : ReadOnlyStream
{
    private long _read;

    /// <exception cref="InputException">More than the number of bytes came out.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = packed.Read(buffer);
        _read += read;
        return _read <= most ? read : throw new InputException(
            $"{name} unpacks to more than {most / 1_000_000:N0} MB, far more than its size: it was not read further. Unpack it yourself if you trust it.");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) packed.Dispose();
        base.Dispose(disposing);
    }
}
