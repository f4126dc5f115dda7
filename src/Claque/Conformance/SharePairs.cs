using System.Collections.Immutable;

namespace Claque.Conformance;

/// <summary>Two shares of one object by different accounts within the window.</summary>
/// <param name="Object">The object.</param>
/// <param name="Account">Account of the older share; of two at the same time the one whose row comes first.</param>
/// <param name="AccountY">Account of the newer share.</param>
/// <param name="Content">Post of the older share.</param>
/// <param name="ContentY">Post of the newer share.</param>
/// <param name="TimeDeltaUs">Time between them, microseconds, 0 or more.</param>
public readonly record struct SharePair(int Object, int Account, int AccountY, int Content, int ContentY, long TimeDeltaUs);

/// <summary>The pairs of shares that <see cref="CoorTweet.DetectGroups"/> finds, with the names behind the ids.</summary>
/// <param name="Names">The table of shares whose names the ids stand for.</param>
/// <param name="Items">The pairs.</param>
/// <param name="Fast">For each pair, whether it also belongs to the faster network; default when no narrower window was set.</param>
public sealed record SharePairs(Shares Names, ImmutableArray<SharePair> Items, ImmutableArray<bool> Fast = default)
{
    /// <summary>Number of pairs.</summary>
    public int Count => Items.Length;

    /// <summary>True when a narrower window was set by <see cref="CoorTweet.FlagSpeedShare"/>.</summary>
    public bool HasFast => !Fast.IsDefault;

    /// <summary>Puts the pairs of several tables under one another, for one network over several kinds of objects.</summary>
    /// <exception cref="ArgumentException">None given, the tables do not share their names, or only some of them have a narrower window.</exception>
    public static SharePairs Together(params ReadOnlySpan<SharePairs> tables)
    {
        if (tables.IsEmpty) throw new ArgumentException("At least one table of pairs is needed.", nameof(tables));
        var (names, fast) = (tables[0].Names, tables[0].HasFast);
        var items = ImmutableArray.CreateBuilder<SharePair>();
        var flags = ImmutableArray.CreateBuilder<bool>();
        foreach (var table in tables)
        {
            if (table.Names.Objects != names.Objects || table.Names.Accounts != names.Accounts || table.Names.Contents != names.Contents)
                throw new ArgumentException("The tables must share their names: make each Shares with the name tables of the first.", nameof(tables));
            if (table.HasFast != fast)
                throw new ArgumentException("Either all tables have a narrower window or none.", nameof(tables));
            items.AddRange(table.Items);
            if (fast) flags.AddRange(table.Fast);
        }

        return new SharePairs(names, items.ToImmutable(), fast ? flags.ToImmutable() : default);
    }
}
