using System.Text.Json;
using Claque.Reports.Exports;

namespace Claque.Tests.Reports;

public sealed class StixExportTests
{
    [Fact]
    public void An_account_has_the_id_that_the_standard_prescribes()
    {
        // The example of STIX 2.1, as published by OASIS tools for the same three properties.
        StixIds.Observable("user-account", ("user_id", "1001"), ("account_login", "ana_72"), ("account_type", "twitter"))
            .ShouldBe("user-account--285c5e65-fc2d-5d9e-8af9-f3c8f8407ca1");
    }

    [Fact]
    public void A_group_becomes_a_campaign_and_never_an_actor()
    {
        var types = Objects().GroupBy(Type).ToDictionary(same => same.Key, same => same.Count());
        types.ShouldContainKey("campaign");
        types.ShouldNotContainKey("threat-actor");
        types.ShouldNotContainKey("intrusion-set");
        types["note"].ShouldBe(types["campaign"], "each group has its method, error rate and other readings");
    }

    [Fact]
    public void Every_reference_leads_to_an_object_of_the_bundle()
    {
        var objects = Objects();
        var ids = objects.Select(one => one.GetProperty("id").GetString()!).ToList();
        ids.ShouldBeUnique();
        foreach (var one in objects)
            foreach (var property in one.EnumerateObject())
            {
                if (property.Name.EndsWith("_ref", StringComparison.Ordinal)) ids.ShouldContain(property.Value.GetString()!);
                if (!property.Name.EndsWith("_refs", StringComparison.Ordinal)) continue;
                property.Value.GetArrayLength().ShouldBePositive();
                foreach (var reference in property.Value.EnumerateArray()) ids.ShouldContain(reference.GetString()!);
            }
    }

    [Fact]
    public void A_technique_is_suggested_and_not_stated_as_used()
    {
        var relations = Objects().Where(one => Type(one) == "relationship").Select(one => one.GetProperty("relationship_type").GetString()).Distinct();
        relations.ShouldBe(["related-to"]);
    }

    [Fact]
    public void A_lead_is_no_finding_and_is_left_out()
    {
        var lead = Invented.Crew().Group with { Tier = "lead" };
        Read(new GroupEvidence(lead, [])).Select(Type).ShouldBe(["identity", "report"]);
    }

    [Fact]
    public void The_same_run_gives_the_same_bytes() => Text(Evidence()).ShouldBe(Text(Evidence()));

    private static string Type(JsonElement one) => one.GetProperty("type").GetString()!;

    private static GroupEvidence[] Evidence() =>
        [.. Invented.Tested().Groups.Where(shown => shown.Group.Behaviour.Length == 0).Select(shown => new GroupEvidence(shown.Group, shown.Exhibits))];

    private static List<JsonElement> Objects() => Read(Evidence());

    private static List<JsonElement> Read(params GroupEvidence[] groups) =>
        [.. JsonDocument.Parse(Text(groups)).RootElement.GetProperty("objects").EnumerateArray()];

    private static string Text(GroupEvidence[] groups) =>
        Exported.Text(output => StixExport.Write(Invented.Case, Invented.Run, groups, output));
}
