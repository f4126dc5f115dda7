namespace Claque;

/// <summary>How far a stage is.</summary>
/// <param name="Stage">The stage in the user's words: <c>reading posts</c>.</param>
/// <param name="Done">Units done so far.</param>
/// <param name="Total">Units in all, where that is known beforehand.</param>
public sealed record StageProgress(string Stage, long Done, long? Total);
