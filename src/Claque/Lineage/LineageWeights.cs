using System.Collections.Immutable;

namespace Claque.Lineage;

/// <summary>What each kind of evidence weighs, by <see cref="EvidenceKind"/>.</summary>
/// <param name="Values">One value for each kind.</param>
public sealed record LineageWeights(ImmutableArray<double> Values)
{
    /// <summary>Number of kinds.</summary>
    public static int Count { get; } = Enum.GetValues<EvidenceKind>().Length;

    /// <summary>Fitted on simulated chains; see docs/lineage.md.</summary>
    public static LineageWeights Fitted { get; } = new([2.32, 1.45, 3.23, 3.45, 0.84, 4, 2, 0.3, 0.99, 0.5, 0.48, 0.7, 0.28, 0.96, 0.5, 3.14, 4]);

    /// <summary>The weight of a kind.</summary>
    public double this[EvidenceKind kind] => Values[(int)kind];

    /// <summary>The score of features.</summary>
    public double Score(ReadOnlySpan<double> features)
    {
        var score = 0.0;
        for (var i = 0; i < features.Length; i++) score += Values[i] * features[i];
        return score;
    }
}
