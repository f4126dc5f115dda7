using Claque.Articles;
using Claque.Statements;
using Claque.Statements.Comparing;
using Claque.Statistics;
using Claque.Text.Prose;

namespace Claque.Tests.Statements;

public sealed class RowRelationsTests
{
    private static readonly string[] Vocabulary = ["gate", "locked", "guard", "open", "sealed", "alder", "velm", "kestrel", "night", "valley", "1998", "2012"];
    private static readonly IReadOnlyList<ReadArticle> Readings = ReadArticle.Of([Article("a"), Article("b")], out _);

    [Fact]
    public void Exchanging_the_sides_exchanges_the_words_that_a_relation_rests_on_and_nothing_else()
    {
        var relations = new RowRelations(Readings, 1, ComparingLexicon.Standard);
        var access = ComparingLexicon.Standard.AspectNamed("access");
        var random = new Pcg32(20261130);
        var met = new HashSet<RowRelation>();
        for (var trial = 0; trial < 5_000; trial++)
        {
            List<Said> left = [Random(random), Random(random)], right = [Random(random), Random(random)];

            var there = relations.Of(access, left, right, [], []);
            var back = relations.Of(access, right, left, [], []);

            back.Relation.ShouldBe(there.Relation);
            back.Reasons.Select(reason => (reason.Right, reason.Left)).Order().ShouldBe(there.Reasons.Order());
            met.Add(there.Relation);
        }

        met.ShouldBe([RowRelation.Agree, RowRelation.CharacterisedOtherwise, RowRelation.NoVerdict], ignoreOrder: true);
    }

    private static Article Article(string id) => new() { Id = id, Text = "The gate of the valley was locked at night, and nobody who lives in the valley could say why." };

    /// <summary>A claim of some words; any may be told to stand in a name.</summary>
    private static Said Random(Pcg32 random)
    {
        var words = Vocabulary.Where(_ => random.Next(2) == 0).OrderBy(_ => random.Next(1_000)).ToList();
        var negated = Vocabulary.Where(_ => random.Next(40) == 0);
        var names = words.Where(_ => random.Next(3) == 0);
        return new Said(new Claim(0, new TextSpan(0, 20), [], "the writer", SourceKind.Writer, -1), 1 + random.Next(3), [.. words], [.. negated], [.. names], 0, []);
    }
}
