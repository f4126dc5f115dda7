using Claque.Statistics;
using Claque.Tests.Shared;
using Claque.TextEvidence;
using FsCheck;
using FsCheck.Fluent;
using static Claque.Tests.TextEvidence.Said;

namespace Claque.Tests.TextEvidence;

/// <summary>The fast counts against a plain double loop, and what must not change the result.</summary>
public sealed class TextCountsTests
{
    private static readonly TextEvidenceOptions Everything = new()
    {
        FormulaAccounts = 1000,
        SloganAccounts = 1000,
        StockShare = 0,
        CircleShare = 1,
        BaseRate = new BaseRate(1e-3, 1e-2, .3),
    };

    [Fact]
    public void Pairs_texts_and_q_values_are_those_of_a_plain_double_loop() => Check(posts =>
    {
        var pool = TextPool.Collect(posts.Source(), Everything);
        var verdict = TextInCommon.Test(pool, Everything);
        var texts = posts.GroupBy(post => post.Account).ToDictionary(own => own.Key, own => own.Select(post => post.Text!).ToHashSet());
        string[] accounts = [.. texts.Keys];

        var plain = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var a in accounts)
            foreach (var b in accounts)
                if (string.CompareOrdinal(a, b) < 0 && texts[a].Intersect(texts[b]).Count() is >= 2 and var common) plain[$"{a} {b}"] = common;

        var tested = texts.Count(own => own.Value.Count >= 2);
        verdict.Tests.ShouldBe(tested * (tested - 1) / 2.0);
        var found = verdict.Pairs.ToDictionary(pair => Pair(pool, pair.A, pair.B), pair => pair);
        found.Keys.Order(StringComparer.Ordinal).ShouldBe(plain.Keys);
        foreach (var (pair, common) in plain)
        {
            found[pair].Texts.Length.ShouldBe(common);
            var possible = (double)found[pair].TextsA * found[pair].TextsB;
            found[pair].P.ShouldBe(
                Math.Max(Math.Min(1, 1e-3 * possible) * Math.Pow(.3, common - 1), BaseRate.PoissonTail(common, verdict.OwnPlain * possible)), 1e-12);
            found[pair].PairQ.ShouldBe(PlainQ(verdict, found[pair]), 1e-12);
        }
    });

    [Fact]
    public void Accounts_may_be_called_otherwise() => Check(posts =>
    {
        var renamed = posts.Select(post => post with { Account = "z" + post.Account[^1] + post.Account }).ToList();
        Outcome(renamed, name => name[2..]).ShouldBe(Outcome(posts, name => name));
    });

    [Fact]
    public void Two_sides_may_be_swapped() => Check(posts =>
    {
        // Every even account takes the name of the odd one beside it, and the other way round.
        static string Swap(string name) => name[..^1] + (char)(((name[^1] - '0') ^ 1) + '0');
        var swapped = posts.Select(post => post with { Account = Swap(post.Account) }).ToList();
        Outcome(swapped, Swap).ShouldBe(Outcome(posts, name => name));
    });

    [Fact]
    public void Words_may_be_exchanged_for_others_throughout() => Check(posts =>
    {
        var translated = posts.Select(post => post with { Text = string.Concat(post.Text!.Select(c => c is >= 'a' and <= 'z' ? (char)('а' + (c - 'a')) : c)) }).ToList();
        Outcome(translated, name => name).ShouldBe(Outcome(posts, name => name));
    });

    [Fact]
    public void Runs_side_by_side_give_the_same_result()
    {
        var posts = Public(60).Concat(Crew("worker", 6, 8)).ToList();
        var outcomes = new string[6];
        Parallel.For(0, outcomes.Length, run => outcomes[run] = Outcome(posts, name => name));
        outcomes.ShouldAllBe(outcome => outcome == outcomes[0]);
        outcomes[0].ShouldContain("Named");
    }

    private static string Outcome(List<TestPost> posts, Func<string, string> name)
    {
        var pool = TextPool.Collect(posts.Source(), new TextEvidenceOptions());
        var verdict = TextInCommon.Test(pool, new TextEvidenceOptions());
        var pairs = verdict.Pairs.Select(pair =>
        {
            string[] names = [name(pool.Accounts[pair.A]), name(pool.Accounts[pair.B])];
            return $"{string.Join(' ', names.Order(StringComparer.Ordinal))} {pair.Texts.Length} {pair.P:R} {pair.Q:R} {pair.Tier}";
        });
        return string.Join('\n', pairs.Order(StringComparer.Ordinal).Append(string.Join(' ', verdict.Classes.Select(count => $"{count.Class} {count.Texts} {count.Posts}"))));
    }

    /// <summary>Benjamini and Hochberg by their definition.</summary>
    private static double PlainQ(TextVerdict verdict, TextPair pair) => verdict.Pairs.Where(other => other.P >= pair.P)
        .Min(other => Math.Min(1, other.P * verdict.Tests / verdict.Pairs.Count(smaller => smaller.P <= other.P)));

    private static string Pair(TextPool pool, int a, int b) =>
        string.Join(' ', new[] { pool.Accounts[a], pool.Accounts[b] }.Order(StringComparer.Ordinal));

    /// <summary>Small corpora: eight accounts, up to 60 posts out of twelve texts.</summary>
    private static void Check(Action<List<TestPost>> holds) => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20261122, 11),
        Prop.ForAll<int>(seed =>
        {
            var random = new Pcg32((uint)seed);
            holds([.. Enumerable.Range(0, 20 + random.Next(40)).Select(i => At(random.Next(700), $"account{random.Next(8)}", Words(random.Next(12))))]);
        }));
}
