using System.Text;
using Claque.Reading.Times;

namespace Claque.Reading.Tables;

/// <summary>Tells from a sample whether 03/04/2024 is in March or in April.</summary>
internal static class DateOrders
{
    /// <summary>The order in the column that the time will be read from.</summary>
    public static DateOrder InSample(TableSample table, IEnumerable<ColumnUse> recognised, ReadOptions options)
    {
        var named = options.Map.LastOrDefault(pair => pair.Key == MapFields.Time).Value;
        var column = string.IsNullOrEmpty(named)
            ? recognised.FirstOrDefault(use => use.Field == MapFields.Time)?.Index ?? -1
            : TablePlanner.Find(table.Columns, named);
        return column < 0 ? DateOrder.Unknown : Of(table.Rows.Select(row => row[column]));
    }

    /// <summary>The order that all dates allow; unknown when both are possible, or when the dates contradict each other.</summary>
    public static DateOrder Of(IEnumerable<string> cells)
    {
        var (dayFirst, monthFirst) = (false, false);
        foreach (var cell in cells)
        {
            if (!ClockForms.SlashedNumbers(Encoding.UTF8.GetBytes(cell.Trim()), out var first, out var second)) continue;
            dayFirst |= first > 12;
            monthFirst |= second > 12;
        }

        return dayFirst == monthFirst ? DateOrder.Unknown : dayFirst ? DateOrder.DayFirst : DateOrder.MonthFirst;
    }

    /// <summary>A cell with a slashed date; null when there is none.</summary>
    public static string? Example(TableSample table, int column) =>
        table.Rows.Select(row => row[column].Trim()).FirstOrDefault(cell => ClockForms.SlashedNumbers(Encoding.UTF8.GetBytes(cell), out _, out _));

    /// <summary>What was assumed, as a sentence.</summary>
    public static string Note(string column, string example, DateOrder order) => order switch
    {
        DateOrder.DayFirst => $"'{column}' has dates such as {example}: read as day, month, year.",
        DateOrder.MonthFirst => $"'{column}' has dates such as {example}: read as month, day, year.",
        _ => $"'{column}' has dates such as {example}: day or month first is not known from this file, so they are rejected. Pass --time-format.",
    };
}
