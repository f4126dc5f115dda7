using Claque.Articles;
using Claque.Lineage;
using Claque.Statistics;
using Claque.Text.Copies;
using Claque.Text.Prose;

namespace Claque.Benchmarks;

/// <summary>Plants passages of some articles in others, with words changed, dropped and added, and scores what is found of them.</summary>
internal static class PlantScores
{
    private static readonly int[] Lengths = [40, 80, 160];
    private static readonly int[] Noise = [0, 10, 20];

    private const int ProseWords = 40;

    /// <summary>A planted passage; how many of its words stood outside quotation marks before the noise, and whether a quotation of the target takes it in.</summary>
    private sealed record Plant(int Source, int Target, int Words, int Noise, TextSpan Place, int Prose, bool IsTakenIn);

    /// <summary>
    /// Writes a Markdown row per length and noise: for all plants; for prose, which is 40 words or more outside quotation marks, set outside
    /// the target's quotations; for plants that a quotation of the target takes in; and for the others, with fewer such words.
    /// </summary>
    /// <param name="to">Where to.</param>
    /// <param name="articles">Articles of one language, many more than plants.</param>
    /// <param name="seed">What they are drawn by.</param>
    /// <param name="whole">True to plant whole sentences behind a sentence and to keep quotation marks, as copyists do; false for any run of words anywhere, marks lost with their words.</param>
    public static void Write(TextWriter to, IReadOnlyList<Article> articles, ulong seed, bool whole)
    {
        var (planted, plants) = Planted(articles, new Pcg32(seed, 80), whole);
        var found = PassageFinding.Of(planted, new PassageOptions());
        to.WriteLine("| words | noise | plants | found | precision | called copies | precision | prose | called copies | taken in | called copies | others | called copies | lost as quotation / short / other |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var cell in plants.GroupBy(plant => (plant.Words, plant.Noise)).OrderBy(cell => cell.Key))
        {
            var scores = cell.Select(plant => Of(plant, found, planted)).ToList();
            string Copied(Func<Plant, bool> of) => scores.Where(score => of(score.Plant)).ToList() is { Count: > 0 } some ? $"{some.Count} | {Share(some, score => score.Copied)}" : "0 | ";
            to.WriteLine(FormattableString.Invariant($"| {cell.Key.Words} | {cell.Key.Noise} % | {scores.Count} | {Share(scores, score => score.Found)} | {Ratio(scores, score => score.Found, score => score.All)} | {Share(scores, score => score.Copied)} | {Ratio(scores, score => score.Copied, score => score.AllCopied)} | ")
                + $"{Copied(plant => plant is { IsTakenIn: false, Prose: >= ProseWords })} | {Copied(plant => plant.IsTakenIn)} | {Copied(plant => plant is { IsTakenIn: false, Prose: < ProseWords })} | "
                + $"{Share(scores, score => score.Quoted)} / {Share(scores, score => score.Short)} / {Share(scores, score => score.Other)} |");
        }
    }

    private sealed record Score(Plant Plant, int Words, int Found, int Copied, int Quoted, int Short, int Other, int All, int AllCopied);

    private static string Share(IReadOnlyCollection<Score> scores, Func<Score, int> of) => Ratio(scores, of, score => score.Words);

    private static string Ratio(IReadOnlyCollection<Score> scores, Func<Score, int> of, Func<Score, int> all) => FormattableString.Invariant($"{(double)scores.Sum(of) / Math.Max(1, scores.Sum(all)):0.000}");

    private static Score Of(Plant plant, Passages found, List<Article> articles)
    {
        var words = WordHashes.Of(articles[plant.Target].Text);
        var best = new PassageClass?[words.Count];
        foreach (var passage in found.Pair(plant.Source, plant.Target)?.Passages ?? [])
        {
            var span = plant.Target < plant.Source ? passage.A : passage.B;
            for (var i = 0; i < words.Count; i++)
                if (words.Starts[i] >= span.Start && words.Ends[i] <= span.End && (best[i] is null || passage.Class < best[i])) best[i] = passage.Class;
        }

        var inside = Enumerable.Range(0, words.Count).Where(i => words.Starts[i] >= plant.Place.Start && words.Ends[i] <= plant.Place.End).ToList();
        int Count(Func<PassageClass, bool> kind) => inside.Count(i => best[i] is { } found && kind(found));
        var copied = Count(IsCopy);
        var (quoted, small, all) = (Count(kind => kind == PassageClass.Quotation), Count(kind => kind == PassageClass.Short), Count(_ => true));
        return new Score(plant, inside.Count, all, copied, quoted, small, all - copied - quoted - small, best.Count(kind => kind is not null), best.Count(kind => kind is { } found && IsCopy(found)));
    }

    private static bool IsCopy(PassageClass kind) => kind is PassageClass.Verbatim or PassageClass.Edited;

    private static (List<Article> Articles, List<Plant> Plants) Planted(IReadOnlyList<Article> articles, Pcg32 random, bool whole)
    {
        var planted = articles.ToList();
        var plants = new List<Plant>();
        var order = Enumerable.Range(0, articles.Count).ToArray();
        random.Shuffle(order.AsSpan());
        var next = 0;
        var vocabulary = articles.Take(200).SelectMany(article => article.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Where(word => word.All(char.IsAsciiLetterLower)).ToArray();
        foreach (var length in Lengths)
        {
            foreach (var noise in Noise)
            {
                for (var done = 0; done < 25 && next + 1 < order.Length;)
                {
                    var (source, target) = (order[next++], order[next++]);
                    if (Cut(articles[source].Text, length, random, whole) is not var (from, prose)) continue;
                    var text = Noisy(from.In(articles[source].Text).ToString(), noise, vocabulary, random, keepMarks: whole);
                    var at = Gap(articles[target].Text, random, whole);
                    var isTakenIn = Document.Of(articles[target].Text).Quotations.Any(quotation => quotation.Span.Start < at && at < quotation.Span.End);
                    planted[target] = articles[target] with { Text = $"{articles[target].Text[..at]} {text} {articles[target].Text[at..]}" };
                    plants.Add(new Plant(source, target, length, noise, new TextSpan(at + 1, at + 1 + text.Length), prose, isTakenIn));
                    done++;
                }
            }
        }

        return (planted, plants);
    }

    /// <summary>A run of so many words, and how many of them stand outside quotation marks.</summary>
    private static (TextSpan From, int Prose)? Cut(string text, int length, Pcg32 random, bool whole)
    {
        var article = ArticleWords.Of(new Article { Id = "x", Text = text });
        var (words, sentences) = (article.Words, article.Sentences);
        if (words.Count < length * 2) return null;
        int first, end;
        if (whole)
        {
            var begin = random.Next(sentences.Length);
            (first, end) = article.WordsIn(sentences[begin]);
            for (var i = begin + 1; i < sentences.Length && end - first < length; i++) (_, end) = article.WordsIn(sentences[i]);
            if (end - first < length || article.Quoted[first] && article.Quoted[Math.Max(0, first - 1)] || article.Quoted[end - 1] && end < words.Count && article.Quoted[end]) return null;
            var span = new TextSpan(sentences[begin].Start, Enumerable.Range(begin, sentences.Length - begin).Select(i => sentences[i].End).First(stop => stop >= words.Ends[end - 1]));
            return (span, Prose(article, first, end));
        }

        first = random.Next(words.Count - length);
        return (article.Span(first, first + length), Prose(article, first, first + length));
    }

    private static int Prose(ArticleWords article, int first, int end)
    {
        var prose = 0;
        foreach (var quoted in article.Quoted[first..end]) prose += quoted ? 0 : 1;
        return prose;
    }

    private static int Gap(string text, Pcg32 random, bool whole)
    {
        if (whole)
        {
            var document = Document.Of(text);
            var ends = document.Sentences.Select(sentence => sentence.End).Where(end => !document.Quotations.Any(quotation => quotation.Span.Start < end && end < quotation.Span.End)).ToList();
            return ends.Count > 0 ? ends[random.Next(ends.Count)] : text.Length;
        }

        var at = random.Next(text.Length);
        while (at < text.Length && !char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    private static string Noisy(string text, int percent, string[] vocabulary, Pcg32 random, bool keepMarks)
    {
        var words = new List<string>();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (random.NextDouble() * 100 >= percent || (keepMarks && word.AsSpan().ContainsAny("\"“”'’")))
            {
                words.Add(word);
                continue;
            }

            var kind = random.Next(3);
            if (kind == 0) words.Add(vocabulary[random.Next(vocabulary.Length)]);
            if (kind == 2) words.AddRange([word, vocabulary[random.Next(vocabulary.Length)]]);
        }

        return string.Join(' ', words);
    }
}
