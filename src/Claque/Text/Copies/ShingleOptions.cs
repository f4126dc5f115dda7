namespace Claque.Text.Copies;

/// <summary>What the index of shingles keeps.</summary>
public sealed record ShingleOptions
{
    /// <summary>Words of a shingle, 2 to 16. Default 5.</summary>
    public int Length { get; init => field = value is >= 2 and <= 16 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A shingle has 2 to 16 words."); } = 5;

    /// <summary>Characters of a shingle in scripts written without spaces, 2 to 32. Default 9.</summary>
    public int UnspacedLength { get; init => field = value is >= 2 and <= 32 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A shingle has 2 to 32 characters."); } = 9;

    /// <summary>
    /// Of so many shingles in a row one is kept (winnowing); 1 keeps all. A common run of Length + Window - 1 words is always seen.
    /// 1 to 16. Default 1.
    /// </summary>
    public int Window { get; init => field = value is >= 1 and <= 16 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A window has 1 to 16 shingles."); } = 1;

    /// <summary>A shingle in more texts than this ties a text only to the next few that have it. 2 or more; default 100.</summary>
    public int MaxTexts { get; init => field = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Must be 2 or more."); } = 100;
}
