using Claque.Text.Copies;

namespace Claque.Lineage;

/// <summary>Two versions of a text and what speaks for either having been taken from the other.</summary>
internal sealed class VersionPair
{
    private const int FewWords = 20, Hour = 3600;

    private readonly Func<uint, int> _articlesWith;

    public VersionPair(ArticlePair pair, ArticleTraits a, ArticleTraits b, Func<uint, int> articlesWith)
    {
        (Pair, A, B, _articlesWith) = (pair, a, b, articlesWith);
        Runs = [.. pair.Passages.Select(passage => (a.Cut.WordsIn(passage.A), b.Cut.WordsIn(passage.B)))];
        (CoveredA, CoveredB) = (Cover(a.Cut.Words.Count, Runs.Select(run => run.A)), Cover(b.Cut.Words.Count, Runs.Select(run => run.B)));
        foreach (var (inA, inB) in Runs)
            foreach (var change in WordDiff.Of(a.Cut.Words.Hashes[inA.First..inA.End], b.Cut.Words.Hashes[inB.First..inB.End]))
                Changes.Add(new WordChange(change.AStart + inA.First, change.AEnd + inA.First, change.BStart + inB.First, change.BEnd + inB.First));
        Forward = Features(toB: true);
        Backward = Features(toB: false);
    }

    public ArticlePair Pair { get; }

    public ArticleTraits A { get; }

    public ArticleTraits B { get; }

    public ((int First, int End) A, (int First, int End) B)[] Runs { get; }

    public bool[] CoveredA { get; }

    public bool[] CoveredB { get; }

    public List<WordChange> Changes { get; } = [];

    /// <summary>Features of B having been taken from A.</summary>
    public double[] Forward { get; }

    /// <summary>Features of A having been taken from B.</summary>
    public double[] Backward { get; }

    /// <summary>Words of A, or of B, that stand in no common passage.</summary>
    public int OnlyIn(bool b) => (b ? CoveredB : CoveredA).Count(covered => !covered);

    /// <summary>Seconds from A to B; null where a time is missing or the two cannot be told apart.</summary>
    public double? Seconds() => Seconds(A, B);

    /// <summary>Seconds from one article to another; null where a time is missing or the two cannot be told apart as finely as they are known.</summary>
    public static double? Seconds(ArticleTraits from, ArticleTraits to)
    {
        if (from.Origin.Published is not { } a || to.Origin.Published is not { } b) return null;
        var unit = Math.Max(Unit(from), Unit(to));
        if (Math.Floor(a.ToUnixTimeSeconds() / unit) == Math.Floor(b.ToUnixTimeSeconds() / unit)) return null;
        return (b - a).TotalSeconds;
    }

    private static double Unit(ArticleTraits article) => article.Origin.PublishedPrecision switch
    {
        Reading.TimePrecision.Day => 24 * Hour,
        Reading.TimePrecision.Hour => Hour,
        Reading.TimePrecision.Minute => 60,
        _ => 1,
    };

    private double[] Features(bool toB)
    {
        var (from, to) = toB ? (A, B) : (B, A);
        var features = new double[LineageWeights.Count];
        features[(int)EvidenceKind.Added] = -Math.Log(1 + OnlyIn(toB));
        features[(int)EvidenceKind.Dropped] = -Math.Log(1 + OnlyIn(!toB));
        features[(int)EvidenceKind.Changed] = -Math.Log(1 + Changes.Sum(change => Math.Max(change.AEnd - change.AStart, change.BEnd - change.BStart)));
        if (Seconds() is { } seconds)
        {
            seconds = toB ? seconds : -seconds;
            features[(int)EvidenceKind.Time] = Math.Sign(seconds);
            features[(int)EvidenceKind.Delay] = seconds > 0 ? -Math.Log(1 + (seconds / Hour)) : 0;
        }

        features[(int)EvidenceKind.Credit] = Yes(to.CreditTo(from) is not null) - Yes(from.CreditTo(to) is not null);
        features[(int)EvidenceKind.Canonical] = Yes(to.Origin.PointsTo(from.Origin) is not null) - Yes(from.Origin.PointsTo(to.Origin) is not null);
        features[(int)EvidenceKind.SelfReference] = Yes(to.SpeaksFor(from) is not null) - Yes(from.SpeaksFor(to) is not null);
        features[(int)EvidenceKind.CreditLost] = Math.Clamp(Credits(from, to) - Credits(to, from), -2, 2);
        features[(int)EvidenceKind.Truncated] = Yes(GoesOn(toB)) - Yes(GoesOn(!toB));
        features[(int)EvidenceKind.Dangling] = Math.Clamp(Dangling(from, to).Count - Dangling(to, from).Count, -3, 3);
        features[(int)EvidenceKind.HedgeLost] = Math.Clamp(HedgesLost(toB) - HedgesLost(!toB), -2, 2);
        features[(int)EvidenceKind.QuotationCut] = QuotationsCut(toB) - QuotationsCut(!toB);
        features[(int)EvidenceKind.FigureRounded] = Math.Clamp(Rounded(toB) - Rounded(!toB), -2, 2);
        features[(int)EvidenceKind.Misspelling] = Math.Clamp(Misspelt(toB) - Misspelt(!toB), -3, 3);
        features[(int)EvidenceKind.Note] = Math.Sign(to.Notes - from.Notes);
        features[(int)EvidenceKind.Headline] = from.Cut.Article.Title is { } one && to.Cut.Article.Title is { } other && !WordHashes.Of(one).Hashes.SequenceEqual(WordHashes.Of(other).Hashes) ? -1 : 0;
        return features;
    }

    /// <summary>Words of an article that use a name which only the other introduces.</summary>
    public static List<int> Dangling(ArticleTraits from, ArticleTraits to) =>
        [.. to.Bare.Where(name => from.Introduced.Contains(name.Key)).Select(name => name.Value).Order()];

    // A line that names the other is evidence of its own.
    private static int Credits(ArticleTraits article, ArticleTraits other) => Yes(article.HasByline)
        + Yes(article.Wire is not null || (article.CreditPlaces.Length > 0 && article.CreditTo(other) is null));

    private static int Yes(bool value) => value ? 1 : 0;

    // The common text reaches the end of one, and the other goes on.
    private bool GoesOn(bool aGoesOn)
    {
        if (Runs.Length == 0) return false;
        var (endA, endB) = (Runs.Max(run => run.A.End), Runs.Max(run => run.B.End));
        var (restA, restB) = (A.Cut.Words.Count - endA, B.Cut.Words.Count - endB);
        return aGoesOn ? restA >= FewWords && restB < FewWords / 2 : restB >= FewWords && restA < FewWords / 2;
    }

    private int HedgesLost(bool inB) => Changes.Sum(change =>
    {
        var (from, start, end) = inB ? (A, change.AStart, change.AEnd) : (B, change.BStart, change.BEnd);
        var (to, otherStart, otherEnd) = inB ? (B, change.BStart, change.BEnd) : (A, change.AStart, change.AEnd);
        return Yes(IsHedge(from, start, end) && !IsHedge(to, otherStart, otherEnd));
    });

    private static bool IsHedge(ArticleTraits article, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (HedgeWords.Value.Contains(article.Cut.Words.Hashes[i])) return true;
        return false;
    }

    private static readonly Lazy<HashSet<uint>> HedgeWords = new(() => [.. CueList.BuiltIn.Cues.Where(cue => cue.Kind == "hedge" && cue.Words.Count == 1).Select(cue => cue.Words[0])]);

    private int QuotationsCut(bool inB)
    {
        var (from, to, gone) = inB ? (A, B, CoveredA) : (B, A, CoveredB);
        var lost = 0;
        for (var i = 0; i < gone.Length; i++) lost += Yes(!gone[i] && from.Cut.Quoted[i]);
        return Yes(lost >= 5 && to.QuotedWords > 0 && to.QuotedWords < from.QuotedWords);
    }

    private int Rounded(bool inB) => Changes.Count(change =>
    {
        if (change.AEnd - change.AStart != 1 || change.BEnd - change.BStart is not (1 or 2)) return change.BEnd - change.BStart == 1 && change.AEnd - change.AStart == 2 && IsRounder(change, inB);
        return IsRounder(change, inB);
    });

    private bool IsRounder(WordChange change, bool inB)
    {
        var (a, b) = (Digits(A, change.AStart, change.AEnd), Digits(B, change.BStart, change.BEnd));
        if (a.Length == 0 || b.Length == 0) return false;
        var (exact, round) = inB ? (a, b) : (b, a);
        return Significant(round) < Significant(exact) && round.Length == exact.Length;
    }

    private static string Digits(ArticleTraits article, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var word = article.Cut.Span(i, i + 1).In(article.Cut.Article.Text);
            if (char.IsDigit(word[0])) return string.Concat(WithSeparators(article, i).Where(char.IsDigit));
        }

        return "";
    }

    // 1,207 is two words to the index and one figure to a reader.
    private static string WithSeparators(ArticleTraits article, int word)
    {
        var (text, words) = (article.Cut.Article.Text, article.Cut.Words);
        int first = word, last = word;
        while (first > 0 && Joined(text, words, first - 1)) first--;
        while (last + 1 < words.Count && Joined(text, words, last)) last++;
        return article.Cut.Span(first, last + 1).In(text).ToString();
    }

    private static bool Joined(string text, WordHashes words, int left) =>
        words.Starts[left + 1] - words.Ends[left] == 1 && text[words.Ends[left]] is ',' or '.' && char.IsDigit(text[words.Ends[left] - 1]) && char.IsDigit(text[words.Starts[left + 1]]);

    private static int Significant(string digits) => digits.TrimEnd('0').Length;

    // A form that stands in this article alone, where the other's form is common in the family.
    private int Misspelt(bool inB) => Changes.Count(change =>
    {
        if (change.AEnd - change.AStart != 1 || change.BEnd - change.BStart != 1) return false;
        var (a, b) = (A.Cut.Words.Hashes[change.AStart], B.Cut.Words.Hashes[change.BStart]);
        var (usual, odd) = inB ? (a, b) : (b, a);
        return _articlesWith(odd) == 1 && _articlesWith(usual) >= 2
            && Spelling.IsSlip(A.Cut.Span(change.AStart, change.AEnd).In(A.Cut.Article.Text), B.Cut.Span(change.BStart, change.BEnd).In(B.Cut.Article.Text));
    });

    private static bool[] Cover(int words, IEnumerable<(int First, int End)> runs)
    {
        var covered = new bool[words];
        foreach (var (first, end) in runs) covered.AsSpan(first, end - first).Fill(true);
        return covered;
    }
}
