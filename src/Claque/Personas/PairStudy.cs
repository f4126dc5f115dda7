namespace Claque.Personas;

/// <summary>Two bylines and how strongly their style speaks for one hand.</summary>
public sealed record PairStudy
{
    /// <summary>Index of the one byline.</summary>
    public required int A { get; init; }

    /// <summary>Index of the other, above <see cref="A"/>.</summary>
    public required int B { get; init; }

    /// <summary>Fused score, −1 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>How alike their topics are, 0 to 1.</summary>
    public required double Topic { get; init; }

    /// <summary>Natural logarithm of the likelihood ratio; null where a byline has too few words or the case no reference.</summary>
    public required double? LogRatio { get; init; }

    /// <summary>
    /// Chance of two hands, given the ratio and how often pairs on as near topics are one hand in this case; null without a ratio.
    /// </summary>
    public required double? TwoHandsChance { get; init; }

    /// <summary>Mean of that chance over this pair and all with a lower one: the share of false ones, were all these called one hand.</summary>
    public required double? Q { get; init; }

    /// <summary>What may be said.</summary>
    public required HandVerdict Verdict { get; init; }

    /// <summary>Why it is no more than that.</summary>
    public required string Reason { get; init; }

    /// <summary>The third byline that is nearest to either of the two; null when there is none.</summary>
    public required Rival? Rival { get; init; }
}

/// <summary>The strongest innocent rival of a pair: a third byline.</summary>
/// <param name="Byline">Its index.</param>
/// <param name="To">Which of the two it is near to.</param>
/// <param name="LogRatio">Logarithm of its ratio with that one.</param>
public sealed record Rival(int Byline, int To, double LogRatio);
