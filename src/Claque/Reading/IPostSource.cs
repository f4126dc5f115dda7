namespace Claque.Reading;

/// <summary>Posts in a fixed order, to be read any number of times: a case, or files.</summary>
public interface IPostSource
{
    /// <summary>True when every post comes once; false when an id may come again, with further objects or as a plain repeat.</summary>
    bool PostsAreDistinct { get; }

    /// <summary>
    /// The clock step of all times that did not come from ids, where reading the posts showed it to be coarser than each time by
    /// itself; null when nothing is to be corrected. Known once the posts were read.
    /// </summary>
    TimePrecision? CoarserClock => null;

    /// <summary>Hands every post to <paramref name="each"/>, always in the same order. The record is used again after each call.</summary>
    void ReadAll(Action<PostRecord> each, CancellationToken stop);
}
