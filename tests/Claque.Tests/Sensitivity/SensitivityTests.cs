using System.Collections.Immutable;
using Claque.Pairing;
using Claque.Sensitivity;
using Claque.Simulation;
using Claque.Tracing;
using Claque.Validation;

namespace Claque.Tests.Sensitivity;

public sealed class SensitivityTests
{
    private static readonly Simulated Posts = Simulator.Simulate(new Claque.Simulation.SimulationOptions
    {
        Seed = 7,
        Accounts = 200,
        Days = 14,
        Decoys = [Decoy.Newsroom, Decoy.FeedBots],
        Crews = Plants.Parse("8x15x1min-link,8x6x30s-reshare,8x8x1h-text"),
    });

    private static readonly Findings Found = Run(new DetectionOptions());
    private static readonly ImmutableArray<GroupOutcome> Outcomes = Detection.Sensitivity(Found);

    public static TheoryData<string> Settings => ["only 10 s", "only 5 min", "windows doubled", "error rate 0.1 %", "for tests that depend on one another (strict)", "without link"];

    [Theory]
    [MemberData(nameof(Settings))]
    public void A_setting_names_whom_a_run_with_these_options_names(string name)
    {
        var options = new DetectionOptions();
        var again = Run(name switch
        {
            "only 10 s" => options with { Pairing = new PairOptions { Windows = [TimeSpan.FromSeconds(10)] } },
            "only 5 min" => options with { Pairing = new PairOptions { Windows = [TimeSpan.FromMinutes(5)] } },
            "windows doubled" => options with { Pairing = new PairOptions { Windows = [TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10)] } },
            "error rate 0.1 %" => options with { Validation = new ValidationOptions { Alpha = 0.001, WeakAlpha = 0.005 } },
            "without link" => options with { Tracing = new TraceOptions { Behaviours = [.. Found.Corpus.Traces.Select(trace => trace.Behaviour).Where(behaviour => behaviour != Behaviour.Link)] } },
            _ => options with { Validation = new ValidationOptions { Strict = true } },
        });

        var checks = 0;
        foreach (var group in Found.Groups.Where(group => !group.Behaviours.Contains(Behaviour.CommonText)))
        {
            if (Outcomes.SingleOrDefault(outcome => outcome.Group == group.Number && outcome.Setting.Name == name) is not { } outcome) continue;
            var members = group.Members.Select(member => member.Account).ToHashSet();
            int With(Tier tier) => again.Validated!.Pairs.Where(pair => pair.Tier == tier && members.Contains(pair.A) && members.Contains(pair.B)).SelectMany(pair => new[] { pair.A, pair.B }).Distinct().Count();
            outcome.Named.ShouldBe(With(Tier.Named));
            checks++;
        }

        checks.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void The_first_setting_is_the_run_as_it_was_made_and_every_member_stands_in_it()
    {
        foreach (var group in Found.Groups)
        {
            var first = Outcomes.First(outcome => outcome.Group == group.Number);
            first.Setting.Kind.ShouldBe(SettingKind.AsRun);
            (first.Named + first.Weak, first.Parts, first.Holds).ShouldBe((group.Members.Length, 1, true));
        }
    }

    [Fact]
    public void A_group_seen_in_one_behaviour_does_not_stand_without_it()
    {
        var single = Found.Groups.First(group => group.Behaviours is [var only] && only != Behaviour.CommonText);
        var without = Outcomes.Single(outcome => outcome.Group == single.Number && outcome.Setting.Name == $"without {single.Behaviours[0]}");
        (without.Named, without.Weak, without.Parts, without.Q, without.Holds).ShouldBe((0, 0, 0, 1, false));
    }

    [Fact]
    public void Windows_and_objects_do_not_concern_a_group_that_only_texts_tie()
    {
        var byTexts = Found.Groups.First(group => group.Behaviours is [var only] && only == Behaviour.CommonText);
        Outcomes.Where(outcome => outcome.Group == byTexts.Number).Select(outcome => outcome.Setting.Kind).Distinct()
            .ShouldBe([SettingKind.AsRun, SettingKind.ErrorRate, SettingKind.Behaviours]);
    }

    [Fact]
    public void Without_its_most_shared_object_no_post_on_it_is_left_in_any_behaviour()
    {
        var group = Found.Groups.First(group => group.Behaviours.Contains(Behaviour.Link) && !group.Behaviours.Contains(Behaviour.CommonText));
        var members = group.Members.Select(member => member.Account).ToHashSet();
        var most = Acts(Found.Corpus).Where(act => members.Contains(act.Account)).GroupBy(act => (act.Behaviour, act.Object))
            .Max(on => on.Select(act => act.Account).Distinct().Count());
        var fewer = Objects.WithoutTopOf(Found.Corpus, [group], 1);
        var gone = Acts(Found.Corpus).Except(Acts(fewer)).ToList();

        gone.Select(act => act.Post).Intersect(Acts(fewer).Select(act => act.Post)).ShouldBeEmpty();
        gone.GroupBy(act => (act.Behaviour, act.Object))
            .Any(on => Acts(fewer).All(act => (act.Behaviour, act.Object) != on.Key) && on.Select(act => act.Account).Where(members.Contains).Distinct().Count() == most).ShouldBeTrue();
    }

    [Fact]
    public void The_most_shared_hundredth_of_objects_is_left_out_of_each_behaviour()
    {
        var fewer = Objects.WithoutHubs(Found.Corpus);
        foreach (var trace in Found.Corpus.Traces)
        {
            var shared = Shared(Found.Corpus, trace.Behaviour);
            var left = Shared(fewer, trace.Behaviour);
            left.Count.ShouldBe(shared.Count - (int)Math.Ceiling(shared.Count / 100.0));
            if (left.Count > 0 && left.Count < shared.Count) shared.Except(left).Min(entry => entry.Value).ShouldBeGreaterThanOrEqualTo(left.Max(entry => entry.Value));
        }

        static Dictionary<int, int> Shared(Corpus corpus, Behaviour behaviour) => Acts(corpus).Where(act => act.Behaviour == behaviour)
            .GroupBy(act => act.Object, act => act.Account).Select(on => (on.Key, Accounts: on.Distinct().Count())).Where(on => on.Accounts > 1).ToDictionary(on => on.Key, on => on.Accounts);
    }

    [Fact]
    public void A_group_that_falls_into_two_pieces_does_not_hold_however_many_are_named()
    {
        var outcome = new GroupOutcome(1, new Setting(SettingKind.Windows, "only 10 s"), 4, 4, 0, 2, 1e-9);
        outcome.Holds.ShouldBeFalse();
        (outcome with { Parts = 1 }).Holds.ShouldBeTrue();
        (outcome with { Parts = 1, Named = 2 }).Holds.ShouldBeFalse();
    }

    [Fact]
    public void Where_no_group_was_found_or_no_test_was_made_there_is_nothing_to_look_at()
    {
        Detection.Sensitivity(Run(new DetectionOptions { Validation = null, Texts = null })).ShouldBeEmpty();
        Detection.Sensitivity(Found with { Groups = [] }).ShouldBeEmpty();
    }

    private static Findings Run(DetectionOptions options) => Detection.Run(Posts.AsSource(), options);

    private static List<(Behaviour Behaviour, int Post, int Object, int Account)> Acts(Corpus corpus) =>
        [.. corpus.Traces.SelectMany(trace => Enumerable.Range(0, trace.Count).Select(act => (trace.Behaviour, trace.Posts[act], trace.Objects[act], corpus.Posts.Accounts[trace.Posts[act]])))];
}
