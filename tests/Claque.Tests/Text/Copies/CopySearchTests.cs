using Claque.Simulation.Chains;
using Claque.Statistics;
using Claque.Text.Copies;

namespace Claque.Tests.Text.Copies;

public sealed class CopySearchTests
{
    [Theory]
    [InlineData("The Ferry, they said, was late!", "the ferry they said was LATE")]
    [InlineData("the harbour toll", "tһe harbоur toll")] // two letters are Cyrillic
    [InlineData("café Ünlü", "cafe\u0301 U\u0308nlu\u0308")]
    [InlineData("don't stop", "don’t stop")]
    [InlineData("in\u00ADvisi\u200Bble", "invisible")]
    public void Case_signs_look_alike_letters_and_invisible_characters_do_not_matter(string a, string b) =>
        WordHashes.Of(a).Hashes.ToArray().ShouldBe(WordHashes.Of(b).Hashes.ToArray());

    [Fact]
    public void Every_word_is_where_the_text_has_it()
    {
        const string text = "«Grüße»: 12 Boote – “naïve” plans, 港口 x";
        var words = WordHashes.Of(text);
        Enumerable.Range(0, words.Count).Select(i => text[words.Starts[i]..words.Ends[i]]).ShouldBe(["Grüße", "12", "Boote", "naïve", "plans", "港", "口", "x"]);
    }

    [Fact]
    public void Any_text_can_be_cut_and_words_never_overlap()
    {
        var random = new Pcg32(5);
        for (var round = 0; round < 300; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => (char)(random.Next(3) == 0 ? random.Next(0x10000) : 32 + random.Next(96)))]);
            var words = WordHashes.Of(text);
            for (var i = 0; i < words.Count; i++)
            {
                words.Ends[i].ShouldBeGreaterThan(words.Starts[i]);
                if (i > 0) words.Starts[i].ShouldBeGreaterThanOrEqualTo(words.Ends[i - 1]);
            }
        }
    }

    [Fact]
    public void A_common_run_of_twelve_words_is_always_found_unless_better_ones_have_its_words()
    {
        for (ulong seed = 0; seed < 8; seed++)
        {
            var texts = Texts(seed);
            var words = texts.Select(WordHashes.Of).ToArray();
            var found = Search(texts, window: 1).ToDictionary(pair => (pair.A, pair.B));
            for (var a = 0; a < texts.Length; a++)
                for (var b = a + 1; b < texts.Length; b++)
                    foreach (var (i, j, length) in LongestRuns(words[a].Hashes, words[b].Hashes))
                        IsCovered(found[(a, b)].Runs, i, j, length).ShouldBeTrue($"seed {seed}, texts {a} and {b} at {i}, {j}");
        }
    }

    [Fact]
    public void Winnowing_still_sees_every_run_that_it_promises()
    {
        for (ulong seed = 0; seed < 6; seed++)
        {
            var texts = Texts(seed);
            var all = Search(texts, window: 1).Where(pair => pair.Runs.Any(run => run.Matches == run.Length && run.Length >= 12)).Select(pair => (pair.A, pair.B));
            all.ShouldBeSubsetOf(Search(texts, window: 4).Select(pair => (pair.A, pair.B)), $"seed {seed}");
        }
    }

    [Fact]
    public void Equal_words_of_a_run_are_counted_as_the_longest_common_subsequence_counts_them()
    {
        var random = new Pcg32(9);
        var alignment = new Alignment();
        for (var round = 0; round < 200; round++)
        {
            var a = Enumerable.Range(1, 60).Select(_ => (uint)(2 + (2 * random.Next(500)))).ToArray();
            var b = a.Where(_ => random.Next(15) != 0).Select(word => random.Next(15) == 0 ? 5000u : word).ToArray();
            var found = alignment.Extend(a, 0, b, 0, 1, drop: 20);
            found.Matches.ShouldBeLessThanOrEqualTo(Longest(a, b));
            found.Matches.ShouldBeGreaterThanOrEqualTo(Longest(a, b) - 3);
        }
    }

    [Fact]
    public void A_change_in_the_middle_does_not_part_a_passage()
    {
        const string a = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen";
        var pair = Search([a, a.Replace("seven", "7 or so", StringComparison.Ordinal)], window: 1).ShouldHaveSingleItem();
        pair.Runs.ShouldBe([new CommonRun(0, 14, 0, 16, 13)]);
    }

    [Fact]
    public void The_differences_turn_one_run_of_words_into_the_other_with_as_few_words_as_possible()
    {
        var random = new Pcg32(3);
        for (var round = 0; round < 400; round++)
        {
            uint[] Draw() => [.. Enumerable.Range(0, random.Next(14)).Select(_ => (uint)random.Next(4))];
            var (a, b) = (Draw(), Draw());
            var changes = WordDiff.Of(a, b);
            var made = new List<uint>();
            var at = 0;
            foreach (var change in changes)
            {
                made.AddRange(a[at..change.AStart]);
                made.Count.ShouldBe(change.BStart);
                made.AddRange(b[change.BStart..change.BEnd]);
                at = change.AEnd;
            }

            made.AddRange(a[at..]);
            made.ShouldBe(b);
            changes.Sum(change => change.AEnd - change.AStart + change.BEnd - change.BStart).ShouldBe(a.Length + b.Length - (2 * Longest(a, b)));
        }
    }

    [Fact]
    public void A_run_in_very_many_texts_keeps_them_connected_without_comparing_all()
    {
        string[] texts = [.. Enumerable.Range(0, 60).Select(i => $"own{i} words{i} here{i} and then the very same long line of thirteen words that all have in common")];
        var index = ShingleIndex.Of(texts.Length, i => texts[i], new ShingleOptions { MaxTexts = 20 });
        var pairs = CopySearch.Of(index, i => WordHashes.Of(texts[i]), 12, 5);
        index.Capped.ShouldBeGreaterThan(0);
        pairs.Count.ShouldBeLessThan(60 * 59 / 2 / 2);
        pairs.ShouldContain(pair => pair.A == 0 && pair.B == 1);
        pairs.ShouldContain(pair => pair.A == 58 && pair.B == 59);
    }

    private static IReadOnlyList<CommonTexts> Search(string[] texts, int window)
    {
        var options = new ShingleOptions { Window = window };
        return CopySearch.Of(ShingleIndex.Of(texts.Length, i => texts[i], options), i => WordHashes.Of(texts[i]), 12, options.Length);
    }

    // Text that repeats itself gives many runs for one place; those go whose words better ones have.
    private static bool IsCovered(IReadOnlyList<CommonRun> runs, int i, int j, int length) =>
        runs.Sum(run => Math.Max(0, Math.Min(i + length, run.AEnd) - Math.Max(i, run.AStart))) * 2 >= length
        || runs.Sum(run => Math.Max(0, Math.Min(j + length, run.BEnd) - Math.Max(j, run.BStart))) * 2 >= length;

    // Simulated versions of two stories, so that common runs of all lengths occur.
    private static string[] Texts(ulong seed) =>
        [.. ChainSimulator.Of(new ChainOptions { Families = 2, MostArticles = 4, Seed = 900 + seed }).SelectMany(family => family.Articles).Select(article => article.Text)];

    // Runs of twelve equal words or more that cannot be made longer.
    private static List<(int I, int J, int Length)> LongestRuns(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        var runs = new List<(int, int, int)>();
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = 0; j < b.Length; j++)
            {
                if (i > 0 && j > 0 && a[i - 1] == b[j - 1]) continue;
                var length = a[i..].CommonPrefixLength(b[j..]);
                if (length >= 12) runs.Add((i, j, length));
            }
        }

        return runs;
    }

    private static int Longest(uint[] a, uint[] b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
            for (var j = b.Length - 1; j >= 0; j--)
                table[i, j] = a[i] == b[j] ? table[i + 1, j + 1] + 1 : Math.Max(table[i + 1, j], table[i, j + 1]);
        return table[0, 0];
    }
}
