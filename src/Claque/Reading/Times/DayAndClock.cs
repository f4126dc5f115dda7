namespace Claque.Reading.Times;

/// <summary>Joins a day and a time of day that stand in two columns. Keeps its buffer; one for each thread.</summary>
internal sealed class DayAndClock
{
    private byte[] _joined = new byte[64];

    /// <summary>The day as it is written, without a time of day that a spreadsheet may have added, and the time of day. Valid until the next call.</summary>
    public ReadOnlySpan<byte> Join(ReadOnlySpan<byte> day, ReadOnlySpan<byte> clock)
    {
        day = day.Trim(" \t"u8);
        clock = clock.Trim(" \t"u8);
        if (day.EndsWith(" 00:00:00"u8)) day = day[..^9];
        if (clock.IsEmpty || day.IsEmpty) return day;
        if (_joined.Length < day.Length + 1 + clock.Length) _joined = new byte[2 * (day.Length + 1 + clock.Length)];
        day.CopyTo(_joined);
        _joined[day.Length] = (byte)' ';
        clock.CopyTo(_joined.AsSpan(day.Length + 1));
        return _joined.AsSpan(0, day.Length + 1 + clock.Length);
    }
}
