using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Claque.Tests.Shared;
using Claque.Web;

namespace Claque.Tests.Web;

/// <summary>The one file that says what the server says and takes is true.</summary>
public sealed partial class ContractTests
{
    private static readonly Lazy<Dictionary<string, string[]>> Interfaces = new(Read);

    private static IEnumerable<Type> ContractTypes => typeof(ContractJson).GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.PropertyType is { IsGenericType: true })
        .Select(property => property.PropertyType.GetGenericArguments()[0]).Where(type => type.Namespace == "Claque.Web").Distinct();

    [Fact]
    public void Every_interface_of_the_front_end_has_the_properties_of_the_servers_record()
    {
        var records = ContractTypes.ToDictionary(NameOf, Properties);
        records.Keys.Order(StringComparer.Ordinal).ShouldBe(Interfaces.Value.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, properties) in Interfaces.Value) properties.ShouldBe(records[name], name);
    }

    [Theory]
    [InlineData("/shell.json", "Shell")]
    [InlineData("/start.json", "StartPage")]
    [InlineData("/.json", "StartPage")]
    [InlineData("/files.json", "FileList")]
    [InlineData("/jobs.json", "JobList")]
    [InlineData("/detect.json", "DetectPage")]
    [InlineData("/sources.json", "SourceList")]
    [InlineData("/sources/1.json", "Receipt")]
    [InlineData("/sources/1/rejects.json", "RejectList")]
    [InlineData("/overview.json", "OverviewPage")]
    [InlineData("/groups.json", "GroupList")]
    [InlineData("/groups/1.json", "GroupPage")]
    [InlineData("/groups/1/members.json", "MemberList")]
    [InlineData("/groups/1/objects.json", "ObjectList")]
    [InlineData("/groups/1/timeline.json", "Timeline")]
    [InlineData("/groups/1/exhibits.json", "ExhibitList")]
    [InlineData("/groups/1/pairs.json", "PairList")]
    [InlineData("/network.json", "NetworkPage")]
    [InlineData("/network/edges.json", "PairList")]
    [InlineData("/accounts.json", "AccountList")]
    [InlineData("/accounts/1.json", "AccountPage")]
    [InlineData("/accounts/crew0.json", "AccountPage")]
    [InlineData("/accounts/1/posts.json", "PostList")]
    [InlineData("/accounts/1/partners.json", "PartnerList")]
    [InlineData("/posts/1.json", "PostPage")]
    [InlineData("/search.json?q=harbour", "SearchPage")]
    [InlineData("/decisions.json", "DecisionLog")]
    [InlineData("/report.json", "ReportPage")]
    [InlineData("/export.json", "ExportPage")]
    public async Task A_page_answers_with_the_properties_of_its_interface(string path, string name)
    {
        await using var place = await Place.Open();
        var page = await place.Get(path);
        page.EnumerateObject().Select(property => property.Name).ShouldBe(Interfaces.Value[name]);
    }

    /// <summary>The properties that an interface of the front end has, in order.</summary>
    internal static string[] InterfaceOf(string name) => Interfaces.Value[name];

    private static string NameOf(Type record) => record.Name == "DayRow" ? "Day" : record.Name;

    private static string[] Properties(Type record) =>
        [.. record.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.Name != "EqualityContract").Select(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name))];

    private static Dictionary<string, string[]> Read()
    {
        var source = File.ReadAllText(Path.Combine(RealData.Root, "src", "Claque.Web", "front", "src", "api.ts"));
        var code = LineComment().Replace(BlockComment().Replace(source, ""), "");
        return Interface().Matches(code).ToDictionary(
            match => match.Groups[1].Value,
            match => match.Groups[2].Value.Split(';').Select(property => property.Split(':')[0].Trim()).Where(property => property.Length > 0).ToArray());
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex BlockComment();

    [GeneratedRegex("//[^\n]*")]
    private static partial Regex LineComment();

    [GeneratedRegex(@"export interface (\w+) \{(.*?)\}", RegexOptions.Singleline)]
    private static partial Regex Interface();
}
