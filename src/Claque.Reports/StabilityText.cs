using System.Globalization;
using Claque.Cases;

namespace Claque.Reports;

/// <summary>What audits and other settings say, in sentences that stand in the report and on the terminal alike.</summary>
public static class StabilityText
{
    /// <summary>What a table of other settings is, and what it must not be used for.</summary>
    public const string Caution =
        "It shows how much the group rests on single choices. It is no further test: the error rate is that of the run as it was made, and to choose the setting that names most would make it worthless.";

    /// <summary>How many of the other settings a group survives, and which it does not; empty without any.</summary>
    /// <param name="outcomes">The outcomes of one group, the run as it was made among them.</param>
    public static string Holds(IReadOnlyList<SensitivityView> outcomes)
    {
        var others = outcomes.Where(outcome => outcome.Kind != "as_run").ToList();
        if (others.Count == 0) return "";
        var not = others.Where(outcome => !outcome.Holds).Select(outcome => outcome.Setting).ToList();
        return not.Count == 0
            ? $"Under all {others.Count} other settings most members stay named and tied together in one piece."
            : $"Under {others.Count - not.Count} of {others.Count} other settings most members stay named and tied together in one piece. Not so: {string.Join("; ", not)}.";
    }

    /// <summary>What an audit found, in one sentence.</summary>
    public static string Audit(AuditView audit)
    {
        ArgumentNullException.ThrowIfNull(audit);
        var rounds = audit.Rounds.Length;
        return string.Create(CultureInfo.InvariantCulture, $"Audit: the test was run {(rounds == 1 ? "once" : $"{rounds} times")} more with every fine time drawn anew (seed {audit.Seed}). ")
            + (audit.RoundsWithNamed == 0
                ? $"Nobody was named in any round. So many rounds leave room for up to {UpperLimit(rounds)} of rounds with somebody (95 % limit); more rounds say it more sharply."
                : string.Create(CultureInfo.InvariantCulture, $"Somebody was named in {audit.RoundsWithNamed} of them, {audit.MeanNamed:0.##} accounts per round on average."));
    }

    /// <summary>The audit as a section of the report: of the run with the same options, or how to get one.</summary>
    /// <param name="audits">Audits of the run that is reported.</param>
    /// <param name="command">The command that makes one.</param>
    public static ReportSection AuditSection(IReadOnlyList<AuditView> audits, string command)
    {
        const string title = "Audit of the error rate";
        if (audits.Count == 0)
            return new ReportSection(title, [new Paragraph($"No audit of this run was made. This command draws every fine time anew, so that nobody times anything with anybody, runs the whole test again, and counts whom it names then: {command}")]);
        var audit = audits[^1];
        return new ReportSection(title,
        [
            new Paragraph(Audit(audit)),
            new Paragraph("This checks the machinery and the number of tests on these very posts. It cannot check what the test assumes about innocent people, because it takes away what they have in common inside a cell; texts in common have no fine times and are no part of it."),
            new ReportTable(
                "Accounts named by chance, round by round",
                [new("Round"), new("Named", true), new("Weak", true), new("Named pairs", true)],
                [.. audit.Rounds.Select(round => Cells(round.Number, round.Named, round.Weak, round.NamedPairs))]),
        ]);
    }

    private static System.Collections.Immutable.ImmutableArray<string> Cells(params int[] numbers) =>
        [.. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))];

    /// <summary>The largest share of rounds that is compatible with none seen: 1 − 0.05^(1/n).</summary>
    private static string UpperLimit(int rounds) =>
        string.Create(CultureInfo.InvariantCulture, $"{100 * (1 - Math.Pow(0.05, 1.0 / rounds)):0.#} %");
}
