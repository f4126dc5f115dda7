using Claque.Personas;
using Claque.Statistics;

namespace Claque.Benchmarks;

/// <summary>One byline that changes hands at one moment: found by what its articles are and by their order.</summary>
/// <remarks>
/// Each change is the earlier half of one reporter's texts and the later half of another's, in a case of single reporters in their true order. Single
/// reporters are asked as they are, and once more with their texts put in order of subject, as if each had taken a new beat.
/// </remarks>
internal static class ChangeScores
{
    private const int Near = 3;

    /// <summary>Writes the rows of the table.</summary>
    /// <param name="to">Receives them.</param>
    /// <param name="reporters">The writers.</param>
    /// <param name="isReported">True for the half that nothing was chosen on.</param>
    /// <param name="count">Texts of a byline.</param>
    /// <param name="draws">How often texts are drawn.</param>
    /// <param name="seed">Of the draws.</param>
    public static void Write(TextWriter to, Reporters reporters, bool isReported, int count, int draws, ulong seed)
    {
        var writers = reporters.Half(isReported);
        var near = reporters.Nearest(writers);
        List<SeveralHands> single = [], beat = [], any = [], alike = [];
        for (var draw = 0; draw < draws; draw++)
        {
            var random = new Pcg32(seed, (ulong)draw);
            var texts = writers.ToDictionary(writer => writer, writer => reporters.Draw(writer, count, random).OrderBy(text => reporters.Times[text]).ToArray(), StringComparer.Ordinal);
            single.AddRange(Study(reporters, texts, writers, null).Bylines.Select(byline => byline.SeveralHands));
            var subjects = Topics.Of([.. texts.Values.SelectMany(own => own)], [.. Enumerable.Range(0, texts.Values.Sum(own => own.Length))], texts.Values.Sum(own => own.Length));
            beat.AddRange(writers.Select((writer, at) => Asked(reporters, texts, [writer], BySubject(texts[writer], subjects, texts.Values.Take(at).Sum(own => own.Length)))));
            foreach (var (a, b, rank) in HandScores.Pairs(writers, near, random))
                (rank == 0 ? any : alike).Add(Asked(reporters, texts, [a, b], [.. texts[a].Take(texts[a].Length / 2), .. texts[b].TakeLast(texts[b].Length / 2)]));
        }

        to.WriteLine($"| changes of hand, {(isReported ? "held-out" : "tuned")} half, {count} texts a byline, {draws} draws, seed {seed} | called `several` | without the order | clearest change with p of at most 0.01 | change at the right article or one beside |");
        to.WriteLine("|---|---|---|---|---|");
        Row(to, "of any two", any);
        Row(to, $"of the {Near} nearest on topic", alike);
        Row(to, "one reporter, as published", single);
        Row(to, "one reporter, in order of subject", beat);
    }

    private static void Row(TextWriter to, string name, List<SeveralHands> hands)
    {
        string Of(Func<SeveralHands, bool> chosen) => $"{hands.Count(chosen)} of {hands.Count}";
        to.WriteLine($"| {name} | {Of(one => one.Verdict == HandVerdict.Different)} | {Of(one => one.Score >= 3 && one.Split!.P <= 0.01)} | {Of(one => one.Change!.P <= 0.01)} | {Of(one => Math.Abs(one.Change!.Before - one.Change.After) <= 2)} |");
    }

    private static SeveralHands Asked(Reporters reporters, Dictionary<string, StyleText[]> texts, string[] without, StyleText[] asked) =>
        Study(reporters, texts, texts.Keys.Except(without), asked).Bylines.Single(byline => byline.Byline == "asked").SeveralHands;

    // Pairs of bylines are not asked for, so they get no ratio.
    private static PersonaStudy Study(Reporters reporters, Dictionary<string, StyleText[]> texts, IEnumerable<string> writers, StyleText[]? asked) => PersonaStudy.Of(
        [
            .. writers.SelectMany(writer => Reporters.Under(writer, texts[writer]).Select(article => article with { Published = reporters.Times[article.Text] })),
            .. asked is null ? [] : Reporters.Under("asked", asked).Select((article, i) => article with { Published = DateTimeOffset.UnixEpoch.AddHours(i) }),
        ],
        PersonaOptions.Default with { MinWords = int.MaxValue });

    private static StyleText[] BySubject(StyleText[] texts, Topics subjects, int first) =>
        [.. TwoHands.InOrder(Likenesses.Given(subjects.Likeness([.. Enumerable.Range(first, texts.Length)]))).Select(at => texts[at])];
}
