using Claque.Reports.Markup;
using Claque.Reports.Wording;

namespace Claque.Reports.Sections;

/// <summary>Accounts that are worth a look and that nothing names, apart from all groups.</summary>
internal static class SurfacedSection
{
    public const string Title = "Worth a look, no finding";

    private const int Most = 200;

    public static void Write(MarkupWriter page, ReportModel model)
    {
        page.Add($"<section aria-labelledby=\"surfaced\"><h2 id=\"surfaced\">{Title}</h2>\n");
        page.Add($"<p><strong>Nobody in this section is found to act in concert.</strong> {SurfacedWords.Meaning}</p>\n");
        foreach (var tier in model.Surfaced.GroupBy(one => one.Tier))
        {
            page.Add($"<p>{Words.Tier(tier.Key)}.</p>\n");
            Table.Write(
                page,
                SurfacedWords.Caption(tier.Key),
                [new("Account"), new("What was seen", Wide: true), new("Behaviours")],
                tier.Take(Most).Select(one => (IReadOnlyList<Fragment>)
                    [Fragment.Of($"{new Said(one.Account.Label)}"), Fragment.Of($"{one.Why}"), Fragment.Of($"{string.Join(", ", one.Behaviours)}")]));
            if (tier.Count() > Most) page.Add($"<p>The first {Amount.Count(Most)} of {Amount.Count(tier.Count())}; the export holds all.</p>\n");
        }

        page.Add($"</section>\n");
    }
}
