using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Claque.Personas;
using Claque.Text.Prose;
using Microsoft.AspNetCore.Http;

namespace Claque.Web;

/// <summary>Two texts of the case, or a byline and a text: are they of one hand? As the address asks it.</summary>
/// <param name="A">The number of the known article; 0 for a byline.</param>
/// <param name="Byline">The byline whose articles are known; empty for an article.</param>
/// <param name="B">The number of the article asked about.</param>
internal sealed record CaseQuestion(int A, string Byline, int B)
{
    private static readonly JsonSerializerOptions Lines = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What tells it apart.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{(A > 0 ? $"article {A}" : Byline)} and article {B}");

    /// <summary>The question of an address; a side that is not there yet is 0 or empty.</summary>
    /// <exception cref="Refused">Both sides are one article.</exception>
    public static CaseQuestion Of(Shelf shelf, HttpRequest request)
    {
        var (a, byline, b) = (request.Text("a"), request.Text("byline"), request.Text("b"));
        var asked = new CaseQuestion(byline.Length > 0 || a.Length == 0 ? 0 : shelf.Number(a), byline, b.Length == 0 ? 0 : shelf.Number(b));
        return asked.A == 0 || asked.A != asked.B ? asked : throw new Refused(StatusCodes.Status400BadRequest, $"Both texts are article {asked.A}. Give two.");
    }

    /// <summary>The problems that <c>claque verify</c> takes, the question first; null where a text was not made clean yet.</summary>
    public IReadOnlyList<VerificationProblem>? Problems(Shelf shelf, KeptPersonas kept, KeptTexts texts)
    {
        var known = Known(shelf, texts);
        if (B > texts.Texts.Count || known.Exists(number => number > texts.Texts.Count) || known.Count == 0) return null;
        HashSet<string> reference = [.. kept.Bylines.Select(row => row.Byline)];
        var others = Enumerable.Range(1, texts.Texts.Count).Where(number => number != B && reference.Contains(BylineOf(shelf, number))).Select(number => Text(shelf, texts, number));
        return HandQuestion.Of(Id, [.. known.Select(number => Text(shelf, texts, number))], Text(shelf, texts, B), [.. others], HandQuestionOptions.Default);
    }

    /// <summary>Both sides with what was counted of them.</summary>
    public IReadOnlyList<VerifiedSide> Sides(Shelf shelf, KeptTexts texts)
    {
        var known = Known(shelf, texts);
        return [Side(A > 0 ? Named(shelf, A) : Byline, A > 0 ? Shelf.Href(A) : PersonaPages.Href(Byline), known, texts), Side(Named(shelf, B), Shelf.Href(B), [B], texts)];
    }

    /// <summary>Problems as lines of JSON.</summary>
    public static byte[] Written(IEnumerable<VerificationProblem> problems)
    {
        var lines = new StringBuilder();
        foreach (var problem in problems) lines.Append(JsonSerializer.Serialize(new { id = problem.Id, language = problem.Language, known = problem.Known, unknown = problem.Unknown }, Lines)).Append('\n');
        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    private static string BylineOf(Shelf shelf, int number) => shelf.Of(number).Byline?.Trim() ?? "";

    private static string Named(Shelf shelf, int number)
    {
        var link = shelf.Link(number);
        return (link.Title.Length > 0 ? link.Title : link.Id) + (link.Byline.Length > 0 ? $" ({link.Byline})" : "");
    }

    private List<int> Known(Shelf shelf, KeptTexts texts) =>
        A > 0 ? [A] : [.. Enumerable.Range(1, Math.Min(texts.Texts.Count, shelf.Articles.Count)).Where(number => number != B && BylineOf(shelf, number) == Byline)];

    private static QuestionText Text(Shelf shelf, KeptTexts texts, int number)
    {
        var (article, kept) = (shelf.Of(number), texts.Texts[number - 1]);
        return new QuestionText(article.Id, BylineOf(shelf, number), article.Published, kept.Words, StyleText.Without(article.Text, kept.Spans.Chunk(2).Select(span => new TextSpan(span[0], span[1]))));
    }

    private static VerifiedSide Side(string name, string href, List<int> numbers, KeptTexts texts)
    {
        int Sum(Func<KeptText, int> part) => numbers.Sum(number => part(texts.Texts[number - 1]));
        return new VerifiedSide(name, href, numbers.Count, Sum(text => text.Words), Sum(text => text.Quoted), Sum(text => text.Shared), Sum(text => text.Other));
    }
}
