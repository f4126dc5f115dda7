using Claque.Reports.Markup;
using Claque.Reports.Wording;

namespace Claque.Reports.Sections;

/// <summary>How a group fares under other settings.</summary>
internal static class SensitivitySection
{
    public static void Write(MarkupWriter page, ReportGroup shown, string key)
    {
        if (shown.Sensitivity.IsDefaultOrEmpty) return;
        page.Add($"<h4>Under other settings<span class=\"vh\"> for group {key}</span></h4>\n<p>{StabilityText.Holds(shown.Sensitivity)} {StabilityText.Caution}</p>\n");
        Table.Write(
            page,
            $"Group {key} under other settings",
            [new("Setting"), new("Members named", true), new("Weak", true), new("Pieces", true), new("q", true)],
            shown.Sensitivity.Select(outcome => (IReadOnlyList<Fragment>)
            [
                Fragment.Of($"{outcome.Setting}"),
                Fragment.Of($"{outcome.Named} of {outcome.Members}"),
                Fragment.Of($"{outcome.Weak}"),
                Fragment.Of($"{outcome.Parts}"),
                Fragment.Of($"{Amount.Probability(outcome.Q)}"),
            ]),
            underHeading: true);
    }
}
