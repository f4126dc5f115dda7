using System.IO.Compression;
using System.Text.Json;
using Claque.Text.Prose;

namespace Claque.Tests.Statements;

/// <summary>What an annotator marked: who says it, by which words, and what.</summary>
internal sealed record Marked(List<TextSpan> Source, List<TextSpan> Cue, List<TextSpan> Content, string CueWords);

/// <summary>Articles in which annotators marked who says what (PolNeAR).</summary>
internal sealed record AnnotatedArticle(string File, string Text, List<Marked> Marks)
{
    /// <summary>The articles of a part, ordered by name.</summary>
    public static List<AnnotatedArticle> Of(string path)
    {
        var articles = new List<AnnotatedArticle>();
        using var lines = new StreamReader(new GZipStream(System.IO.File.OpenRead(path), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString()!;
            var marks = json.RootElement.GetProperty("attributions").EnumerateArray().Select(mark => Read(text, mark)).Where(mark => mark.Content.Count > 0);
            articles.Add(new AnnotatedArticle(json.RootElement.GetProperty("file").GetString()!, text, [.. marks]));
        }

        return [.. articles.OrderBy(article => article.File, StringComparer.Ordinal)];
    }

    public static bool SameSource(IReadOnlyList<TextSpan> found, List<TextSpan> marked) =>
        marked.Count == 0 ? found.Count == 0 : Shared(found, marked) is > 0 and var shared && shared * 2 >= Math.Min(Length(found), Length(marked));

    /// <summary>Jaccard overlap of characters.</summary>
    public static double Likeness(IReadOnlyList<TextSpan> a, IReadOnlyList<TextSpan> b) =>
        Shared(a, b) is > 0 and var shared ? shared / (double)(Length(a) + Length(b) - shared) : 0;

    public static int Shared(IReadOnlyList<TextSpan> a, IReadOnlyList<TextSpan> b)
    {
        var shared = 0;
        foreach (var x in a)
            foreach (var y in b) shared += Math.Max(0, Math.Min(x.End, y.End) - Math.Max(x.Start, y.Start));
        return shared;
    }

    private static int Length(IReadOnlyList<TextSpan> spans) => spans.Sum(span => span.Length);

    private static Marked Read(string text, JsonElement mark)
    {
        var cue = Spans(mark, "Cue");
        return new Marked(Spans(mark, "Source"), cue, Spans(mark, "Content"),
            string.Join(' ', cue.Select(span => text[span.Start..Math.Min(span.End, text.Length)])).ToLowerInvariant());
    }

    private static List<TextSpan> Spans(JsonElement mark, string role) => !mark.TryGetProperty(role, out var parts) ? []
        : [.. parts.EnumerateArray().SelectMany(part => part.GetProperty("spans").EnumerateArray()).Select(span => new TextSpan(span[0].GetInt32(), span[1].GetInt32())).Order()];
}
