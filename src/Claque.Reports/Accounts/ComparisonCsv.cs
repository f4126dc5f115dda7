using Claque.Reports.Exports;
using Claque.Statements.Comparing;

namespace Claque.Reports.Accounts;

/// <summary>The rows of a comparison as CSV: one line a claim.</summary>
public static class ComparisonCsv
{
    /// <summary>Writes <c>entity,aspect,relation,reasons,side,article,start,end,holder,holder_kind,text,words</c>; words, those of the aspect, are parted by semicolons, so are the reasons of the row, each <c>left | right</c>.</summary>
    public static void Write(Comparison comparison, Stream output)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        using var csv = new CsvWriter(output, new CsvOptions(), "entity", "aspect", "relation", "reasons", "side", "article", "start", "end", "holder", "holder_kind", "text", "words");
        foreach (var row in comparison.Rows)
        {
            foreach (var claim in row.Left) Line(csv, comparison, row, claim, "left", 0);
            foreach (var claim in row.Right) Line(csv, comparison, row, claim, "right", comparison.LeftCount);
        }
    }

    private static void Line(CsvWriter csv, Comparison comparison, ComparisonRow row, Claim claim, string side, int offset)
    {
        var reading = comparison.Articles[claim.Article + offset];
        csv.Text(row.Entity);
        csv.Text(row.Aspect);
        csv.Text(AccountsJson.Word(row.Relation));
        csv.Text(string.Join("; ", row.Reasons.Select(reason => $"{reason.Left} | {reason.Right}")));
        csv.Text(side);
        csv.Id(reading.Article.Id);
        csv.Number(Number.Of(claim.Span.Start));
        csv.Number(Number.Of(claim.Span.End));
        csv.Text(claim.Holder);
        csv.Text(AccountsJson.Word(claim.HolderKind));
        csv.Text(reading.Document.Text[claim.Span.Start..claim.Span.End]);
        csv.Text(string.Join("; ", AccountsJson.WordsOf(reading, claim)));
        csv.EndRow();
    }
}
