using System.Globalization;
using Claque.Cases;
using Claque.Lineage;
using Claque.Reports.Lineage;

namespace Claque.Web;

/// <summary>What two articles have in common, as it is kept.</summary>
internal sealed record KeptPair(string Relation, double InA, double InB, int CopiedWords, IReadOnlyList<KeptPassage> Passages);

internal sealed record KeptPassage(string Class, bool IsCopy, int Words, double Identity, string Reason, int StartA, int EndA, int StartB, int EndB);

/// <summary>The families of a case and who is in which, as they are kept.</summary>
internal sealed record KeptLineage(
    IReadOnlyList<RelationRow> Relations, IReadOnlyList<KeptFamily> Families, IReadOnlyDictionary<int, int[]> Kin, IReadOnlyList<string> Notes);

/// <summary>A family. Numbers are of articles; 0 is none.</summary>
internal sealed record KeptFamily(
    string Key, int[] Members, int Earliest, IReadOnlyList<FamilyEdge> Edges, IReadOnlyList<MissingRow> Missing, string Note);

/// <summary>The study of copies: passages, families, who took from whom.</summary>
internal static class LineageStudy
{
    public const string Name = "lineage";
    private const int MostEvidence = 40;

    public static StudyMade Make(Shelf shelf, Job job)
    {
        var options = new LineageOptions();
        var found = FamilyMaking.Of(shelf.Articles, new PassageOptions(), options, job, job.Stop);
        var pairs = found.Passages.Pairs;
        var kept = new KeptLineage(
            [.. Enum.GetValues<Relation>().Select(relation => new RelationRow(LineageWords.Plain(relation), pairs.Count(pair => pair.Relation == relation), Meaning(relation)))],
            [.. found.Families.Select(family => Family(shelf, found, family, options, job.Stop))],
            pairs.Where(pair => pair.Relation != Relation.Unrelated).SelectMany(pair => new[] { (pair.A, pair.B), (A: pair.B, B: pair.A) }).GroupBy(tie => tie.A + 1, tie => tie.B + 1).ToDictionary(of => of.Key, of => of.ToArray()),
            found.Passages.Notes);
        return new StudyMade(
            StudyMaking.Json(kept, KeptJson.Default.KeptLineage),
            [.. pairs.Select(pair => KeyValuePair.Create(Key(pair.A + 1, pair.B + 1), StudyMaking.Json(Pair(pair), KeptJson.Default.KeptPair)))]);
    }

    /// <summary>Where two articles are kept, the lower number first.</summary>
    public static string Key(int a, int b) => string.Create(CultureInfo.InvariantCulture, $"{Math.Min(a, b)}-{Math.Max(a, b)}");

    public static KeptPair Pair(ArticlePair pair) => new(
        LineageWords.Plain(pair.Relation), Math.Round(pair.ContainmentA, 4), Math.Round(pair.ContainmentB, 4), pair.CopiedProse,
        [.. pair.Passages.Select(passage => new KeptPassage(
            LineageWords.Plain(passage.Class), passage.IsCopy, passage.Words, Math.Round(passage.Identity, 4), passage.Reason, passage.A.Start, passage.A.End, passage.B.Start, passage.B.End))]);

    public static string Meaning(Relation relation) => relation switch
    {
        Relation.NearDuplicate => "Each has nearly all of the other.",
        Relation.Partial => "They have copied prose in common.",
        Relation.Quotation => "They have the same quotations. That is no copying.",
        Relation.Template => "They have only texts that an outlet puts under many articles, or formulas. That is no copying.",
        _ => "They have short passages or lists of names only. That is no copying.",
    };

    private static KeptFamily Family(Shelf shelf, Lineages found, Family family, LineageOptions options, CancellationToken stop)
    {
        int[] members = [.. family.Members.Select(member => member + 1).OrderBy(number => shelf.Of(number).Published is null).ThenBy(number => shelf.Of(number).Published).ThenBy(number => number)];
        return new KeptFamily(
            DecisionToMake.KeyOf("family", members.Select(number => shelf.Of(number).Id)), members, family.EarliestSeen + 1 ?? 0,
            [.. family.Edges.Select(edge => Edge(found, edge, options, stop))],
            [.. family.Missing.Select(missing => new MissingRow(missing.Name, missing.Reason, family.Edges.Count(edge => edge.Missing == missing)))], family.Note);
    }

    private static FamilyEdge Edge(Lineages found, LineageEdge edge, LineageOptions options, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var isHere = edge.Missing is null;
        var pair = isHere ? found.Passages.Pair(edge.From, edge.To) : null;
        var isTurned = pair is not null && pair.A != edge.From;
        return new FamilyEdge(
            isHere ? edge.From + 1 : 0, edge.To + 1, edge.Missing?.Name ?? "", edge.IsDirected, Math.Round(edge.Chance, 4), LineageWords.Score(edge), edge.Reason,
            pair is null ? "" : LineageWords.Plain(pair.Relation), Math.Round((isTurned ? pair?.ContainmentB : pair?.ContainmentA) ?? 0, 4),
            Math.Round((isTurned ? pair?.ContainmentA : pair?.ContainmentB) ?? 0, 4),
            [.. edge.Evidence.Take(MostEvidence).Select(item => new EdgeEvidence(LineageWords.Plain(item.Kind), Math.Round(item.Weight, 3), item.Text))],
            isHere ? Counted(EditFinding.Of(ArticleWords.Of(found.Passages.Articles[edge.From]), ArticleWords.Of(found.Passages.Articles[edge.To]), options.Cues)) : [],
            isHere ? VersionPages.Href(edge.From + 1, edge.To + 1) : "");
    }

    /// <summary>How many edits of each kind, in their order of weight.</summary>
    public static IReadOnlyList<Tally> Counted(Edits edits) =>
        [.. edits.Changes.CountBy(edit => edit.Kind).OrderBy(count => count.Key).Select(count => new Tally(LineageWords.Plain(count.Key), count.Value))];
}
