namespace Claque.Rhythm;

/// <summary>What is asked of an account's times before anything is said about its rhythm.</summary>
public sealed record RhythmOptions
{
    /// <summary>The bars as documented.</summary>
    public static RhythmOptions Default { get; } = new();

    /// <summary>Posts that any statement needs.</summary>
    public int MinPosts { get; init; } = 30;

    /// <summary>Posts that an offset needs.</summary>
    public int MinPostsForOffset { get; init; } = 50;

    /// <summary>A range of offsets as wide as this many hours says nothing, and no offset is given.</summary>
    public double WidestRange { get; init; } = 20;

    /// <summary>Days that are holidays somewhere the investigation asks about, in local time of the offset; empty for none.</summary>
    public IReadOnlyList<DateOnly> Holidays { get; init; } = [];

    /// <summary>Resamples behind the range of the sleep gap.</summary>
    public int Resamples { get; init; } = 200;

    /// <summary>Seed of the resampling.</summary>
    public ulong Seed { get; init; } = 1;
}
