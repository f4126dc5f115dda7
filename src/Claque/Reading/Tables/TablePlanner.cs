using System.Collections.Immutable;
using Claque.Reading.Formats;

namespace Claque.Reading.Tables;

/// <summary>Joins what was recognised with what the user says about columns.</summary>
internal static class TablePlanner
{
    private const int MostNames = 40;

    /// <exception cref="InputException">A named column is not there, or no column holds time or account.</exception>
    public static TablePlan Plan(FileSample sample, IReadOnlyList<ColumnUse> recognised)
    {
        var columns = sample.Columns;
        var given = Given(sample);
        var fields = sample.Options.Map.Select(pair => pair.Key).ToHashSet();
        var taken = given.Select(use => use.Index).ToHashSet();
        var uses = given.Concat(recognised.Where(use => !fields.Contains(use.Field) && !taken.Contains(use.Index)));
        var order = ReadOptions.Fields;
        var plan = new TablePlan { Columns = columns, Uses = [.. uses.OrderBy(use => order.IndexOf(use.Field))] };
        var missing = ((string[])[MapFields.Time, MapFields.Account]).Where(field => plan.Of(field) is null).ToList();
        return missing.Count == 0 ? plan : throw Missing(sample, missing);
    }

    /// <summary>Place of a column by its name: exact, else without regard to case and blanks; -1 when it is not there.</summary>
    public static int Find(ImmutableArray<string> columns, string name)
    {
        var exact = columns.IndexOf(name);
        if (exact >= 0) return exact;
        for (var i = 0; i < columns.Length; i++)
            if (columns[i].Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)) return i;
        return -1;
    }

    /// <summary>Column names for a message.</summary>
    public static string Listed(ImmutableArray<string> columns)
    {
        var names = columns.Take(MostNames).Select(name => name.Length > 40 ? name[..37] + "…" : name);
        return string.Join(", ", names) + (columns.Length > MostNames ? $" and {columns.Length - MostNames} more" : "");
    }

    private static List<ColumnUse> Given(FileSample sample)
    {
        var uses = new List<ColumnUse>();
        foreach (var (field, column) in sample.Options.Map)
        {
            if (column.Length == 0) continue;
            if (!MapFields.TakesMany(field)) uses.RemoveAll(use => use.Field == field);
            uses.Add(new ColumnUse(field, Place(sample, column, $"--map {field}={column}"), column));
        }

        foreach (var column in sample.Options.ObjectColumns)
            uses.Add(new ColumnUse(MapFields.Object, Place(sample, column, $"object column {column}"), column, column));
        return uses;
    }

    private static int Place(FileSample sample, string column, string where)
    {
        var index = Find(sample.Columns, column);
        if (index >= 0) return index;
        var near = Spelling.Nearest(column, sample.Columns);
        var hint = near is null ? "" : $" Did you mean '{near}'?";
        throw new InputException($"{sample.File.Name} has no column '{column}' ({where}).{hint} Columns: {Listed(sample.Columns)}.");
    }

    private static InputException Missing(FileSample sample, List<string> fields)
    {
        var (what, example) = fields switch
        {
            [_, _] => ("when it was posted, and none that says who posted", "Name them: --map time=COLUMN,account=COLUMN"),
            [MapFields.Time] => ("when it was posted", "Name it: --map time=COLUMN"),
            _ => ("who posted", "Name it: --map account=COLUMN"),
        };
        var articles = Find(sample.Columns, "text") >= 0 ? " If these are articles: claque import --articles." : "";
        return new InputException($"{sample.File.Name}: no column was recognised that says {what}. Columns: {Listed(sample.Columns)}. {example}.{articles}");
    }
}
