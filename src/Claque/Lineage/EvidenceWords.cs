using System.Collections.Immutable;
using Claque.Text;

namespace Claque.Lineage;

/// <summary>Says in sentences what speaks for one article having been taken from another.</summary>
internal static class EvidenceWords
{
    /// <summary>Every kind of evidence that is there, the heaviest first; weights are differences to the opposite direction.</summary>
    public static ImmutableArray<Evidence> Of(FamilyEvidence family, int parent, int child, LineageWeights weights)
    {
        if (family.Pair(parent, child) is not { } pair) return [];
        var (forward, backward) = (family.Features(parent, child)!, family.Features(child, parent)!);
        var found = new List<Evidence>();
        foreach (var kind in Enum.GetValues<EvidenceKind>())
        {
            var weight = weights[kind] * (forward[(int)kind] - backward[(int)kind]);
            if (Say(kind, pair, parent < child, forward[(int)kind], family.Traits[parent], family.Traits[child]) is { } text)
                found.Add(new Evidence(kind, Math.Round(weight, 2), text));
        }

        return [.. found.OrderByDescending(item => Math.Abs(item.Weight)).ThenBy(item => item.Kind)];
    }

    private static string? Say(EvidenceKind kind, VersionPair pair, bool toB, double value, ArticleTraits parent, ArticleTraits child)
    {
        var (inChild, inParent) = (pair.OnlyIn(toB), pair.OnlyIn(!toB));
        var seconds = pair.Seconds() is { } s ? (toB ? s : -s) : 0;
        return kind switch
        {
            EvidenceKind.Added => $"the later has {Words(inChild)} that the earlier lacks",
            EvidenceKind.Dropped => $"the earlier has {Words(inParent)} that the later lacks",
            EvidenceKind.Changed when pair.Changes.Count > 0 => $"{pair.Changes.Count} places differ inside the common passages",
            EvidenceKind.Time when value != 0 => $"published {Span(Math.Abs(seconds))} {(value > 0 ? "after" : "before")} the other{Changed(parent, child)}",
            EvidenceKind.Credit when value != 0 => value > 0 ? $"credits the other: \"{child.CreditTo(parent)}\"" : $"is credited by the other: \"{parent.CreditTo(child)}\"",
            EvidenceKind.Canonical when value != 0 => value > 0 ? $"its page names the address of the other as its own: {child.Origin.PointsTo(parent.Origin)}" : $"the page of the other names this address as its own: {parent.Origin.PointsTo(child.Origin)}",
            EvidenceKind.SelfReference when value != 0 => value > 0 ? $"speaks of the other's outlet as its own: \"{child.SpeaksFor(parent)}\"" : $"the other speaks of this outlet as its own: \"{parent.SpeaksFor(child)}\"",
            EvidenceKind.CreditLost when value != 0 => value > 0 ? "a byline or credit line of the other is gone" : "has a byline or credit line that the other lacks",
            EvidenceKind.Truncated when value != 0 => value > 0 ? "ends where the other goes on" : "goes on where the other ends",
            EvidenceKind.Dangling when value != 0 => value > 0 ? $"uses a name that only the other introduces: \"{child.Around(VersionPair.Dangling(parent, child)[0])}\"" : $"introduces a name that the other only uses: \"{parent.Around(VersionPair.Dangling(child, parent)[0])}\"",
            EvidenceKind.HedgeLost when value != 0 => value > 0 ? "a hedge of the other is gone" : "has a hedge that the other lacks",
            EvidenceKind.QuotationCut when value != 0 => value > 0 ? "quotes less than the other" : "quotes more than the other",
            EvidenceKind.FigureRounded when value != 0 => value > 0 ? "a figure of the other is rounder here" : "a figure is rounder in the other",
            EvidenceKind.Misspelling when value != 0 => value > 0 ? "has a misspelling where the other has the usual form" : "has the usual form where the other has a misspelling",
            EvidenceKind.Note when value != 0 => value > 0 ? "carries a note of correction or update" : "the other carries a note of correction or update",
            EvidenceKind.Headline when value != 0 => "the headlines differ",
            _ => null,
        };
    }

    // A page that was changed later may not show what was taken from it.
    private static string Changed(ArticleTraits parent, ArticleTraits child) =>
        parent.Origin.Modified is { } changed && child.Origin.Published is { } published && changed > published
            ? FormattableString.Invariant($"; the page of the other says that it was changed since, on {changed:yyyy-MM-dd}")
            : "";

    private static string Words(int count) => Counted.Of(count, "word", "words");

    private static string Span(double seconds) => seconds switch
    {
        < 5400 => $"{Math.Round(seconds / 60):0} minutes",
        < 129_600 => $"{Math.Round(seconds / 3600):0} hours",
        _ => $"{Math.Round(seconds / 86_400):0} days",
    };
}
