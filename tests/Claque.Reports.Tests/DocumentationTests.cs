using System.Text.Json;
using Claque.Reports.Exports;
using Claque.Tests.Shared;

namespace Claque.Tests.Reports;

public sealed class DocumentationTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(RealData.Root, "docs", "report.md"));

    [Fact]
    public void Every_field_of_the_JSON_export_is_documented()
    {
        using var json = JsonDocument.Parse(Exported.Text(output => JsonExport.Write(Exported.Of(Invented.Tested()), output)));
        Fields(json.RootElement).Distinct().Where(field => !Page.Contains($"`{field}`") && !Page.Contains($"`{field}[]`")).ShouldBeEmpty();
    }

    [Fact]
    public void Every_column_of_the_CSV_exports_is_documented()
    {
        var headers = Exported.Text(output => CsvExport.WritePairs([], output)) + "," + Exported.Text(output => CsvExport.WriteAccounts([], output));
        headers.Split([',', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(column => !Page.Contains($"`{column}`")).ShouldBeEmpty();
    }

    [Fact]
    public void Every_section_of_the_report_is_explained()
    {
        foreach (var section in new[] { "What this report says and does not say", "The data and its gaps", "Method", "Groups", "Exhibits", "Limits", "How to repeat the run" })
            Page.ShouldContain("**" + section);
    }

    // Options are the run's own and documented with it.
    private static IEnumerable<string> Fields(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => property.Name == "options" ? [property.Name] : Fields(property.Value).Prepend(property.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Fields),
        _ => [],
    };
}
