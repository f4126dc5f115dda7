using System.Collections.Immutable;
using System.Globalization;
using Claque.Reports;
using Claque.Reports.Exhibits;
using Claque.Reports.Lineage;
using Claque.Reports.Wording;

namespace Claque.Web;

/// <summary>A family of copies as an exhibit: who took from whom, with the evidence of each tie.</summary>
internal static class FamilyExhibits
{
    private const int MostTies = 40;
    private const int MostEvidence = 6;

    public static FindingExhibit Of(Shelf shelf, KeptFamily family, int number, ShownNames names)
    {
        string[] missing = [.. family.Missing.Select(one => one.Name).Distinct()];
        var places = family.Members.Index().ToDictionary(member => member.Item, member => member.Index);
        var (directed, undirected) = (family.Edges.Count(edge => edge.Directed), family.Edges.Count(edge => !edge.Directed));
        var summary = $"{Amount.Of(family.Members.Length, "article has", "articles have")} copied prose in common; {Amount.Of(directed, "direction", "directions")}, {Amount.Of(undirected, "tie", "ties")} without one. "
            + (family.Earliest > 0 ? $"Earliest seen: {ArticleNames.WithByline(shelf, family.Earliest, names)}. The origin may be an article that is not here." : "No article is the earliest by its time.");
        var blocks = new List<ReportBlock>
        {
            new FamilyBlock(
                [.. family.Members.Select(member => new FamilyArticle(ArticleName(shelf, member, names), shelf.Of(member).Published))], [.. missing.Select(name => Show.Whole(names.InSentence(name)))],
                [.. family.Edges.Select(edge => new FamilyTie(edge.From > 0 ? places[edge.From] : Array.IndexOf(missing, edge.Missing), edge.From <= 0, places[edge.To], edge.Directed))]),
        };
        if (family.Missing.Count > 0) blocks.Add(new FactsBlock([.. family.Missing.DistinctBy(one => one.Name).Select(one => ("Not among the articles, but behind some", names.InSentence($"{one.Name}: {one.Reason}")))]));
        blocks.Add(Articles(shelf, family, names));
        blocks.Add(Ties(shelf, family, names));
        if (family.Edges.Count > MostTies) blocks.Add(new Paragraph($"And {family.Edges.Count - MostTies} further ties, which the export holds."));
        if (family.Note.Length > 0) blocks.Add(new Paragraph(family.Note));
        return new FindingExhibit(FindingKind.Family, $"Family {number.ToString(CultureInfo.InvariantCulture)}, {Amount.Of(family.Members.Length, "article", "articles")}", summary, [.. blocks]);
    }

    private static ReportTable Articles(Shelf shelf, KeptFamily family, ShownNames names) => new(
        "Its articles, by time", [new("Headline", Wide: true), new("Outlet"), new("Byline"), new("Published")],
        [
            .. family.Members.Select(shelf.Link).Select(link => (ImmutableArray<string>)
                [link.Title.Length > 0 ? link.Title : names.AreHidden ? $"article {link.Number}" : link.Id, link.Outlet, names.Byline(link.Byline), ArticleNames.Time(shelf, link.Number)]),
        ]);

    private static ReportTable Ties(Shelf shelf, KeptFamily family, ShownNames names) => new(
        "Who took from whom, and on what evidence (logarithm of odds: above 0 speaks for this direction)",
        [new("Tie", Wide: true), new("Direction"), new("Copied of each", true), new("Evidence", Wide: true), new("Edits")],
        [
            .. family.Edges.Take(MostTies).Select(edge => (ImmutableArray<string>)
            [
                $"{(edge.From > 0 ? ArticleNames.Short(shelf, edge.From) : Show.Whole(names.InSentence(edge.Missing)) + " (not here)")} {(edge.Directed ? "→" : "—")} {ArticleNames.Short(shelf, edge.To)}",
                (edge.Directed ? $"chance {Amount.Share(edge.Chance)}: " : "not decided: ") + names.InSentence(edge.Reason),
                edge.From > 0 ? $"{Amount.Share(edge.InFrom)}, {Amount.Share(edge.InTo)}" : "–",
                string.Join("; ", edge.Evidence.Take(MostEvidence).Select(item => $"{item.Weight.ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture)} {names.InSentence(item.Text)}"))
                    + (edge.Evidence.Count > MostEvidence ? $"; and {edge.Evidence.Count - MostEvidence} lighter" : ""),
                string.Join(", ", edge.Edits.Select(edit => $"{edit.Name} {edit.Count}")),
            ]),
        ]);

    private static string ArticleName(Shelf shelf, int number, ShownNames names) =>
        names.AreHidden ? ArticleNames.Of(shelf, number, names) : Show.Whole(LineageWords.Name(shelf.Of(number)));
}
