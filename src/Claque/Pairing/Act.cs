using Claque.Reading;

namespace Claque.Pairing;

/// <summary>One act on an object: who, by which post, when and how finely known. 16 bytes.</summary>
internal readonly record struct Act : IComparable<Act>
{
    private const int ClockBits = 3;
    private readonly long _stamp;

    public Act(int account, int post, long timeUs, TimePrecision clock) => (Account, Post, _stamp) = (account, post, (timeUs << ClockBits) | (uint)clock);

    public int Account { get; }

    public int Post { get; }

    public long TimeUs => _stamp >> ClockBits;

    public TimePrecision Clock => (TimePrecision)(_stamp & ((1 << ClockBits) - 1));

    /// <summary>By time; acts at the same moment by post, so that the order does not depend on the sort.</summary>
    public int CompareTo(Act other) => TimeUs != other.TimeUs ? TimeUs.CompareTo(other.TimeUs) : Post.CompareTo(other.Post);
}
