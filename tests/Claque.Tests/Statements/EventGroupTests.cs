using System.IO.Compression;
using System.Text.Json;
using Claque.Statements.Comparing;
using Claque.Tests.Shared;
using Claque.Text.Prose;
using Xunit.Abstractions;

namespace Claque.Tests.Statements;

/// <summary>Which articles are of one event: reports of 100 events by three outlets each (BASIL), and of look-alike events (ECB+).</summary>
public sealed class EventGroupTests(ITestOutputHelper output)
{
    private sealed record Report(string Text, string Outlet, string Event);

    [DataFact("data/basil")]
    public void Three_outlets_on_one_event_are_found_as_one_group_as_often_as_documented()
    {
        var reports = Lines("data/basil", "basil.jsonl.gz").Select(line => new Report(
            line.GetProperty("title").GetString() + ".\n\n" + string.Join("\n\n", line.GetProperty("body-paragraphs").EnumerateArray().Select(paragraph => string.Join(' ', paragraph.EnumerateArray().Select(sentence => sentence.GetString())))),
            line.GetProperty("source").GetString()!, line.GetProperty("triplet-uuid").GetString()!)).ToList();
        var (f, whole) = Measured(reports);
        f.ShouldBeGreaterThanOrEqualTo(0.96);
        whole.ShouldBeGreaterThanOrEqualTo(92);
    }

    [DataFact("data/ecbplus")]
    public void Look_alike_events_are_told_apart_as_often_as_documented()
    {
        var reports = Lines("data/ecbplus", "ecbplus_topics_1-35.jsonl.gz").Select(line => new Report(
            string.Join('\n', line.GetProperty("sentences").EnumerateArray().Select(sentence => sentence.GetString())), "",
            line.GetProperty("topic").GetString() + line.GetProperty("subtopic").GetString())).ToList();
        Measured(reports).F.ShouldBeGreaterThanOrEqualTo(0.79);
    }

    [Fact]
    public void Two_articles_of_one_outlet_are_never_of_one_group()
    {
        var text = Document.Of("The harbour of Port Selby was closed by a storm on Monday, and two boats of the Selby Line sank at the quay.");
        EventGroups.Of([text, text, text], EventGroups.Least, ["Observer", "Observer", "Courier"]).Count.ShouldBe(2);
        EventGroups.Of([text, text, text], EventGroups.Least, ["", "", "Courier"]).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Groups_are_those_that_comparing_all_with_all_gives(int seed)
    {
        var documents = Invented(seed);
        string[] outlets = [.. documents.Select((_, i) => i % 4 == 3 ? "" : "Outlet " + (i % 7))];
        foreach (var least in new[] { 0.05, 0.16, 0.4 })
        {
            var plain = Plainly(EventVector.Of(documents, CancellationToken.None), least, outlets);
            EventGroups.Of(documents, least, outlets).Select(group => string.Join(' ', group)).ShouldBe(plain.Select(group => string.Join(' ', group)));
        }
    }

    [Fact]
    public void Grouping_ends_when_it_is_told_to()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Should.Throw<OperationCanceledException>(() => EventGroups.Of(Invented(1), stop: stop.Token));
    }

    // Ninety short texts on thirty events, words drawn from a few of their event and many of all.
    private static List<Document> Invented(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 90).Select(i => Document.Of(string.Join(' ', Enumerable.Range(0, 40).Select(_ => random.Next(3) == 0 ? $"Name{i % 30}x{random.Next(8)}" : $"word{(int)(300 * random.NextDouble() * random.NextDouble())}")) + "."))];
    }

    // The reference: the likest two groups of all, again and again.
    private static List<List<int>> Plainly(EventVector[] vectors, double least, string[] outlets)
    {
        var groups = vectors.Select((_, i) => new List<int> { i }).ToList();
        while (true)
        {
            (int A, int B, double Average) best = (-1, -1, least);
            for (var a = 0; a < groups.Count; a++)
                for (var b = a + 1; b < groups.Count; b++)
                    if (!groups[a].Exists(i => groups[b].Exists(k => outlets[i].Length > 0 && outlets[i] == outlets[k]))
                        && groups[a].Sum(i => groups[b].Sum(k => vectors[i].Dot(vectors[k]))) / (groups[a].Count * groups[b].Count) is var average && average > best.Average) best = (a, b, average);
            if (best.A < 0) return groups;
            groups[best.A].AddRange(groups[best.B]);
            groups[best.A].Sort();
            groups.RemoveAt(best.B);
        }
    }

    private (double F, int Whole) Measured(List<Report> reports)
    {
        var groups = EventGroups.Of([.. reports.Select(report => Document.Of(report.Text))], EventGroups.Least, [.. reports.Select(report => report.Outlet)]);
        var right = groups.Sum(group => Pairs(group.GroupBy(i => reports[i].Event).Select(of => of.Count())));
        var (found, wanted) = (Pairs(groups.Select(group => group.Count)), Pairs(reports.GroupBy(report => report.Event).Select(of => of.Count())));
        var whole = groups.Count(group => group.Select(i => reports[i].Event).Distinct().Count() == 1 && reports.Count(report => report.Event == reports[group[0]].Event) == group.Count);
        var f = 2.0 * right / (found + wanted);
        output.WriteLine($"P {right / (double)found:F3} R {right / (double)wanted:F3} F {f:F3}, whole groups {whole}");
        return (f, whole);
    }

    private static long Pairs(IEnumerable<int> sizes) => sizes.Sum(size => size * (size - 1L) / 2);

    private static IEnumerable<JsonElement> Lines(string folder, string file)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(RealData.Folder(folder), file)), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line) yield return JsonDocument.Parse(line).RootElement;
    }
}
