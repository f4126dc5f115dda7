using Claque.Statistics;

namespace Claque.Personas;

/// <summary>A question: did the writer of the known texts write the unknown one?</summary>
/// <param name="Id">What tells it apart.</param>
/// <param name="Language">Language tag; empty when unknown.</param>
/// <param name="Known">Texts of one writer.</param>
/// <param name="Unknown">The text asked about.</param>
public sealed record VerificationProblem(string Id, string Language, IReadOnlyList<string> Known, string Unknown);

/// <summary>The answer to a verification problem.</summary>
/// <param name="Id">Of the problem.</param>
/// <param name="Score">Chance of one writer at even prior odds; exactly 0.5 is no answer.</param>
/// <param name="LogRatio">Natural logarithm of the likelihood ratio; null without a reference.</param>
/// <param name="Verdict">What may be said.</param>
/// <param name="Reason">Why it is no more than that.</param>
public sealed record VerificationAnswer(string Id, double Score, double? LogRatio, HandVerdict Verdict, string Reason)
{
    /// <summary>The strongest innocent rival: the writer of another problem that the unknown text is nearest to; null without a ratio.</summary>
    public VerificationRival? Rival { get; init; }
}

/// <summary>A writer of the reference beside the one that was asked about.</summary>
/// <param name="Id">Of the first problem with this writer's known texts.</param>
/// <param name="LogRatio">Natural logarithm of the ratio of this writer and the unknown text.</param>
public sealed record VerificationRival(string Id, double LogRatio);

/// <summary>What is asked of the evidence before a verification problem is answered.</summary>
public sealed record VerificationOptions
{
    /// <summary>The bars as documented.</summary>
    public static VerificationOptions Default { get; } = new();

    /// <summary>The bars for texts of a case, where an answer is about people: as for pairs of bylines, a ratio of 100 either way, and nobody nearer.</summary>
    public static VerificationOptions Strict { get; } = new() { LeastRatio = PersonaOptions.Default.EdgeRatio, IsNearest = true };

    /// <summary>Sizes of the families of features.</summary>
    public StyleOptions Style { get; init; } = StyleOptions.Default with { FrequentWords = 600, LetterRuns = 5000 };

    /// <summary>Writers that the reference population needs.</summary>
    public int MinReference { get; init; } = 10;

    /// <summary>Clean words that each side needs.</summary>
    public int MinWords { get; init; } = 250;

    /// <summary>Answers are given only where, by the reference's own known texts, at most this share of them would be wrong.</summary>
    public double MostWrong { get; init; } = 0.2;

    /// <summary>The likelihood ratio that an answer needs, either way; 1 asks for none.</summary>
    public double LeastRatio { get; init; } = 1;

    /// <summary>True to say "one hand" only where no other writer of the reference is as near to the unknown text.</summary>
    public bool IsNearest { get; init; }

    /// <summary>The least share of such questions that must be answerable at that rate for any to be answered.</summary>
    public double LeastAnswerable { get; init; } = 0.5;
}

/// <summary>Answers verification problems with the known texts of all of them as reference population.</summary>
public sealed class Verification
{
    private readonly VerificationOptions _options;
    private readonly IReadOnlyList<VerificationProblem> _problems;
    private readonly List<(int Writer, StyleText Text)> _known = [];
    private readonly List<StyleText> _unknown = [];
    private readonly List<int> _writerOf = [];

    private Verification(IReadOnlyList<VerificationProblem> problems, VerificationOptions options) => (_problems, _options) = (problems, options);

    /// <summary>The language of the problems, as given.</summary>
    public string Language => _problems[0].Language;

    /// <summary>Writers of the known texts: the reference population.</summary>
    public int Writers { get; private set; }

    /// <summary>How well the reference's own known texts are told apart: chance that one writer's two texts score above two writers'.</summary>
    public double? SelfAuc { get; private set; }

    /// <summary>The share answered and the share of those wrong, by the same texts, at the band chosen.</summary>
    public (double Answered, double Wrong)? SelfCheck { get; private set; }

    /// <summary>The answers, in the order of the problems.</summary>
    public IReadOnlyList<VerificationAnswer> Answers { get; private set; } = [];

    /// <summary>Answers the problems of one language together; no label is used, and no problem's unknown text serves as reference.</summary>
    public static IReadOnlyList<Verification> Of(IReadOnlyList<VerificationProblem> problems, VerificationOptions options)
    {
        ArgumentNullException.ThrowIfNull(problems);
        ArgumentNullException.ThrowIfNull(options);
        return [.. problems.GroupBy(problem => problem.Language, StringComparer.OrdinalIgnoreCase).Select(group =>
        {
            var verification = new Verification([.. group], options);
            verification.Answer();
            return verification;
        })];
    }

    private void Answer()
    {
        Gather();
        Writers = _writerOf.Distinct().Count();
        if (Writers < _options.MinReference)
        {
            Answers = [.. _problems.Select(problem => Abstained(problem.Id,
                $"{Writers:N0} writers of this language among the problems; a reference population needs {_options.MinReference:N0}."))];
            return;
        }

        var space = StyleSpace.Of([.. _known.Select(k => k.Text)], [.. _known.Select(k => k.Writer)], _options.Style, out var known);
        var cohort = new VerificationCohort(space, known, [.. _known.Select(k => k.Writer)]);
        var calibration = Calibrated(cohort);
        Answers = [.. _problems.Select((problem, i) => Judged(problem, i, cohort, space.Profile(_unknown[i]), calibration))];
    }

    private Logistic? Calibrated(VerificationCohort cohort)
    {
        var topics = Topics.Of([.. _known.Select(k => k.Text)], [.. _known.Select(k => k.Writer)], cohort.Writers).Likeness();
        var (same, others) = cohort.Trials(topics);
        if (same.Count < LeastTrials || others.Count < LeastTrials) return null;
        double[][] inputs = [.. same.Concat(others).Select(trial => trial.Inputs)];
        bool[] truths = [.. same.Select(_ => true), .. others.Select(_ => false)];
        var weights = truths.Select(truth => 0.5 * truths.Length / (truth ? same.Count : others.Count)).ToArray();
        var fit = Logistic.Fit(inputs, truths, weights);
        SelfAuc = Discrimination.Auc([.. same.Select(s => s.Score)], [.. others.Select(o => o.Score)]);
        SelfCheck = Check(same, others, fit);
        return fit;
    }

    // The narrowest band of no answer at which the reference's own texts are answered wrong seldom enough.
    private (double, double) Check(List<VerificationTrial> same, List<VerificationTrial> others, Logistic fit)
    {
        for (_band = 0.02; _band < 0.45; _band += 0.02)
        {
            double Share(List<VerificationTrial> scores, Func<double, bool> counted) => scores.Average(s => counted(Chance(fit.LogOdds(s.Inputs))) ? 1.0 : 0);
            var wrong = (Share(same, c => c < 0.5 - _band) + Share(others, c => c > 0.5 + _band)) / 2;
            var answered = (Share(same, c => Math.Abs(c - 0.5) > _band) + Share(others, c => Math.Abs(c - 0.5) > _band)) / 2;
            if (answered < _options.LeastAnswerable) break;
            if (wrong <= _options.MostWrong * answered) return (answered, wrong / answered);
        }

        _band = 0.5;
        return (0, 0);
    }

    private VerificationAnswer Judged(VerificationProblem problem, int index, VerificationCohort cohort, StyleProfile unknown, Logistic? calibration)
    {
        var words = Math.Min(unknown.Words, cohort.Words(_writerOf[index]));
        if (words < _options.MinWords) return Abstained(problem.Id, $"{words:N0} clean words on the smaller side; an answer needs {_options.MinWords:N0}.");
        if (calibration is null) return Abstained(problem.Id, "Too few writers here have two known texts, so nothing shows how alike one writer's texts are.");
        var log = calibration.LogOdds(cohort.Score(_writerOf[index], unknown).Inputs);
        var chance = Chance(log);
        var rival = Rival(index, cohort, unknown, calibration);
        if (_band >= 0.5)
            return Abstained(problem.Id, log, rival, $"Texts such as these do not tell their writers apart: of two known texts of one writer and two of different writers, the first are nearer in {SelfAuc:P0} of cases.");
        if (Math.Abs(chance - 0.5) <= _band) return Abstained(problem.Id, log, rival, "Not clear enough either way.");
        if (Math.Abs(log) < Math.Log(_options.LeastRatio)) return Abstained(problem.Id, log, rival, $"Not clear enough: an answer needs a ratio of {_options.LeastRatio:N0} : 1, or of 1 : {_options.LeastRatio:N0}.");
        if (_options.IsNearest && chance > 0.5 && rival is { } other && other.LogRatio >= log) return Abstained(problem.Id, log, rival, "Another writer of the reference is as near to the text or nearer.");
        var reason = $"By the reference's own texts, answers as given here are wrong in {SelfCheck!.Value.Wrong:P0} of cases.";
        return new VerificationAnswer(problem.Id, chance, log, chance > 0.5 ? HandVerdict.Same : HandVerdict.Different, reason) { Rival = rival };
    }

    private VerificationRival? Rival(int index, VerificationCohort cohort, StyleProfile unknown, Logistic calibration)
    {
        var writers = cohort.Others(_writerOf[index], unknown).Select(other => (other.Writer, Log: calibration.LogOdds(other.Trial.Inputs))).ToList();
        if (writers.Count == 0) return null;
        var (writer, log) = writers.MaxBy(other => other.Log);
        return new VerificationRival(_problems[_writerOf.IndexOf(writer)].Id, log);
    }

    private static VerificationAnswer Abstained(string id, string reason) => Abstained(id, null, null, reason);

    private static VerificationAnswer Abstained(string id, double? log, VerificationRival? rival, string reason) => new(id, 0.5, log, HandVerdict.Abstain, reason) { Rival = rival };

    private static double Chance(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    private const int LeastTrials = 20;

    private double _band = 0.5;

    // Two problems that share a known text share its writer.
    private void Gather()
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var merged = new List<int>();
        int Root(int w) { while (merged[w] != w) w = merged[w]; return w; }
        foreach (var problem in _problems)
        {
            var writer = merged.Count;
            merged.Add(writer);
            foreach (var text in problem.Known)
                if (!seen.TryAdd(text, writer)) merged[Root(writer)] = Root(seen[text]);
            _writerOf.Add(writer);
            _unknown.Add(StyleText.Of(problem.Unknown));
        }

        var dense = new Dictionary<int, int>();
        for (var i = 0; i < _writerOf.Count; i++)
        {
            var root = Root(_writerOf[i]);
            if (!dense.TryGetValue(root, out var id)) dense[root] = id = dense.Count;
            _writerOf[i] = id;
        }

        foreach (var (text, writer) in seen) _known.Add((_writerOf[writer], StyleText.Of(text)));
    }
}
