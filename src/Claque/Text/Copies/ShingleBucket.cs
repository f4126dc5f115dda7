using System.Runtime.InteropServices;
using Claque.Text.Prose;

namespace Claque.Text.Copies;

/// <summary>A kept shingle and where it stands.</summary>
internal readonly record struct ShinglePlace(ulong Hash, int Text, int Place);

/// <summary>All shingles whose hashes begin with the same bits, in blocks of one size.</summary>
internal sealed class ShingleBucket
{
    private const int BlockLength = 1 << 14;
    private readonly Lock _gate = new();
    private List<ShinglePlace[]> _blocks = [];
    private int _inLast = BlockLength;

    public void Add(ReadOnlySpan<ShinglePlace> places)
    {
        lock (_gate)
        {
            while (!places.IsEmpty)
            {
                if (_inLast == BlockLength)
                {
                    _blocks.Add(new ShinglePlace[BlockLength]);
                    _inLast = 0;
                }

                var fits = Math.Min(BlockLength - _inLast, places.Length);
                places[..fits].CopyTo(_blocks[^1].AsSpan(_inLast));
                _inLast += fits;
                places = places[fits..];
            }
        }
    }

    /// <summary>All of it in one array; the bucket is empty afterwards.</summary>
    public ShinglePlace[] Take()
    {
        if (_blocks.Count == 0) return [];
        var all = new ShinglePlace[(_blocks.Count - 1) * BlockLength + _inLast];
        for (var i = 0; i < _blocks.Count; i++)
            _blocks[i].AsSpan(0, Math.Min(BlockLength, all.Length - i * BlockLength)).CopyTo(all.AsSpan(i * BlockLength));
        _blocks = [];
        _inLast = BlockLength;
        return all;
    }
}

/// <summary>What one thread needs to cut texts into shingles.</summary>
internal sealed class ShingleScratch(int parts)
{
    private readonly WordHashes _words = new();
    private readonly List<ShinglePlace>[] _parts = [.. Enumerable.Range(0, parts).Select(_ => new List<ShinglePlace>())];
    private ulong[] _hashes = [];
    private int[] _places = [];

    public void Add(int number, string text, ReadOnlySpan<TextSpan> parts, ShingleOptions options, int partBits)
    {
        _words.Read(text, parts);
        if (_hashes.Length < _words.Count) (_hashes, _places) = (new ulong[_words.Count * 2], new int[_words.Count * 2]);
        var count = Shingles.Of(_words.Hashes, options, _hashes, _places);
        for (var i = 0; i < count; i++) _parts[_hashes[i] >> (64 - partBits)].Add(new ShinglePlace(_hashes[i], number, _places[i]));
    }

    public void MoveTo(ShingleBucket[] buckets)
    {
        for (var part = 0; part < _parts.Length; part++)
        {
            buckets[part].Add(CollectionsMarshal.AsSpan(_parts[part]));
            _parts[part].Clear();
        }
    }
}
