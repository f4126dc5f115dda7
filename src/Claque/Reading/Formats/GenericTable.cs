using System.Collections.Immutable;
using Claque.Reading.Tables;
using Claque.Reading.Times;

namespace Claque.Reading.Formats;

/// <summary>Any table: the columns are recognised by usual names and by what stands in them, or named by the user.</summary>
internal sealed class GenericTable : PostFormat
{
    /// <summary>The format <c>csv</c>.</summary>
    public static readonly GenericTable Format = new()
    {
        Name = "csv",
        Description = "Any CSV or TSV with a column for the account and one for the time",
        RecognisedBy = "usual column names such as user_id, created_at, text, url; or named with --map",
    };

    /// <inheritdoc/>
    public override bool IsJson => false;

    /// <inheritdoc/>
    public override double Score(FileSample sample)
    {
        if (sample.IsJson) return 0;
        var uses = Recognise(sample);
        bool Has(string field) => uses.Any(use => use.Field == field) || sample.Options.Map.Any(pair => pair.Key == field && pair.Value.Length > 0);
        if (!Has(MapFields.Account) || !Has(MapFields.Time)) return 0.1;
        return 0.5 + (Has(MapFields.Id) ? 0.1 : 0) + (Has(MapFields.Text) || Has(MapFields.Link) || Has(MapFields.Object) ? 0.1 : 0);
    }

    /// <inheritdoc/>
    public override Prepared Open(FileSample sample)
    {
        var recognised = Recognise(sample);
        var order = DateOrders.InSample(sample.Table, recognised, sample.Options);
        var plan = TablePlanner.Plan(sample, recognised);
        plan = plan with { ReadsRetweetPrefix = plan.Of(MapFields.Reshare) is null && plan.Of(MapFields.Type) is null };
        (plan, var notes) = WithXIds(sample, plan, order);
        return TableOpener.Open(sample, plan, order, notes);
    }

    /// <summary>Names the platform where the ids carry X's clock, takes ids out of addresses where no column has any, and says so.</summary>
    internal static (TablePlan Plan, ImmutableArray<string> Notes) WithXIds(FileSample sample, TablePlan plan, DateOrder order)
    {
        if (plan.Of(MapFields.Id) is null && plan.Of(MapFields.Url) is { } url && ColumnContent.HasXAddresses(sample, url.Index, plan.Of(MapFields.Time), order))
            return (plan with { TakesIdsFromAddresses = true }, [$"'{url.Column}' holds addresses of posts on X: their ids are taken from these, and their times, to the millisecond, from the ids."]);
        if (plan.Of(MapFields.Platform) is not null || !ColumnContent.HasXIds(sample, plan, order)) return (plan, []);
        var (id, time) = (plan.Of(MapFields.Id)!.Column, plan.Of(MapFields.Time)!.Column);
        return (plan with { Platform = Platforms.X }, [$"'{id}' holds post ids of X, whose times agree with '{time}': times are taken from the ids, to the millisecond."]);
    }

    /// <summary>Column → field by usual names and content; each column once.</summary>
    internal static List<ColumnUse> Recognise(FileSample sample)
    {
        var table = sample.Table;
        var plain = table.Columns.Select(ColumnNames.Plain).ToArray();
        var taken = new HashSet<int>(sample.Options.Map.Select(pair => TablePlanner.Find(table.Columns, pair.Value)).Where(i => i >= 0));
        var uses = new List<ColumnUse>();
        foreach (var (field, _) in ColumnNames.Usual)
        {
            var named = ColumnNames.Of(field).Select(name => Array.IndexOf(plain, name)).Where(i => i >= 0 && !taken.Contains(i)).Distinct();
            var index = field == MapFields.Time
                ? ColumnContent.TimeColumn(table, plain, [.. named], sample.Options)
                : named.Where(i => ColumnContent.Fits(field, sample, i, uses)).DefaultIfEmpty(-1).First();
            if (index < 0) continue;
            taken.Add(index);
            uses.Add(new ColumnUse(field, index, table.Columns[index]));
        }

        return uses;
    }
}
