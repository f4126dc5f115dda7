using Claque.Reading;
using Claque.Tracing;

namespace Claque.Tests.Reading;

public class InspectTests
{
    [Fact]
    public void An_inspection_shows_format_columns_rows_span_and_problems()
    {
        var found = Inspect("""
            post_id,account,created_at,text,note
            1,ann,2024-01-31 12:00:00,see https://news.example/a #bridge,x
            2,bob,nonsense,hello,x
            3,cid,2024-01-31 12:00:05,@ann hi,x
            """);
        (found.Format, found.Encoding, found.Delimiter, found.Compressed, found.RowsSampled).ShouldBe(("csv", "UTF-8", ",", false, 3));
        found.Score.ShouldBeInRange(0.5, 1);
        found.Columns.ShouldBe(["post_id", "account", "created_at", "text", "note"]);
        found.Mapping.ShouldBe([new("id", "post_id"), new("account", "account"), new("time", "created_at"), new("text", "text")]);
        found.Rows.Length.ShouldBe(3);
        found.Rows[0].Values.ShouldBe([new("id", "1"), new("account", "ann"), new("time", "2024-01-31T12:00:00Z"), new("text", "see https://news.example/a #bridge")]);
        found.Rows[1].Rejected.ShouldNotBeNull().ShouldStartWith("posts.csv(3): 'created_at' is \"nonsense\"");
        (found.LastUs - found.FirstUs, found.Precision).ShouldBe((5_000_000, TimePrecision.Second));
        found.Problems.ShouldContain(problem => problem.StartsWith("1 of 3 rows rejected, time not readable. First: posts.csv(3):"));
        found.Problems.ShouldContain(problem => problem.Contains("read as UTC"));
        found.Behaviours.ShouldBe([Behaviour.Link, Behaviour.Domain, Behaviour.Mention, Behaviour.Hashtags, Behaviour.Text, Behaviour.SimilarText]);
    }

    [Fact]
    public void A_clock_of_minutes_is_said_to_be_one()
    {
        var found = Inspect(Reading.Rows(Enumerable.Range(0, 30).Select(i => $"2015-08-01T00:{i:00}:00Z")));
        found.Precision.ShouldBe(TimePrecision.Minute);
        found.Problems.ShouldContain("Times are exact to the minute only: windows below 3 minutes cannot be used.");
    }

    [Fact]
    public void A_file_without_an_account_column_still_shows_its_columns()
    {
        var found = Inspect("date,words\n2024-01-31,hi\n");
        (found.Score < 0.5, found.Mapping.IsEmpty, found.Rows.IsEmpty).ShouldBe((true, true, true));
        found.Columns.ShouldBe(["date", "words"]);
        found.Problems.ShouldHaveSingleItem().ShouldContain("Name it: --map account=COLUMN.");
    }

    [Fact]
    public void The_runner_up_is_shown() =>
        Inspect("object_id,account_id,content_id,timestamp_share\no,a,c,1706702400\n").RunnerUp.ShouldBe("csv");

    [Fact]
    public void A_map_beside_the_file_counts_and_is_mentioned()
    {
        using var folder = new Folder();
        var path = folder.File("shares.csv", "who,when,what,where\nann,31/01/2024 12:00,o1,p1\n");
        var map = new MapFile { Map = [new("account", "who"), new("time", "when"), new("link", "what"), new("link", "where")], ObjectColumns = ["what"], TimeFormat = "dd/MM/yyyy HH:mm", TimeZone = "+02:00" };
        map.Save(MapFile.PathFor(path));
        var again = MapFile.Beside(path).ShouldNotBeNull();
        again.Map.ShouldBe(map.Map);
        (again.ObjectColumns.Single(), again.TimeFormat, again.TimeZone, again.Format).ShouldBe(("what", "dd/MM/yyyy HH:mm", "+02:00", null));
        using (var file = PostFiles.Open(path, new ReadOptions()))
        {
            var read = Reading.Drain(file);
            (read.Only.Account, read.Only.Time, read.Only.ObjectColumns.Single()).ShouldBe(("ann", "2024-01-31T10:00:00", "what"));
            read.Only[PostList.Links].ShouldBe(["o1", "p1"]);
            read.Notes.ShouldContain("Columns are taken as shares.csv.claque-map.json says.");
        }

        Reading.Refused(() => PostFiles.Open(path, new ReadOptions { Map = [new("account", "who")] })).ShouldContain("says when it was posted");
    }

    [Fact]
    public void A_broken_map_beside_the_file_is_told()
    {
        using var folder = new Folder();
        var path = folder.File("shares.csv", "who,when\nann,2024-01-31\n");
        folder.File("shares.csv.claque-map.json", "{\"map\": {\"acount\": \"who\"}}");
        Reading.Refused(() => PostFiles.Open(path, new ReadOptions())).ShouldStartWith("--map names the field 'acount', which does not exist. Did you mean 'account'?");
        folder.File("shares.csv.claque-map.json", "{\"map\": ");
        Reading.Refused(() => PostFiles.Open(path, new ReadOptions())).ShouldStartWith("shares.csv.claque-map.json cannot be read as a map of columns:");
    }

    private static Inspection Inspect(string text)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        return PostFiles.Inspect(stream, "posts.csv", new ReadOptions());
    }

    private sealed class Folder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("claque-reading");

        public string File(string name, string text)
        {
            var path = Path.Combine(_folder.FullName, name);
            System.IO.File.WriteAllText(path, text);
            return path;
        }

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
