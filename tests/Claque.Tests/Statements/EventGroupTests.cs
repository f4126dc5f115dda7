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
    private static readonly string[] Selby = ["Selby", "Merrow", "Tarn", "Monday", "14", "Coral", "Dunmore", "March"];
    private static readonly string[] Orrin = ["Orrin", "Hale", "Vesk", "Friday", "31", "Lantern", "Quill", "August"];
    private static readonly string[] OfFires = ["fire", "harbour", "warehouse", "firefighter", "smoke", "flame", "injured", "burn", "quay", "blaze", "alarm", "hospital", "crane", "ladder", "ferry", "Varnia"];

    private sealed record Report(string Text, string Outlet, string Event, string Topic);

    [DataFact("data/basil")]
    public void Three_outlets_on_one_event_are_found_as_one_group_as_often_as_documented()
    {
        var reports = Lines("data/basil", "basil.jsonl.gz").Select(line => new Report(
            line.GetProperty("title").GetString() + ".\n\n" + string.Join("\n\n", line.GetProperty("body-paragraphs").EnumerateArray().Select(paragraph => string.Join(' ', paragraph.EnumerateArray().Select(sentence => sentence.GetString())))),
            line.GetProperty("source").GetString()!, line.GetProperty("triplet-uuid").GetString()!, line.GetProperty("triplet-uuid").GetString()!)).ToList();
        var (f, whole) = Measured(reports);
        f.ShouldBeGreaterThanOrEqualTo(0.975);
        whole.ShouldBeGreaterThanOrEqualTo(96);
    }

    [DataFact("data/ecbplus")]
    public void Look_alike_events_of_topics_tuned_on_are_told_apart_as_often_as_documented() => Measured(LookAlikes(0)).F.ShouldBeGreaterThanOrEqualTo(0.92);

    [DataFact("data/ecbplus")]
    public void Look_alike_events_of_other_topics_are_told_apart_as_often_as_documented() => Measured(LookAlikes(1)).F.ShouldBeGreaterThanOrEqualTo(0.89);

    [DataFact("data/ecbplus")]
    public void Look_alike_events_of_all_topics_are_told_apart_as_often_as_documented() => Measured(LookAlikes(0, 1)).F.ShouldBeGreaterThanOrEqualTo(0.91);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Two_events_of_one_kind_are_told_apart_by_who_where_when_and_how_many(int seed)
    {
        var random = new Random(seed);
        var documents = Enumerable.Range(0, 8).Select(i => Fire(random, i < 4 ? Selby : Orrin)).Concat(Invented(seed)).ToList();
        var vectors = EventVector.Of(EventWords.Of(documents, CancellationToken.None));
        // By their words alone they would be one.
        Enumerable.Range(0, 4).Average(a => Enumerable.Range(4, 4).Average(b => vectors[a].Dot(vectors[b]))).ShouldBeGreaterThan(EventGroups.Least);
        EventGroups.Of(documents).Take(2).Select(group => string.Join(' ', group)).ShouldBe(["0 1 2 3", "4 5 6 7"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Articles_that_name_the_same_in_another_choice_are_of_one_event(int seed)
    {
        var random = new Random(seed);
        var documents = Enumerable.Range(0, 8).Select(_ => Fire(random, Selby)).Concat(Invented(seed)).ToList();
        EventGroups.Of(documents)[0].ShouldBe([0, 1, 2, 3, 4, 5, 6, 7]);
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
            var plain = Plainly(EventWords.Of(documents, CancellationToken.None), least, outlets);
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

    // Five or six of the eight things that tell this fire from another, most words that any fire has, and a name of its own.
    private static Document Fire(Random random, string[] particulars)
    {
        string[] words = [.. Chosen(random, particulars, 5 + random.Next(2)), .. Chosen(random, OfFires, 13), "Writer" + random.Next(1000)];
        random.Shuffle(words);
        return Document.Of("so " + string.Join(' ', words) + ".");
    }

    private static string[] Chosen(Random random, string[] from, int count)
    {
        string[] all = [.. from];
        random.Shuffle(all);
        return all[..count];
    }

    // Every other topic, by number: 0 those tuned on, 1 the others. The first line of half of the articles is the address of their page, which would
    // tell the two events of a topic apart: it is left out.
    private static List<Report> LookAlikes(params int[] halves)
    {
        var lines = Lines("data/ecbplus", "ecbplus_topics_1-35.jsonl.gz").ToList();
        var topics = lines.Select(Topic).Distinct().OrderBy(int.Parse).ToList();
        return [.. lines.Where(line => halves.Contains(topics.IndexOf(Topic(line)) % 2)).Select(line => new Report(
            string.Join('\n', line.GetProperty("sentences").EnumerateArray().Select(sentence => sentence.GetString()!).Where((sentence, i) => i > 0 || !sentence.StartsWith("http", StringComparison.Ordinal))), "",
            Topic(line) + line.GetProperty("subtopic").GetString(), Topic(line)))];

        static string Topic(JsonElement line) => line.GetProperty("topic").GetString()!;
    }

    // Ninety short texts on thirty events, words drawn from a few of their event and many of all.
    private static List<Document> Invented(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 90).Select(i => Document.Of(string.Join(' ', Enumerable.Range(0, 40).Select(_ => random.Next(3) == 0 ? $"Name{i % 30}x{random.Next(8)}" : $"word{(int)(300 * random.NextDouble() * random.NextDouble())}")) + "."))];
    }

    // The reference: the likest two groups of all that are not told apart, again and again.
    private static List<List<int>> Plainly(EventWords words, double least, string[] outlets)
    {
        var (vectors, particulars) = (EventVector.Of(words), new Particulars(words));
        var groups = vectors.Select((_, i) => new List<int> { i }).ToList();
        while (true)
        {
            (int A, int B, double Average) best = (-1, -1, least);
            for (var a = 0; a < groups.Count; a++)
                for (var b = a + 1; b < groups.Count; b++)
                    if (!groups[a].Exists(i => groups[b].Exists(k => outlets[i].Length > 0 && outlets[i] == outlets[k]))
                        && groups[a].Sum(i => groups[b].Sum(k => vectors[i].Dot(vectors[k]))) / (groups[a].Count * groups[b].Count) is var average && average > best.Average
                        && !particulars.Differ(groups[a], groups[b])) best = (a, b, average);
            if (best.A < 0) return groups;
            groups[best.A].AddRange(groups[best.B]);
            groups[best.A].Sort();
            groups.RemoveAt(best.B);
        }
    }

    private (double F, int Whole) Measured(List<Report> reports)
    {
        var groups = EventGroups.Of([.. reports.Select(report => Document.Of(report.Text))], EventGroups.Least, [.. reports.Select(report => report.Outlet)]);
        var topics = reports.Select(report => report.Topic).Distinct().Select(topic => PairsOf(topic, reports, groups)).ToList();
        var whole = groups.Count(group => group.Select(i => reports[i].Event).Distinct().Count() == 1 && reports.Count(report => report.Event == reports[group[0]].Event) == group.Count);
        var (right, found, wanted) = (topics.Sum(topic => topic.Right), topics.Sum(topic => topic.Found), topics.Sum(topic => topic.Wanted));
        var f = 2 * right / (found + wanted);
        output.WriteLine($"P {right / found:F3} R {right / wanted:F3} F {f:F3}, whole groups {whole}, 95 % over topics {Interval(topics)}");
        return (f, whole);
    }

    // A pair found across two topics counts half in each.
    private static (double Right, double Found, double Wanted) PairsOf(string topic, List<Report> reports, IReadOnlyList<IReadOnlyList<int>> groups) => (
        groups.Sum(group => Pairs(group.Where(i => reports[i].Topic == topic).GroupBy(i => reports[i].Event).Select(of => of.Count()))),
        groups.Sum(group => group.Count(i => reports[i].Topic == topic) * (group.Count - 1) / 2.0),
        Pairs(reports.Where(report => report.Topic == topic).GroupBy(report => report.Event).Select(of => of.Count())));

    // Of F, by drawing as many topics again with replacement, 2,000 times.
    private static string Interval(List<(double Right, double Found, double Wanted)> topics)
    {
        var random = new Random(7);
        var drawn = Enumerable.Range(0, 2000).Select(_ => Enumerable.Range(0, topics.Count).Select(_ => topics[random.Next(topics.Count)]).ToList())
            .Select(drawn => 2 * drawn.Sum(topic => topic.Right) / drawn.Sum(topic => topic.Found + topic.Wanted)).Order().ToList();
        return $"{drawn[50]:F3} to {drawn[1949]:F3}";
    }

    private static long Pairs(IEnumerable<int> sizes) => sizes.Sum(size => size * (size - 1L) / 2);

    private static IEnumerable<JsonElement> Lines(string folder, string file)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(RealData.Folder(folder), file)), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line) yield return JsonDocument.Parse(line).RootElement;
    }
}
