using Claque.Lineage;
using Claque.Simulation.Chains;

namespace Claque.Tests.Lineage;

public sealed class PassageTests
{
    [Fact]
    public void Copied_prose_is_a_verbatim_passage_with_its_exact_place_in_both()
    {
        const string before = "Own words come first here. ", after = "Another beginning altogether, longer than that. ";
        var pair = Told.Pair(before + Told.Storm + "Then it goes its own way to an end.", after + Told.Storm + "Quite another finish.");
        var passage = pair.Passages.ShouldHaveSingleItem();
        passage.Class.ShouldBe(PassageClass.Verbatim);
        (before + Told.Storm)[passage.A.Start..passage.A.End].ShouldBe(Told.Storm.TrimEnd('.', ' '));
        (after + Told.Storm)[passage.B.Start..passage.B.End].ShouldBe(Told.Storm.TrimEnd('.', ' '));
        pair.Relation.ShouldBe(Relation.Partial);
    }

    [Fact]
    public void Prose_with_words_changed_is_one_edited_passage() =>
        Told.Pair(Told.Storm, Told.Storm.Replace("widened", "narrowed", StringComparison.Ordinal).Replace("twice", "three times", StringComparison.Ordinal))
            .Passages.ShouldHaveSingleItem().Class.ShouldBe(PassageClass.Edited);

    [Theory]
    [InlineData("“{0}”", "“{0}”")]
    [InlineData("\"{0}\"", "«{0}»")]
    [InlineData("“{0}”", "{0}")]
    public void The_same_words_inside_quotation_marks_are_no_copy_even_when_only_one_side_marks_them(string a, string b)
    {
        var pair = Told.Pair("The treasurer was asked about it. " + string.Format(null, a, Told.Storm), "On another day in town this was heard. " + string.Format(null, b, Told.Storm));
        pair.Passages.ShouldAllBe(passage => !passage.IsCopy);
        pair.Relation.ShouldBe(Relation.Quotation);
        (pair.ContainmentA, pair.ContainmentB).ShouldBe((0, 0));
    }

    [Fact]
    public void Much_prose_around_a_quotation_is_a_copy_all_the_same() =>
        Told.Pair(Told.Storm + "“" + Told.Ferry + "” he said. " + Told.Ferry, Told.Storm + "“" + Told.Ferry + "” he said. " + Told.Ferry).Relation.ShouldBe(Relation.NearDuplicate);

    [Fact]
    public void Prose_that_is_a_copy_by_itself_stays_one_with_a_longer_quotation_beside_it()
    {
        var (prose, quotation) = (Told.Ferry, $"\"{Told.Storm}{Told.Storm.Replace("March", "April", StringComparison.Ordinal)}\" she said.");
        var pair = Told.Pair($"{Told.Prose(21, 3)}\n\n{prose}{quotation}", $"{Told.Prose(22, 3)}\n\n{prose}{quotation}");
        var passage = pair.Passages.ShouldHaveSingleItem();
        passage.ProseWords.ShouldBeLessThan(new PassageOptions().ProseWords);
        passage.Class.ShouldBe(PassageClass.Verbatim);
    }

    [Fact]
    public void A_quotation_stays_one_between_two_reporters_own_words_of_the_same_things()
    {
        static string Report(ulong own, string between) => $"{Told.Prose(own, 6)}\n\n\"{Told.Storm.Trim()}\" the warden said. {between} \"{Told.Ferry.Trim()}\"";
        var pair = Told.Pair(
            Report(21, "She told the council on Monday that the harbour would be closed for nine days, that the pilots had agreed, and that nobody in the town would have to pay for it."),
            Report(22, "She told reporters on Monday that the port will stay closed nine days, that pilots are in agreement, and that people in the town need not pay for it."));
        pair.Passages.ShouldAllBe(passage => !passage.IsCopy);
    }

    [Fact]
    public void A_list_of_names_is_no_copy() =>
        Told.Pair("Present were Amara Aldersey, Bertil Brankovar, Cosima Castellane, Dario Drumgold, Elvine Eskelund, Fenno Farrowby and Gisla Grishaver of the trust.",
            "The guests: Amara Aldersey, Bertil Brankovar, Cosima Castellane, Dario Drumgold, Elvine Eskelund, Fenno Farrowby and Gisla Grishaver, all in hats.")
            .Passages.ShouldHaveSingleItem().Class.ShouldBe(PassageClass.Names);

    [Fact]
    public void A_footer_that_an_outlet_puts_under_many_articles_is_a_template_and_no_copy()
    {
        const string footer = "Readers who want to help our small newsroom on the quay can leave a coin in the tin beside the door or write to the treasurer before the end of the month.";
        var articles = Enumerable.Range(0, 5).Select(i => Told.Article("a" + i, Told.Prose((ulong)i, 20) + "\n" + footer, "Velmora Courier")).ToList();
        var found = PassageFinding.Of(articles, new PassageOptions());
        found.Pairs.Where(pair => pair.AreCopies).ShouldBeEmpty();
        found.Pairs.Length.ShouldBe(10);
        found.Pairs.ShouldAllBe(pair => pair.Passages.Any(passage => passage.Class == PassageClass.Template));
    }

    [Fact]
    public void A_part_says_who_contains_whom()
    {
        var whole = Told.Prose(1, 24);
        var part = whole[..(whole.Length / 3)];
        var pair = Told.Pair(whole, part);
        pair.Relation.ShouldBe(Relation.Partial);
        pair.ContainmentB.ShouldBeGreaterThan(0.95);
        pair.ContainmentA.ShouldBeLessThan(0.45);
    }

    [Fact]
    public void Swapping_the_articles_swaps_the_sides_and_nothing_else()
    {
        foreach (var family in ChainSimulator.Of(new ChainOptions { Families = 6, Seed = 31 }))
        {
            var (there, back) = (PassageFinding.Of(family.Articles, new PassageOptions()), PassageFinding.Of([.. family.Articles.Reverse()], new PassageOptions()));
            var last = family.Articles.Count - 1;
            back.Pairs.Select(pair => (last - pair.B, last - pair.A, pair.Relation)).Order().ShouldBe(there.Pairs.Select(pair => (pair.A, pair.B, pair.Relation)).Order());
        }
    }

    [Fact]
    public void A_script_without_spaces_is_compared_by_characters()
    {
        const string text = "港务局三月在海关仓库后面加宽了北面的防波堤因为冬天的风暴来得很早账本把泵房写了两次还提到一名丢失图纸的职员渔民们在五月重新开放了渡口并向盐厂递交了请愿书虽然没有人要求他们这样做";
        var pair = Told.Pair("今天的新闻" + text + "完", "另一个开头与别的内容" + text);
        pair.AreCopies.ShouldBeTrue();
        pair.Passages.Single(passage => passage.IsCopy).Identity.ShouldBeGreaterThan(0.95);
    }

    [Fact]
    public void A_formula_has_less_substance_than_reused_prose() =>
        Substance.Of("This act shall take effect on the date of its passage and shall be provided in this section as may be", "This act shall take effect on the date of its passage and be provided for in such section as it may be")
            .ShouldBeLessThan(Substance.Of(Told.Storm, Told.Storm) / 2);

    [Fact]
    public void Articles_about_the_same_things_in_other_words_have_nothing_in_common()
    {
        const string other = "Because storms arrived early, Velmora's water authority made the storm wall north of the customs shed wider in March. The pump house stands "
            + "twice in a ledger, which also names the clerk whose slipway drawings went missing.";
        PassageFinding.Of([Told.Article("a", Told.Storm), Told.Article("b", other)], new PassageOptions()).Pairs.ShouldBeEmpty();
    }

    [Fact]
    public void Empty_and_tiny_articles_are_no_trouble() =>
        PassageFinding.Of([Told.Article("a", ""), Told.Article("b", "x"), Told.Article("c", "“")], new PassageOptions()).Pairs.ShouldBeEmpty();
}
