using System.Collections.Immutable;

namespace Claque.Reading.Tables;

/// <summary>What is taken from one column.</summary>
/// <param name="Field">Field of the post, as in --map; for a further object column <see cref="MapFields.Object"/>.</param>
/// <param name="Index">The column, from 0.</param>
/// <param name="Column">Its name.</param>
/// <param name="ObjectColumn">The column's name in <see cref="PostList.Objects"/>; empty for the plain object.</param>
internal sealed record ColumnUse(string Field, int Index, string Column, string ObjectColumn = "");

/// <summary>How a table's rows become posts.</summary>
internal sealed record TablePlan
{
    /// <summary>Names of all columns.</summary>
    public required ImmutableArray<string> Columns { get; init; }

    /// <summary>The columns that are used, in the order in which they are shown.</summary>
    public required ImmutableArray<ColumnUse> Uses { get; init; }

    /// <summary>The platform where no column names it.</summary>
    public string Platform { get; init; } = "";

    /// <summary>Reads what depends on two columns at once; null when nothing does.</summary>
    public RowRule? Rule { get; init; }

    /// <summary>True when posts that begin with <c>RT @</c> count as reshares, because no column says which do.</summary>
    public bool ReadsRetweetPrefix { get; init; }

    /// <summary>True when ids are taken out of the addresses of the posts, because no column has them.</summary>
    public bool TakesIdsFromAddresses { get; init; }

    /// <summary>True when the first row already holds a post.</summary>
    public bool WithoutHeader { get; init; }

    /// <summary>The use of a field; null when it is not used.</summary>
    public ColumnUse? Of(string field) => Uses.FirstOrDefault(use => use.Field == field);

    /// <summary>Field → column, as shown.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Mapping =>
        [.. Uses.Select(use => KeyValuePair.Create(use.Field, use.Column))];
}

/// <summary>Reads what depends on more than one column; false after <see cref="Intake.Refuse"/>.</summary>
internal delegate bool RowRule(CutRows row, PostRecord post, Intake intake);
