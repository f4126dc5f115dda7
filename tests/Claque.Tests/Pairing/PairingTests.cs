using Claque.Columns;
using Claque.Pairing;
using Claque.Reading;
using Claque.Statistics;
using Claque.Tracing;
using FsCheck;
using FsCheck.Fluent;

namespace Claque.Tests.Pairing;

public sealed class PairingTests
{
    private static readonly TimeSpan OneMinute = TimeSpan.FromMinutes(1);

    [Fact]
    public void Two_accounts_exactly_one_window_apart_are_together() =>
        Together("ann 00:00", "bob 01:00").Length.ShouldBe(1);

    [Fact]
    public void Two_accounts_one_microsecond_more_than_a_window_apart_are_not() =>
        Together("ann 00:00", "bob 01:00.000001").ShouldBeEmpty();

    [Fact]
    public void An_account_does_not_pair_with_itself() =>
        Together("ann 00:00", "ann 00:10").ShouldBeEmpty();

    [Fact]
    public void Several_acts_on_one_object_count_as_one_object()
    {
        var pair = Together("ann 00:00", "ann 00:20", "bob 00:10", "bob 00:30", "bob 00:50").Single();

        pair.Weight.ShouldBe(1);
        pair.CoActs.ShouldBe(6);
        (pair.PostsA, pair.PostsB).ShouldBe((2, 3));
        pair.MeanGapUs.ShouldBe((10 + 30 + 50 + 10 + 10 + 30) * 1e6 / 6);
        pair.MedianGapUs.ShouldBe(20e6);
        (pair.AFirst, pair.BFirst).ShouldBe((5, 1));
    }

    [Fact]
    public void Pairs_below_the_weight_asked_for_are_not_kept()
    {
        var corpus = Corpus([("x", "ann", 0), ("x", "bob", 5), ("y", "ann", 100), ("y", "bob", 101), ("z", "ann", 200), ("z", "cem", 200)]);

        Within(corpus, new PairOptions { MinWeight = 2, Windows = [OneMinute] }).Windows[0].Items
            .Select(p => (p.A, p.B, p.Weight)).ShouldBe([(0, 1, 2)]);
    }

    [Fact]
    public void An_object_with_more_accounts_than_the_limit_is_left_out_and_counted()
    {
        var corpus = Corpus([("hub", "ann", 0), ("hub", "bob", 0), ("hub", "cem", 0), ("hub", "ann", 3), ("small", "ann", 0), ("small", "bob", 1)]);

        var pairs = Within(corpus, new PairOptions { MinWeight = 1, Windows = [OneMinute], MaxAccountsPerObject = 2 }).Windows[0];

        pairs.Items.Select(p => (p.A, p.B)).ShouldBe([(0, 1)]);
        pairs.LeftOut.ShouldBe(new LeftOut(1, 4, 0));
    }

    [Fact]
    public void An_object_with_as_many_accounts_as_the_limit_stays()
    {
        var corpus = Corpus([("hub", "ann", 0), ("hub", "bob", 0), ("hub", "ann", 1), ("hub", "ann", 2)]);

        Within(corpus, new PairOptions { MinWeight = 1, Windows = [OneMinute], MaxAccountsPerObject = 2 }).Windows[0].Count.ShouldBe(1);
    }

    [Fact]
    public void Times_in_whole_minutes_do_not_count_in_a_window_of_a_minute()
    {
        var corpus = Corpus([("x", "ann", 0), ("x", "bob", 60), ("y", "ann", 300), ("y", "bob", 300)], TimePrecision.Minute);

        var paired = Within(corpus, new PairOptions { MinWeight = 1, Windows = [OneMinute, TimeSpan.FromMinutes(3)] });

        paired.Windows[0].Items.ShouldBeEmpty();
        paired.Windows[0].LeftOut.CoarseActs.ShouldBe(4);
        paired.Windows[1].Items.Single().Weight.ShouldBe(2);
        paired.Windows[1].LeftOut.CoarseActs.ShouldBe(0);
    }

    [Fact]
    public void Pairing_equals_a_plain_double_loop_on_random_data()
    {
        var property = Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => Agrees((ulong)seed));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20261122, 7), property);
    }

    [Fact]
    public void Gaps_of_times_in_milliseconds_stay_microseconds_at_a_window_of_a_week()
    {
        var corpus = Corpus([("x", "ann", 0.001), ("x", "bob", 100.002)], TimePrecision.Millisecond);

        Within(corpus, new PairOptions { MinWeight = 1, Windows = [TimeSpan.FromDays(7)] }).Windows[0].Items.Single().MedianGapUs.ShouldBe(100_001_000);
    }

    [Fact]
    public void Pairing_equals_a_plain_double_loop_centuries_apart_before_1970_and_at_once()
    {
        var property = Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => AgreesFarApart((ulong)seed));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20261130, 7), property);
    }

    [Fact]
    public void The_co_acts_of_a_pair_are_those_of_the_double_loop()
    {
        var corpus = Random(77, 400, 5, 12, 2000, mixedClocks: false);
        var paired = Within(corpus, new PairOptions { MinWeight = 1, Windows = [OneMinute] });

        foreach (var pair in paired.Windows[0].Items)
        {
            var coActs = paired.CoActs(pair.A, pair.B, 0);
            coActs.Count.ShouldBe((int)pair.CoActs);
            coActs.Sum(c => Math.Abs(c.GapUs)).ShouldBe(pair.SumGapUs);
            coActs.ShouldAllBe(c => corpus.Posts.Accounts[c.PostA] == pair.A && corpus.Posts.Accounts[c.PostB] == pair.B);
            paired.CoActs(pair.B, pair.A, 0).Select(c => -c.GapUs).Order().ShouldBe(coActs.Select(c => c.GapUs).Order());
        }
    }

    [Fact]
    public void The_median_gap_is_exact_for_pairs_with_very_many_co_acts()
    {
        var acts = new List<(string, string, double)>();
        var random = new Pcg32(5);
        for (var i = 0; i < 1100; i++) acts.Add(("x", i % 2 == 0 ? "ann" : "bob", random.Next(600)));
        for (var i = 0; i < 400; i++) acts.Add(("y", i % 2 == 0 ? "ann" : "bob", random.Next(600)));
        var corpus = Corpus([.. acts]);

        var pair = Within(corpus, new PairOptions { MinWeight = 1, Windows = [TimeSpan.FromMinutes(10)] }).Windows[0].Items.Single();

        pair.CoActs.ShouldBe(342_500);
        pair.ShouldBe(DoubleLoop.Pairs(corpus, corpus.Traces[0], TimeSpan.FromMinutes(10), 1).Single());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void The_pairs_do_not_depend_on_the_number_of_threads(int threads)
    {
        var corpus = Random(11, 200_000, 2_000, 300, 40_000, mixedClocks: true);
        var options = new PairOptions { MinWeight = 3, MaxAccountsPerObject = 620, Threads = 1 };

        var one = Within(corpus, options);
        var several = Within(corpus, options with { Threads = threads });

        one.Windows[^1].Count.ShouldBeGreaterThan(10_000);
        one.Windows[^1].LeftOut.HubObjects.ShouldBeInRange(1, 299);
        for (var w = 0; w < one.Windows.Length; w++)
        {
            several.Windows[w].Items.SequenceEqual(one.Windows[w].Items).ShouldBeTrue();
            several.Windows[w].LeftOut.ShouldBe(one.Windows[w].LeftOut);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public void A_row_gone_through_in_lots_gives_the_same_pairs(int mostCollected)
    {
        var corpus = Random(5, 3_000, 30, 20, 4_000, mixedClocks: false);
        var options = new PairOptions { MinWeight = 2 };
        var index = ActIndex.Of(corpus, corpus.Traces[0], options, CancellationToken.None);

        var whole = Pairs(PairKernel.MostCollected);
        whole[^1].Count.ShouldBe(30 * 29 / 2);
        foreach (var (ofWindow, inLots) in whole.Zip(Pairs(mostCollected))) inLots.ShouldBe(ofWindow);

        List<Pair>[] Pairs(int most)
        {
            var kernel = new PairKernel(index, options.MinWeight, RowScan.Widest, most);
            List<Pair>[] found = [[], [], []];
            for (var row = 0; row < index.RankCount; row++) kernel.Count(row, found);
            return found;
        }
    }

    [Theory]
    [InlineData(1, true, false)]
    [InlineData(1, false, false)]
    [InlineData(1_000, true, true)]
    [InlineData(1_000_000, false, false)]
    public void The_pairs_do_not_depend_on_how_many_acts_are_looked_at_in_one_go(long tickUs, bool narrow, bool repeat)
    {
        var corpus = Random(9, 3_000, 40, 20, 4_000, mixedClocks: false, tickUs);
        var options = new PairOptions { MinWeight = 3, Windows = narrow ? [OneMinute] : [OneMinute, TimeSpan.FromMinutes(10)] };
        var trace = repeat ? TwoObjectsAPost(corpus.Traces[0]) : corpus.Traces[0];
        var index = ActIndex.Of(corpus, trace, options, CancellationToken.None);

        index.GapsAreShort.ShouldBe(narrow || tickUs > 1);
        index.TickUs.ShouldBe(tickUs);
        foreach (var lanes in Enum.GetValues<RowScan.Lanes>().Where(lanes => lanes <= RowScan.Widest))
        {
            var kernel = new PairKernel(index, options.MinWeight, lanes);
            List<Pair>[] found = [.. options.Windows.Select(_ => new List<Pair>())];
            for (var row = 0; row < index.RankCount; row++) kernel.Count(row, found);
            for (var w = 0; w < found.Length; w++)
                found[w].OrderBy(pair => (pair.A, pair.B)).ShouldBe(DoubleLoop.Pairs(corpus, trace, options.Windows[w], options.MinWeight));
        }
    }

    [Fact]
    public void Dropping_an_act_leaves_those_of_the_objects_after_it_as_they_were()
    {
        var acts = Enumerable.Range(0, 60).Select(i => ("o" + i / 10, "a" + i % 10, (double)i));
        var corpus = Corpus([.. acts.Take(10), ("o0", "a0", 9_000), .. acts.Skip(10)]);

        var pairs = Within(corpus, new PairOptions { MinWeight = 6, Windows = [OneMinute] }).Windows[0].Items;

        pairs.Length.ShouldBe(10 * 9 / 2);
        pairs.ShouldAllBe(pair => pair.Weight == 6);
    }

    [Fact]
    public void Acts_of_one_account_on_one_object_that_lie_far_apart_count_once()
    {
        var pair = Together("ann 00:00", "bob 00:10", "ann 30:00", "bob 30:20", "cem 30:20", "ann 59:00").Single(p => (p.A, p.B) == (0, 1));

        pair.Weight.ShouldBe(1);
        pair.CoActs.ShouldBe(2);
        (pair.PostsA, pair.PostsB).ShouldBe((2, 2));
    }

    private static Trace TwoObjectsAPost(Trace trace)
    {
        int[] kept = [.. Enumerable.Range(0, trace.Count).Where(i => i % 2 == 0 || trace.Objects[i] != trace.Objects[i - 1])];
        return new Trace(trace.Behaviour, [.. kept.Select(i => i / 2)], [.. kept.Select(i => trace.Objects[i])], trace.ObjectNames);
    }

    private static bool Agrees(ulong seed)
    {
        var random = new Pcg32(seed);
        long tickUs = random.Next(3) switch { 0 => 1, 1 => 1_000, _ => 1_000_000 };
        var corpus = Random(seed, 1 + random.Next(120), 1 + random.Next(8), 1 + random.Next(10), 1 + random.Next(900), mixedClocks: random.Next(2) == 0, tickUs);
        var minWeight = 1 + random.Next(3);
        int? limit = random.Next(2) == 0 ? null : 2 + random.Next(6);
        var options = new PairOptions
        {
            MinWeight = minWeight,
            MaxAccountsPerObject = limit,
            Windows = [TimeSpan.FromSeconds(random.Next(20)), TimeSpan.FromSeconds(20 + random.Next(100)), TimeSpan.FromMinutes(random.Next(2) == 0 ? 4 : 10)],
            Threads = 1 + random.Next(2),
        };
        var trace = random.Next(2) == 0 ? corpus.Traces[0] : TwoObjectsAPost(corpus.Traces[0]);
        var hubs = trace.Objects.Zip(trace.Posts).GroupBy(x => x.First)
            .Where(o => limit is { } l && o.Select(x => corpus.Posts.Accounts[x.Second]).Distinct().Count() > l).Select(o => o.Key).ToHashSet();
        var kept = new Trace(
            trace.Behaviour,
            [.. trace.Posts.Where((_, i) => !hubs.Contains(trace.Objects[i]))],
            [.. trace.Objects.Where(o => !hubs.Contains(o))],
            trace.ObjectNames);

        var paired = Claque.Pairing.Pairing.Within(corpus, trace, options);
        return options.Windows.Select((window, w) =>
            DoubleLoop.Pairs(corpus, kept, window, minWeight).SequenceEqual(paired.Windows[w].Items)).All(equal => equal);
    }

    /// <summary>Windows from none to the longest in ticks that fit 4 bytes and one more; times that are alike modulo 2^32 ticks, on both sides of 1970.</summary>
    private static bool AgreesFarApart(ulong seed)
    {
        var random = new Pcg32(seed, 3);
        long tickUs = random.Next(3) switch { 0 => 1, 1 => 1_000, _ => 1_000_000 };
        var most = (1L << CoActCode<uint>.GapBits) - 1;
        long[] windows = [0, 1, 2, most - 1, most, most + 1, 1L << 32];
        long[] bases = [0, -3, most, -most, 1L << 32, -(1L << 32), (1L << 32) + most, 3L << 31];
        var corpus = Corpus(Enumerable.Range(0, 2 + random.Next(80)).Select(_ =>
            ("o" + random.Next(3), "a" + random.Next(5), (bases[random.Next(bases.Length)] + random.Next(4)) * tickUs, TimePrecision.Microsecond)));
        var options = new PairOptions
        {
            MinWeight = 1 + random.Next(2),
            Windows = [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => TimeSpan.FromMicroseconds(windows[random.Next(windows.Length)] * tickUs))],
        };
        var trace = random.Next(2) == 0 ? corpus.Traces[0] : TwoObjectsAPost(corpus.Traces[0]);

        var paired = Claque.Pairing.Pairing.Within(corpus, trace, options);
        return options.Windows.Select((window, w) => DoubleLoop.Pairs(corpus, trace, window, options.MinWeight).SequenceEqual(paired.Windows[w].Items)).All(equal => equal);
    }

    private static PairedTrace Within(Corpus corpus, PairOptions options) => Claque.Pairing.Pairing.Within(corpus, corpus.Traces[0], options);

    private static System.Collections.Immutable.ImmutableArray<Pair> Together(params string[] acts)
    {
        var parsed = acts.Select(act => act.Split(' ')).Select(a => ("link", a[0], TimeSpan.Parse("00:" + a[1]).TotalSeconds));
        return Within(Corpus([.. parsed]), new PairOptions { MinWeight = 1, Windows = [OneMinute] }).Windows[0].Items;
    }

    private static Corpus Corpus((string Object, string Account, double Seconds)[] acts, TimePrecision precision = TimePrecision.Second) =>
        Corpus(acts.Select(a => (a.Object, a.Account, (long)Math.Round(a.Seconds * 1e6), precision)));

    private static Corpus Random(ulong seed, int acts, int accounts, int objects, int seconds, bool mixedClocks, long tickUs = 1_000_000)
    {
        var random = new Pcg32(seed, 1);
        return Corpus(Enumerable.Range(0, acts).Select(_ =>
        {
            var precision = mixedClocks && random.Next(3) == 0 ? TimePrecision.Minute : TimePrecision.Second;
            var time = random.Next(seconds);
            if (precision == TimePrecision.Minute) time -= time % 60;
            var fraction = precision == TimePrecision.Minute ? 0 : random.Next((int)(1_000_000 / tickUs)) * tickUs;
            return ("o" + random.Next(objects), "a" + random.Next(accounts), time * 1_000_000L + fraction, precision);
        }));
    }

    private static Corpus Corpus(IEnumerable<(string Object, string Account, long TimeUs, TimePrecision Precision)> acts)
    {
        var (accounts, objects) = (new NameTable(), new NameTable());
        var rows = acts.Select(a => (Object: objects.Intern(a.Object), Account: accounts.Intern(a.Account), a.TimeUs, a.Precision)).ToList();
        var posts = new PostColumns(
            [.. rows.Select((_, i) => (long)i)], [.. rows.Select(r => r.Account)], [.. rows.Select(r => r.TimeUs)], [.. rows.Select(r => r.Precision)]);
        var trace = new Trace(Behaviour.Object, [.. rows.Select((_, i) => i)], [.. rows.Select(r => r.Object)], objects);
        return new Corpus { Accounts = accounts, Posts = posts, Traces = [trace], Notes = [] };
    }
}
