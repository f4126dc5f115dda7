using Claque.Columns;
using Claque.Grouping;
using Claque.Pairing;
using Claque.Reading;
using Claque.Tracing;

namespace Claque.Tests.Cases;

public sealed class RunTests
{
    private const long Second = 1_000_000;
    private static readonly TimeSpan TenSeconds = TimeSpan.FromSeconds(10);

    /// <summary>Accounts 1 to 4 are dan, cat, bob and ann; post i shares link i / 4, every second after the one before.</summary>
    private static TestCase TestCaseWithPosts()
    {
        var test = new TestCase();
        test.Import("posts.csv", [.. Enumerable.Range(0, 12).Select(i =>
            Row.Post(new[] { "dan", "cat", "bob", "ann" }[i % 4], $"{i}", i * Second, post => post.Add(PostList.Links, $"l{i / 4}")))]);
        return test;
    }

    /// <summary>
    /// What an engine would make of them that numbers accounts the other way round: its account 0 is ann, account 3 is dan.
    /// </summary>
    private static Corpus Corpus()
    {
        var accounts = new NameTable();
        foreach (var name in new[] { "x:ann", "x:bob", "x:cat", "x:dan" }) accounts.Intern(name);
        var links = new NameTable();
        foreach (var name in new[] { "l0", "l1", "لینک" }) links.Intern(name);
        int[] posts = [.. Enumerable.Range(0, 12)];
        return new Corpus
        {
            Accounts = accounts,
            Posts = new PostColumns(
                [.. posts.Select(i => i + 1L)], [.. posts.Select(i => 3 - i % 4)], [.. posts.Select(i => i * Second)],
                [.. posts.Select(_ => TimePrecision.Second)]),
            Traces = [new Trace(Behaviour.Link, posts, [.. posts.Select(i => i / 4)], links)],
            Notes = [],
        };
    }

    // Corpus accounts 0 (ann, case 4) and 1 (bob, case 3): bob's posts 2, 6, 10 each one second before ann's 3, 7, 11.
    private static readonly Pair AnnBob = new(0, 1, 3, 3, 2, 3, 3 * Second, Second, 1, 2);
    private static readonly Pair CatDan = new(2, 3, 2, 4, 3, 2, 6 * Second, 1.5 * Second, 4, 0);

    private static readonly Group TheGroup = new(
        1, [new GroupMember(0, 1, 3, 3), new GroupMember(1, 1, 2, 3)], [Behaviour.Link, Behaviour.OfColumn("theme")], 1, 1, 3, 3, Second, 2 * Second, 11 * Second);

    private static RunToStore Run() => new()
    {
        Corpus = Corpus(),
        StartedUtc = TestCase.Now,
        ClaqueVersion = "0.1.0",
        OptionsJson = """{"window":["10 s"]}""",
        Seed = ulong.MaxValue,
        ErrorControl = "unvalidated: no error rate",
        Layers =
        [
            new LayerToStore(new Pairs(Behaviour.Link, TenSeconds, [AnnBob, CatDan], new LeftOut(1, 20, 3)))
            {
                Evidence = [new PairEvidence(0.001, 0.002, "named"), new PairEvidence(0.5, null, "")],
            },
            new LayerToStore(new Pairs(Behaviour.Link, TimeSpan.FromMinutes(1), [AnnBob], LeftOut.Nothing)),
            new LayerToStore(new Pairs(Behaviour.Text, TimeSpan.FromMicroseconds(1), [], LeftOut.Nothing)) { Refused = "The clock is too coarse." },
        ],
        Groups = [new GroupToStore(TheGroup, null, "named", ["fans", "bots"]), new GroupToStore(TheGroup with { Number = 2 }, Behaviour.Link, "", [])],
        Exhibits =
        [
            new PairExhibits(Behaviour.Link, 0, 1, [new CoAct(0, 3, 2, -Second), new CoAct(1, 7, 6, -Second), new CoAct(2, 11, 10, -Second), new CoAct(2, 3, 10, 7 * Second)]),
            new PairExhibits(Behaviour.Link, 2, 3, [new CoAct(0, 1, 0, -Second), new CoAct(1, 5, 4, -Second)]),
        ],
        Notes = ["1 hub was left out."],
    };

    [Fact]
    public void A_run_is_read_back_with_all_that_is_needed_to_repeat_it()
    {
        using var test = TestCaseWithPosts();
        test.File.SaveRun(Run()).ShouldBe(1);
        var run = test.Reopen().LatestRun();
        (run.Number, run.StartedUtc, run.ClaqueVersion, run.OptionsJson, run.Seed, run.ErrorControl)
            .ShouldBe((1, TestCase.Now, "0.1.0", """{"window":["10 s"]}""", ulong.MaxValue, "unvalidated: no error rate"));
        run.Notes.ShouldBe(["1 hub was left out."]);
        run.Layers.ShouldBe(
        [
            new LayerView("link", 10, 12, 4, 3, 2, 1, 20, 3, ""),
            new LayerView("link", 60, 12, 4, 3, 1, 0, 0, 0, ""),
            new LayerView("text", 1e-6, 0, 0, 0, 0, 0, 0, 0, "The clock is too coarse."),
        ]);
    }

    [Fact]
    public void A_pair_is_read_back_with_every_measure_on_the_side_of_its_account()
    {
        using var test = TestCaseWithPosts();
        var pairs = test.File.Pairs(test.File.SaveRun(Run()), windowS: 10).ToList();
        var (dan, cat, bob, ann) = (test.File.Account(1), test.File.Account(2), test.File.Account(3), test.File.Account(4));
        pairs.ShouldBe(
        [
            new PairView(bob, ann, "link", 10, 3, 3, 3, 2, 1, 1, 2, 1, 0.001, 0.002, "named"),
            new PairView(dan, cat, "link", 10, 2, 4, 2, 3, 1.5, 1.5, 0, 4, 0.5, null, ""),
        ]);
    }

    [Fact]
    public void Pairs_are_chosen_by_behaviour_and_window()
    {
        using var test = TestCaseWithPosts();
        var run = test.File.SaveRun(Run());
        test.File.Pairs(run).Count().ShouldBe(3);
        test.File.Pairs(run, "link").Count().ShouldBe(3);
        test.File.Pairs(run, "link", 60).Count().ShouldBe(1);
        test.File.Pairs(run, "text").ShouldBeEmpty();
        test.File.Pairs(run + 1).ShouldBeEmpty();
    }

    [Fact]
    public void Pairs_come_by_weight_or_by_evidence_with_untested_pairs_last()
    {
        using var test = TestCaseWithPosts();
        var run = Run();
        run = run with
        {
            Layers = [run.Layers[0] with { Evidence = [new PairEvidence(null, null, ""), new PairEvidence(0.01, 0.02, "weak")] }],
        };
        var number = test.File.SaveRun(run);
        test.File.Pairs(number, order: PairOrder.Weight).Select(pair => pair.Weight).ShouldBe([3, 2]);
        test.File.Pairs(number, order: PairOrder.Evidence).Select(pair => pair.Weight).ShouldBe([2, 3]);
        test.File.Pairs(number, order: PairOrder.Accounts).Select(pair => pair.A.Number).ShouldBe([1, 3]);
    }

    [Fact]
    public void Groups_are_read_back_of_one_behaviour_and_over_all()
    {
        using var test = TestCaseWithPosts();
        var run = test.File.SaveRun(Run());
        var group = test.File.Groups(run).ShouldHaveSingleItem();
        (group.Number, group.Behaviour, group.PairCount, group.Density, group.Weight, group.Objects, group.MedianGapS, group.FirstUs, group.LastUs, group.Tier)
            .ShouldBe((1, "", 1, 1, 3, 3, 1, 2 * Second, 11 * Second, "named"));
        group.Behaviours.ShouldBe(["link", "column:theme"]);
        group.Readings.ShouldBe(["fans", "bots"]);
        group.Members.ShouldBe([new MemberView(test.File.Account(4), 1, 3, 3, 1), new MemberView(test.File.Account(3), 1, 2, 3, 2.0 / 3)]);
        test.File.Groups(run, "link").ShouldHaveSingleItem().Number.ShouldBe(2);
        test.File.Groups(run, "text").ShouldBeEmpty();
    }

    [Fact]
    public void Exhibits_show_both_posts_of_a_pair_whichever_account_is_named_first()
    {
        using var test = TestCaseWithPosts();
        var run = test.File.SaveRun(Run());
        var exhibits = test.File.Exhibits(run, 4, 3, 10);
        exhibits.Select(exhibit => (exhibit.A.NativeId, exhibit.B.NativeId, exhibit.GapS))
            .ShouldBe(test.File.Exhibits(run, 3, 4, 10).Select(exhibit => (exhibit.A.NativeId, exhibit.B.NativeId, exhibit.GapS)));
        var first = exhibits[0];
        (first.Behaviour, first.ObjectName, first.A.Account.Label, first.B.Account.Label, first.GapS).ShouldBe(("link", "لینک", "bob", "ann", 1));
        foreach (var exhibit in exhibits) ((exhibit.B.TimeUs - exhibit.A.TimeUs) / 1e6).ShouldBe(exhibit.GapS);
    }

    [Fact]
    public void A_short_list_of_exhibits_shows_different_objects()
    {
        using var test = TestCaseWithPosts();
        var run = test.File.SaveRun(Run());
        test.File.Exhibits(run, 3, 4, 3).Select(exhibit => exhibit.ObjectName).ShouldBe(["لینک", "l0", "l1"]);
        test.File.Exhibits(run, 3, 4, 10).Select(exhibit => exhibit.ObjectName).ShouldBe(["لینک", "l0", "l1", "لینک"]);
    }

    [Fact]
    public void Exhibits_and_timeline_of_a_group_are_those_between_its_members()
    {
        using var test = TestCaseWithPosts();
        var run = test.File.SaveRun(Run());
        test.File.ExhibitsOfGroup(run, "", 1, 10).Length.ShouldBe(4);
        test.File.ExhibitsOfGroup(run, "link", 2, 10).Length.ShouldBe(4);
        test.File.ExhibitsOfGroup(run, "text", 1, 10).ShouldBeEmpty();
        test.File.Timeline(run, "", 1).Select(point => (point.Account, point.TimeUs / Second, point.Post)).ShouldBe(
            [(3, 2, 3), (4, 3, 4), (4, 3, 4), (3, 6, 7), (4, 7, 8), (3, 10, 11), (4, 11, 12)]);
    }

    [Fact]
    public void Exhibits_outside_groups_stop_at_the_cap_and_a_note_says_so()
    {
        using var test = TestCaseWithPosts();
        var run = test.File.SaveRun(Run() with { MaxCoActsOutsideGroups = 1 });
        test.File.Exhibits(run, 1, 2, 10).Length.ShouldBe(1);
        test.File.Exhibits(run, 3, 4, 10).Length.ShouldBe(4);
        test.File.LatestRun().Notes.ShouldBe(["1 hub was left out.", "The case keeps 1 co-acts of pairs that are in no group together; 1 further ones were not stored."]);
    }

    [Fact]
    public void Runs_stay_beside_one_another()
    {
        using var test = TestCaseWithPosts();
        test.File.SaveRun(Run());
        test.File.SaveRun(Run() with { Seed = 7, Groups = [] }).ShouldBe(2);
        test.File.Runs().Select(run => run.Seed).ShouldBe([ulong.MaxValue, 7]);
        (test.File.Groups(1).Length, test.File.Groups(2).Length).ShouldBe((1, 0));
    }

    [Fact]
    public void A_run_knows_which_files_it_ran_on()
    {
        using var test = TestCaseWithPosts();
        test.File.SaveRun(Run());
        test.File.SaveRun(Run());
        test.Import("more.csv", [Row.Post("eve")]);
        test.File.SaveRun(Run());
        var inputs = test.File.Runs().Select(run => run.InputSha256).ToList();
        inputs[1].ShouldBe(inputs[0]);
        inputs[2].ShouldNotBe(inputs[0]);
    }

    [Fact]
    public void A_run_of_another_case_is_refused_and_leaves_no_trace()
    {
        using var test = new TestCase();
        var before = test.Dump();
        Should.Throw<ArgumentException>(() => test.File.SaveRun(Run())).Message.ShouldContain("not made from this case");
        test.Dump().ShouldBe(before);
    }

    [Fact]
    public void A_case_without_run_says_so()
    {
        using var test = new TestCase();
        Should.Throw<InputException>(() => test.File.LatestRun()).Message.ShouldContain("no run yet");
    }

    [Fact]
    public void A_run_is_sound_in_the_database()
    {
        using var test = TestCaseWithPosts();
        test.File.SaveRun(Run());
        test.File.Dispose();
        using var database = Claque.Cases.Storage.Database.Open(test.Path, readOnly: true, create: false);
        database.Rows("PRAGMA foreign_key_check").ShouldBeEmpty();
        database.Text("SELECT a || ' ' || b || ' ' || median_gap_s FROM pair_readable WHERE window_s = 10 AND weight = 3").ShouldBe("bob ann 1.0");
    }
}
