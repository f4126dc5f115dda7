using System.Text.Json;
using Claque.Personas;
using Claque.Personas.Hands;
using Claque.Statistics;

namespace Claque.Benchmarks;

/// <summary>Known and unknown texts (PAN 2014), and changes of hand within texts (PAN 2024; reports of one writer).</summary>
internal static class TextScores
{
    private const int TextsOfOneWriter = 12;

    private static readonly (string File, string Language, string Name)[] Verified =
        [("gr_articles", "el", "newspaper opinion, Greek"), ("sp_articles", "es", "newspaper opinion, Spanish"), ("en_essays", "en", "English essays on set topics"), ("du_essays", "nl", "Dutch essays")];

    /// <summary>Writes the rows of the table.</summary>
    /// <param name="to">Receives them.</param>
    /// <param name="folder">The folder with <c>pan14_verification</c>, <c>pan24_style_change</c> and <c>reuters_c50</c>.</param>
    public static void Write(TextWriter to, string folder)
    {
        to.WriteLine("| known and unknown texts | AUC | c@1 | answered | wrong of these |");
        to.WriteLine("|---|---|---|---|---|");
        foreach (var (file, language, name) in Verified) WriteVerified(to, Path.Combine(folder, "pan14_verification", file + "_train.jsonl.gz"), language, name);
        to.WriteLine();
        to.WriteLine("| changes within texts, half not learned from | mean F1 of both classes | F1 of changes |");
        to.WriteLine("|---|---|---|");
        foreach (var kind in new[] { "easy", "medium", "hard" }) WriteChanges(to, Path.Combine(folder, "pan24_style_change", kind + "_train.jsonl.gz"), kind);
        to.WriteLine();
        to.WriteLine("| false changes | breaks | unanswered | called a change | texts with one |");
        to.WriteLine("|---|---|---|---|---|");
        foreach (var together in new[] { 1, 4 }) WriteFalseChanges(to, Path.Combine(folder, "reuters_c50", "c50_train.jsonl.gz"), together);
    }

    // Every change that is seen in a text of one writer is false.
    private static void WriteFalseChanges(TextWriter to, string file, int paragraphsTogether)
    {
        var texts = Rows(file).GroupBy(row => row.GetProperty("author").GetString()!).SelectMany(own => own.Take(TextsOfOneWriter))
            .Select(row => new HandsText(row.GetProperty("file").GetString()!, [.. row.GetProperty("text").GetString()!.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Chunk(paragraphsTogether).Select(some => string.Join(' ', some))])).ToList();
        var answers = StyleChanges.Of(texts, HandsOptions.Default).Answers;
        var breaks = answers.SelectMany(answer => answer.Changes).ToArray();
        to.WriteLine($"| {texts.Count} reports of one writer each, {(paragraphsTogether == 1 ? "paragraph by paragraph" : $"{paragraphsTogether} paragraphs at a time")} | {breaks.Length} | {breaks.Count(change => change is null) / (double)breaks.Length:.000} "
            + $"| {breaks.Count(change => change == true) / (double)breaks.Length:.000} | {answers.Count(answer => answer.Changes.Contains(true)) / (double)texts.Count:.000} |");
    }

    // c@1 as PAN has it: what is left unanswered counts as right as often as what is answered (Peñas and Rodrigo 2011).
    private static void WriteVerified(TextWriter to, string file, string language, string name)
    {
        var rows = Rows(file).ToArray();
        var problems = rows.Select(row => new VerificationProblem(row.GetProperty("problem").GetString()!, language, [.. row.GetProperty("known").EnumerateArray().Select(known => known.GetString()!)], row.GetProperty("unknown").GetString()!)).ToList();
        var answers = Verification.Of(problems, VerificationOptions.Default)[0].Answers;
        var pairs = answers.Zip(rows, (answer, row) => (answer.Score, Is: row.GetProperty("same_author").GetBoolean())).ToArray();
        var answered = pairs.Where(pair => pair.Score != 0.5).ToArray();
        double n = pairs.Length, right = answered.Count(pair => pair.Score > 0.5 == pair.Is);
        to.WriteLine($"| {name}, {pairs.Length} problems | {Discrimination.Auc([.. pairs.Where(p => p.Is).Select(p => p.Score)], [.. pairs.Where(p => !p.Is).Select(p => p.Score)]):.000} "
            + $"| {(right + (n - answered.Length) * right / n) / n:.000} | {answered.Length} | {answered.Length - right} |");
    }

    private static void WriteChanges(TextWriter to, string file, string kind)
    {
        var rows = Rows(file).Where((_, i) => i % 2 == 1).ToList();
        var changes = StyleChanges.Of([.. rows.Select(row => new HandsText(row.GetProperty("id").GetString()!, row.GetProperty("text").GetString()!.Split('\n')))], HandsOptions.Default);
        var truth = rows.SelectMany(row => row.GetProperty("changes").EnumerateArray().Select(change => change.GetInt32() == 1));
        var pairs = changes.Answers.SelectMany(answer => answer.Changes).Zip(truth, (found, is_) => (Found: found == true, Is: is_)).ToList();
        double F1(bool of) => 2.0 * pairs.Count(p => p.Found == of && p.Is == of) / (pairs.Count(p => p.Found == of) + pairs.Count(p => p.Is == of));
        to.WriteLine($"| {kind} ({changes.Kind}), {rows.Count} texts | {(F1(true) + F1(false)) / 2:.000} | {F1(true):.000} |");
    }

    private static IEnumerable<JsonElement> Rows(string file) => Reporters.Lines(file).Select(line => JsonDocument.Parse(line).RootElement);
}
