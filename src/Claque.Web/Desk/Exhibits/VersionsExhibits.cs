using System.Collections.Immutable;
using Claque.Lineage;
using Claque.Reports;
using Claque.Reports.Exhibits;
using Claque.Reports.Lineage;
using Claque.Reports.Wording;

namespace Claque.Web;

/// <summary>Two versions of a text as an exhibit: typed edits, and the sentences that changed.</summary>
internal static class VersionsExhibits
{
    private const int MostEdits = 40;
    private const int MostSentences = 40;

    public static FindingExhibit Of(Shelf shelf, int a, int b, KeptPair? pair, ShownNames names)
    {
        var (wordsA, wordsB) = (ArticleWords.Of(shelf.Of(a)).WithLines, ArticleWords.Of(shelf.Of(b)).WithLines);
        var edits = EditFinding.Of(wordsA, wordsB, CueList.BuiltIn);
        var typed = edits.Changes.Where(edit => edit.Kind != EditKind.Reworded).ToList();
        var changed = edits.Sentences.Select(sentence => new VersionedSentence(Text(wordsA, sentence.A), Text(wordsB, sentence.B), sentence.IsMoved)).Where(sentence => sentence.IsMoved || sentence.Before != sentence.After).ToList();
        var blocks = new List<ReportBlock>
        {
            new FactsBlock(
            [
                ("Left", ArticleNames.WithByline(shelf, a, names)), ("Right", ArticleNames.WithByline(shelf, b, names)),
                ("Words in copied passages", $"{Amount.Share(pair?.InA ?? 0)} of the left, {Amount.Share(pair?.InB ?? 0)} of the right"),
            ]),
        };
        if (typed.Count > 0)
            blocks.Add(new ReportTable(
                "Edits, headline and credits first", [new("Edit"), new("Left", Wide: true), new("Right", Wide: true)],
                [.. typed.Take(MostEdits).Select(edit => (ImmutableArray<string>)[LineageWords.Plain(edit.Kind), Side(edit.Before, edit.Kind, names), Side(edit.After, edit.Kind, names)])]));
        if (typed.Count > MostEdits) blocks.Add(new Paragraph($"And {Amount.Of(typed.Count - MostEdits, "further edit", "further edits")}."));
        blocks.Add(new VersionsBlock([.. changed.Take(MostSentences)], Math.Max(0, changed.Count - MostSentences)));
        return new FindingExhibit(
            FindingKind.Versions, $"{Title(shelf, a, names)} and {Title(shelf, b, names)}",
            $"{VersionPages.Meaning(pair)} {Amount.Of(typed.Count, "edit", "edits")} of a known kind from left to right, {Amount.Of(edits.Changes.Length - typed.Count, "rewording", "rewordings")} besides.", [.. blocks]);
    }

    // The edit of a byline or credit is a name that stands by itself; other edits are quotations.
    private static string Side(string text, EditKind kind, ShownNames names)
    {
        if (text.Length == 0) return "–";
        var shown = Show.Whole(Show.Cut(text, 400));
        return kind is EditKind.BylineChanged or EditKind.CreditAdded or EditKind.CreditRemoved ? names.InSentence(shown) : shown;
    }

    private static string Title(Shelf shelf, int number, ShownNames names)
    {
        var article = shelf.Of(number);
        return article.Outlet is { Length: > 0 } outlet ? Show.Whole(outlet) : article.Title is { Length: > 0 } title ? Show.Whole(title) : names.AreHidden ? $"article {number}" : Show.Whole(article.Id);
    }

    private static string Text(ArticleWords of, int sentence) => sentence < 0 ? "" : Show.Whole(of.Sentences[sentence].In(of.Article.Text).ToString());
}
