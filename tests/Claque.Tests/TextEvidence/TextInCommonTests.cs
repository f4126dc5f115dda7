using Claque.TextEvidence;
using Claque.Tracing;
using Claque.Validation;
using static Claque.Tests.TextEvidence.Said;

namespace Claque.Tests.TextEvidence;

public sealed class TextInCommonTests
{
    [Fact]
    public void A_crew_that_publishes_the_same_texts_is_named_and_nobody_else() =>
        Public(200).Concat(Crew("worker", 8, 8)).Names().ShouldBe([.. Enumerable.Range(0, 8).Select(i => $"worker{i}")]);

    [Fact]
    public void The_same_crew_with_its_texts_exchanged_for_others_is_not_named() =>
        Public(200).Concat(Crew("worker", 8, 8).Select((post, i) => post with { Text = Words(5000 + i) })).Names().ShouldBeEmpty();

    [Fact]
    public void One_text_in_common_is_never_enough() => Public(3).Concat(Crew("worker", 2, 1)).Verdict().Pairs.ShouldBeEmpty();

    [Fact]
    public void Reshares_of_the_same_posts_are_not_texts_in_common() =>
        Public(50).Concat(Crew("worker", 8, 8).Select(post => post with { IsReshare = true })).Names().ShouldBeEmpty();

    [Fact]
    public void Near_duplicates_of_one_text_are_one_text()
    {
        var posts = Public(20).ToList();
        for (var version = 0; version < 8; version++)
            foreach (var account in (string[])["ann", "bob"]) posts.Add(At(30 + version, account, Words(1) + " and once more " + Words(90 + version)[..3]));
        posts.Verdict().Pairs.ShouldBeEmpty();
    }

    [Fact]
    public void The_more_accounts_there_are_the_more_texts_are_asked_for()
    {
        var pair = Crew("worker", 2, 3);
        Public(10).Concat(pair).Names().Length.ShouldBe(2);
        Public(2000).Concat(pair).Names().ShouldBeEmpty();
    }

    [Fact]
    public void The_more_somebody_publishes_the_less_a_text_in_common_says()
    {
        var quiet = Public(300).Concat(Crew("worker", 2, 4)).Verdict();
        var loud = Public(300).Concat(Crew("worker", 2, 4))
            .Concat(Enumerable.Range(0, 600).Select(i => At(i * 1.1, $"worker{i % 2}", Words(50_000 + i)))).Verdict();
        loud.Pairs.Single().P.ShouldBeGreaterThan(100 * quiet.Pairs.Single().P);
        loud.Pairs.Single().Expected.ShouldBeGreaterThan(quiet.Pairs.Single().Expected);
    }

    [Fact]
    public void Texts_with_links_say_less_than_texts_without()
    {
        var plain = Crew("worker", 2, 4).ToList();
        var linked = plain.Select((post, i) => post with { Links = [$"https://page{i}.example/a"] });
        Public(300).Concat(linked).Verdict().Pairs.Single().P.ShouldBeGreaterThan(50 * Public(300).Concat(plain).Verdict().Pairs.Single().P);
    }

    [Fact]
    public void Pairs_show_the_posts_of_both_sides()
    {
        var posts = Public(5).Concat(Crew("worker", 2, 3)).OrderBy(post => post.Time, StringComparer.Ordinal).ToList();
        var pair = posts.Verdict().Pairs.Single();
        pair.Texts.Length.ShouldBe(3);
        foreach (var text in pair.Texts)
        {
            posts[text.PostsA.Single()].Text.ShouldBe(posts[text.PostsB.Single()].Text);
            posts[text.PostsA.Single()].Account.ShouldBe("worker0");
            posts[text.PostsB.Single()].Account.ShouldBe("worker1");
            text.GapUs.ShouldBe(360_000_000);
            text.LeadUs.ShouldBe(360_000_000);
            text.Publishers.ShouldBe(2);
        }
    }

    [Fact]
    public void An_account_that_shares_texts_with_many_members_joins_their_group()
    {
        // Five lists; three accounts work through each, and each list has one of them in common with the next.
        var posts = Public(100).ToList();
        for (var list = 0; list < 5; list++)
            for (var text = 0; text < 8; text++)
                for (var member = 0; member < 3; member++)
                    posts.Add(At(10 + 24 * text + member * .1, $"worker{list * 2 + member}", Words(list * 20 + text)));
        // The helper takes one text of every second list, so one only from each worker.
        for (var list = 0; list < 5; list += 2) posts.Add(At(10.3, "helper", Words(list * 20)));

        var pool = TextPool.Collect(posts.Source(), new TextEvidenceOptions());
        var verdict = TextInCommon.Test(pool, new TextEvidenceOptions());
        var join = verdict.Joined.Single();
        pool.Accounts[join.Account].ShouldBe("helper");
        join.Texts.Length.ShouldBe(3);
        verdict.Pairs.ShouldAllBe(pair => pair.A != join.Account && pair.B != join.Account);
        var helper = verdict.Accounts.Single(account => account.Joins);
        (helper.Account, helper.Tier, helper.Texts).ShouldBe((join.Account, Tier.Named, 3));
    }

    [Fact]
    public void One_text_in_common_with_a_group_joins_nobody_to_it()
    {
        var posts = Public(100).Concat(Crew("worker", 5, 8)).Append(At(10.3, "helper", Words(0))).Append(At(80, "helper", Words(777)));
        posts.Verdict().Joined.ShouldBeEmpty();
    }

    [Fact]
    public void An_account_with_one_text_of_each_kind_is_not_tested_and_does_no_harm()
    {
        var crew = Crew("worker", 4, 16).Select((post, i) => i / 4 % 2 == 0 ? post : post with { Links = [$"https://page{i}.example/a"] });
        var posts = Public(20).Concat(crew).ToList();
        posts.Add(At(10.2, "visitor", Words(0)));
        posts.Add(At(34.2, "visitor", Words(1), "https://visitor.example/a"));
        posts.Names().ShouldBe(["worker0", "worker1", "worker2", "worker3"]);
    }

    [Fact]
    public void Tests_are_counted_from_what_each_account_published_by_itself()
    {
        // 6 accounts with two plain texts or more, 1 with two linked texts, 1 with one text.
        var posts = Public(6).ToList();
        posts.AddRange([At(1, "linker", Words(1), "https://a.example/1"), At(2, "linker", Words(2), "https://a.example/2"), At(3, "once", Words(3))]);
        var verdict = posts.Verdict();
        verdict.TestedAccounts.ShouldBe(7);
        verdict.Tests.ShouldBe(15);
    }

    [Fact]
    public void Too_little_to_test_is_a_named_result()
    {
        var verdict = new[] { At(1, "ann", Words(1)), At(2, "bob", Words(1)) }.Verdict();
        verdict.Abstained.ShouldBe("Fewer than two accounts have 2 texts of their own.");
        verdict.Accounts.ShouldBeEmpty();
        TextSentences.Summary(verdict).ShouldContain("Nothing was tested. Fewer than two accounts have 2 texts of their own.");
    }

    [Fact]
    public void No_posts_give_an_empty_result() => Array.Empty<Claque.Tests.Shared.TestPost>().Verdict().Abstained.ShouldNotBeEmpty();

    [Fact]
    public void Accounts_and_posts_have_the_numbers_of_the_corpus()
    {
        var source = Public(20).Concat(Crew("worker", 3, 4)).Append(At(3, "sharer", Words(1)) with { IsReshare = true }).Source();
        var corpus = Corpus.Encode(source, new TraceOptions());
        var pool = TextPool.Collect(source, new TextEvidenceOptions());
        pool.Accounts.Count.ShouldBe(corpus.Accounts.Count);
        for (var account = 0; account < pool.Accounts.Count; account++) pool.Accounts[account].ShouldBe(corpus.Accounts[account]);
        foreach (var use in pool.Uses)
        {
            corpus.Posts.Accounts[use.Post].ShouldBe(use.Account);
            corpus.Posts.TimesUs[use.Post].ShouldBe(use.TimeUs);
        }
    }

    [Fact]
    public void The_account_that_is_always_first_is_said_to_be_perhaps_copied()
    {
        var pool = TextPool.Collect(Public(5).Concat(Crew("worker", 2, 3)).Source(), new TextEvidenceOptions());
        var pair = TextInCommon.Test(pool, new TextEvidenceOptions()).Pairs.Single();
        pool.Accounts[pair.AlwaysFirst!.Value].ShouldBe("worker0");
        TextSentences.OtherReadings([pair])[0]
            .ShouldBe("In 1 of 1 pairs with texts in common one account published every one of them first: the other may copy it without its knowledge.");
    }

    [Fact]
    public void Expected_false_pairs_follow_from_the_error_rate()
    {
        var verdict = Public(50).Concat(Crew("worker", 5, 8)).Verdict();
        verdict.NamedPairs.ShouldBe(10);
        verdict.ExpectedFalsePairs.ShouldBe(.1, 1e-12);
        verdict.Pairs.ShouldAllBe(pair => pair.Tier == Tier.Named && pair.Q <= .01 && pair.PairQ <= pair.Q);
    }
}
