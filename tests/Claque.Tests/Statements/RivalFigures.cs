using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Claque.Statements.Figures;
using Claque.Tests.Shared;
using Claque.Text.Prose;

namespace Claque.Tests.Statements;

/// <summary>Pairs of figures of rival reports, with the verdict of a reader.</summary>
internal static partial class RivalFigures
{
    public static (int Right, int All, int FalseConflicts) Judge(string labels, Dictionary<string, (Document Document, List<TextSpan> Sentences)> documents, out List<string> misses)
    {
        misses = [];
        var (right, all, falseConflicts) = (0, 0, 0);
        foreach (var line in File.ReadLines(Path.Combine(RealData.Root, "tests", "Claque.Tests", "Statements", labels)).Where(line => line[0] != '#'))
        {
            var label = line.Split('\t');
            var (a, b) = (FigureIn(documents[label[0]], label[1], label[2]), FigureIn(documents[label[3]], label[4], label[5]));
            var verdict = a is null || b is null ? "no figure" : FigurePairs.Compare(a, b, sameSubject: true).ToString();
            var isRight = label[6] == "Unlike" ? verdict is not ("Conflict" or "Differ" or "Agree") : verdict == label[6];
            all++;
            if (isRight) right++;
            else misses.Add($"{string.Join(' ', label)}: {verdict} {a?.Predicate} {a?.Unit} [{a?.Low}-{a?.High}] {string.Join(',', a?.Of ?? [])} | {b?.Predicate} {b?.Unit} [{b?.Low}-{b?.High}] {string.Join(',', b?.Of ?? [])}");
            if (!isRight && verdict == "Conflict") falseConflicts++;
        }

        return (right, all, falseConflicts);
    }

    private static Figure? FigureIn((Document Document, List<TextSpan> Sentences) read, string sentence, string value) =>
        FiguresOf(read.Document).OrderBy(figure => figure.Kind != UnitKind.People).FirstOrDefault(figure => read.Sentences[int.Parse(sentence, CultureInfo.InvariantCulture)].Contains(figure.Number) && figure.Value == double.Parse(value, CultureInfo.InvariantCulture));

    // With the names of who says so left out, as in a comparison.
    private static IReadOnlyList<Figure> FiguresOf(Document document) =>
        Claque.Statements.Comparing.ReadArticle.Of([new Claque.Articles.Article { Id = "report", Text = document.Text }], out _)[0].Figures;

    // The MSR Paraphrase Corpus: each sentence is a report, and goes by its number.
    public static Dictionary<string, (Document Document, List<TextSpan> Sentences)> Wires()
    {
        var documents = new Dictionary<string, (Document, List<TextSpan>)>();
        using var lines = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(RealData.Folder("data/msrp_news_paraphrase"), "msr_paraphrase_train.txt.gz")), CompressionMode.Decompress));
        while (lines.ReadLine()?.Split('\t') is { } row)
            if (row is [_, var first, var second, var one, var other, ..])
                (documents[first], documents[second]) = ((Document.Of(one), [new TextSpan(0, one.Length)]), (Document.Of(other), [new TextSpan(0, other.Length)]));
        return documents;
    }

    public static Dictionary<string, (Document Document, List<TextSpan> Sentences)> Events()
    {
        var documents = new Dictionary<string, (Document, List<TextSpan>)>();
        using var lines = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(RealData.Folder("data/ecbplus"), "ecbplus_topics_1-35.jsonl.gz")), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.GetProperty("topic").GetString() is null or "15" or "17") continue;
            var text = new System.Text.StringBuilder();
            var sentences = new List<TextSpan>();
            foreach (var sentence in json.RootElement.GetProperty("sentences").EnumerateArray())
            {
                var plain = Plain(sentence.GetString()!);
                sentences.Add(new TextSpan(text.Length, text.Length + plain.Length));
                text.Append(plain).Append("\n\n");
            }

            documents[json.RootElement.GetProperty("doc").GetString()!.Replace(".xml", "", StringComparison.Ordinal)] = (Document.Of(text.ToString()), sentences);
        }

        return documents;
    }

    // BASIL: paragraphs of sentences; an article goes by the beginning of its id.
    public static Dictionary<string, (Document Document, List<TextSpan> Sentences)> Outlets()
    {
        var documents = new Dictionary<string, (Document, List<TextSpan>)>();
        using var lines = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(RealData.Folder("data/basil"), "basil.jsonl.gz")), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var text = new System.Text.StringBuilder();
            var sentences = new List<TextSpan>();
            foreach (var paragraph in json.RootElement.GetProperty("body-paragraphs").EnumerateArray())
            {
                foreach (var sentence in paragraph.EnumerateArray())
                {
                    var plain = sentence.GetString()!.Trim();
                    sentences.Add(new TextSpan(text.Length, text.Length + plain.Length));
                    text.Append(plain).Append(' ');
                }

                text.Append("\n\n");
            }

            documents[json.RootElement.GetProperty("uuid").GetString()![..Math.Min(8, json.RootElement.GetProperty("uuid").GetString()!.Length)]] = (Document.Of(text.ToString()), sentences);
        }

        return documents;
    }

    // The corpus parts words and signs by blanks.
    private static string Plain(string tokens) => BeforeSign().Replace(WithinNumber().Replace(tokens, "$1$2"), "$1");

    [GeneratedRegex(@"(?<=\d) (\.) (?=\d)|(?<=\d) (,) (?=\d{3}\b)")]
    private static partial Regex WithinNumber();

    [GeneratedRegex(@" ([.,;:?!)]|'s\b)")]
    private static partial Regex BeforeSign();
}
