using System.Collections.Immutable;
using Claque.Text.Copies;
using Claque.Text.Prose;

namespace Claque.Lineage;

/// <summary>Says what was done to one version of a text to make another.</summary>
public static class EditFinding
{
    /// <summary>The typed edits from one article to another.</summary>
    /// <param name="a">The version before.</param>
    /// <param name="b">The version after.</param>
    /// <param name="cues">Phrases of credit and of hedging.</param>
    public static Edits Of(ArticleWords a, ArticleWords b, CueList cues)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(cues);
        (a, b) = (a.WithLines, b.WithLines);
        var sentences = SentenceAlignment.Of(a, b);
        var edits = new List<Edit>();
        AddHead(edits, a, b);
        var (creditsA, creditsB) = (CreditSentences(a, cues), CreditSentences(b, cues));
        foreach (var pair in sentences) AddSentence(edits, pair, a, b, creditsA, creditsB, cues);
        AddQuotations(edits, a, b);
        return new Edits(sentences, [.. edits.OrderBy(edit => edit.Kind <= EditKind.CreditAdded ? 0 : 1).ThenBy(edit => edit.B?.Start ?? edit.A?.Start ?? 0).ThenBy(edit => edit.Kind)]);
    }

    private static void AddHead(List<Edit> edits, ArticleWords a, ArticleWords b)
    {
        var (before, after) = (a.Article.Title?.Trim() ?? "", b.Article.Title?.Trim() ?? "");
        if (before.Length > 0 && after.Length > 0 && !SameWords(before, after)) edits.Add(new Edit(EditKind.HeadlineChanged, null, null, before, after));
        (before, after) = (a.Article.Byline?.Trim() ?? "", b.Article.Byline?.Trim() ?? "");
        if (before.Length > 0 && !SameWords(before, after)) edits.Add(new Edit(EditKind.BylineChanged, null, null, before, after));
    }

    private static bool SameWords(string a, string b) => WordHashes.Of(a).Hashes.SequenceEqual(WordHashes.Of(b).Hashes);

    private static HashSet<int> CreditSentences(ArticleWords article, CueList cues)
    {
        var traits = ArticleTraits.Of(article, cues);
        var places = traits.CreditPlaces.Select(word => word - 1)
            .Concat(cues.In(article.Words, "wire").Select(found => found.Word).Where(word => traits.Wire is not null && word < 60));
        return [.. places.Select(word => SentenceAt(article, article.Words.Starts[Math.Max(0, word)]))];
    }

    private static int SentenceAt(ArticleWords article, int at)
    {
        var sentences = article.Sentences;
        for (var i = 0; i < sentences.Length; i++)
            if (at < sentences[i].End) return i;
        return -1;
    }

    private static void AddSentence(List<Edit> edits, SentencePair pair, ArticleWords a, ArticleWords b, HashSet<int> creditsA, HashSet<int> creditsB, CueList cues)
    {
        TextSpan? inA = pair.A < 0 ? null : a.Sentences[pair.A], inB = pair.B < 0 ? null : b.Sentences[pair.B];
        var (before, after) = (Text(a, inA), Text(b, inB));
        if (inB is null)
            edits.Add(new Edit(creditsA.Contains(pair.A) ? EditKind.CreditRemoved : EditKind.SentenceDropped, inA, null, before, ""));
        else if (inA is null)
            edits.Add(new Edit(creditsB.Contains(pair.B) ? EditKind.CreditAdded : EditKind.SentenceAdded, null, inB, "", after));
        else
        {
            if (pair.IsMoved) edits.Add(new Edit(EditKind.SentenceMoved, inA, inB, before, after));
            if (pair.Likeness < 1 || pair.IsMoved is false) AddWords(edits, a, inA.Value, b, inB.Value, cues);
        }
    }

    private static void AddWords(List<Edit> edits, ArticleWords a, TextSpan inA, ArticleWords b, TextSpan inB, CueList cues)
    {
        var (firstA, endA) = a.WordsIn(inA);
        var (firstB, endB) = b.WordsIn(inB);
        foreach (var change in WordDiff.Of(a.Words.Hashes[firstA..endA], b.Words.Hashes[firstB..endB]))
        {
            var (spanA, spanB) = (Place(a, firstA + change.AStart, firstA + change.AEnd), Place(b, firstB + change.BStart, firstB + change.BEnd));
            var (before, after) = (Text(a, spanA), Text(b, spanB));
            edits.Add(new Edit(KindOf(before, after, cues, change.AStart > 0 || change.BStart > 0), spanA, spanB, before, after));
        }
    }

    private static EditKind KindOf(string before, string after, CueList cues, bool withinSentence)
    {
        if (before.Any(char.IsDigit) || (after.Any(char.IsDigit) && before.Length > 0)) return EditKind.FigureChanged;
        if (Credits(before, cues) && !Credits(after, cues)) return EditKind.CreditRemoved;
        if (Hedges(before, cues) && !Hedges(after, cues)) return EditKind.HedgeRemoved;
        if (Hedges(after, cues) && !Hedges(before, cues)) return EditKind.HedgeAdded;
        return before.Length > 0 && after.Length > 0 && withinSentence && IsName(before) && IsName(after) ? EditKind.NameSwapped : EditKind.Reworded;
    }

    private static bool Hedges(string words, CueList cues) => cues.In(WordHashes.Of(words), "hedge").Any();

    private static bool Credits(string words, CueList cues) =>
        cues.In(WordHashes.Of(words), "credit", "wire").Any(found => found.Cue.Kind == "wire" ? words.Contains('(') || words.Any(char.IsUpper) : found.Cue.Words.Count > 1);

    private static bool IsName(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => char.IsUpper(word[0]));

    // A quotation most of whose words go on in a shorter one.
    private static void AddQuotations(List<Edit> edits, ArticleWords a, ArticleWords b)
    {
        const int least = 4;
        var after = b.Document.Quotations.Where(quotation => quotation.Depth == 0).Select(quotation => (quotation.Inner, Words: Words(b, quotation.Inner))).Where(quotation => quotation.Words.Length >= least).ToList();
        foreach (var quotation in a.Document.Quotations.Where(quotation => quotation.Depth == 0))
        {
            var words = Words(a, quotation.Inner);
            var cut = after.FirstOrDefault(other => other.Words.Length + least <= words.Length && words.AsSpan().IndexOf(other.Words) >= 0);
            if (cut.Words is not null && !after.Any(other => other.Words.AsSpan().SequenceEqual(words)))
                edits.Add(new Edit(EditKind.QuotationCut, quotation.Inner, cut.Inner, Text(a, quotation.Inner), Text(b, cut.Inner)));
        }
    }

    private static uint[] Words(ArticleWords article, TextSpan span)
    {
        var (first, end) = article.WordsIn(span);
        return article.Words.Hashes[first..end].ToArray();
    }

    // 1,207 is two words to the index and one figure to a reader.
    private static TextSpan? Place(ArticleWords article, int first, int end)
    {
        if (first == end) return null;
        while (first > 0 && AreOneFigure(article, first - 1)) first--;
        while (end < article.Words.Count && AreOneFigure(article, end - 1)) end++;
        return article.Span(first, end);
    }

    private static bool AreOneFigure(ArticleWords article, int left)
    {
        var (text, gap) = (article.Article.Text, article.Words.Ends[left]);
        return article.Words.Starts[left + 1] == gap + 1 && text[gap] is ',' or '.' && char.IsDigit(text[gap - 1]) && char.IsDigit(text[gap + 1]);
    }

    private static string Text(ArticleWords article, TextSpan? span) => span is { } place ? place.In(article.Article.Text).ToString() : "";
}
