using System.Buffers.Binary;
using Claque.Columns;
using Claque.Text;

namespace Claque.Tracing;

/// <summary>Finds posts that came before, by account and id.</summary>
/// <remarks>
/// Exports mostly come in the order of their ids, newest or oldest first. As long as ids only rise or only fall none can come
/// again, so they are merely noted down; the first one out of order makes the table that look-ups need.
/// </remarks>
internal sealed class PostIds
{
    private readonly List<byte[]> _noted = [];
    private readonly ByteBuffer _key = new();
    private readonly ByteBuffer _last = new();
    private readonly Column<int> _places = new();
    private NameTable? _known;
    private int _direction;
    private int _used = NoteBlock;

    private const int NoteBlock = 1 << 20;

    /// <summary>Place of the post that had this account and id before; <paramref name="place"/>, now noted, when none had.</summary>
    public int FirstPlace(int account, ReadOnlySpan<byte> id, int place)
    {
        if (_known is null && IsInOrder(id))
        {
            Note(account, id);
            _places.Add(place);
            return place;
        }

        _known ??= TableOfNoted();
        var number = _known.Intern(Key(account, id), out var added);
        if (!added) return _places[number];
        _places.Add(place);
        return place;
    }

    /// <summary>Longer ids come after shorter ones, those of one length byte by byte: the order of whole numbers.</summary>
    private bool IsInOrder(ReadOnlySpan<byte> id)
    {
        var order = _places.Count == 0 ? 1
            : id.Length != _last.Length ? id.Length.CompareTo(_last.Length)
            : Math.Sign(id.SequenceCompareTo(_last.Bytes));
        if (_places.Count == 1) _direction = order;
        if (_places.Count > 0 && (order == 0 || order != _direction)) return false;
        _last.Clear();
        _last.Add(id);
        return true;
    }

    private ReadOnlySpan<byte> Key(int account, ReadOnlySpan<byte> id)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(number, account);
        _key.Clear();
        _key.Add(number);
        _key.Add(id);
        return _key.Bytes;
    }

    private void Note(int account, ReadOnlySpan<byte> id)
    {
        var key = Key(account, id);
        if (_used + 4 + key.Length > NoteBlock)
        {
            _noted.Add(new byte[Math.Max(NoteBlock, 4 + key.Length)]);
            _used = 0;
        }

        var block = _noted[^1].AsSpan(_used);
        BinaryPrimitives.WriteInt32LittleEndian(block, key.Length);
        key.CopyTo(block[4..]);
        _used = Math.Min(NoteBlock, _used + 4 + key.Length);
    }

    private NameTable TableOfNoted()
    {
        var table = new NameTable();
        foreach (var block in _noted)
        {
            for (var at = 0; at + 4 <= block.Length && BinaryPrimitives.ReadInt32LittleEndian(block.AsSpan(at)) is > 0 and var length; at += 4 + length)
                table.Intern(block.AsSpan(at + 4, length));
        }

        _noted.Clear();
        return table;
    }
}
