using System.Collections.Immutable;
using Claque.Tracing;

namespace Claque.Reading;

/// <summary>What a file looks like and what would be read from it.</summary>
/// <param name="Format">The word for <c>--format</c>.</param>
/// <param name="Description">The format in one line.</param>
/// <param name="Score">How well the format fits, 0 to 1; below 0.5 it was not recognised.</param>
/// <param name="RunnerUp">The format that fits next best; null when no other does.</param>
/// <param name="Mapping">Field → column or JSON member; empty when not recognised.</param>
/// <param name="Columns">All columns, or JSON members by dotted path.</param>
/// <param name="Encoding">As in <see cref="OpenedFile.Encoding"/>.</param>
/// <param name="Delimiter">The column separator, or <c>tab</c>; null for JSON and for a workbook.</param>
/// <param name="Compressed">True when the file is packed, with gzip or ZIP or as a workbook.</param>
/// <param name="Rows">The first rows as they would be read.</param>
/// <param name="RowsSampled">Rows that were looked at, from the beginning.</param>
/// <param name="FirstUs">Earliest time among them, µs since 1970; null when no post was read.</param>
/// <param name="LastUs">Latest time among them.</param>
/// <param name="Precision">Clock step of the times: the coarsest that explains them; null when no post was read.</param>
/// <param name="Problems">What was assumed, rejected or missing, as sentences.</param>
/// <param name="Behaviours">Behaviours for which the sampled posts have objects.</param>
public sealed record Inspection(
    string Format, string Description, double Score, string? RunnerUp, ImmutableArray<KeyValuePair<string, string>> Mapping,
    ImmutableArray<string> Columns, string Encoding, string? Delimiter, bool Compressed, ImmutableArray<InspectedRow> Rows, long RowsSampled,
    long? FirstUs, long? LastUs, TimePrecision? Precision, ImmutableArray<string> Problems, ImmutableArray<Behaviour> Behaviours);

/// <summary>A row as it would be read.</summary>
/// <param name="Line">Line, or number of the record.</param>
/// <param name="Values">Field → value, in the order of <see cref="ReadOptions.Fields"/>, empty ones left out; lists joined by blanks; the time in ISO 8601.</param>
/// <param name="Rejected">Why the row would be rejected; null when it would be kept.</param>
public sealed record InspectedRow(long Line, ImmutableArray<KeyValuePair<string, string>> Values, string? Rejected);
