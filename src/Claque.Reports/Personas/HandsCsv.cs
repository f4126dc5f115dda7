using System.Globalization;
using Claque.Personas.Hands;
using Claque.Reports.Exports;

namespace Claque.Reports.Personas;

/// <summary>Changes of style within texts as CSV.</summary>
public static class HandsCsv
{
    /// <summary>Writes a line for each break between two paragraphs; where it cannot be said, <c>change</c> is empty.</summary>
    /// <param name="changes">The answers.</param>
    /// <param name="output">Where to; left open.</param>
    public static void Write(StyleChanges changes, Stream output)
    {
        ArgumentNullException.ThrowIfNull(changes);
        using var csv = new CsvWriter(output, new CsvOptions(), "text", "after_paragraph", "change", "chance", "reason");
        foreach (var answer in changes.Answers)
        {
            for (var i = 0; i < answer.Changes.Count; i++)
            {
                csv.Text(answer.Id);
                csv.Number(Number.Of(i + 1));
                csv.Number(answer.Changes[i] is { } known ? known ? "1" : "0" : "");
                csv.Number(answer.Scores[i].ToString("0.####", CultureInfo.InvariantCulture));
                csv.Text(answer.Reason ?? "");
                csv.EndRow();
            }
        }
    }
}
