namespace Claque.Tracing;

/// <summary>The kind of object looked at; one behaviour is one layer of the network.</summary>
/// <param name="Name">The word used in options, columns and documents.</param>
public readonly record struct Behaviour(string Name) : IComparable<Behaviour>
{
    /// <summary>The same link, by its canonical form. Reshares do not count: they repeat the link by themselves.</summary>
    public static readonly Behaviour Link = new("link");

    /// <summary>A link to the same domain.</summary>
    public static readonly Behaviour Domain = new("domain");

    /// <summary>A reshare of the same post.</summary>
    public static readonly Behaviour Reshare = new("reshare");

    /// <summary>A reply to the same post.</summary>
    public static readonly Behaviour Reply = new("reply");

    /// <summary>A mention of the same account.</summary>
    public static readonly Behaviour Mention = new("mention");

    /// <summary>The same hashtags in the same order.</summary>
    public static readonly Behaviour Hashtags = new("hashtags");

    /// <summary>The same text after normalisation.</summary>
    public static readonly Behaviour Text = new("text");

    /// <summary>Nearly the same text: one cluster of near-duplicates.</summary>
    public static readonly Behaviour SimilarText = new("similar-text");

    /// <summary>The same original texts, whenever they were published: tested by themselves, without a clock.</summary>
    public static readonly Behaviour CommonText = new("common-text");

    /// <summary>The same image, video or sound, by a hash that the data bring along.</summary>
    public static readonly Behaviour Media = new("media");

    /// <summary>The same value of the object column of a plain table of shares.</summary>
    public static readonly Behaviour Object = new("object");

    /// <summary>The built-in behaviours, in the order in which they are reported.</summary>
    public static readonly IReadOnlyList<Behaviour> BuiltIn =
        [Link, Domain, Reshare, Reply, Mention, Hashtags, Text, SimilarText, CommonText, Media, Object];

    /// <summary>The same value in a column that the user names.</summary>
    public static Behaviour OfColumn(string column) => new("column:" + column);

    /// <summary>Built-in behaviours in their order, then columns by name.</summary>
    public int CompareTo(Behaviour other)
    {
        var (a, b) = (Rank(this), Rank(other));
        return a != b ? a.CompareTo(b) : string.CompareOrdinal(Name, other.Name);

        static int Rank(Behaviour behaviour)
        {
            for (var i = 0; i < BuiltIn.Count; i++)
                if (BuiltIn[i] == behaviour) return i;
            return BuiltIn.Count;
        }
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
