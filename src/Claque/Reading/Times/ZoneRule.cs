namespace Claque.Reading.Times;

/// <summary>The zone of times that carry none.</summary>
internal sealed class ZoneRule
{
    private const long Bucket = 15 * Us.Minute; // Clocks change on quarter hours.
    private readonly TimeZoneInfo? _zone;
    private readonly long _fixedUs;
    private long _bucket = long.MinValue;
    private long _offsetUs;
    private bool _skipped;
    private bool _twice;

    /// <param name="text">IANA name, UTC, or an offset; null means UTC.</param>
    /// <exception cref="InputException">No such zone.</exception>
    public ZoneRule(string? text)
    {
        Name = string.IsNullOrWhiteSpace(text) ? "UTC" : text.Trim();
        IsGiven = !string.IsNullOrWhiteSpace(text);
        if (Name is "UTC" or "Z" or "utc" or "z") return;
        if (Name[0] is '+' or '-') _fixedUs = FixedOffset(Name);
        else _zone = Find(Name);
    }

    /// <summary>As given; UTC when not.</summary>
    public string Name { get; }

    /// <summary>True when the user named it.</summary>
    public bool IsGiven { get; }

    /// <summary>Times read in the hour that comes twice when clocks are put back; they count as standard time.</summary>
    public long Twice { get; private set; }

    /// <summary>Adds what another reader of the same zone counted, which begins anew.</summary>
    public void TakeCounts(ZoneRule other)
    {
        Twice += other.Twice;
        other.Twice = 0;
    }

    /// <summary>Turns the face of a local clock into UTC; false when the clocks skipped that time.</summary>
    public bool ToUtc(long faceUs, out long utcUs)
    {
        if (_zone is null)
        {
            utcUs = faceUs - _fixedUs;
            return true;
        }

        var bucket = Math.DivRem(faceUs, Bucket, out var rest) - (rest < 0 ? 1 : 0);
        if (bucket != _bucket) Enter(_zone, bucket);
        if (_twice) Twice++;
        utcUs = faceUs - _offsetUs;
        return !_skipped;
    }

    private void Enter(TimeZoneInfo zone, long bucket)
    {
        _bucket = bucket;
        var face = DateTime.SpecifyKind(DateTime.UnixEpoch.AddTicks(bucket * Bucket * 10), DateTimeKind.Unspecified);
        _skipped = zone.IsInvalidTime(face);
        _twice = zone.IsAmbiguousTime(face);
        _offsetUs = _skipped ? 0 : zone.GetUtcOffset(face).Ticks / 10;
    }

    private static long FixedOffset(string text)
    {
        var cursor = new Cursor(System.Text.Encoding.UTF8.GetBytes(text)) { Position = 1 };
        var minutes = 0;
        var good = cursor.Number(out var hours, out var digits) && digits is 1 or 2 or 4;
        if (digits == 4) (hours, minutes) = (hours / 100, hours % 100);
        else if (cursor.Take(":"u8) != 0) good &= cursor.Number(out minutes, out digits) && digits == 2;
        if (!good || !cursor.AtEnd || hours > 15 || minutes > 59) throw Unknown(text);
        return (text[0] == '-' ? -1 : 1) * (hours * Us.Hour + minutes * Us.Minute);
    }

    private static TimeZoneInfo Find(string name)
    {
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(name);
        }
        catch (Exception e) when (e is TimeZoneNotFoundException or InvalidTimeZoneException or UnauthorizedAccessException or ArgumentException or IOException)
        {
            throw Unknown(name);
        }
    }

    private static InputException Unknown(string text) =>
        new($"The time zone \"{text}\" is not known on this computer. Use an IANA name such as Europe/Kyiv, UTC, or an offset such as +02:00.");
}
