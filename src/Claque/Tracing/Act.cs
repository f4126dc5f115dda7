using Claque.Reading;

namespace Claque.Tracing;

/// <summary>One act on an object: who, by which post, when and how finely known. 16 bytes.</summary>
internal readonly record struct Act : IComparable<Act>
{
    public Act(int account, int post, long timeUs, TimePrecision clock) => (Account, Post, Stamp) = (account, post, new Stamp(timeUs, clock));

    public int Account { get; }

    public int Post { get; }

    public Stamp Stamp { get; }

    public long TimeUs => Stamp.TimeUs;

    public TimePrecision Clock => Stamp.Clock;

    /// <summary>By time; acts at the same moment by post, so that the order does not depend on the sort.</summary>
    public int CompareTo(Act other) => TimeUs != other.TimeUs ? TimeUs.CompareTo(other.TimeUs) : Post.CompareTo(other.Post);
}

/// <summary>A time and the clock step of it, in 8 bytes.</summary>
internal readonly record struct Stamp
{
    private const int ClockBits = 3;
    private readonly long _packed;

    public Stamp(long timeUs, TimePrecision clock) => _packed = (timeUs << ClockBits) | (uint)clock;

    public long TimeUs => _packed >> ClockBits;

    public TimePrecision Clock => (TimePrecision)(_packed & ((1 << ClockBits) - 1));
}
