using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Claque.Personas;
using Claque.Personas.Hands;
using Claque.Tests.Shared;

namespace Claque.Tests.Personas;

/// <summary>Real writers whose hands are known.</summary>
public sealed class PersonasOnRealDataTests
{
    [DataFact("data/federalist")]
    public void The_papers_of_two_men_are_told_apart_by_function_words_and_the_disputed_ones_go_to_one()
    {
        var papers = File.ReadLines(RealData.Folder("data/federalist/federalist.csv")).Skip(1).Select(line => line.Split(',', 3)).Where(f => f.Length == 3)
            .Select(f => (By: f[1], Text: StyleText.Of(f[2].Replace("<c>", ",").Replace("<S>", ";").Replace("<p>", ".").Replace("<l>", "")))).ToList();
        var known = papers.Where(p => p.By is "HAMILTON" or "MADISON").ToList();
        var right = known.Count(paper => IsMadison([.. known.Where(k => k != paper)], paper.Text) == (paper.By == "MADISON"));
        right.ShouldBeGreaterThanOrEqualTo(64);
        papers.Where(p => p.By == "HAMILTON OR MADISON").Count(p => IsMadison(known, p.Text)).ShouldBe(12);
    }

    [DataFact("data/stylo_pseudonym")]
    public void The_author_behind_a_solved_pen_name_ranks_first()
    {
        var rows = Lines("stylo_pseudonym/galbraith_freqs.csv.gz").Skip(1).Select(line => line.Split(',')).ToList();
        var names = rows.Select(row => row[0].Trim('"')).ToList();
        var frequencies = rows.Select(row => row.Skip(1).Take(500).Select(x => double.Parse(x, CultureInfo.InvariantCulture)).ToArray()).ToList();
        var pen = names.FindIndex(name => name.StartsWith("galbraith", StringComparison.Ordinal));
        var others = Enumerable.Range(0, rows.Count).Where(i => i != pen).ToArray();
        var authors = names.Select(name => name.Split('_')[0]).ToList();
        var distinct = authors.Distinct().ToList();
        var standards = BalancedStandards.Of(others.Select(i => frequencies[i]), [.. others.Select(i => distinct.IndexOf(authors[i]))], 500);
        var asked = standards.Scores(frequencies[pen], 6);
        authors[others.MaxBy(i => Cosine(asked, standards.Scores(frequencies[i], 6)))].ShouldBe("rowling");
    }

    [DataFact("data/reuters_c50")]
    public void Among_fifty_reporters_no_two_are_called_one_hand()
    {
        var articles = Lines("reuters_c50/c50_train.jsonl.gz").Select(line => JsonDocument.Parse(line).RootElement)
            .Select(row => new BylineArticle(row.GetProperty("file").GetString()!, row.GetProperty("author").GetString()!, null, StyleText.Of(row.GetProperty("text").GetString()!)))
            .GroupBy(article => article.Byline).SelectMany(own => own.Take(20)).ToList();
        var study = PersonaStudy.Of(articles, PersonaOptions.Default with { Rounds = 99 });
        study.Pairs.Count.ShouldBe(1225);
        study.Pairs.ShouldAllBe(pair => pair.Verdict != HandVerdict.Same);
    }

    [DataFact("data/pan14_verification")]
    public void English_essays_on_set_topics_are_left_unanswered()
    {
        var problems = Lines("pan14_verification/en_essays_train.jsonl.gz").Select(line => JsonDocument.Parse(line).RootElement).Select(row => new VerificationProblem(
            row.GetProperty("problem").GetString()!, "en", [.. row.GetProperty("known").EnumerateArray().Select(k => k.GetString()!)], row.GetProperty("unknown").GetString()!)).ToList();
        Verification.Of(problems, VerificationOptions.Default)[0].Answers.Count(answer => answer.Score != 0.5).ShouldBeLessThan(problems.Count / 2);
    }

    [DataFact("data/pan24_style_change")]
    public void Changes_of_hand_on_one_topic_are_found_in_texts_not_learned_from()
    {
        var rows = Lines("pan24_style_change/hard_train.jsonl.gz").Select(line => JsonDocument.Parse(line).RootElement).Where((_, i) => i % 2 == 1).ToList();
        var changes = StyleChanges.Of([.. rows.Select(row => new HandsText(row.GetProperty("id").GetString()!, row.GetProperty("text").GetString()!.Split('\n')))], HandsOptions.Default);
        changes.Kind.ShouldBe("one topic");
        var truth = rows.SelectMany(row => row.GetProperty("changes").EnumerateArray().Select(x => x.GetInt32() == 1));
        var pairs = changes.Answers.SelectMany(answer => answer.Changes).Zip(truth, (found, is_) => (Found: found == true, Is: is_)).ToList();
        double F1(bool of) => 2.0 * pairs.Count(p => p.Found == of && p.Is == of) / (pairs.Count(p => p.Found == of) + pairs.Count(p => p.Is == of));
        ((F1(true) + F1(false)) / 2).ShouldBeGreaterThan(0.60);
    }

    private static bool IsMadison(List<(string By, StyleText Text)> known, StyleText text)
    {
        int[] of = [.. known.Select(k => k.By == "MADISON" ? 1 : 0)];
        var space = StyleSpace.Of([.. known.Select(k => k.Text)], of, StyleOptions.Default with { LetterRuns = 10 }, out var profiles);
        // Printers set the punctuation, and a word used a few times is noise.
        var words = space.FunctionWordIndices.ToArray();
        int[] kept = [.. Enumerable.Range(0, words.Length).Where(i => char.IsLetter(space.Words[words[i]][0]) && profiles.Sum(p => p.Counts[words[i]]) >= 20)];
        float[] Kept(StyleProfile profile)
        {
            var all = space.Vector(profile).FunctionWords;
            return [.. kept.Select(i => all[i])];
        }

        var asked = Kept(space.Profile(text));
        double Near(int who) => Cosine(asked, Kept(StyleProfile.Sum(profiles.Where((_, i) => of[i] == who), space.Dimensions)));
        return Near(1) > Near(0);
    }

    private static double Cosine(float[] a, float[] b) =>
        a.Zip(b, (x, y) => (double)x * y).Sum() / Math.Sqrt(a.Sum(x => (double)x * x) * b.Sum(x => (double)x * x));

    private static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(RealData.Folder("data/" + file)), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line) yield return line;
    }
}
