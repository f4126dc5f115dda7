using System.Collections.Immutable;
using Claque.Grouping;
using Claque.Tracing;
using Claque.Validation;

namespace Claque.Sensitivity;

/// <summary>
/// How the groups of a run fare when it is made in other ways. A reading of stability, not a further test: the error rate of a
/// finding is that of the run as it was made, and choosing the setting that names most would make it worthless.
/// </summary>
public sealed class Sensitivity
{
    private const int TopObjects = 3;
    private readonly Findings _findings;
    private readonly Dictionary<int, int> _groupOf;
    private readonly List<GroupOutcome> _outcomes = [];
    private readonly IProgress<StageProgress>? _progress;
    private readonly CancellationToken _stop;
    private int _runs;

    private Sensitivity(Findings findings, IProgress<StageProgress>? progress, CancellationToken stop)
    {
        (_findings, _progress, _stop) = (findings, progress, stop);
        _groupOf = findings.Groups.SelectMany(group => group.Members.Select(member => (member.Account, group.Number))).ToDictionary(x => x.Account, x => x.Number);
    }

    /// <summary>Up to so many acts, over all behaviours, the whole of it costs seconds.</summary>
    public const int CheapActs = 500_000;

    /// <summary>True when there is something to look at and it costs little beside the run itself.</summary>
    public static bool IsCheap(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return CanBe(findings) && findings.Corpus.Traces.Sum(trace => (long)trace.Count) <= CheapActs;
    }

    /// <summary>True when the run made a test and found groups.</summary>
    public static bool CanBe(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return !findings.Groups.IsEmpty && (findings.Validated is not null || findings.Texts is not null);
    }

    /// <summary>Tests the acts of a run again in other ways.</summary>
    /// <param name="findings">The run.</param>
    /// <param name="progress">Told after each of the ways.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>
    /// Per group over all behaviours, by number: the run as it was made, then each setting that concerns the group. Windows and
    /// objects concern groups that timing ties, a behaviour those that are seen in it. None when the run found no groups or made no test.
    /// </returns>
    /// <remarks>
    /// Every setting that changes the test makes it anew from the acts, as a run with these options would: about a dozen times the
    /// cost of the test. Texts in common are not tested anew: they are compared with other error rates and left out, but no text
    /// of theirs is dropped. Posts are not read again. Deterministic at any number of threads.
    /// </remarks>
    public static ImmutableArray<GroupOutcome> Of(Findings findings, IProgress<StageProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (!CanBe(findings)) return [];
        var work = new Sensitivity(findings, progress, stop);
        work.Run();
        return [.. work._outcomes.OrderBy(outcome => outcome.Group)];
    }

    private void Run()
    {
        var (corpus, options) = (_findings.Corpus, _findings.Options);
        var tests = Tests(corpus, options);
        Add(Settings.AsRun, Standing.Of(_findings.Validated, _findings.Texts, options), _ => true);
        foreach (var (setting, other) in Settings.Of(options))
        {
            var concerns = setting.Kind == SettingKind.Windows ? (Func<Group, bool>)IsTimed : _ => true;
            if (_findings.Groups.Any(concerns)) Add(setting, Standing.Of(Verdict(Tests(corpus, other), other), _findings.Texts, other), concerns);
        }

        foreach (var behaviour in _findings.Groups.SelectMany(group => group.Behaviours).Distinct().Order())
        {
            var rest = tests?.Where(test => test.Acts.Behaviour != behaviour).ToList();
            var texts = behaviour == Behaviour.CommonText ? null : _findings.Texts;
            Add(new Setting(SettingKind.Behaviours, $"without {behaviour}"), Standing.Of(Verdict(rest, options), texts, options), group => group.Behaviours.Contains(behaviour));
        }

        if (!_findings.Groups.Any(IsTimed)) return;
        Group[] timed = [.. _findings.Groups.Where(IsTimed)];
        WithCorpus("without the 1 % most shared objects", Objects.WithoutHubs(corpus));
        WithCorpus("without its most shared object", Objects.WithoutTopOf(corpus, timed, 1));
        WithCorpus($"without its {TopObjects} most shared objects", Objects.WithoutTopOf(corpus, timed, TopObjects));

        void WithCorpus(string name, Corpus fewer) =>
            Add(new Setting(SettingKind.Objects, name), Standing.Of(Verdict(Tests(fewer, options), options), _findings.Texts, options), IsTimed);
    }

    private static bool IsTimed(Group group) => group.Behaviours.Any(behaviour => behaviour != Behaviour.CommonText);

    private List<BehaviourTest>? Tests(Corpus corpus, DetectionOptions options)
    {
        _progress?.Report(new StageProgress("testing other settings", _runs++, null));
        return Detection.TestOf(corpus, options) is { } test ? Validation.Validation.TestEach(corpus, test, null, _stop) : null;
    }

    private Validated? Verdict(List<BehaviourTest>? tests, DetectionOptions options) =>
        tests is null ? null : Verdicts.Of(tests, _findings.Corpus.Accounts.Count, Detection.TestOf(_findings.Corpus, options)!);

    private void Add(Setting setting, Standing standing, Func<Group, bool> concerns)
    {
        var inside = standing.Ties.Where(tie => _groupOf.TryGetValue(tie.A, out var a) && _groupOf.TryGetValue(tie.B, out var b) && a == b).ToLookup(tie => _groupOf[tie.A]);
        foreach (var group in _findings.Groups.Where(concerns)) _outcomes.Add(Outcome(group, setting, [.. inside[group.Number]]));
    }

    private static GroupOutcome Outcome(Group group, Setting setting, Tie[] ties)
    {
        var best = new Dictionary<int, (double Q, Tier Tier)>();
        foreach (var tie in ties)
        {
            foreach (var account in (ReadOnlySpan<int>)[tie.A, tie.B])
            {
                var (q, tier) = best.GetValueOrDefault(account, (1, Tier.None));
                best[account] = (Math.Min(q, tie.Q), tier > tie.Tier ? tier : tie.Tier);
            }
        }

        double[] q1 = [.. group.Members.Select(member => best.GetValueOrDefault(member.Account, (1, Tier.None)).Q).Order()];
        return new GroupOutcome(
            group.Number, setting, group.Members.Length, best.Values.Count(member => member.Tier == Tier.Named),
            best.Values.Count(member => member.Tier == Tier.Weak), Parts(ties), q1[q1.Length / 2]);
    }

    /// <summary>Pieces that the ties of some tier make.</summary>
    private static int Parts(Tie[] ties)
    {
        var root = new Dictionary<int, int>();
        foreach (var tie in ties.Where(tie => tie.Tier >= Tier.Weak))
        {
            root.TryAdd(tie.A, tie.A);
            root.TryAdd(tie.B, tie.B);
            root[Find(tie.B)] = Find(tie.A);
        }

        return root.Count(entry => entry.Key == entry.Value);

        int Find(int account)
        {
            while (root[account] != account) account = root[account];
            return account;
        }
    }
}
