using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Claque.Columns;
using Claque.Reading.Tables;

namespace Claque.Reading.Times;

/// <summary>Reads times in any usual form, or in the one form that the user gives.</summary>
internal sealed class TimeReader
{
    private readonly string? _format;
    private readonly bool _formatHasZone;
    private readonly TimePrecision _formatPrecision;
    private readonly DateOrder _order;
    private ulong _dateHead;
    private ushort _dateTail;
    private long _dateUs = long.MinValue;

    /// <exception cref="InputException">The time format or zone cannot be used.</exception>
    public TimeReader(string? format, string? zone, DateOrder order)
    {
        (_format, _order, Zone) = (format, order, new ZoneRule(zone));
        if (format is null) return;
        (_formatPrecision, _formatHasZone) = TimeFormats.Describe(format);
    }

    /// <summary>The zone of times that carry none.</summary>
    public ZoneRule Zone { get; }

    /// <summary>Reads one time.</summary>
    /// <param name="text">The cell; blanks around it do not matter.</param>
    /// <param name="utcUs">Microseconds since 1970 UTC.</param>
    /// <param name="written">The time on the clock that wrote it.</param>
    public TimeOutcome Read(ReadOnlySpan<byte> text, out long utcUs, out WrittenTime written)
    {
        text = Cells.WithoutBlanks(text);
        utcUs = 0;
        var outcome = _format is null ? Recognise(text, out written) : ByFormat(text, out written);
        if (outcome != TimeOutcome.Read) return outcome;
        if (written.OffsetMinutes is { } minutes)
        {
            utcUs = written.FaceUs - minutes * Us.Minute;
            return TimeOutcome.Read;
        }

        return Zone.ToUtc(written.FaceUs, out utcUs) ? TimeOutcome.Read : TimeOutcome.Skipped;
    }

    /// <summary>Reads a time that carries its zone, in one of the two forms that nearly every row has; false for all others.</summary>
    public bool ReadUsual(ReadOnlySpan<byte> text, out WrittenTime written)
    {
        written = default;
        return _format is null && (PlainNumber(text, out written) || Iso(text, out written)) && written.OffsetMinutes == 0;
    }

    private TimeOutcome Recognise(ReadOnlySpan<byte> text, out WrittenTime written)
    {
        if (Iso(text, out written) || PlainNumber(text, out written)) return TimeOutcome.Read;
        if (TimeNumbers.LooksLikeOne(text)) return TimeNumbers.Read(text, out written);
        return ClockForms.Read(text, _order, out written);
    }

    /// <summary>2024-01-31T12:00:00Z and 2024-01-31 12:00:00, with a fraction or not: what nearly every row holds.</summary>
    private bool Iso(ReadOnlySpan<byte> text, out WrittenTime written)
    {
        written = default;
        if (text.Length is not (19 or 20 or 24 or 27) || text[4] != '-' || text[7] != '-' || text[13] != ':' || text[16] != ':') return false;
        if (text[10] is not ((byte)'T' or (byte)' ')) return false;
        var head = BinaryPrimitives.ReadUInt64LittleEndian(text);
        var tail = BinaryPrimitives.ReadUInt16LittleEndian(text[8..]);
        if ((head != _dateHead || tail != _dateTail || _dateUs == long.MinValue) && !NewDate(text, head, tail)) return false;
        if (Us.OfClock(Two(text, 11), Two(text, 14), Two(text, 17)) is not { } clock) return false;
        var face = _dateUs + clock;
        var precision = TimePrecision.Second;
        if (text.Length > 20)
        {
            var cursor = new Cursor(text[..^1]) { Position = 20 };
            if (text[19] != '.' || !ClockForms.Fraction(ref cursor, out var fraction, out precision) || !cursor.AtEnd) return false;
            face += fraction;
        }

        if (text.Length > 19 && text[^1] != 'Z') return false;
        written = new WrittenTime(face, precision, text.Length > 19 ? 0 : null);
        return true;
    }

    /// <summary>Whole seconds or milliseconds since 1970, of 10 and 13 digits: what <see cref="TimeNumbers"/> would make of them.</summary>
    private static bool PlainNumber(ReadOnlySpan<byte> text, out WrittenTime written)
    {
        written = default;
        if (text.Length is not (10 or 13) || !Digits.TryRead(text, out var number)) return false;
        if (number >= 100_000_000_000) written = new WrittenTime((long)number * 1000, TimePrecision.Millisecond, 0);
        else written = new WrittenTime((long)number * Us.Second, TimePrecision.Second, 0);
        return true;
    }

    private bool NewDate(ReadOnlySpan<byte> text, ulong head, ushort tail)
    {
        var (century, year) = (Two(text, 0), Two(text, 2));
        if (century < 0 || year < 0 || Us.OfDate(century * 100 + year, Two(text, 5), Two(text, 8)) is not { } us) return false;
        (_dateHead, _dateTail, _dateUs) = (head, tail, us);
        return true;
    }

    /// <summary>Two digits as a number; something below 0 when they are none.</summary>
    private static int Two(ReadOnlySpan<byte> text, int at)
    {
        var (a, b) = (text[at] - '0', text[at + 1] - '0');
        return (uint)a > 9 || (uint)b > 9 ? -1000 : a * 10 + b;
    }

    private TimeOutcome ByFormat(ReadOnlySpan<byte> text, out WrittenTime written)
    {
        written = default;
        if (text.Length > 100) return TimeOutcome.Unreadable;
        Span<char> chars = stackalloc char[100];
        var length = Encoding.UTF8.GetChars(text, chars);
        const DateTimeStyles styles = DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AssumeUniversal;
        if (!DateTimeOffset.TryParseExact(chars[..length], _format, CultureInfo.InvariantCulture, styles, out var moment))
            return TimeOutcome.Unreadable;
        var face = (moment.DateTime.Ticks - DateTime.UnixEpoch.Ticks) / 10;
        written = new WrittenTime(face, _formatPrecision, _formatHasZone ? (int)moment.Offset.TotalMinutes : null);
        return TimeOutcome.Read;
    }
}
