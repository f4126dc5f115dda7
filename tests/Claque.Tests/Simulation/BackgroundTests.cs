using Claque.Reading;
using Claque.Simulation;
using Claque.Tests.Shared;
using Claque.Tracing;
using static Claque.Tests.Shared.Posts;

namespace Claque.Tests.Simulation;

/// <summary>Crews among the user's own posts.</summary>
public sealed class BackgroundTests
{
    private static readonly Simulated Life = Simulator.Simulate(new SimulationOptions { Accounts = 120, Days = 7, Decoys = [], Generator = Generator.Second, Seed = 2 });

    [Fact]
    public void Planted_crews_are_found_and_real_accounts_are_called_background()
    {
        var mixed = Simulator.Plant(Life.AsSource(), Plants.Parse("8x12x1min-c50,8x8x20min-c0-text"), seed: 3);
        mixed.Truth.Select(account => account.Role).Distinct().Order().ShouldBe(["background", "crew"]);
        mixed.Truth.Count(account => account.Role == Simulated.Planted).ShouldBe(16);

        var findings = Detection.Run(mixed.AsSource(), new DetectionOptions());
        var crew = mixed.Truth.Where(account => account.Crew.Length > 0).Select(account => account.AccountId).ToHashSet();
        var named = findings.Groups.SelectMany(group => group.Members).Select(member => findings.Corpus.Accounts[member.Account]).ToHashSet();
        named.Intersect(crew).Count().ShouldBeGreaterThan(14);
    }

    [Fact]
    public void What_real_accounts_did_is_not_changed()
    {
        TestPost[] posts =
        [
            Post("1", "ann", "2024-05-01T08:00:00Z", "read this #now", links: ["https://example.org/a", "https://example.org/b"], hashtags: ["now", "then"]),
            Post("2", "bob", "2024-05-01T08:01:00Z", reshareOf: "1"), Post("3", "cem", "2024-05-01T08:02:00Z", "so it is", replyTo: "1"),
            Post("5", "eva", "2024-05-01T08:04:00Z", "a picture https://pics.example/1 #now #then", links: [], hashtags: ["now", "then"]), Post("6", "eva", "2024-05-01T08:05:00Z", "see https://example.org/a"),
            Post("4", "dag", "2024-05-01T08:03:00Z", "a picture", media: ["ff00"], objects: [("topic", "harbour")]),
        ];
        var mixed = Simulator.Plant(new ListSource(posts), Plants.Parse("3x2x30s"), seed: 1);
        var real = mixed with { Posts = [.. mixed.Posts.Where(post => mixed.Truth.Any(account => account.AccountId == post.AccountId && account.Role == Simulated.Background))] };
        Acts(Corpus.Encode(real.AsSource())).ShouldBe(Acts(Corpus.Encode(new ListSource(posts))), ignoreOrder: true);
    }

    [Fact]
    public void Crews_keep_to_a_clock_of_whole_minutes()
    {
        TestPost[] posts = [.. Enumerable.Range(0, 40).Select(i => Post($"{i}", $"a{i % 9}", $"2024-05-01T{8 + i / 10:00}:{i % 10 * 5:00}:00Z", links: [$"https://example.org/{i % 7}"]) with { Precision = TimePrecision.Minute })];
        var mixed = Simulator.Plant(new ListSource(posts), Plants.Parse("4x5x2min"), seed: 1);
        mixed.Posts.ShouldAllBe(post => post.TimeUs % 60_000_000 == 0);
        mixed.Bytes().ShouldBe(Simulator.Plant(new ListSource(posts), Plants.Parse("4x5x2min"), seed: 1).Bytes());
        mixed.Bytes().ShouldNotBe(Simulator.Plant(new ListSource(posts), Plants.Parse("4x5x2min"), seed: 2).Bytes());
    }

    private static List<string> Acts(Corpus corpus) =>
    [
        .. from trace in corpus.Traces
           from i in Enumerable.Range(0, trace.Count)
           select $"{trace.Behaviour} {corpus.Accounts[corpus.Posts.Accounts[trace.Posts[i]]]} {trace.ObjectNames[trace.Objects[i]]} {corpus.Posts.TimesUs[trace.Posts[i]]}",
    ];
}
