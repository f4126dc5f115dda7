using Claque.Statements.Figures;
using Claque.Text.Prose;

namespace Claque.Statements.Comparing;

/// <summary>Tells how the claims of two sides on one aspect stand to each other.</summary>
internal sealed class RowRelations(IReadOnlyList<ReadArticle> readings, int leftCount, ComparingLexicon lexicon)
{
    private const int MostReasons = 8;

    /// <summary>What differs, as pairs of words of the left and the right; <paramref name="grounds"/> gets the claims that it rests on.</summary>
    public List<(string Left, string Right)> Reasons(int aspect, List<Said> left, List<Said> right, List<FigureRow> figures, HashSet<Said> grounds, out bool agreeing)
    {
        var reasons = new SortedSet<(string, string)>();
        agreeing = false;
        foreach (var a in left)
            foreach (var b in right)
            {
                var known = reasons.Count;
                ByFigures(a, b, figures, reasons, ref agreeing);
                ByWords(aspect, a, b, reasons);
                if (reasons.Count > known) grounds.UnionWith([a, b]);
                else if (AreAlike(aspect, a, b)) agreeing = true;
            }

        ByPoles(left, right, reasons, grounds);
        return [.. reasons.Take(MostReasons)];
    }

    private void ByFigures(Said a, Said b, List<FigureRow> figures, SortedSet<(string, string)> reasons, ref bool agreeing)
    {
        foreach (var figure in figures)
        {
            if (figure.LeftArticle != a.Claim.Article || figure.RightArticle != b.Claim.Article || !a.Claim.Span.Contains(figure.Left.Span) || !b.Claim.Span.Contains(figure.Right.Span)) continue;
            if (figure.Relation is FigureRelation.Conflict or FigureRelation.Differ || AreApart(figure)) reasons.Add((TextOf(a, figure.Left.Span, 0), TextOf(b, figure.Right.Span, leftCount)));
            agreeing |= figure.Relation == FigureRelation.Agree && IsOnNobodysWord(a, 0) == IsOnNobodysWord(b, leftCount);
        }
    }

    // No verdict as figures, but unlike numbers of one kind of thing: what each side says of it.
    private static bool AreApart(FigureRow row) => row.Relation == FigureRelation.Comparable && row.Left.Kind == UnitKind.Count && FigureLexicon.AreOfOneFamily(row.Left.Unit, row.Right.Unit)
        && (row.Left.High < row.Right.Low || row.Right.High < row.Left.Low);

    private void ByWords(int aspect, Said a, Said b, SortedSet<(string, string)> reasons)
    {
        foreach (var x in a.Words)
            foreach (var y in b.Words)
                if (ComparingLexicon.AreOpposites(x, y) && (lexicon.IsOf(x, aspect) || lexicon.IsOf(y, aspect))) reasons.Add((x, y));
        foreach (var word in a.Words.Where(word => aspect > 0 && b.Negated.Contains(word) && lexicon.IsOf(word, aspect))) reasons.Add((word, "not " + word));
        foreach (var word in b.Words.Where(word => aspect > 0 && a.Negated.Contains(word) && lexicon.IsOf(word, aspect))) reasons.Add(("not " + word, word));
    }

    // One side leans to one pole of the aspect as a whole, the other to the other.
    private static void ByPoles(List<Said> left, List<Said> right, SortedSet<(string, string)> reasons, HashSet<Said> grounds)
    {
        var (leaning, other) = (Leaning(left), Leaning(right));
        if (leaning * other >= 0) return;
        reasons.Add((Telling(left, leaning), Telling(right, other)));
        grounds.UnionWith(left.Where(one => one.Leaning == leaning).Concat(right.Where(one => one.Leaning == other)));
    }

    private static int Leaning(List<Said> side) => Math.Sign(side.Sum(one => one.Poles.Sum(word => word.Pole)));

    private static string Telling(List<Said> side, int leaning) =>
        side.Where(one => one.Leaning == leaning).OrderByDescending(one => one.Weight).ThenBy(one => one.Claim.Article).ThenBy(one => one.Claim.Span.Start).First() is var said
            && said.Poles.Find(word => word.Pole == leaning).Word is var word && said.Negated.Contains(word) ? "not " + word : word;

    // Five words in common, or one year and two words, or three with one of the aspect's own; or one of the aspect's own that both negate.
    private bool AreAlike(int aspect, Said a, Said b)
    {
        if (IsOnNobodysWord(a, 0) != IsOnNobodysWord(b, leftCount)) return false;
        // "The gate has no lock" and "the gate isn't locked".
        if (a.Negated.Any(x => x.Length > 3 && lexicon.HintsAt(x, aspect) && b.Negated.Any(y => y.StartsWith(x[..4], StringComparison.Ordinal)))) return true;
        var shared = a.Words.Where(word => word.Length > 3 && b.Words.Contains(word)).ToList();
        var words = shared.Where(word => !char.IsAsciiDigit(word[0])).DistinctBy(word => word[..4]).Count();
        if (words >= 2 && shared.Exists(word => word.Length == 4 && char.IsAsciiDigit(word[0]))) return true;
        return Math.Sign(a.Polarity) == Math.Sign(b.Polarity) && (words >= 5 || (words >= 3 && a.Leaning * b.Leaning >= 0 && Own(aspect, shared)));
    }

    private bool Own(int aspect, IEnumerable<string> words) => aspect > 0 && words.Any(word => word.Length > 3 && lexicon.IsOf(word, aspect));

    // "was accused of killing two" does not agree with "killed two".
    private bool IsOnNobodysWord(Said said, int offset) =>
        readings[said.Claim.Article + offset].Notes.Any(note => note.Kind == Sources.NoteKind.Agentless && note.Span.Overlaps(said.Claim.Span));

    private string TextOf(Said said, TextSpan span, int offset) => readings[said.Claim.Article + offset].Document.Text[span.Start..span.End];
}
