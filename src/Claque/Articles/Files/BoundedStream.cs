using Claque.Reading;
using Claque.Reading.Bytes;

namespace Claque.Articles.Files;

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
