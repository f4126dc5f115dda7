using System.Text;

namespace Claque.Reading.Bytes;

/// <summary>A file as a stream of UTF-8 (or, unchanged, Windows-1252) bytes: unpacked, without byte order mark; with a sample of its beginning.</summary>
internal sealed class FileBytes : IDisposable
{
    private const int SampleLength = 1 << 20;
    private readonly Stream _file;
    private readonly bool _owned;
    private readonly long _start;
    private readonly int _markBytes;
    private Stream? _open;

    /// <param name="file">Seekable; read from where it stands.</param>
    /// <param name="name">What messages call the file.</param>
    /// <param name="owned">Whether to dispose the stream.</param>
    /// <exception cref="InputException">Empty, or not a text file.</exception>
    public FileBytes(Stream file, string name, bool owned)
    {
        (_file, _owned, _start, Name) = (file, owned, file.Position, name);
        Length = file.Length - _start;
        if (Length == 0) throw new InputException($"{name} is empty: 0 bytes.");
        Packing = Packings.Of(file, name);
        Sample = ReadSample();
        (Kind, _markBytes) = TextKinds.Of(Sample);
        FileKinds.RefuseOthers(Sample.AsSpan(_markBytes), Kind, name);
        if (_markBytes > 0 || Kind is TextKind.Utf16LittleEndian or TextKind.Utf16BigEndian) Sample = ReadSample();
        if (Sample.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) < 0) throw new InputException($"{name} holds no text: there are only blanks in it.");
    }

    /// <summary>What messages call the file.</summary>
    public string Name { get; }

    /// <summary>Bytes as stored.</summary>
    public long Length { get; }

    /// <summary>Bytes as stored that were read so far.</summary>
    public long BytesRead => Math.Min(Length, _file.Position - _start);

    /// <summary>How the file packs its text.</summary>
    public Packing Packing { get; }

    /// <summary>What of the file is not read; null when all is.</summary>
    public string? Note { get; private set; }

    /// <summary>How the characters are written.</summary>
    public TextKind Kind { get; }

    /// <summary>The word for it.</summary>
    public string Encoding => TextKinds.Word(Kind, _markBytes > 0);

    /// <summary>The first bytes of <see cref="Open"/>, 1 MiB at most.</summary>
    public byte[] Sample { get; }

    /// <summary>True when the sample is the whole file.</summary>
    public bool SampleIsWhole { get; private set; }

    /// <summary>The bytes from the beginning. Ends the stream that was opened before.</summary>
    public Stream Open()
    {
        Close();
        _file.Position = _start;
        Stream stream = Packing == Packing.None ? new Unowned(_file) : Packings.Open(Packing, _file, Name);
        if (stream is WorkbookBytes { SheetCount: > 1 } workbook) Note = $"Of {workbook.SheetCount:N0} sheets the first with anything in it is read: '{workbook.Sheet}'.";
        for (var left = _markBytes; left > 0; left--)
            if (stream.ReadByte() < 0) break;
        var wide = Kind == TextKind.Utf16LittleEndian ? System.Text.Encoding.Unicode : System.Text.Encoding.BigEndianUnicode;
        if (Kind is TextKind.Utf16LittleEndian or TextKind.Utf16BigEndian)
            stream = System.Text.Encoding.CreateTranscodingStream(stream, wide, new UTF8Encoding(false));
        return _open = stream;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        if (_owned) _file.Dispose();
    }

    private void Close()
    {
        _open?.Dispose();
        _open = null;
    }

    private byte[] ReadSample()
    {
        var buffer = new BlockBuffer(Open(), SampleLength, SampleLength);
        buffer.Fill();
        SampleIsWhole = buffer.Ended && buffer.Broken is null;
        if (buffer.End == 0) throw new InputException($"{Name}: {buffer.Broken ?? "nothing is packed in it"}; not one row could be read.");
        return buffer.Unread.ToArray();
    }

    /// <summary>Keeps the file open when a stream around it is disposed.</summary>
    private sealed class Unowned(Stream file) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => file.Length;
        public override long Position { get => file.Position; set => throw new NotSupportedException(); }
        public override int Read(byte[] buffer, int offset, int count) => file.Read(buffer, offset, count);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
