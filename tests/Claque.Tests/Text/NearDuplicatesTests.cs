using System.Text;
using Claque.Statistics;
using Claque.Text;
using Claque.Text.Similar;

namespace Claque.Tests.Text;

public sealed class NearDuplicatesTests
{
    /// <summary>Usual, with lists split to the last, and with lists made in many passes; on one thread and on more.</summary>
    private static readonly SimilarOptions[] EveryWay =
    [
        new() { Threads = 1 },
        new() { Threads = 2, Few = 2 },
        new() { Threads = 3, Few = 4, MostEntries = 40 },
    ];

    [Fact]
    public void Texts_with_seven_of_ten_words_in_common_are_near_duplicates_and_with_six_they_are_not()
    {
        string[] texts = ["a b c d e f g h i", "a b c d e f g x", "m n o p q r s", "m n o p q r s t u v", "m n o p q r y z w v"];
        // 7 of 10; 7 of 10; 6 of 11.
        Clusters(texts, 0.7).ShouldBe([0, 0, 2, 2, 4]);
        Clusters(texts, 0.71).ShouldBe([0, 1, 2, 3, 4]);
    }

    [Fact]
    public void Order_and_repeats_of_words_do_not_matter() =>
        Clusters(["vote now at the harbour", "now now vote at harbour the", "the bridge", "bridge the the"], 1).ShouldBe([0, 0, 2, 2]);

    [Fact]
    public void A_chain_of_small_edits_is_one_cluster() =>
        Clusters(["a b c d e f g h", "b c d e f g h i", "c d e f g h i j", "d e f g h i j k", "z y x"], 0.7).ShouldBe([0, 0, 0, 0, 4]);

    [Fact]
    public void A_template_with_a_number_of_its_own_in_each_copy_is_one_cluster()
    {
        string[] texts = [.. Enumerable.Range(0, 500).Select(i => $"win a prize with ticket number n{i}")];
        Clusters(texts, 0.7).ShouldAllBe(cluster => cluster == 0);
        // 6 of 8 words are common to two copies.
        Clusters(texts, 0.76).ShouldBe(Enumerable.Range(0, 500));
    }

    [Fact]
    public void Copies_that_are_not_alike_among_themselves_are_joined_by_a_text_that_is_like_each()
    {
        // Two copies with one own word each: 2 of 4. The bare text shares 2 of 3 with either.
        string[] texts = ["win prize n1", "win prize n2", "win prize"];
        Clusters(texts, 0.6).ShouldBe([0, 0, 0]);
        Clusters(texts[..2], 0.6).ShouldBe([0, 1]);
    }

    [Fact]
    public void Texts_in_scripts_without_spaces_are_compared_by_neighbouring_characters() =>
        Clusters(["我们明天早上在港口见面投票", "我们明天早上在港口见面投票吧", "他们昨天晚上在桥上唱歌"], 0.7).ShouldBe([0, 0, 2]);

    [Fact]
    public void Texts_without_words_are_alone() => Clusters(["", "", "a"], 0.5).ShouldBe([0, 1, 2]);

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.55)]
    [InlineData(0.6)]
    [InlineData(0.7)]
    [InlineData(0.8)]
    [InlineData(0.95)]
    [InlineData(1)]
    public void The_clusters_are_those_of_comparing_every_text_with_every_other(double similarity)
    {
        for (ulong seed = 0; seed < 24; seed++)
        {
            var random = new Pcg32(seed);
            string[] texts = (seed % 4) switch
            {
                0 => RandomTexts(random, 60, 12, 1, 7),
                1 => RandomTexts(random, 120, 6 + random.Next(8), 1, 3),
                2 => Templates(random, 80),
                _ => EditedTexts(random, 80),
            };
            var expected = ByComparingAll(texts, similarity);
            foreach (var options in EveryWay) NearDuplicates.Clusters(Sets(texts), similarity, options).ShouldBe(expected, $"seed {seed}, {options}");
        }
    }

    [Theory]
    [InlineData(0.49)]
    [InlineData(-1)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void A_similarity_that_is_none_is_refused(double similarity) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Clusters(["a"], similarity));

    internal static int[] Clusters(IEnumerable<string> texts, double similarity) => NearDuplicates.Clusters(Sets(texts), similarity);

    private static TokenSets Sets(IEnumerable<string> texts)
    {
        var sets = new TokenSets();
        foreach (var text in texts) sets.Add(Encoding.UTF8.GetBytes(text));
        return sets;
    }

    private static int[] ByComparingAll(string[] texts, double similarity)
    {
        var sets = texts.Select(text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet()).ToArray();
        var cluster = Enumerable.Range(0, texts.Length).ToArray();
        for (var a = 0; a < texts.Length; a++)
        {
            for (var b = a + 1; b < texts.Length; b++)
            {
                var shared = sets[a].Count(sets[b].Contains);
                if (shared == 0 || (double)shared / (sets[a].Count + sets[b].Count - shared) < similarity) continue;
                var (low, high) = (Math.Min(cluster[a], cluster[b]), Math.Max(cluster[a], cluster[b]));
                for (var i = 0; i < cluster.Length; i++)
                    if (cluster[i] == high) cluster[i] = low;
            }
        }

        return cluster;
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.7)]
    [InlineData(0.9)]
    public void Long_texts_and_lists_of_many_copies_give_the_same_clusters_too(double similarity)
    {
        for (ulong seed = 0; seed < 4; seed++)
        {
            var random = new Pcg32(seed);
            string[] longTexts = RandomTexts(random, 4, 400, 20, 160);
            var texts = new List<string>(RandomTexts(random, 60, 30, 1, 6));
            for (var i = 0; i < 260; i++)
            {
                var words = (i % 2 == 0 ? longTexts[random.Next(4)] : "win a big prize at the old harbour w1 w2").Split(' ').ToList();
                for (var edits = random.Next(words.Count / 3); edits > 0; edits--) words[random.Next(words.Count)] = "w" + random.Next(400);
                texts.Add(string.Join(' ', words));
            }

            var expected = ByComparingAll([.. texts], similarity);
            foreach (var options in EveryWay) NearDuplicates.Clusters(Sets(texts), similarity, options).ShouldBe(expected, $"seed {seed}, {options}");
        }
    }

    [Fact]
    public void Copies_of_one_text_are_one_entry_however_many_there_are()
    {
        var sets = Sets(Enumerable.Repeat("vote now at the old harbour", 1000).Append("vote now at the new harbour").Append("something else"));
        var groups = SetGroups.Of(sets, sets.SortByRarity(threads: 2), threads: 2);
        groups.Count.ShouldBe(2);
        Clusters(Enumerable.Repeat("vote now at the old harbour", 1000).Append("vote now at the new harbour").Append("something else"), 0.7)
            .ShouldBe([.. Enumerable.Repeat(0, 1001), 1001]);
    }

    /// <summary>Few sentences with words to fill in, some of them from few, some of their own; many texts come again.</summary>
    private static string[] Templates(Pcg32 random, int count) =>
        [.. Enumerable.Range(0, count).Select(i => string.Join(' ', Enumerable.Range(0, 4 + random.Next(3)).Select(word => $"t{word}")
            .Concat(Enumerable.Range(0, random.Next(4)).Select(slot => $"slot{slot}x{random.Next(3)}"))
            .Concat(Enumerable.Range(0, random.Next(3)).Select(own => $"own{own}n{i}"))))];

    private static string[] RandomTexts(Pcg32 random, int count, int vocabulary, int shortest, int longest) =>
        [.. Enumerable.Range(0, count).Select(_ => string.Join(' ', Enumerable.Range(0, shortest + random.Next(longest - shortest + 1)).Select(_ => "w" + random.Next(vocabulary))))];

    private static string[] EditedTexts(Pcg32 random, int count)
    {
        var texts = new List<string>(RandomTexts(random, 12, 60, 5, 25));
        while (texts.Count < count)
        {
            var words = texts[random.Next(texts.Count)].Split(' ').ToList();
            for (var edits = random.Next(4); edits > 0 && words.Count > 1; edits--)
            {
                if (random.Next(3) == 0) words.RemoveAt(random.Next(words.Count));
                else words[random.Next(words.Count)] = random.Next(2) == 0 ? "own" + texts.Count : "w" + random.Next(60);
            }

            texts.Add(string.Join(' ', words));
        }

        return [.. texts];
    }
}
