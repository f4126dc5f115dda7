namespace Claque;

/// <summary>How far a stage is.</summary>
/// <param name="Stage">What is being done, as a present participle: <c>reading</c>, <c>pairing link</c>.</param>
/// <param name="Done">Units done; bytes, posts or accounts, as the stage counts.</param>
/// <param name="Total">Units in all; null when unknown.</param>
public sealed record StageProgress(string Stage, long Done, long? Total);
