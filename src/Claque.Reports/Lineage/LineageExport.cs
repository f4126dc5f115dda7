using System.Globalization;
using Claque.Articles;
using Claque.Lineage;
using Claque.Reading;
using Claque.Reports.Exports;

namespace Claque.Reports.Lineage;

/// <summary>Writes families for spreadsheets and network programs.</summary>
public static class LineageExport
{
    /// <summary>A row per passage: <c>a,b,relation,containment_a,containment_b,class,words,prose_words,identity,a_start,a_end,b_start,b_end,reason</c>.</summary>
    public static void WritePassages(Lineages lineages, Stream output)
    {
        ArgumentNullException.ThrowIfNull(lineages);
        using var csv = new CsvWriter(output, new CsvOptions(), "a", "b", "relation", "containment_a", "containment_b", "class", "words", "prose_words", "identity", "a_start", "a_end", "b_start", "b_end", "reason");
        foreach (var pair in lineages.Passages.Pairs)
        {
            foreach (var passage in pair.Passages)
            {
                csv.Id(lineages.Passages.Articles[pair.A].Id);
                csv.Id(lineages.Passages.Articles[pair.B].Id);
                csv.Text(LineageWords.Word(pair.Relation));
                csv.Number(Share(pair.ContainmentA));
                csv.Number(Share(pair.ContainmentB));
                csv.Text(LineageWords.Word(passage.Class));
                foreach (var number in (int[])[passage.Words, passage.ProseWords]) csv.Number(Whole(number));
                csv.Number(Share(passage.Identity));
                foreach (var number in (int[])[passage.A.Start, passage.A.End, passage.B.Start, passage.B.End]) csv.Number(Whole(number));
                csv.Text(passage.Reason);
                csv.EndRow();
            }
        }
    }

    /// <summary>A row per edge: <c>family,from,to,directed,chance,score,reason,evidence</c>.</summary>
    public static void WriteEdges(Lineages lineages, Stream output)
    {
        ArgumentNullException.ThrowIfNull(lineages);
        using var csv = new CsvWriter(output, new CsvOptions(), "family", "from", "to", "directed", "chance", "score", "reason", "evidence");
        for (var number = 0; number < lineages.Families.Length; number++)
        {
            foreach (var edge in lineages.Families[number].Edges)
            {
                csv.Number(Whole(number + 1));
                csv.Id(FromId(lineages, edge));
                csv.Id(lineages.Passages.Articles[edge.To].Id);
                csv.Text(edge.IsDirected ? "yes" : "no");
                csv.Number(Share(edge.Chance));
                csv.Number(LineageWords.Score(edge).ToString(CultureInfo.InvariantCulture));
                csv.Text(edge.Reason);
                csv.Text(string.Join("; ", edge.Evidence.Select(item => item.Text)));
                csv.EndRow();
            }
        }
    }

    /// <summary>The families as one GraphML graph: articles and missing parents as nodes, ties as edges.</summary>
    public static void WriteGraphml(Lineages lineages, Stream output)
    {
        ArgumentNullException.ThrowIfNull(lineages);
        new LineageGraph([.. lineages.Families.Select(family => Graph(lineages, family))]).WriteGraphml(output);
    }

    /// <summary>The id at the beginning of an edge.</summary>
    public static string FromId(Lineages lineages, LineageEdge edge)
    {
        ArgumentNullException.ThrowIfNull(edge);
        return edge.Missing is { } missing ? LineageWords.Id(missing) : lineages.Passages.Articles[edge.From].Id;
    }

    private static GraphFamily Graph(Lineages lineages, Family family) => new(
        [.. family.Members.Select(member => lineages.Passages.Articles[member]).Select(article => new GraphArticle(article.Id, LineageWords.Name(article), article.Outlet ?? "", article.Byline ?? "", Time(article)))],
        [.. family.Missing.Select(missing => missing.Name)],
        [.. family.Edges.Select(edge => new GraphEdge(
            edge.Missing?.Name ?? lineages.Passages.Articles[edge.From].Id, edge.Missing is not null, lineages.Passages.Articles[edge.To].Id, edge.IsDirected, edge.Chance, LineageWords.Score(edge), edge.Reason,
            string.Join("; ", edge.Evidence.Select(item => item.Text))))]);

    private static string Time(Article article) =>
        article.Published?.UtcDateTime.ToString(article.PublishedPrecision == TimePrecision.Day ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) ?? "";

    private static string Share(double share) => share.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
