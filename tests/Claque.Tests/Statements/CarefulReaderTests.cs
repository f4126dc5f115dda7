using Claque.Statements.Comparing;
using Claque.Tests.Shared;
using Xunit.Abstractions;

namespace Claque.Tests.Statements;

/// <summary>
/// Twelve invented pairs of rival accounts, each with a list of what a careful reader must find, written before the first run; the last seven by
/// another hand that had not seen the rules. docs/evaluation.md has what each scored at first sight.
/// </summary>
public sealed class CarefulReaderTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("ledina", 0.9)]
    [InlineData("skerra", 0.85)]
    [InlineData("orsk", 0.85)]
    [InlineData("ardal", 0.9)]
    [InlineData("morwen", 0.88)]
    [InlineData("trevan", 0.88)]
    [InlineData("lantern", 0.84)]
    [InlineData("hollin", 0.85)]
    [InlineData("quillan", 0.81)]
    [InlineData("cedarreach", 0.69)]
    [InlineData("tasimpa", 0.61)]
    [InlineData("zoravin", 0.62)]
    public void What_a_careful_reader_finds_is_found(string pair, double share)
    {
        var reader = Reader(pair);
        var missing = reader.Missing();
        output.WriteLine($"{pair}: {reader.Expected.Count - missing.Count} of {reader.Expected.Count}\n" + string.Join("\n", missing));
        ((reader.Expected.Count - missing.Count) / (double)reader.Expected.Count).ShouldBeGreaterThanOrEqualTo(share, string.Join("\n", missing));
    }

    [Theory]
    [InlineData("ledina")]
    [InlineData("skerra")]
    [InlineData("orsk")]
    [InlineData("ardal")]
    [InlineData("morwen")]
    [InlineData("trevan")]
    [InlineData("lantern")]
    [InlineData("hollin")]
    [InlineData("quillan")]
    [InlineData("cedarreach")]
    [InlineData("tasimpa")]
    [InlineData("zoravin")]
    public void Exchanging_long_accounts_exchanges_the_columns_and_nothing_else(string pair)
    {
        var reader = Reader(pair);
        var (there, back) = (reader.Found, Comparison.Of([reader.Right], [reader.Left]));
        back.Rows.Select(row => (row.Entity, row.Aspect, row.Relation)).ShouldBe(there.Rows.Select(row => (row.Entity, row.Aspect, row.Relation)));
        back.Rows.Select(row => row.Left.Select(claim => claim.Span).ToList()).ShouldBe(there.Rows.Select(row => row.Right.Select(claim => claim.Span).ToList()));
        back.Figures.Select(row => (row.Relation, row.Right.Span, row.Left.Span)).ShouldBe(there.Figures.Select(row => (row.Relation, row.Left.Span, row.Right.Span)));
    }

    [Theory]
    [InlineData("ledina")]
    [InlineData("skerra")]
    [InlineData("ardal")]
    [InlineData("morwen")]
    [InlineData("trevan")]
    public void Related_items_breadcrumbs_and_inserted_links_feed_no_row(string pair)
    {
        var found = Reader(pair).Found;
        var text = found.Articles[1].Article.Text;
        foreach (var row in found.Rows)
            foreach (var claim in row.Right)
                foreach (var foreign in new[] { "READ MORE", "See also", "Related", "Leave a comment", "newsletter", "You are here", "Home »", "How a cult bought", "cult at the end of the ferry line", "How the sect buys senators", "Vesk's missing husband", "Read next", "golden prison", "Opposition >", "How the Mayists bought", "prison nobody visited", "missing millions" }) text[claim.Span.Start..claim.Span.End].ShouldNotContain(foreign);
    }

    private static CarefulReader Reader(string pair) => new(Path.Combine(RealData.Root, "samples", "rival-accounts", pair));
}
