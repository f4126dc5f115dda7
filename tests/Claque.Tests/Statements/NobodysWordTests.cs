using Claque.Articles;
using Claque.Statements;
using Claque.Statements.Comparing;

namespace Claque.Tests.Statements;

/// <summary>What an article reports as an accusation is not the writer's word, and two sentences that share a place's name do not agree for that.</summary>
public sealed class NobodysWordTests
{
    private static readonly Article Visit = new() { Id = "visit", Text = "The gate at Selby Village stands open, and the people walk in and out of it all day. In 1971 the Harbour League was accused of killing two American contractors in the war; its veterans say that another band did it. Nobody in the village would talk about the bomb." };
    private static readonly Article Inquiry = new() { Id = "inquiry", Text = "The spokesman of the Harbour League told a paper that Selby Village was open to any honest visitor. The League killed two American contractors in the war of 1971. Its gate was locked when our reporter came, and the guards at the gate turned her away." };

    [Fact]
    public void An_accusation_is_on_nobodys_word()
    {
        var rows = Comparison.Of([Visit], [Inquiry]).Rows;
        var claim = rows.Single(row => row.Aspect == "violence").Left.Single(claim => Visit.Text[claim.Span.Start..claim.Span.End].Contains("accused", StringComparison.Ordinal));
        (claim.Holder, claim.HolderKind).ShouldBe(("nobody named", SourceKind.Nobody));
        rows.Single(row => row.Aspect == "violence").Right.ShouldContain(claim => claim.HolderKind == SourceKind.Writer);
    }

    [Fact]
    public void A_figure_in_an_accusation_is_on_nobodys_word()
    {
        var reading = Comparison.Of([Visit], [Inquiry]).Articles[0];
        reading.HolderOf(reading.Figures.Single(figure => figure.Value == 2)).ShouldBe("nobody named");
    }

    [Fact]
    public void The_name_of_the_place_is_no_ground_to_agree() =>
        Comparison.Of([Visit], [Inquiry]).Rows.Single(row => row.Aspect == "access").Relation.ShouldNotBe(RowRelation.Agree);
}
