using Claque.Statements.Figures;
using Claque.Text.Prose;

namespace Claque.Statements.Comparing;

/// <summary>How the sides of a row stand to each other, and the words and figures that it rests on, the left side's first.</summary>
internal sealed record RowVerdict(RowRelation Relation, IReadOnlyList<(string Left, string Right)> Reasons, bool IsCompatible = false);

/// <summary>Tells how the claims of two sides on one aspect stand to each other.</summary>
/// <remarks>
/// One word of an aspect in a sentence is often meant otherwise ("held this week", "left unclear"), two in one sentence more seldom: measured on real reports of one
/// event. So a side is taken to speak of an aspect only with a sentence that has more than one of its words. Opposite words were then still said of two things:
/// they show where to look and are no ground to say that the sides differ.
/// </remarks>
internal sealed class RowRelations(IReadOnlyList<ReadArticle> readings, int leftCount, ComparingLexicon lexicon)
{
    private const int MostReasons = 8, MostAlike = 3;
    private const double Firm = 1.5;

    /// <summary>The relation of two sides; <paramref name="grounds"/> gets the claims that it rests on.</summary>
    public RowVerdict Of(int aspect, List<Said> left, List<Said> right, List<FigureRow> figures, HashSet<Said> grounds)
    {
        if (left.Count == 0 || right.Count == 0) return new(RowRelation.OnlyHere, []);
        var firm = left.Exists(IsFirm) && right.Exists(IsFirm);
        var reasons = Collisions(aspect, left, right, figures, grounds, out var alike, out var compatible);
        if (reasons.Count > 0) return new(RowRelation.Differ, [.. reasons.Take(MostReasons)], compatible);
        if (!firm) return new(RowRelation.NoVerdict, []);
        if (alike.Count > 0) return new(RowRelation.Agree, [.. alike.Take(MostAlike)]);
        var opposites = Opposites(aspect, left, right, grounds);
        return new(opposites.Count > 0 ? RowRelation.CharacterisedOtherwise : RowRelation.NoVerdict, opposites);
    }

    // The sides exchanged, the order is the same, so that the same are shown of many.
    private static Comparer<(string Left, string Right)> EitherWay { get; } = Comparer<(string Left, string Right)>.Create((x, y) =>
    {
        var (first, second) = (InOrder(x), InOrder(y));
        var order = string.CompareOrdinal(first.Left, second.Left);
        if (order == 0) order = string.CompareOrdinal(first.Right, second.Right);
        return order != 0 ? order : string.CompareOrdinal(x.Left, y.Left);
    });

    private static (string Left, string Right) InOrder((string Left, string Right) pair) => string.CompareOrdinal(pair.Left, pair.Right) <= 0 ? pair : (pair.Right, pair.Left);

    private static bool IsFirm(Said said) => said.Weight >= Firm;

    // What differs, and in what the sides are alike; the grounds are those of the former, else of the latter.
    private SortedSet<(string, string)> Collisions(int aspect, List<Said> left, List<Said> right, List<FigureRow> figures, HashSet<Said> grounds, out SortedSet<(string, string)> alike, out bool compatible)
    {
        var reasons = new SortedSet<(string, string)>(EitherWay);
        var agreeing = new HashSet<Said>();
        alike = new SortedSet<(string, string)>(EitherWay);
        compatible = true;
        foreach (var a in left)
            foreach (var b in right)
            {
                var (known, before) = (reasons.Count, alike.Count);
                compatible &= !ByFigures(a, b, figures, reasons, alike) & !ByBeing(aspect, a, b, reasons);
                if (reasons.Count > known) grounds.UnionWith([a, b]);
                else if (alike.Count > before || AreAlike(aspect, a, b, alike)) agreeing.UnionWith([a, b]);
            }

        if (reasons.Count == 0) grounds.UnionWith(agreeing);
        return reasons;
    }

    // True when two figures cannot both hold.
    private bool ByFigures(Said a, Said b, List<FigureRow> figures, SortedSet<(string, string)> reasons, SortedSet<(string, string)> alike)
    {
        var collide = false;
        foreach (var figure in figures)
        {
            if (figure.LeftArticle != a.Claim.Article || figure.RightArticle != b.Claim.Article || !a.Claim.Span.Contains(figure.Left.Span) || !b.Claim.Span.Contains(figure.Right.Span)) continue;
            var pair = (TextOf(a, figure.Left.Span, 0), TextOf(b, figure.Right.Span, leftCount));
            if (figure.Relation is FigureRelation.Conflict or FigureRelation.Differ) reasons.Add(pair);
            collide |= figure.Relation == FigureRelation.Conflict;
            if (figure.Relation == FigureRelation.Agree && IsOnNobodysWord(a, 0) == IsOnNobodysWord(b, leftCount)) alike.Add(pair);
        }

        return collide;
    }

    // Who is said to be nobody, and to do something.
    private bool ByBeing(int aspect, Said a, Said b, SortedSet<(string, string)> reasons)
    {
        if (!lexicon.IsOf(Being, aspect)) return false;
        var known = reasons.Count;
        if (a.Words.Contains(Being) && b.Negated.Contains(Being)) reasons.Add((Being, "not " + Being));
        if (b.Words.Contains(Being) && a.Negated.Contains(Being)) reasons.Add(("not " + Being, Being));
        return reasons.Count > known;
    }

    /// <summary>The word that stands for somebody's being a person at all.</summary>
    public const string Being = "exist";

    // Opposite words, and a word of each side where one side leans to one pole of the aspect as a whole, the other to the other: where to look, no collision.
    private List<(string, string)> Opposites(int aspect, List<Said> left, List<Said> right, HashSet<Said> grounds)
    {
        var found = new SortedSet<(string, string)>(EitherWay);
        foreach (var a in left)
            foreach (var b in right.Where(b => IsFirm(a) || IsFirm(b)))
            {
                var known = found.Count;
                found.UnionWith(a.Words.SelectMany(x => b.Words.Where(y => ComparingLexicon.AreOpposites(x, y) && (lexicon.IsOf(x, aspect) || lexicon.IsOf(y, aspect))).Select(y => (x, y))));
                if (found.Count > known) grounds.UnionWith([a, b]);
            }

        var (leaning, other) = (Leaning(left), Leaning(right));
        if (leaning * other < 0)
        {
            found.Add((Telling(left, leaning), Telling(right, other)));
            grounds.UnionWith(left.Where(one => one.Leaning == leaning).Concat(right.Where(one => one.Leaning == other)));
        }

        return [.. found.Take(MostReasons)];
    }

    private static int Leaning(List<Said> side) => Math.Sign(side.Sum(one => one.Poles.Sum(word => word.Pole)));

    private static string Telling(List<Said> side, int leaning) =>
        side.Where(one => one.Leaning == leaning).OrderByDescending(one => one.Weight).ThenBy(one => one.Claim.Article).ThenBy(one => one.Claim.Span.Start).First() is var said
            && said.Poles.Find(word => word.Pole == leaning).Word is var word && said.Negated.Contains(word) ? "not " + word : word;

    // One of the aspect's own words that both negate; or, both being firmly of the aspect, three words in common with one of its own, or one year and two words; two of them of no name.
    private bool AreAlike(int aspect, Said a, Said b, SortedSet<(string, string)> alike)
    {
        if (IsOnNobodysWord(a, 0) != IsOnNobodysWord(b, leftCount)) return false;
        var known = alike.Count;
        // "The gate has no lock" and "the gate isn't locked".
        alike.UnionWith(a.Negated.Where(x => x.Length > 3).SelectMany(x => b.Negated.Where(y => y.StartsWith(x[..4], StringComparison.Ordinal) && (lexicon.HintsAt(x, aspect) || lexicon.HintsAt(y, aspect))).Select(y => ("not " + x, "not " + y))));
        if (alike.Count > known) return true;
        if (!IsFirm(a) || !IsFirm(b)) return false;
        var shared = a.Words.Where(word => word.Length > 3 && b.Words.Contains(word)).ToList();
        var words = shared.Where(word => !char.IsAsciiDigit(word[0])).DistinctBy(word => word[..4]).Count();
        // Two sentences on one place share its name whatever they say of it.
        if (words - shared.Where(word => a.Names.Contains(word) || b.Names.Contains(word)).DistinctBy(word => word[..4]).Count() < 2) return false;
        var year = words >= 2 ? shared.Where(word => word.Length == 4 && char.IsAsciiDigit(word[0])).Min(StringComparer.Ordinal) : null;
        var own = Math.Sign(a.Polarity) == Math.Sign(b.Polarity) && words >= 3 && (words >= 5 || a.Leaning * b.Leaning >= 0) ? shared.FindAll(word => aspect > 0 && lexicon.IsOf(word, aspect)) : [];
        foreach (var word in year is null ? own : [year, .. own]) alike.Add((word, word));
        return year is not null || own.Count > 0;
    }

    // "was accused of killing two" does not agree with "killed two".
    private bool IsOnNobodysWord(Said said, int offset) =>
        readings[said.Claim.Article + offset].Notes.Any(note => note.Kind == Sources.NoteKind.Agentless && note.Span.Overlaps(said.Claim.Span));

    private string TextOf(Said said, TextSpan span, int offset) => readings[said.Claim.Article + offset].Document.Text[span.Start..span.End];
}
