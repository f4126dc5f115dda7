using System.Collections.Immutable;
using Claque.Reading.Tables;
using Claque.Reading.Times;

namespace Claque.Reading.Formats;

/// <summary>Makes the reader of a table from its plan.</summary>
internal static class TableOpener
{
    private const int MostNamed = 12;

    /// <summary>Fields that hold what accounts can have in common.</summary>
    private static readonly string[] Shareable =
    [
        MapFields.Text, MapFields.Link, MapFields.Reshare, MapFields.Reply, MapFields.Hashtags, MapFields.Mentions, MapFields.Media, MapFields.Object,
    ];

    /// <param name="order">Day or month first.</param>
    /// <param name="notes">What the format assumed.</param>
    public static Prepared Open(FileSample sample, TablePlan plan, DateOrder order, ImmutableArray<string> notes)
    {
        var options = sample.Options;
        var reading = new TableReading(
            sample.File, sample.Table.Cut, plan, () => new Intake(new TimeReader(options.TimeFormat, options.TimeZone, order), options.Now));
        if (options.TimeFormat is null && DateOrders.Example(sample.Table, plan.Of(MapFields.Time)!.Index) is { } example)
            notes = notes.Add(DateOrders.Note(plan.Of(MapFields.Time)!.Column, example, order));
        if (plan.ReadsRetweetPrefix && sample.Table.Rows.Any(row => plan.Of(MapFields.Text) is { } text && row[text.Index].StartsWith("RT @", StringComparison.Ordinal)))
            notes = notes.Add("Posts whose text begins with \"RT @\" count as reshares: no column says which posts are.");
        if (sample.Table.Cut.RowsBefore > 0 && !TableSample.NamesDelimiter(sample.File)) notes = notes.Add($"The header is row {sample.Table.Cut.RowsBefore + 1}; what stands above it was passed over.");
        if (!sample.Table.Cut.Quoting) notes = notes.Add("Quotation marks are read as ordinary signs: fields that begin with one mostly do not end with one.");
        if (plan.Of(MapFields.Id) is null) notes = notes.Add("No column has post ids: posts that come twice cannot be told.");
        if (!plan.Uses.Any(use => Shareable.Contains(use.Field))) notes = notes.Add(NothingToShare(plan));
        return new Prepared(reading, plan.Mapping, sample.Table.Cut.Shown, notes);
    }

    private static string NothingToShare(TablePlan plan)
    {
        var unused = plan.Columns.Except(plan.Uses.Select(use => use.Column)).ToList();
        return "No column was recognised that holds texts, links or anything else that accounts can share: nothing in this file can be compared."
            + (unused.Count == 0 ? "" : $" If one of these does, name it, as in --map text=COLUMN: {string.Join(", ", unused.Take(MostNamed))}{(unused.Count > MostNamed ? " …" : "")}.");
    }
}
