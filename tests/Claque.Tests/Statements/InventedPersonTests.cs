using Claque.Articles;
using Claque.Statements;
using Claque.Statements.Comparing;

namespace Claque.Tests.Statements;

public sealed class InventedPersonTests
{
    [Fact]
    public void That_a_columnist_does_not_exist_is_a_claim_of_those_who_say_so()
    {
        var comparison = Comparison.Of(
            [new Article { Id = "visit", Text = "The Free Vale League answers lies with facts, said Osk Trell, who runs its media office in Selby Dam. The League has nothing to hide." }],
            [new Article { Id = "report", Text = "The League's most read columnist is Dr. Piet Marl, and he writes on arms. But there is no Dr. Marl, two women who worked for the Free Vale League said. An editor in Selby Dam said that he had never met him." }]);

        var row = comparison.Rows.Single(row => row.Aspect == "disinformation");
        var text = comparison.Articles[1].Article.Text;
        var claim = row.Right.Single(claim => text[claim.Span.Start..claim.Span.End].Contains("there is no Dr. Marl", StringComparison.Ordinal));
        (claim.Holder, claim.HolderKind).ShouldBe(("two women who worked for the Free Vale League", SourceKind.AnonymousGroup));
    }
}
