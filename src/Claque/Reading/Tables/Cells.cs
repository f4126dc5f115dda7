using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Claque.Reading.Tables;

/// <summary>What stands in a cell, told quickly.</summary>
internal static class Cells
{
    private static readonly SearchValues<byte> DigitsAndPoints = SearchValues.Create("0123456789.,"u8);
    private static readonly SearchValues<byte> NothingBegins = SearchValues.Create([.. ColumnNames.Nothing.Where(word => word.Length > 0).Select(word => Encoding.UTF8.GetBytes(word)[0]).Distinct()]);
    private static readonly byte[][] Nothing = [.. ColumnNames.Nothing.Order(StringComparer.Ordinal).Select(Encoding.UTF8.GetBytes)];

    /// <summary>A cell without the blanks around it.</summary>
    public static ReadOnlySpan<byte> WithoutBlanks(ReadOnlySpan<byte> cell) =>
        cell.Length > 0 && cell[0] > ' ' && cell[^1] > ' ' ? cell : cell.Trim(" \t"u8);

    /// <summary>True for an id that needs no second look: no white space around it, none of the words for nothing, rounded by nobody.</summary>
    /// <remarks>Only what begins with a digit can be a rounded number, and only what is short one of the words.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsUsualId(ReadOnlySpan<byte> cell)
    {
        if (cell.Length <= 2 || cell[^1] <= ' ') return false;
        if (cell[0] > '9') return cell.Length > 9;
        return cell[0] >= '0' && cell[^2] != '.' && !HasPlus(cell);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasPlus(ReadOnlySpan<byte> cell)
    {
        if (cell.Length is < 8 or > 24) return cell.Contains((byte)'+');
        var (first, last) = (BinaryPrimitives.ReadUInt64LittleEndian(cell), BinaryPrimitives.ReadUInt64LittleEndian(cell[^8..]));
        var middle = cell.Length <= 16 ? last : BinaryPrimitives.ReadUInt64LittleEndian(cell[8..]);
        return (Pluses(first) | Pluses(middle) | Pluses(last)) != 0;
    }

    /// <summary>Not 0 when one of eight bytes is a plus.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Pluses(ulong bytes)
    {
        const ulong ones = 0x0101_0101_0101_0101;
        var zeroAtPlus = bytes ^ ('+' * ones);
        return (zeroAtPlus - ones) & ~zeroAtPlus & (ones << 7);
    }

    /// <summary>True for an empty cell and for the words that stand for nothing, such as NaN.</summary>
    public static bool IsNothing(ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty) return true;
        if (cell.Length > 9 || !NothingBegins.Contains(cell[0])) return false;
        foreach (var word in Nothing)
            if (cell.SequenceEqual(word)) return true;
        return false;
    }

    /// <summary>True for a cell of a reference that points nowhere: nothing, 0 or -1.</summary>
    public static bool IsNoReference(ReadOnlySpan<byte> cell) =>
        IsNothing(cell) || cell is [(byte)'0'] || cell.SequenceEqual("-1"u8) || cell.SequenceEqual("0.0"u8) || cell.SequenceEqual("-1.0"u8);

    /// <summary>True for 1.2E+18: an id that a spreadsheet rounded.</summary>
    public static bool IsScientific(ReadOnlySpan<byte> cell)
    {
        var plus = cell.IndexOf((byte)'+');
        if (plus < 2 || plus == cell.Length - 1 || (cell[plus - 1] | 0x20) != 'e') return false;
        var mantissa = cell[..(plus - 1)];
        return mantissa.IndexOfAnyExcept(DigitsAndPoints) < 0 && cell[(plus + 1)..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }

    /// <summary>Takes <c>.0</c> off a whole number; above 15 digits such an id went through a rounding float: then <paramref name="rounded"/>.</summary>
    public static ReadOnlySpan<byte> WithoutPointZero(ReadOnlySpan<byte> cell, out bool rounded)
    {
        rounded = false;
        if (cell.Length < 3 || cell[^1] != '0' || cell[^2] != '.' || cell[..^2].IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0) return cell;
        rounded = cell.Length - 2 > 15;
        return cell[..^2];
    }
}
