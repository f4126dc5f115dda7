using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Claque.Reading.Tables;

/// <summary>Finds the signs that end fields and rows, 64 bytes at a time. Every width of vector finds the same.</summary>
internal ref struct FieldMarks
{
    /// <summary>Bytes behind the last one that must be there to be read, whatever stands in them.</summary>
    public const int Slack = 64;

    private const byte Quote = (byte)'"';

    private readonly ref byte _bytes;
    private readonly byte _delimiter;
    private readonly byte _lineEnd;
    private readonly int _end;
    private int _from;
    private ulong _marks;
    private int _quotesFrom = -1; // Quotation marks are looked for only where a field begins with one.
    private ulong _quotes;

    /// <param name="bytes">The bytes up to <paramref name="end"/>, and <see cref="Slack"/> more.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="end">One behind the last byte to look at.</param>
    /// <param name="delimiter">Ends a field.</param>
    /// <param name="lineEnd">Ends a row.</param>
    public FieldMarks(Span<byte> bytes, int start, int end, byte delimiter, byte lineEnd)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end + Slack, bytes.Length, nameof(end));
        _bytes = ref MemoryMarshal.GetReference(bytes);
        (_end, _delimiter, _lineEnd) = (end, delimiter, lineEnd);
        Seek(start);
    }

    /// <summary>Place of the next sign; -1 when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Next()
    {
        while (_marks == 0)
        {
            if (_end - _from <= 64) return -1;
            Seek(_from + 64);
        }

        var mark = _from + BitOperations.TrailingZeroCount(_marks);
        _marks &= _marks - 1;
        return mark;
    }

    /// <summary>Place of the first quotation mark from a place on, which is not before the last sign given; -1 when there is none. The signs before it are passed over.</summary>
    /// <param name="passed">Set when there were such signs.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NextQuote(int from, ref bool passed)
    {
        if (from - _from >= 64) Seek(from);
        var quotes = Quotes() & (ulong.MaxValue << (from - _from));
        while (quotes == 0)
        {
            passed |= _marks != 0;
            if (_end - _from <= 64) return -1;
            Seek(_from + 64);
            quotes = Quotes();
        }

        var at = BitOperations.TrailingZeroCount(quotes);
        var behind = ulong.MaxValue << at;
        passed |= (_marks & ~behind) != 0;
        _marks &= behind;
        return _from + at;
    }

    /// <summary>A bit for each of the 64 bytes at hand: set where a quotation mark stands.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Quotes()
    {
        if (_quotesFrom == _from) return _quotes;
        (_quotesFrom, _quotes) = (_from, Of(ref Unsafe.Add(ref _bytes, _from), Quote, Quote));
        if (_end - _from < 64) _quotes &= (1UL << (_end - _from)) - 1;
        return _quotes;
    }

    /// <summary>Goes on from a place.</summary>
    public void Seek(int start)
    {
        _from = start;
        var left = _end - start;
        if (left <= 0)
        {
            _marks = 0;
            return;
        }

        _marks = Of(ref Unsafe.Add(ref _bytes, start), _delimiter, _lineEnd);
        if (left < 64) _marks &= (1UL << left) - 1;
    }

    /// <summary>A bit for each of 64 bytes: set where one of the two signs stands.</summary>
    private static ulong Of(ref byte bytes, byte delimiter, byte lineEnd)
    {
        if (Vector512.IsHardwareAccelerated) return By512(ref bytes, delimiter, lineEnd);
        if (Vector256.IsHardwareAccelerated) return By256(ref bytes, delimiter, lineEnd);
        return Vector128.IsHardwareAccelerated ? By128(ref bytes, delimiter, lineEnd) : ByByte(ref bytes, delimiter, lineEnd);
    }

    internal static ulong By512(ref byte bytes, byte delimiter, byte lineEnd)
    {
        var part = Vector512.LoadUnsafe(ref bytes);
        return (Vector512.Equals(part, Vector512.Create(delimiter)) | Vector512.Equals(part, Vector512.Create(lineEnd))).ExtractMostSignificantBits();
    }

    internal static ulong By256(ref byte bytes, byte delimiter, byte lineEnd)
    {
        var marks = 0UL;
        for (var at = 0; at < 64; at += 32)
        {
            var part = Vector256.LoadUnsafe(ref bytes, (nuint)at);
            var found = Vector256.Equals(part, Vector256.Create(delimiter)) | Vector256.Equals(part, Vector256.Create(lineEnd));
            marks |= (ulong)found.ExtractMostSignificantBits() << at;
        }

        return marks;
    }

    internal static ulong By128(ref byte bytes, byte delimiter, byte lineEnd)
    {
        var marks = 0UL;
        for (var at = 0; at < 64; at += 16)
        {
            var part = Vector128.LoadUnsafe(ref bytes, (nuint)at);
            var found = Vector128.Equals(part, Vector128.Create(delimiter)) | Vector128.Equals(part, Vector128.Create(lineEnd));
            marks |= (ulong)found.ExtractMostSignificantBits() << at;
        }

        return marks;
    }

    internal static ulong ByByte(ref byte bytes, byte delimiter, byte lineEnd)
    {
        var marks = 0UL;
        for (var at = 0; at < 64; at++)
        {
            var one = Unsafe.Add(ref bytes, at);
            if (one == delimiter || one == lineEnd) marks |= 1UL << at;
        }

        return marks;
    }
}
