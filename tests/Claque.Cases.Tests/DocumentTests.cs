using System.Text.RegularExpressions;
using Claque.Cases.Storage;
using Claque.Tests.Shared;

namespace Claque.Tests.Cases;

public sealed class DocumentTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(RealData.Root, "docs", "case-file.md"));

    [Fact]
    public void Every_table_and_view_of_a_case_stands_in_its_document()
    {
        using var test = new TestCase();
        test.File.BuildSearch();
        using var database = Database.Open(test.Path, readOnly: true, create: false);
        foreach (var name in database.Rows("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'post_text_%'"))
            Page.ShouldContain($"`{name.Text(0)}`");
    }

    [Fact]
    public void The_queries_of_the_document_run()
    {
        using var test = new TestCase();
        test.Import("posts.csv", InterruptionTests.MixedRows());
        using var database = Database.Open(test.Path, readOnly: true, create: false);
        var queries = Regex.Matches(Page, "```sql\n(.*?)```", RegexOptions.Singleline).Select(match => match.Groups[1].Value).ToList();
        queries.Count.ShouldBe(5);
        foreach (var query in queries) database.Rows(query).Count().ShouldBeGreaterThanOrEqualTo(0);
    }
}
