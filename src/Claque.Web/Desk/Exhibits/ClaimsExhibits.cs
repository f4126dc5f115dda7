using System.Globalization;
using Claque.Reports.Accounts;
using Claque.Reports.Exhibits;
using Claque.Reports.Lineage;
using Claque.Statements;
using Claque.Statements.Comparing;
using Claque.Statements.Figures;
using Claque.Text.Prose;

namespace Claque.Web;

/// <summary>A row of two sides as an exhibit: what each says of one thing, on whose word.</summary>
internal static class ClaimsExhibits
{
    /// <summary>What makes a row of claims the same row: its entity, aspect and the places of its claims.</summary>
    public static string Hash(Comparison comparison, ComparisonRow row) => FindingKey.HashOf(
        ["row", row.Entity, row.Aspect, .. Places(comparison, row.Left, 0), "|", .. Places(comparison, row.Right, comparison.LeftCount)]);

    /// <summary>What makes a row of figures the same row: the places of both.</summary>
    public static string Hash(Comparison comparison, FigureRow row) => FindingKey.HashOf(
        ["figure", Place(comparison, row.LeftArticle, row.Left.Span), Place(comparison, row.RightArticle + comparison.LeftCount, row.Right.Span)]);

    /// <summary>The exhibit of a row; null when the sides have no such row.</summary>
    public static FindingExhibit? Of(Comparison comparison, string hash, ShownNames names)
    {
        if (comparison.Rows.FirstOrDefault(row => Hash(comparison, row) == hash) is { } row) return Of(comparison, row, names);
        return comparison.Figures.FirstOrDefault(figure => Hash(comparison, figure) == hash) is { } figures ? Of(comparison, figures, names) : null;
    }

    private static FindingExhibit Of(Comparison comparison, ComparisonRow row, ShownNames names)
    {
        var relation = Plain(AccountsJson.Word(row.Relation));
        var reasons = row.Reasons.Count == 0 ? "" : ": " + string.Join("; ", row.Reasons.Select(reason => $"{Show.Whole(reason.Left)} against {Show.Whole(reason.Right)}"));
        var summary = row.Right.Count == 0 ? "Only the left side has words of it; that does not show that the right says nothing of it." : row.Left.Count == 0 ? "Only the right side has words of it; that does not show that the left says nothing of it." : $"Both sides have words of it; by rule they {Meaning(row.Relation)}{reasons}.";
        return new FindingExhibit(FindingKind.Claims, $"{Show.Whole(row.Entity)}: {row.Aspect}", summary,
            [new SidesBlock(relation, [.. row.Left.Select(claim => Said(comparison, claim, 0, names))], [.. row.Right.Select(claim => Said(comparison, claim, comparison.LeftCount, names))])]);
    }

    private static FindingExhibit Of(Comparison comparison, FigureRow row, ShownNames names)
    {
        var relation = AccountsJson.Word(row.Relation);
        var (left, right) = (Text(comparison.Articles[row.LeftArticle], row.Left.Span), Text(comparison.Articles[row.RightArticle + comparison.LeftCount], row.Right.Span));
        return new FindingExhibit(FindingKind.Claims, $"{left} and {right}", $"Figures about the same kind of thing; by rule they {(relation == "conflict" ? "cannot both be right" : relation == "differ" ? "differ and can both hold" : relation)}.",
            [new SidesBlock(relation, [Figure(comparison, row.LeftArticle, row.Left, names)], [Figure(comparison, row.RightArticle + comparison.LeftCount, row.Right, names)])]);
    }

    private static SaidClaim Said(Comparison comparison, Claim claim, int offset, ShownNames names)
    {
        var reading = comparison.Articles[claim.Article + offset];
        var kind = claim.HolderKind is SourceKind.Writer or SourceKind.Nobody ? "" : $" ({Plain(AccountsJson.Word(claim.HolderKind))})";
        return new SaidClaim(Text(reading, claim.Span), Show.Whole(names.Holder(claim.Holder, claim.HolderKind)) + kind, Name(reading, names));
    }

    private static SaidClaim Figure(Comparison comparison, int at, Figure figure, ShownNames names)
    {
        var reading = comparison.Articles[at];
        var sentence = reading.Document.Sentences.FirstOrDefault(sentence => sentence.Contains(figure.Span.Start));
        var holder = reading.HolderOf(figure);
        var kind = figure.Statement < 0 ? SourceKind.Writer : reading.Statements[figure.Statement].SourceKind;
        return new SaidClaim(Text(reading, sentence.Length > 0 ? sentence : figure.Span), Show.Whole(names.Holder(holder, kind)), Name(reading, names));
    }

    private static string Name(ReadArticle reading, ShownNames names) =>
        Show.Whole(names.AreHidden && reading.Article.Title is not { Length: > 0 } ? reading.Article.Outlet ?? "" : LineageWords.Name(reading.Article))
        + (reading.Article.Byline is { Length: > 0 } byline ? ", by " + Show.Whole(names.Byline(byline)) : "");

    private static string Text(ReadArticle reading, TextSpan span) => Show.Whole(Show.Cut(reading.Article.Text[span.Start..span.End], 1500));

    private static IEnumerable<string> Places(Comparison comparison, IEnumerable<Claim> claims, int offset) => claims.Select(claim => Place(comparison, claim.Article + offset, claim.Span));

    private static string Place(Comparison comparison, int article, TextSpan span) => string.Create(CultureInfo.InvariantCulture, $"{comparison.Articles[article].Article.Id} {span.Start}-{span.End}");

    private static string Plain(string word) => word.Replace('_', ' ');

    private static string Meaning(RowRelation relation) => relation switch
    {
        RowRelation.Agree => "agree",
        RowRelation.Differ => "differ",
        RowRelation.CharacterisedOtherwise => "characterise it otherwise",
        _ => "have no verdict: single words of it, or nothing that tells how they stand to each other",
    };
}
