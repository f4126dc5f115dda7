using Claque.Text.Copies;

namespace Claque.Lineage;

/// <summary>Says what the common runs of two articles are.</summary>
internal sealed class PassageClassing(ShingleIndex index, int[] outlets, PassageOptions options)
{
    private const int Probes = 8, MostListWords = 30;
    private const double OfOneStory = 0.3, WholeArticle = 0.8;

    public ArticlePair Of(CommonTexts common, ArticleWords a, ArticleWords b)
    {
        var passages = common.Runs.Select(run => Class(run, a, b)).ToArray();
        // An outlet's template is only one where the two articles are not otherwise versions of one story.
        var repeated = passages.Select((passage, i) => passage.IsCopy && passage.Words <= options.TemplateWords ? RepeatedIn(common, common.Runs[i]) : 0).ToArray();
        var all = common.Runs.Where((_, i) => passages[i].IsCopy).ToList();
        var isOneStory = Math.Max(Covered(all, run => (run.AStart, run.AEnd), a.Words.Count), Covered(all, run => (run.BStart, run.BEnd), b.Words.Count)) >= OfOneStory;
        for (var i = 0; i < passages.Length; i++)
        {
            if (repeated[i] > 0 && (!isOneStory || repeated[i] >= options.FormulaArticles))
                passages[i] = passages[i] with { Class = PassageClass.Template, Reason = $"in {repeated[i]} articles of one outlet" };
        }

        var copied = common.Runs.Where((_, i) => passages[i].IsCopy).ToList();
        var containmentA = Covered(copied, run => (run.AStart, run.AEnd), a.Words.Count);
        var containmentB = Covered(copied, run => (run.BStart, run.BEnd), b.Words.Count);
        return new ArticlePair(common.A, common.B, RelationOf(passages, containmentA, containmentB), containmentA, containmentB, [.. passages]);
    }

    private Relation RelationOf(Passage[] passages, double containmentA, double containmentB)
    {
        var prose = passages.Where(passage => passage.IsCopy).Sum(passage => passage.ProseWords);
        if (prose >= options.CopyWords)
            return Math.Min(containmentA, containmentB) >= options.NearDuplicate ? Relation.NearDuplicate : Relation.Partial;
        if (passages.Any(passage => passage.Class == PassageClass.Quotation)) return Relation.Quotation;
        return passages.Any(passage => passage.Class == PassageClass.Template) ? Relation.Template : Relation.Unrelated;
    }

    private Passage Class(CommonRun run, ArticleWords a, ArticleWords b)
    {
        var wordsA = a.Words.Hashes[run.AStart..run.AEnd];
        var wordsB = b.Words.Hashes[run.BStart..run.BEnd];
        var words = Math.Max(WordHashes.Length(wordsA), WordHashes.Length(wordsB));
        var share = ProseShare(a, b, run);
        var (quoted, prose) = (1 - share, (int)Math.Round(words * share));
        var substance = Substance.Of(wordsA, wordsB);
        var identity = (double)run.Matches / run.Length;
        var whole = Math.Min((double)wordsA.Length / a.Words.Count, (double)wordsB.Length / b.Words.Count) >= WholeArticle && prose >= options.CopyWords;
        var (kind, reason) = quoted >= options.QuotedShare && prose < options.ProseWords && !whole && !HasProse(a, b, run) ? (PassageClass.Quotation, $"{quoted * 100:0} % of it inside quotation marks")
            : words < MostListWords && Math.Max(Capitals(a, run.AStart, run.AEnd), Capitals(b, run.BStart, run.BEnd)) > 0.5 ? (PassageClass.Names, "most words are capitalised")
            : words < options.ShortWords ? (PassageClass.Short, $"under {options.ShortWords} words")
            : prose < options.ShortWords && !whole ? (PassageClass.Quotation, $"only {prose} words outside quotation marks")
            : substance < options.LeastSubstance ? (PassageClass.Template, $"only {substance} telling words")
            : identity >= options.VerbatimIdentity ? (PassageClass.Verbatim, identity == 1 ? "every word is equal" : $"{identity * 100:0.0} % of the words are equal")
            : (PassageClass.Edited, $"{identity * 100:0} % of the words are equal");
        return new Passage(kind, a.Span(run.AStart, run.AEnd), b.Span(run.BStart, run.BEnd), words, identity, prose, substance, reason);
    }

    // The side with less prose counts. But where one side has lost a quotation mark and the other has not, the other knows better:
    // unless it has none at all, and has lost them all.
    private static double ProseShare(ArticleWords a, ArticleWords b, CommonRun run)
    {
        var (believeA, believeB) = Believed(a, b, run);
        return Math.Min(believeA ? 1 - Share(a.Quoted[run.AStart..run.AEnd]) : 1, believeB ? 1 - Share(b.Quoted[run.BStart..run.BEnd]) : 1);
    }

    // Whose quotation marks count.
    private static (bool A, bool B) Believed(ArticleWords a, ArticleWords b, CommonRun run)
    {
        var (unevenA, unevenB) = (a.Uneven[run.AStart..run.AEnd].Contains(true), b.Uneven[run.BStart..run.BEnd].Contains(true));
        return (unevenB || !unevenA || b.Document.Quotations.Count == 0, unevenA || !unevenB || a.Document.Quotations.Count == 0);
    }

    // A stretch between quotations that would be a copy if it stood alone: more in common must not be less of a copy. Equal words
    // are counted, not all: two reporters at one press conference also write between the same quotations, each in words of their own.
    private bool HasProse(ArticleWords a, ArticleWords b, CommonRun run)
    {
        var (believeA, believeB) = Believed(a, b, run);
        foreach (var (fromA, toA) in Stretches(believeA, a, run.AStart, run.AEnd))
        {
            foreach (var (fromB, toB) in Stretches(believeB, b, run.BStart, run.BEnd))
            {
                var wordsA = a.Words.Hashes[fromA..toA];
                var changes = WordDiff.Of(wordsA, b.Words.Hashes[fromB..toB]);
                if (EqualWords(wordsA, changes) >= options.ShortWords) return true;
            }
        }

        return false;
    }

    private List<(int Start, int End)> Stretches(bool believed, ArticleWords article, int start, int end)
    {
        var stretches = new List<(int, int)>();
        for (int at = start, from = start; at <= end; at++)
        {
            if (at < end && !(believed && article.Quoted[at])) continue;
            if (WordHashes.Length(article.Words.Hashes[from..at]) >= options.ShortWords) stretches.Add((from, at));
            from = at + 1;
        }

        return stretches;
    }

    private static int EqualWords(ReadOnlySpan<uint> words, List<WordChange> changes)
    {
        var (equal, from) = (0, 0);
        foreach (var change in changes)
        {
            equal += WordHashes.Length(words[from..change.AStart]);
            from = change.AEnd;
        }

        return equal + WordHashes.Length(words[from..]);
    }

    private static double Share(ReadOnlySpan<bool> words) => (double)words.Count(true) / words.Length;

    private static double Capitals(ArticleWords article, int start, int end)
    {
        var capitals = 0;
        for (var i = start; i < end; i++)
            if (char.IsUpper(article.Article.Text[article.Words.Starts[i]])) capitals++;
        return (double)capitals / (end - start);
    }

    // In how many articles of the outlet of either the run stands, when they are enough to be a template; else 0.
    private int RepeatedIn(CommonTexts common, CommonRun run)
    {
        var most = 0;
        foreach (var outlet in new[] { outlets[common.A], outlets[common.B] }.Where(outlet => outlet >= 0).Distinct())
        {
            var counts = new List<int>();
            var entries = index.EntriesOf(common.A);
            var inRun = new List<int>();
            foreach (var entry in entries)
                if (index.PlaceOf(entry) >= run.AStart && index.PlaceOf(entry) < run.AEnd) inRun.Add(entry);
            for (var i = 0; i < inRun.Count; i += Math.Max(1, inRun.Count / Probes))
                counts.Add(index.TextsWith(inRun[i]).Count(text => outlets[text] == outlet));
            counts.Sort();
            if (counts.Count > 0 && counts[counts.Count / 2] >= options.TemplateArticles) most = Math.Max(most, counts[counts.Count / 2]);
        }

        return most;
    }

    private static double Covered(IEnumerable<CommonRun> runs, Func<CommonRun, (int Start, int End)> side, int words)
    {
        int covered = 0, upTo = 0;
        foreach (var (start, end) in runs.Select(side).Order())
        {
            covered += Math.Max(0, end - Math.Max(start, upTo));
            upTo = Math.Max(upTo, end);
        }

        return words == 0 ? 0 : (double)covered / words;
    }
}
