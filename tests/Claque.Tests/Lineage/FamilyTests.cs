using Claque.Lineage;
using Claque.Simulation.Chains;

namespace Claque.Tests.Lineage;

public sealed class FamilyTests
{
    [Theory]
    [InlineData(true, 0.95, 0.8)]
    [InlineData(false, 0.85, 0.5)]
    public void Drawn_directions_of_simulated_chains_are_right_and_most_are_drawn(bool dates, double right, double drawn)
    {
        var (edges, directed, correct) = (0, 0, 0);
        foreach (var family in ChainSimulator.Of(new ChainOptions { Families = 50, Seed = 7001, Dates = dates }))
        {
            edges += family.Parents.Count(parent => parent >= 0);
            foreach (var edge in FamilyMaking.Of(family.Articles, new PassageOptions(), new LineageOptions()).Families.SelectMany(found => found.Edges).Where(edge => edge.IsDirected))
            {
                directed++;
                if (family.Parents[edge.To] == edge.From) correct++;
            }
        }

        ((double)correct / directed).ShouldBeGreaterThan(right);
        ((double)directed / edges).ShouldBeGreaterThan(drawn);
    }

    [Fact]
    public void No_direction_is_told_as_certain()
    {
        var text = Told.Prose(3, 12);
        var edge = Told.Family(
            Told.Article("a", text, "Selby Observer", "2031-05-01T08:00:00Z"),
            Told.Article("b", text + "\n\nThis article was originally published by the Selby Observer.", published: "2031-05-09T08:00:00Z")).Edges.ShouldHaveSingleItem();
        edge.IsDirected.ShouldBeTrue();
        edge.Chance.ShouldBe(0.999);
        edge.Reason.ShouldStartWith("taken from it: more than 99 % of all trees");
    }

    [Fact]
    public void Two_equal_articles_without_times_are_tied_without_a_direction_and_the_reason_says_so()
    {
        var text = Told.Prose(3, 12);
        var edge = Told.Family(Told.Article("a", text), Told.Article("b", text)).Edges.ShouldHaveSingleItem();
        edge.IsDirected.ShouldBeFalse();
        edge.Reason.ShouldBe("the texts do not say which of the two was first");
    }

    [Fact]
    public void The_later_of_two_equal_articles_is_the_copy()
    {
        var text = Told.Prose(3, 12);
        var family = Told.Family(Told.Article("late", text, published: "2031-05-02T10:00:00Z"), Told.Article("early", text, published: "2031-05-01T10:00:00Z"));
        family.EarliestSeen.ShouldBe(1);
        var edge = family.Edges.ShouldHaveSingleItem();
        (edge.From, edge.To, edge.IsDirected).ShouldBe((1, 0, true));
        edge.Evidence[0].Kind.ShouldBe(EvidenceKind.Time);
    }

    [Fact]
    public void Two_articles_of_one_day_are_not_ordered_by_their_dates()
    {
        var text = Told.Prose(3, 12);
        Claque.Articles.Article Day(string id, string time) => Told.Article(id, text, published: time) with { PublishedPrecision = Claque.Reading.TimePrecision.Day };
        Told.Family(Day("a", "2031-05-01T00:00:00Z"), Day("b", "2031-05-01T00:00:00Z")).Edges.ShouldHaveSingleItem().IsDirected.ShouldBeFalse();
    }

    [Fact]
    public void An_article_that_credits_another_was_taken_from_it()
    {
        var text = Told.Prose(4, 12);
        var edge = Told.Family(Told.Article("copy", text + "\n\nOriginally published in the Velmora Gazette.", "Dunmere Beacon"), Told.Article("first", text, "The Velmora Gazette")).Edges.ShouldHaveSingleItem();
        (edge.From, edge.To, edge.IsDirected).ShouldBe((1, 0, true));
        edge.Evidence.ShouldContain(item => item.Kind == EvidenceKind.Credit && item.Weight > 0 && item.Text.Contains("Velmora Gazette", StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_that_calls_another_outlet_its_own_was_taken_from_it()
    {
        var text = Told.Prose(5, 10) + " “We will pay,” the treasurer told the Velmora Gazette. " + Told.Prose(6, 3);
        var edge = Told.Family(Told.Article("copy", text, "Dunmere Beacon"), Told.Article("first", text, "Velmora Gazette")).Edges.ShouldHaveSingleItem();
        (edge.From, edge.To, edge.IsDirected).ShouldBe((1, 0, true));
        edge.Evidence[0].Kind.ShouldBe(EvidenceKind.SelfReference);
    }

    [Fact]
    public void A_text_that_ends_where_another_goes_on_was_taken_from_it()
    {
        var (head, tail) = (Told.Prose(7, 10), Told.Prose(8, 8));
        var edge = Told.Family(Told.Article("cut", head), Told.Article("whole", head + " " + tail)).Edges.ShouldHaveSingleItem();
        (edge.From, edge.To, edge.IsDirected).ShouldBe((1, 0, true));
        edge.Evidence.ShouldContain(item => item.Kind == EvidenceKind.Truncated && item.Weight > 0);
    }

    [Fact]
    public void A_wire_that_two_articles_credit_and_neither_can_be_the_source_of_is_a_parent_that_is_not_there()
    {
        var (one, two, three) = (Told.Prose(9, 6), Told.Prose(10, 10), Told.Prose(11, 6));
        var family = Told.Family(Told.Article("a", $"VELMORA (Reuters) — {one} {two}", "Dunmere Beacon"), Told.Article("b", $"VELMORA (Reuters) — {two} {three}", "Eastle Mercury"));
        family.Missing.ShouldHaveSingleItem().Name.ShouldBe("Reuters");
        family.Edges.ShouldAllBe(edge => edge.Missing != null && edge.From == -1);
        family.Edges.Select(edge => edge.To).ShouldBe([0, 1]);
    }

    [Theory]
    [InlineData("VELMORA (AP) — ", null)]
    [InlineData("", "The Associated Press")]
    [InlineData("", "Ana Maru, Associated Press")]
    public void A_wire_is_the_same_whether_byline_or_dateline_names_it(string dateline, string? byline)
    {
        var (one, two, three) = (Told.Prose(9, 6), Told.Prose(10, 10), Told.Prose(11, 6));
        var family = Told.Family(Told.Article("a", $"{dateline}{one} {two}", "Dunmere Beacon", byline: byline), Told.Article("b", $"VELMORA (AP) — {two} {three}", "Eastle Mercury"));
        family.Missing.ShouldHaveSingleItem().Name.ShouldBe("AP");
    }

    [Fact]
    public void The_agencys_own_article_is_no_missing_parent()
    {
        var (one, two, three) = (Told.Prose(9, 6), Told.Prose(10, 10), Told.Prose(11, 6));
        Told.Family(Told.Article("a", $"VELMORA (AP) — {one} {two}", "Associated Press"), Told.Article("b", $"VELMORA (AP) — {two} {three}", "Eastle Mercury")).Missing.ShouldBeEmpty();
    }

    [Fact]
    public void Articles_that_share_only_a_quotation_are_no_family() =>
        FamilyMaking.Of([Told.Article("a", Told.Prose(12, 8) + " “" + Told.Storm + "”"), Told.Article("b", Told.Prose(13, 8) + " “" + Told.Storm + "”")], new PassageOptions(), new LineageOptions()).Families.ShouldBeEmpty();

    [Fact]
    public void A_family_is_the_same_at_any_order_of_its_articles()
    {
        foreach (var known in ChainSimulator.Of(new ChainOptions { Families = 8, Seed = 55 }))
        {
            var last = known.Articles.Count - 1;
            var (there, back) = (Told.Family([.. known.Articles]), Told.Family([.. known.Articles.Reverse()]));
            back.Edges.Where(edge => edge.IsDirected).Select(edge => (last - edge.From, last - edge.To)).Order().ShouldBe(there.Edges.Where(edge => edge.IsDirected).Select(edge => (edge.From, edge.To)).Order());
        }
    }

    [Fact]
    public void Phrases_of_a_user_are_heard()
    {
        var text = Told.Prose(14, 12);
        var options = new LineageOptions { Cues = CueList.BuiltIn.With(["# mine", "credit | zuerst erschienen in der *"], "mine.txt") };
        Claque.Articles.Article[] articles = [Told.Article("copy", text + "\n\nZuerst erschienen in der Velmora Zeitung.", "Dunmere Beacon"), Told.Article("first", text, "Velmora Zeitung")];
        FamilyMaking.Of(articles, new PassageOptions(), options).Families.Single().Edges.Single().Evidence.ShouldContain(item => item.Kind == EvidenceKind.Credit);
        FamilyMaking.Of(articles, new PassageOptions(), new LineageOptions()).Families.Single().Edges.Single().Evidence.ShouldNotContain(item => item.Kind == EvidenceKind.Credit);
        Should.Throw<Claque.Reading.InputException>(() => CueList.BuiltIn.With(["nonsense"], "mine.txt")).Message.ShouldStartWith("mine.txt(1): the line is \"nonsense\", expected KIND | PHRASE");
    }
}
