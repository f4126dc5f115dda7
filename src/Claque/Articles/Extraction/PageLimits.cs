namespace Claque.Articles.Extraction;

/// <summary>How much of a page is looked at. Beyond, the rest is left out, and a note says so.</summary>
public sealed record PageLimits
{
    /// <summary>Characters of source. Above 0.</summary>
    public int Characters { get; init => field = Positive(value); } = 24_000_000;

    /// <summary>Tags. Above 0.</summary>
    public int Tags { get; init => field = Positive(value); } = 200_000;

    /// <summary>Elements within elements; deeper tags are left out, their text is not. Above 0.</summary>
    public int Depth { get; init => field = Positive(value); } = 256;

    private static int Positive(int value) => value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A limit is above 0.");
}
