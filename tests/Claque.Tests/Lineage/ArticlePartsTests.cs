using Claque.Articles;
using Claque.Lineage;
using Claque.Text.Prose;

namespace Claque.Tests.Lineage;

public sealed class ArticlePartsTests
{
    private const string Related = "Seven things to know before the harbour fair opens on the southern quay this summer, from the parking rules to the puppet theatre, "
        + "the price of the night ferry, the concert on the old mole and the list of streets that the town council will close to all traffic until Sunday evening.";

    [Fact]
    public void What_a_site_prints_around_two_articles_makes_no_passage()
    {
        var (a, b) = (Page("a", (BlockClass.Body, Told.Prose(11, 6)), (BlockClass.Related, Related)), Page("b", (BlockClass.Body, Told.Prose(12, 6)), (BlockClass.AuthorBio, Related)));
        PassageFinding.Of([a, b], new PassageOptions()).Pairs.SelectMany(pair => pair.Passages).ShouldNotContain(passage => passage.IsCopy || passage.A.End > a.Blocks[1].Span.Start || passage.B.End > b.Blocks[1].Span.Start);
        PassageFinding.Of([a with { Blocks = [] }, b with { Blocks = [] }], new PassageOptions()).Pairs.ShouldHaveSingleItem().AreCopies.ShouldBeTrue();
    }

    [Fact]
    public void A_passage_goes_on_behind_an_inserted_link_and_its_places_are_those_of_the_stored_text()
    {
        var (first, second) = (Told.Prose(13, 4), Told.Prose(14, 4));
        var (a, b) = (Page("a", (BlockClass.Site, "Home"), (BlockClass.Body, first), (BlockClass.InsertedLink, Related), (BlockClass.Body, second)), Page("b", (BlockClass.Body, first), (BlockClass.Body, second)));
        var pair = PassageFinding.Of([a, b], new PassageOptions()).Pairs.ShouldHaveSingleItem();
        pair.Relation.ShouldBe(Relation.NearDuplicate);
        (pair.ContainmentA, pair.ContainmentB).ShouldBe((1, 1));
        var passage = pair.Passages.ShouldHaveSingleItem();
        passage.Identity.ShouldBe(1);
        (a.Text.IndexOf(first, StringComparison.Ordinal), b.Text.IndexOf(first, StringComparison.Ordinal)).ShouldBe((passage.A.Start, passage.B.Start));
        passage.A.In(a.Text).ToString().ShouldContain(Related);
        passage.B.In(b.Text).ToString().ShouldBe(b.Text.TrimEnd('.', '\n'));
    }

    [Fact]
    public void Sentences_of_the_site_are_no_edits()
    {
        var body = Told.Prose(15, 5);
        var edits = EditFinding.Of(ArticleWords.Of(Page("a", (BlockClass.Body, body), (BlockClass.Related, Related))), ArticleWords.Of(Page("b", (BlockClass.Site, "Home"), (BlockClass.Body, body))), CueList.BuiltIn);
        edits.Changes.ShouldBeEmpty();
    }

    [Fact]
    public void A_credit_line_outside_the_prose_still_says_where_the_text_is_from()
    {
        var body = Told.Prose(16, 12);
        var copy = Page("copy", (BlockClass.Body, body), (BlockClass.Credit, "This article was originally published in the Velmora Gazette.")) with { Outlet = "Dunmere Beacon" };
        var edge = Told.Family(copy, Page("first", (BlockClass.Body, body)) with { Outlet = "The Velmora Gazette" }).Edges.ShouldHaveSingleItem();
        (edge.From, edge.To, edge.IsDirected).ShouldBe((1, 0, true));
        edge.Evidence.ShouldContain(item => item.Kind == EvidenceKind.Credit && item.Weight > 0);
    }

    [Fact]
    public void A_page_whose_canonical_link_is_the_address_of_another_was_taken_from_it()
    {
        var body = Told.Prose(17, 12);
        var copy = Page("copy", (BlockClass.Body, body)) with { Url = "https://dunmere.example/news/9", Facts = [new ArticleFact(FactKind.Canonical, "https://www.velmora.example/wall?utm_source=x", true, "link:canonical", .95)] };
        var first = Page("first", (BlockClass.Body, body)) with { Url = "https://velmora.example/wall" };
        var edge = Told.Family(copy, first).Edges.ShouldHaveSingleItem();
        (edge.From, edge.To, edge.IsDirected).ShouldBe((1, 0, true));
        edge.Evidence[0].Kind.ShouldBe(EvidenceKind.Canonical);
        edge.Evidence[0].Text.ShouldContain("velmora.example/wall");
    }

    [Fact]
    public void A_page_that_names_its_own_address_points_to_no_other()
    {
        var body = Told.Prose(18, 12);
        Article Own(string id, string url) => Page(id, (BlockClass.Body, body)) with { Url = url, Facts = [new ArticleFact(FactKind.Canonical, url, true, "link:canonical", .95)] };
        var edge = Told.Family(Own("a", "https://dunmere.example/9"), Own("b", "https://velmora.example/wall")).Edges.ShouldHaveSingleItem();
        edge.IsDirected.ShouldBeFalse();
        edge.Evidence.ShouldNotContain(item => item.Kind == EvidenceKind.Canonical);
    }

    [Fact]
    public void Times_that_only_the_page_states_order_two_copies_and_a_later_change_is_said()
    {
        var body = Told.Prose(19, 12);
        Article Dated(string id, params (FactKind Kind, string Value)[] times) => Page(id, (BlockClass.Body, body)) with { Facts = [.. times.Select(time => new ArticleFact(time.Kind, time.Value, true, "json-ld:date", .9))] };
        var family = Told.Family(Dated("late", (FactKind.Published, "2031-05-04")), Dated("early", (FactKind.Published, "2031-05-01"), (FactKind.Modified, "2031-05-09")));
        family.EarliestSeen.ShouldBe(1);
        var edge = family.Edges.ShouldHaveSingleItem();
        (edge.From, edge.To, edge.IsDirected).ShouldBe((1, 0, true));
        edge.Evidence.Single(item => item.Kind == EvidenceKind.Time).Text.ShouldBe("published 3 days after the other; the page of the other says that it was changed since, on 2031-05-09");
    }

    private static Article Page(string id, params (BlockClass Class, string Text)[] parts)
    {
        var blocks = new List<ArticleBlock>();
        var text = "";
        foreach (var (kind, words) in parts)
        {
            blocks.Add(new ArticleBlock(kind, "as told", new TextSpan(text.Length, text.Length + words.Length)));
            text += words + "\n\n";
        }

        return new Article { Id = id, Text = text, Blocks = [.. blocks] };
    }
}
