using System.Globalization;
using System.Text;
using System.Text.Json;
using Claque.Cases;
using Claque.Reading;
using Claque.Reports;
using Claque.Rhythm;
using Claque.Statistics;

namespace Claque.Tests.Web;

/// <summary>The rhythm of an account in the workbench is the one of the command.</summary>
public sealed class RhythmPageTests
{
    [Fact]
    public async Task Office_hours_stand_beside_accounts_that_are_like_it_otherwise_as_the_command_has_them()
    {
        await using var place = await Place.Open(Write);
        using var file = CaseFile.OpenReadOnly(place.CasePath);
        var (accounts, _) = AccountTimesReader.Read(file.Posts(), CancellationToken.None);
        var rhythms = RhythmStudy.Of(accounts, RhythmOptions.Default);
        rhythms.Count(rhythm => rhythm.Office?.Index is not null).ShouldBeGreaterThan(10);
        foreach (var rhythm in rhythms)
        {
            var shown = (await place.Get($"/accounts/{rhythm.Account}.json")).GetProperty("rhythm");
            Number(shown, "office_matched").ShouldBe(rhythm.Office?.Matched ?? 0);
            Number(shown, "office_as_high").ShouldBe(rhythm.Office?.AsHigh);
            foreach (var (name, value) in new[] { ("office_index", rhythm.Office?.Index), ("office_low", rhythm.Office?.Low), ("office_high", rhythm.Office?.High) })
                Number(shown, name).ShouldBe(value is { } number ? Math.Round(number, 3) : null, name);
        }
    }

    [Fact]
    public async Task What_tells_two_clients_apart_and_what_hours_cannot_say_stand_with_the_rhythm()
    {
        await using var place = await Place.Open(Write);
        var shown = (await place.Get("/accounts/desk00.json")).GetProperty("rhythm");
        shown.GetProperty("clients").GetString()!.ShouldContain("weeks of Desk and Phone");
        (await place.Get("/accounts/desk01.json")).GetProperty("rhythm").GetProperty("clients").GetString().ShouldBe("");
        shown.GetProperty("limits").EnumerateArray().Select(limit => limit.GetString()!).ShouldContain(limit => limit.Contains("nothing about an employer"));
    }

    private static double? Number(JsonElement shown, string name) => shown.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    // Accounts at desks and people of all hours, in two languages; the first has two clients.
    private static void Write(string path)
    {
        var random = new Pcg32(8);
        var csv = new StringBuilder("id,user_id,created_at,text,lang,source\n");
        var start = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (var account = 0; account < 18; account++)
        {
            var desk = account % 3 == 0;
            for (var post = 0; post < 120 + account * 20; post++)
            {
                var time = start.AddDays(random.Next(180)).AddHours(desk ? 8 + 9 * random.NextDouble() : 7 + 8 * (random.NextDouble() + random.NextDouble()));
                var client = account == 0 && post % 2 == 0 ? "Desk" : "Phone";
                csv.Append(CultureInfo.InvariantCulture, $"{account}-{post},desk{account:00},{time:yyyy-MM-ddTHH:mm:ssZ},{(client == "Desk" ? "the ferry is late and so are we" : "No! They did it again!")},{(account % 5 == 4 ? "fa" : "en")},{client}\n");
            }
        }

        var posts = path + ".csv";
        File.WriteAllText(posts, csv.ToString());
        using var made = CaseFile.Create(path, "Who keeps office hours?", InventedCase.Now, "0.1.0");
        FileImport.Run(made, new FileToImport(posts, "posts.csv", IsTemporary: false), new ReadOptions { Now = InventedCase.Now }, null, InventedCase.Now, CancellationToken.None);
    }
}
