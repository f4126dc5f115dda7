using Claque.Grouping;
using Claque.Tracing;

namespace Claque.Tests.Grouping;

public sealed class GroupingTests
{
    [Fact]
    public void Accounts_without_a_tie_between_them_are_two_groups_numbered_by_falling_weight()
    {
        var tied = new TiedAccounts(
            "link dora emil 1@0 1@5",
            "link ann bob 1@0 1@4 2@100 2@102",
            "link bob cleo 1@4 1@6 2@102 2@109");

        var groups = tied.Groups();
        groups.Select(tied.Members).ShouldBe(["ann bob cleo", "dora emil"]);
        groups.Select(group => (group.Number, group.Weight, group.PairCount)).ShouldBe([(1, 4, 2), (2, 1, 1)]);
    }

    [Fact]
    public void Groups_of_equal_weight_are_numbered_by_their_smallest_account_name()
    {
        var tied = new TiedAccounts("link zoe yan 1@0 1@5", "link kim ann 2@0 2@5", "link bob cleo 3@0 3@5");
        tied.Groups().Select(tied.Members).ShouldBe(["ann kim", "bob cleo", "yan zoe"]);
    }

    [Fact]
    public void Density_is_pairs_inside_over_pairs_possible() =>
        Single("link ann bob 1@0 1@4", "link bob cleo 1@4 1@6").Density.ShouldBe(2.0 / 3, 1e-12);

    [Fact]
    public void A_pair_tied_in_two_behaviours_counts_once_as_a_pair_and_twice_in_weight()
    {
        var group = Single("text ann bob 7@50 7@58", "link ann bob 1@0 1@4");

        (group.PairCount, group.Weight, group.Density).ShouldBe((1, 2, 1.0));
        group.Behaviours.ShouldBe([Behaviour.Link, Behaviour.Text]);
        group.Members.ShouldAllBe(member => member.Ties == 1);
    }

    [Fact]
    public void An_object_of_one_behaviour_is_another_than_the_same_number_in_the_next() =>
        Single("text ann bob 1@50 1@58", "link ann bob 1@0 1@4").Objects.ShouldBe(2);

    [Fact]
    public void An_object_shared_by_several_pairs_of_a_group_counts_once() =>
        Single("link ann bob 1@0 1@4", "link bob cleo 1@4 1@6").Objects.ShouldBe(1);

    [Fact]
    public void A_post_in_several_co_acts_is_one_joint_post_and_the_share_is_over_all_posts()
    {
        // bob's post at 4 meets ann and cleo; he posted twice more without company.
        var group = Single("link ann bob 1@0 1@4", "link bob cleo 1@4 1@6", "alone bob 500", "alone bob 600");

        var bob = group.Members.Single(member => member.Ties == 2);
        (bob.JointPosts, bob.Posts, bob.JointShare).ShouldBe((1, 3, 1.0 / 3));
    }

    [Fact]
    public void Members_stand_by_joint_objects_then_by_joint_posts_then_by_name()
    {
        var tied = new TiedAccounts(
            "link dan ann 1@1 1@0",
            "link dan bob 1@1 1@4",
            "link ann bob 1@0 1@4",
            "link ann cleo 1@0 1@6",
            "link bob cleo 2@100 2@104 2@100 2@106");

        tied.Members(tied.Groups().ShouldHaveSingleItem()).ShouldBe("cleo bob ann dan");
    }

    [Fact]
    public void A_group_lasts_from_its_first_joint_post_to_its_last()
    {
        var group = Single("link ann bob 1@20 1@12", "link bob cleo 2@100 2@103", "alone ann 1", "alone cleo 999");
        (group.FirstUs, group.LastUs).ShouldBe((12_000_000, 103_000_000));
    }

    [Theory]
    [InlineData(6.0, "link ann bob 1@0 1@4", "link bob cleo 1@4 1@12")]
    [InlineData(4.0, "link ann bob 1@0 1@4", "link bob cleo 1@4 1@12", "link ann cleo 3@0 3@3")]
    public void The_gap_of_a_group_is_the_median_over_its_pairs(double seconds, params string[] ties) =>
        Single(ties).MedianGapUs.ShouldBe(seconds * 1e6);

    [Fact]
    public void Groups_below_the_smallest_size_are_not_reported() =>
        new TiedAccounts("link dora emil 5@0 5@5", "link ann bob 1@0 1@4", "link bob cleo 1@4 1@6")
            .Groups(new GroupOptions { MinSize = 3 }).ShouldHaveSingleItem().Members.Length.ShouldBe(3);

    [Fact]
    public void One_layer_alone_gives_the_groups_of_that_behaviour()
    {
        var tied = new TiedAccounts("text bob cleo 7@50 7@58", "link ann bob 1@0 1@4");
        var text = tied.Layers.Single(layer => layer.Behaviour == Behaviour.Text);

        var ofText = Claque.Grouping.Grouping.Of(tied.Corpus, [text], new GroupOptions());
        ofText.Select(tied.Members).ShouldBe(["bob cleo"]);
        tied.Groups().ShouldHaveSingleItem().Members.Length.ShouldBe(3);
    }

    [Fact]
    public void Loosely_tied_rings_are_two_groups_and_the_tie_between_them_counts_in_neither()
    {
        string[] ring = ["ann", "bob", "cleo", "dan"], rival = ["wim", "xan", "yan", "zoe"];
        var ties = new List<string> { "link dan wim 99@900 99@910" };
        foreach (var members in new[] { ring, rival })
            for (var i = 0; i < 4; i++)
                for (var j = i + 1; j < 4; j++) ties.Add($"link {members[i]} {members[j]} 1@{i} 1@{j} 2@{100 + i} 2@{100 + j}");

        var groups = new TiedAccounts([.. ties]).Groups();
        groups.Select(group => (group.Members.Length, group.PairCount, group.Weight, group.Objects)).ShouldBe([(4, 6, 12, 2), (4, 6, 12, 2)]);
        groups.ShouldAllBe(group => group.LastUs < 900_000_000);
    }

    [Fact]
    public void The_id_of_a_group_depends_on_who_its_members_are_and_on_nothing_else()
    {
        var id = Single("link ann bob 1@0 1@4", "link bob cleo 1@4 1@6").Id;

        Single("alone zoe 1", "text cleo bob 9@70 9@71", "text cleo ann 8@70 8@71").Id.ShouldBe(id);
        Single("link ann bob 1@0 1@4").Id.ShouldNotBe(id);
        Claque.Grouping.Grouping.IdOf(["ab", "c"]).ShouldNotBe(Claque.Grouping.Grouping.IdOf(["a", "bc"]));
    }

    [Fact]
    public void The_id_of_a_group_is_the_documented_hash_of_its_sorted_names()
    {
        var hash = 14695981039346656037UL;
        foreach (var part in (byte[])[.. "ann"u8, 0xff, .. "bob"u8, 0xff]) hash = (hash ^ part) * 1099511628211;
        Claque.Grouping.Grouping.IdOf(["bob", "ann"]).ShouldBe(hash.ToString("x16"));
    }

    [Fact]
    public void The_same_pairs_in_another_order_give_the_same_groups()
    {
        string[] ties = ["link ann bob 1@0 1@4", "link bob cleo 1@4 1@6", "text ann bob 7@50 7@58", "link dora emil 5@0 5@5"];
        Describe(new TiedAccounts(ties)).ShouldBe(Describe(new TiedAccounts([.. ties.Reverse()])));

        static IEnumerable<string> Describe(TiedAccounts tied) => tied.Groups().Select(group =>
            $"{group.Number} {tied.Members(group)} {group.Weight} {group.PairCount} {group.Objects} {group.MedianGapUs} {group.Id}");
    }

    [Fact]
    public void No_pairs_give_no_groups() => new TiedAccounts("alone ann 1").Groups().ShouldBeEmpty();

    [Fact]
    public void A_behaviour_or_a_pair_given_twice_is_refused()
    {
        var tied = new TiedAccounts("link ann bob 1@0 1@4");
        var link = tied.Layers.Single();

        Should.Throw<ArgumentException>(() => Claque.Grouping.Grouping.Of(tied.Corpus, [link, link], new GroupOptions()))
            .Message.ShouldContain("'link' is given 2 times");
        var twice = link with { Pairs = [.. link.Pairs, .. link.Pairs] };
        Should.Throw<ArgumentException>(() => Claque.Grouping.Grouping.Of(tied.Corpus, [twice], new GroupOptions()))
            .Message.ShouldContain("comes twice");
    }

    [Fact]
    public void A_pair_without_co_acts_is_refused()
    {
        var tied = new TiedAccounts("link ann bob 1@0 1@4");
        var bare = tied.Layers.Single() with { CoActsOf = _ => [] };
        Should.Throw<ArgumentException>(() => Claque.Grouping.Grouping.Of(tied.Corpus, [bare], new GroupOptions()))
            .Message.ShouldContain("no co-acts");
    }

    [Fact]
    public void Options_that_make_no_sense_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new GroupOptions { MinSize = 1 });
        Should.Throw<ArgumentOutOfRangeException>(() => new GroupOptions { Resolution = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new GroupOptions { Resolution = double.NaN });
    }

    private static Group Single(params string[] ties) => new TiedAccounts(ties).Groups().ShouldHaveSingleItem();
}
