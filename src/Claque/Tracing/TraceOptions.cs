using System.Collections.Immutable;

namespace Claque.Tracing;

/// <summary>Which behaviours are looked at, and what is too little to compare.</summary>
public sealed record TraceOptions
{
    /// <summary>
    /// The behaviours to look at. Null, the default, takes all that the data have, columns of the user included, except
    /// <see cref="Behaviour.Domain"/> and <see cref="Behaviour.Mention"/>: nearly everybody shares those with nearly everybody, so
    /// they must be asked for.
    /// </summary>
    /// <exception cref="ArgumentException">None given.</exception>
    public ImmutableArray<Behaviour>? Behaviours
    {
        get;
        init
        {
            if (value is { IsDefaultOrEmpty: true }) throw new ArgumentException("At least one behaviour is needed, or null for all.", nameof(value));
            field = value is { } given ? [.. given.Distinct().Order()] : null;
        }
    }

    /// <summary>Words that a text must have to be compared, 1 or more. Default 4.</summary>
    /// <remarks>In scripts without spaces every character counts as a word.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int MinWords
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 4;

    /// <summary>Different hashtags that a post must have for its sequence to be compared, 1 or more. Default 2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int MinHashtags
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 2;

    /// <summary>Smallest share of common words that makes two texts near-duplicates, 0.5 to 1. Default 0.7.</summary>
    /// <remarks>Jaccard similarity of the sets of tokens (<see cref="Text.TextForm.Tokens"/>).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">Below 0.5 or above 1.</exception>
    public double Similarity
    {
        get;
        init
        {
            if (!(value >= 0.5 && value <= 1)) throw new ArgumentOutOfRangeException(nameof(value), value, "The similarity must lie between 0.5 and 1.");
            field = value;
        }
    } = 0.7;

    /// <summary>True when the behaviour is to be looked at.</summary>
    public bool Wants(Behaviour behaviour) =>
        Behaviours is { } asked ? asked.Contains(behaviour) : behaviour != Behaviour.Domain && behaviour != Behaviour.Mention;
}
