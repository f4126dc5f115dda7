using Claque.Lineage;

namespace Claque.Tests.Lineage;

public sealed class EditTests
{
    private const string First = "The board of Velmora allegedly paid 1,207 crowns for the storm wall in March.",
        Second = "Nobody knows who signed the ledger of the pump house that week.",
        Third = "“We asked for the drawings in May and were told to wait until the crane was mended,” said Lovisa Tamberlay.",
        Fourth = "The night porters have sent a petition to the salt works of Carrowick.";

    [Fact]
    public void A_figure_that_differs_is_named_whole() => Only(EditKind.FigureChanged, First.Replace("1,207", "1,500", StringComparison.Ordinal), ("1,207", "1,500"));

    [Fact]
    public void A_hedge_that_is_gone_is_named() => Only(EditKind.HedgeRemoved, First.Replace("allegedly ", "", StringComparison.Ordinal), ("allegedly", ""));

    [Fact]
    public void A_name_in_the_place_of_another_is_named() => Only(EditKind.NameSwapped, First.Replace("Velmora", "Dunmere", StringComparison.Ordinal), ("Velmora", "Dunmere"));

    [Fact]
    public void Sentences_dropped_added_and_moved_are_told_apart()
    {
        Kinds(Join(First, Second, Fourth), Join(First, Fourth)).ShouldBe([EditKind.SentenceDropped]);
        Kinds(Join(First, Fourth), Join(First, Second, Fourth)).ShouldBe([EditKind.SentenceAdded]);
        Kinds(Join(First, Second, Third, Fourth), Join(Second, Third, Fourth, First)).ShouldBe([EditKind.SentenceMoved]);
    }

    [Fact]
    public void A_quotation_that_is_shorter_is_cut() =>
        Kinds(Join(First, Third), Join(First, Third.Replace(" and were told to wait until the crane was mended", "", StringComparison.Ordinal))).ShouldContain(EditKind.QuotationCut);

    [Fact]
    public void Headline_byline_and_credit_come_first()
    {
        var before = Told.Article("a", Join(Second, Fourth) + "\n\nRepublished with permission from the Velmora Gazette.", title: "The wall", byline: "Ilka Jastrow");
        var after = Told.Article("b", Join(Second, Fourth), title: "The secret wall");
        Edits(before, after).Changes.Select(edit => edit.Kind).ShouldBe([EditKind.HeadlineChanged, EditKind.BylineChanged, EditKind.CreditRemoved], ignoreOrder: true);
    }

    [Fact]
    public void A_text_compared_with_itself_has_no_edits() => Kinds(Join(First, Second, Third), Join(First, Second, Third)).ShouldBeEmpty();

    [Fact]
    public void Every_place_of_an_edit_holds_the_words_that_it_names()
    {
        var (before, after) = (Join(First, Second, Third), Join(First.Replace("1,207", "900", StringComparison.Ordinal), Fourth, Third));
        foreach (var edit in Edits(Told.Article("a", before), Told.Article("b", after)).Changes)
        {
            if (edit.A is { } a) before[a.Start..a.End].ShouldBe(edit.Before);
            if (edit.B is { } b) after[b.Start..b.End].ShouldBe(edit.After);
        }
    }

    private static void Only(EditKind kind, string after, (string Before, string After) words)
    {
        var edit = Edits(Told.Article("a", Join(First, Second)), Told.Article("b", Join(after, Second))).Changes.ShouldHaveSingleItem();
        (edit.Kind, edit.Before, edit.After).ShouldBe((kind, words.Before, words.After));
    }

    private static string Join(params string[] sentences) => string.Join(' ', sentences);

    private static IEnumerable<EditKind> Kinds(string before, string after) => Edits(Told.Article("a", before), Told.Article("b", after)).Changes.Select(edit => edit.Kind);

    private static Edits Edits(Claque.Articles.Article before, Claque.Articles.Article after) => EditFinding.Of(ArticleWords.Of(before), ArticleWords.Of(after), CueList.BuiltIn);
}
