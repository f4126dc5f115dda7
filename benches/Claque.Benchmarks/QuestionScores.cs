using Claque.Personas;
using Claque.Statistics;

namespace Claque.Benchmarks;

/// <summary>One text of a case against others of one writer, as the workbench asks it: with the other reporters of the case as reference.</summary>
internal static class QuestionScores
{
    private const int Rivals = 3;

    /// <summary>Writes a row for each number of known texts.</summary>
    /// <param name="to">Receives them.</param>
    /// <param name="reporters">The reports.</param>
    /// <param name="isReported">Which half of the reporters is the case.</param>
    /// <param name="draws">Texts asked about of each reporter.</param>
    /// <param name="seed">Of the drawing.</param>
    public static void Write(TextWriter to, Reporters reporters, bool isReported, int draws, ulong seed)
    {
        var writers = reporters.Half(isReported);
        var near = reporters.Nearest(writers);
        var texts = writers.ToDictionary(writer => writer, writer => reporters.Signed(writer).Select(QuestionText.Of).ToList(), StringComparer.Ordinal);
        var all = texts.Values.SelectMany(own => own).ToList();
        to.WriteLine("| known texts | questions | AUC | one hand: answered, wrong | three nearest on topic: answered, wrong |");
        to.WriteLine("|---|---|---|---|---|");
        foreach (var known in new[] { 1, 5, 10 })
        {
            var random = new Pcg32(seed);
            var (same, other) = (new List<VerificationAnswer>(), new List<VerificationAnswer>());
            for (var draw = 0; draw < draws; draw++)
                foreach (var writer in writers)
                {
                    var unknown = texts[writer][random.Next(texts[writer].Count)];
                    foreach (var asked in near[writer].Take(Rivals).Prepend(writer))
                    {
                        var own = texts[asked].Where(text => text != unknown).ToArray();
                        random.Shuffle<QuestionText>(own);
                        var problems = HandQuestion.Of("asked", own[..Math.Min(known, own.Length)], unknown, all, HandQuestionOptions.Default);
                        (asked == writer ? same : other).Add(Verification.Of(problems, VerificationOptions.Strict)[0].Answers[0]);
                    }
                }

            double[] Ratios(List<VerificationAnswer> answers) => [.. answers.Where(answer => answer.LogRatio is not null).Select(answer => answer.LogRatio!.Value)];
            string Answers(List<VerificationAnswer> answers, HandVerdict wrong) => $"{answers.Count(a => a.Verdict != HandVerdict.Abstain)} of {answers.Count}, {answers.Count(a => a.Verdict == wrong)}";
            to.WriteLine($"| {known} | {same.Count + other.Count} | {Discrimination.Auc(Ratios(same), Ratios(other)):.000} | {Answers(same, HandVerdict.Different)} | {Answers(other, HandVerdict.Same)} |");
        }
    }
}
