using Claque.Statements.Figures;

namespace Claque.Statements.Comparing;

/// <summary>The figures of the left against those of the right.</summary>
/// <remarks>
/// Two unlike numbers are held against each other only where each is the one number of its kind that its article gives: an article that tells of 6 arrests on
/// one night and of 47 on another, or of 51 votes and of 60, speaks of two things, and which of them the other account means cannot be told. Two numbers in one
/// article on the word of two sources may be of one thing; they are not held against it.
/// </remarks>
internal sealed class FigureRows(IReadOnlyList<ReadArticle> readings, int leftCount, bool sameSubject)
{
    private const int Most = 60;

    /// <summary>The rows, the clearest relation first.</summary>
    public List<FigureRow> All()
    {
        var rows = new List<FigureRow>();
        for (var a = 0; a < leftCount; a++)
            for (var b = leftCount; b < readings.Count; b++)
                rows.AddRange(Of(a, b));
        // A figure said twice in one article is one row.
        return [.. rows.OrderByDescending(row => row.Relation == FigureRelation.Comparable ? -1 : (int)row.Relation)
            .ThenBy(row => Math.Min(row.Left.Value, row.Right.Value)).ThenBy(row => Math.Max(row.Left.Value, row.Right.Value))
            .ThenBy(row => row.Left.Span.Start + row.Right.Span.Start).ThenBy(row => Math.Abs(row.Left.Span.Start - row.Right.Span.Start))
            .DistinctBy(row => (row.Left.Low, row.Left.High, row.Right.Low, row.Right.High, First(row.Left.Unit, row.Right.Unit), First(row.Left.Predicate, row.Right.Predicate), row.Relation == FigureRelation.Comparable)).Take(Most)];
    }

    private IEnumerable<FigureRow> Of(int a, int b)
    {
        var rows = new List<FigureRow>();
        foreach (var left in readings[a].Figures)
            foreach (var right in readings[b].Figures)
                if (FigurePairs.Compare(left, right, sameSubject) is var relation and not FigureRelation.None && (relation != FigureRelation.Comparable || left.Predicate == right.Predicate || FigurePairs.AreOfOneScene(left, right) || FigureLexicon.AreOfOneFamily(left.Unit, right.Unit)))
                    rows.Add(new FigureRow(relation, a, left, b - leftCount, right));
        var verdicts = rows.FindAll(static row => row.Relation != FigureRelation.Comparable);
        return rows.Select(row => IsUnlike(row) && verdicts.Exists(other => IsAnother(row, other, readings[a], readings[b])) ? row with { Relation = FigureRelation.Comparable } : row);
    }

    private static string First(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? a : b;

    private static bool IsUnlike(FigureRow row) => row.Relation is FigureRelation.Conflict or FigureRelation.Differ;

    // Another number of one of the two articles, in the same voice, is held against the same figure of the other article.
    private static bool IsAnother(FigureRow row, FigureRow other, ReadArticle left, ReadArticle right) =>
        (other.Right.Value == row.Right.Value && other.Left.Value != row.Left.Value && HolderOf(left, other.Left) == HolderOf(left, row.Left))
        || (other.Left.Value == row.Left.Value && other.Right.Value != row.Right.Value && HolderOf(right, other.Right) == HolderOf(right, row.Right));

    private static string HolderOf(ReadArticle reading, Figure figure) => reading.HolderOf(figure.Statement, unsaid: false);
}
