using System.Collections.Immutable;
using Claque.Cases;
using Claque.Sensitivity;
using Claque.Validation;

namespace Claque.Reports;

/// <summary>What is looked at beside the findings of a run.</summary>
/// <param name="Sensitivity">Other settings: true, false, or null for where it costs little.</param>
/// <param name="AuditRounds">Rounds of an audit; null for ten where it costs little.</param>
public sealed record Beside(bool? Sensitivity, int? AuditRounds)
{
    private const int FewRounds = 10;

    /// <summary>Where it costs little.</summary>
    public static Beside Auto { get; } = new(null, null);

    /// <summary>How the groups fare under other settings, as views.</summary>
    public ImmutableArray<SensitivityView> Settings(Findings findings, IProgress<StageProgress>? progress, CancellationToken stop) =>
        (Sensitivity ?? Claque.Sensitivity.Sensitivity.IsCheap(findings))
            ? [.. Detection.Sensitivity(findings, progress, stop).Select(View)]
            : [];

    /// <summary>The audit; null where none is to be made.</summary>
    public Audit? Audit(Findings findings, IProgress<StageProgress>? progress, CancellationToken stop)
    {
        var rounds = findings.Validated is not { Tests: > 0 } ? 0 : AuditRounds ?? (IsSmall(findings) ? FewRounds : 0);
        return rounds == 0 ? null : Detection.Audit(findings.Corpus, findings.Options, rounds, progress, stop);
    }

    /// <summary>How to get what was left out, as sentences for the run.</summary>
    public static IEnumerable<string> LeftOut(Findings findings, ImmutableArray<SensitivityView> settings)
    {
        if (settings.IsEmpty && Claque.Sensitivity.Sensitivity.CanBe(findings))
            yield return "How the groups fare under other settings was not looked at; --sensitivity on does it, at about a dozen times the cost of the test.";
    }

    /// <summary>Keeps an audit in a case.</summary>
    public static AuditView Save(CaseFile to, Audit audit, DetectionOptions options, int? run, DateTimeOffset started, string claqueVersion)
    {
        var number = to.SaveAudit(new AuditToStore(
            run, started, claqueVersion, RunStorage.OptionsJson(options), options.Grouping.Seed,
            [.. audit.Rounds.Select(round => new AuditRoundView(round.Number, round.Named.Length, round.Weak, round.NamedPairs))]));
        return to.Audits().Single(kept => kept.Number == number);
    }

    private static bool IsSmall(Findings findings) => findings.Corpus.Traces.Sum(trace => (long)trace.Count) <= Claque.Sensitivity.Sensitivity.CheapActs;

    private static SensitivityView View(GroupOutcome outcome) => new(
        outcome.Group,
        outcome.Setting.Kind switch
        {
            SettingKind.AsRun => "as_run",
            SettingKind.Windows => "windows",
            SettingKind.ErrorRate => "error_rate",
            SettingKind.Behaviours => "behaviours",
            _ => "objects",
        },
        outcome.Setting.Name, outcome.Members, outcome.Named, outcome.Weak, outcome.Parts, outcome.Q);
}
