using Claque.Statements.Grammar;
using Claque.Tests.Shared;
using Claque.Text.Prose;

namespace Claque.Tests.Statements;

/// <summary>The odds that ship are those that the annotated articles give, to two hundredths: anybody with the articles can measure them again.</summary>
public sealed class OddsTests
{
    [DataFact("data/polnear")]
    public void The_odds_of_ends_are_what_annotators_did() => Agree("ends.txt", OddsMeasuring.OfEnds(Articles()));

    [DataFact("data/polnear")]
    public void The_odds_of_candidates_are_what_annotators_marked() => Agree("evidence.txt", OddsMeasuring.OfCandidates(Articles()));

    [Fact]
    public void Every_confidence_is_the_share_that_its_evidence_speaks_for()
    {
        var odds = Odds.Of("evidence.txt");
        var drafts = Claque.Statements.Statements.Candidates(Document.Of("Mayor Ada Lunt said that the bridge is safe. She wants to keep it open, critics claim."));
        Claque.Statements.Statements.Weigh(drafts, odds);
        drafts.ShouldNotBeEmpty();
        foreach (var draft in drafts)
        {
            var product = Math.Exp(odds.Shifts[Odds.Start]) * Evidence.Of(draft).Aggregate(1.0, (all, key) => all * Math.Exp(odds.Shifts.GetValueOrDefault(key)));
            draft.Confidence.ShouldBe(product / (1 + product), 0.001);
        }
    }

    [Fact]
    public void Evidence_added_up_at_once_is_the_evidence_key_by_key()
    {
        var document = Document.Of("Mayor Ada Lunt said that the bridge “is safe”, adding: “We keep it open.” She wants to close the road, critics claim, although the council, which denied it, has announced plans to stay.");
        var byKey = Claque.Statements.Statements.Candidates(document);
        Claque.Statements.Statements.Weigh(byKey, Odds.Of("evidence.txt"));
        var atOnce = Claque.Statements.Statements.Of(document);
        atOnce.Count.ShouldBeGreaterThan(1);
        foreach (var statement in atOnce)
            byKey.ShouldContain(draft => draft.Rule == statement.Rule && draft.Confidence == statement.Confidence && draft.Content.SequenceEqual(statement.Content));
    }

    private static List<AnnotatedArticle> Articles() => AnnotatedArticle.Of(Path.Combine(RealData.Folder("data/polnear"), "train.jsonl.gz"));

    private static void Agree(string lexicon, SortedDictionary<string, (int Found, int Marked, double Shift)> measured)
    {
        var shipped = Odds.Of(lexicon).Shifts;
        shipped.Count.ShouldBe(measured.Values.Count(row => row.Shift != 0));
        foreach (var (key, row) in measured) shipped.GetValueOrDefault(key).ShouldBe(row.Shift, 0.021, key);
    }
}
