using System.Collections.Immutable;
using Claque.Tracing;

namespace Claque.Simulation;

/// <summary>How much each member changes the text that a crew publishes together.</summary>
public enum TextEdits
{
    /// <summary>Every member publishes the same letters.</summary>
    None,

    /// <summary>Capitals, punctuation, an added tag, one word left out.</summary>
    Light,

    /// <summary>Words left out, words swapped for others of the same meaning, parts of the sentence moved.</summary>
    Paraphrase,
}

/// <summary>A planted group with known truth.</summary>
public sealed record Crew
{
    /// <summary>The behaviours that a crew can act in.</summary>
    public static readonly ImmutableArray<Behaviour> PossibleBehaviours =
        [Behaviour.Link, Behaviour.Reshare, Behaviour.Reply, Behaviour.Hashtags, Behaviour.Media, Behaviour.Text];

    /// <summary>Makes a crew that shares links, all members each time, every second act ordinary.</summary>
    /// <param name="name">Name in the truth; not empty.</param>
    /// <param name="size">Members, 2 or more.</param>
    /// <param name="jointActs">Acts done together, each on an object of its own; 1 or more.</param>
    /// <param name="jitter">All members act within this time; above 0, at most a day.</param>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public Crew(string name, int size, int jointActs, TimeSpan jitter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, 10_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(jointActs, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(jointActs, 10_000);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(jitter, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(jitter, TimeSpan.FromDays(1));
        (Name, Size, JointActs, Jitter) = (name, size, jointActs, jitter);
    }

    /// <summary>Name in the truth; not empty.</summary>
    public string Name
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value);
            field = value;
        }
    }

    /// <summary>Number of members.</summary>
    public int Size { get; }

    /// <summary>Number of acts done together, each on an object of its own.</summary>
    public int JointActs { get; }

    /// <summary>From the first to the last member of one joint act at most this long.</summary>
    public TimeSpan Jitter { get; }

    /// <summary>Share of each member's posts that are ordinary, 0 to 0.99. Default 0.5.</summary>
    public double Camouflage
    {
        get;
        init
        {
            if (!(value is >= 0 and <= .99)) throw new ArgumentOutOfRangeException(nameof(value), value, "Camouflage is a share from 0 to 0.99.");
            field = value;
        }
    } = .5;

    /// <summary>Chance of a member to take part in a joint act, above 0 to 1; two take part at least. Default 1.</summary>
    public double Participation
    {
        get;
        init
        {
            if (!(value is > 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(value), value, "Participation is a share above 0 up to 1.");
            field = value;
        }
    } = 1;

    /// <summary>What they do together, in turn; of <see cref="PossibleBehaviours"/>. Default links.</summary>
    public ImmutableArray<Behaviour> Behaviours
    {
        get;
        init
        {
            if (value.IsDefaultOrEmpty) throw new ArgumentException("A crew needs at least one behaviour.", nameof(value));
            foreach (var behaviour in value)
            {
                if (!PossibleBehaviours.Contains(behaviour))
                    throw new ArgumentException($"A crew cannot act in \"{behaviour}\"; possible are {string.Join(", ", PossibleBehaviours)}.", nameof(value));
            }

            field = value;
        }
    } = [Behaviour.Link];

    /// <summary>True when they publish the object themselves, so that nobody shares it before them. Default false.</summary>
    public bool Launcher { get; init; }

    /// <summary>How much members change texts that they publish together. Default not at all.</summary>
    public TextEdits Edits { get; init; }
}
