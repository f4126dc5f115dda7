using System.Text;
using Claque.Tests.Shared;

namespace Claque.Tests.Web;

/// <summary>A workbench on a case of invented articles, imported and studied through the workbench; shared by tests that only read.</summary>
public sealed class ArticlePlace : IAsyncLifetime
{
    private Place? _place;

    /// <summary>The sample that comes with Claque: reprints, a storm, rival accounts, columns.</summary>
    public static string Sample => File.ReadAllText(Path.Combine(RealData.Root, "samples", "port-selby", "articles.jsonl"));

    internal Place Place => _place!;

    public async Task InitializeAsync()
    {
        _place = await Place.Open(withCase: false);
        await Fill(_place, Sample);
        foreach (var study in new[] { "lineage", "subjects", "personas", "changes" }) await Study(_place, study);
    }

    public async Task DisposeAsync() => await _place!.DisposeAsync();

    /// <summary>Makes a case and imports articles into it, as a user would.</summary>
    internal static async Task Fill(Place place, string articles)
    {
        (await place.Post("/api/case/new", new { path = "harbour.claque", question = "Who wrote it first?", pseudonymise = false })).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        await Import(place, "articles.jsonl", articles);
    }

    internal static async Task Import(Place place, string name, string text)
    {
        var (_, file) = await place.Drop(name, text);
        file.GetProperty("error").GetString().ShouldBe("");
        file.GetProperty("articles").GetInt32().ShouldBeGreaterThan(0);
        await Finished(place, (await place.Post($"/api/files/{file.GetProperty("id").GetString()}/import")).Body.GetProperty("id").GetString()!);
    }

    internal static async Task Study(Place place, string name) =>
        await Finished(place, (await place.Post($"/api/studies/{name}")).Body.GetProperty("id").GetString()!);

    /// <summary>An article as a line of JSON.</summary>
    internal static string Line(string id, string outlet, string published, string text, string byline = "Ada Marrow") =>
        System.Text.Json.JsonSerializer.Serialize(new { id, outlet, byline, published, title = "Title of " + id, text }) + "\n";

    /// <summary>A text of sentences that no other has, long enough to count as copied.</summary>
    internal static string Prose(string about, int sentences = 12)
    {
        var text = new StringBuilder();
        for (var i = 0; i < sentences; i++) text.Append($"On day {i + 1} the {about} of quarter {(i * 7) + 3} was carried past gate {(i * 13) + 11} by {(i * 5) + 2} people who had waited since hour {i + 4}. ");
        return text.ToString().TrimEnd();
    }

    private static async Task Finished(Place place, string job)
    {
        await place.Idle();
        var state = await place.Get($"/jobs/{job}.json");
        state.GetProperty("state").GetString().ShouldBe("done", state.GetProperty("error").GetString());
    }
}
