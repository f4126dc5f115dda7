using System.Collections.Immutable;
using Claque.Reading.Tables;
using Claque.Reading.Times;

namespace Claque.Reading.Formats;

/// <summary>A table whose columns are known beforehand.</summary>
internal sealed class TableFormat : PostFormat
{
    /// <summary>Field → column names; of several names parted by <c>|</c> the first that is there.</summary>
    public required ImmutableArray<(string Field, string Columns)> Columns { get; init; }

    /// <summary>The columns without which it is another format; alternatives parted by <c>|</c>.</summary>
    public required ImmutableArray<string> Needed { get; init; }

    /// <summary>The platform of its posts; empty when any.</summary>
    public string Platform { get; init; } = "";

    /// <summary>Day or month first, where the format says so.</summary>
    public DateOrder Order { get; init; }

    /// <summary>True when, asked for by name, the columns are taken by their order, whatever they are called.</summary>
    public bool ByOrder { get; init; }

    /// <summary>Reads what depends on more than one column, given the names of the columns.</summary>
    public Func<ImmutableArray<string>, RowRule>? Rule { get; init; }

    /// <inheritdoc/>
    public override bool IsJson => false;

    /// <inheritdoc/>
    public override double Score(FileSample sample)
    {
        if (sample.IsJson) return 0;
        var columns = sample.Table.Columns;
        var found = Needed.Count(names => Find(columns, names) >= 0);
        if (found < Needed.Length) return 0.45 * found / Needed.Length;
        var known = columns.Count(column => Columns.Any(entry => Find([column], entry.Columns) == 0) || Find(Needed, column) >= 0);
        return 0.9 + 0.1 * Math.Min(1.0, known / (double)columns.Length);
    }

    /// <inheritdoc/>
    public override Prepared Open(FileSample sample)
    {
        var table = sample.Table;
        var byOrder = ByOrder && sample.Options.Format == Name && Needed.Any(names => Find(table.Columns, names) < 0);
        if (byOrder && table.Columns.Length != Columns.Length)
            throw new InputException($"{sample.File.Name} has {table.Columns.Length} columns; the format {Name} has {Columns.Length}, in this order: {string.Join(", ", Columns.Select(entry => entry.Columns))}.");
        var recognised = byOrder
            ? Columns.Select((entry, i) => new ColumnUse(entry.Field, i, table.Columns[i])).ToList()
            : Columns.Select(entry => (entry.Field, Index: Find(table.Columns, entry.Columns)))
                .Where(entry => entry.Index >= 0)
                .Select(entry => new ColumnUse(entry.Field, entry.Index, table.Columns[entry.Index])).ToList();
        var order = Order == DateOrder.Unknown ? DateOrders.InSample(table, recognised, sample.Options) : Order;
        var plan = TablePlanner.Plan(sample, recognised) with
        {
            Platform = Platform,
            Rule = Rule?.Invoke(table.Columns),
            WithoutHeader = byOrder && FirstRowIsPost(table),
        };
        return TableOpener.Open(sample, plan, order, []);
    }

    /// <summary>A header's time column holds a word, a post's holds a time.</summary>
    private bool FirstRowIsPost(TableSample table)
    {
        var index = Columns.Select((entry, i) => (entry, i)).First(x => x.entry.Field == MapFields.Time).i;
        var reader = new TimeReader(null, null, DateOrder.DayFirst);
        return reader.Read(System.Text.Encoding.UTF8.GetBytes(table.Columns[index]), out _, out _) == TimeOutcome.Read;
    }

    private static int Find(ImmutableArray<string> columns, string names)
    {
        foreach (var name in names.Split('|'))
        {
            for (var i = 0; i < columns.Length; i++)
                if (columns[i].Equals(name, StringComparison.OrdinalIgnoreCase)) return i;
        }

        return -1;
    }
}
