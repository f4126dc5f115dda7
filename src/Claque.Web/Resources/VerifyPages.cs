using Claque.Cases;
using Claque.Personas;
using Claque.Reports.Personas;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Claque.Web;

/// <summary><c>/personas/verify?a=…&amp;b=…</c>: are two texts, or a byline and a text, of one hand?</summary>
internal static class VerifyPages
{
    private const string OtherLanguage = "No answer. A text is in another language than the other bylines here: two texts of another language would look like one hand. It would need bylines that write in it; claque verify takes such texts by themselves.";

    public static void Map(WebApplication app, Bench bench)
    {
        app.MapGet("/personas/verify.json", (HttpRequest request) => TypedResults.Ok(bench.Case.Read(file => Page(bench.Case, file, request))));
        app.MapGet("/personas/verify.csv", (HttpRequest request) => bench.Case.Read(file => Csv(bench.Case, file, request)));
        app.MapGet("/personas/verify.jsonl", (HttpRequest request) => bench.Case.Read(file => Results.File(
            CaseQuestion.Written(Required(bench.Case, file, request).Problems), "application/jsonl; charset=utf-8", "problems.jsonl")));
    }

    private static VerifyPage Page(OpenCaseFile open, CaseFile file, HttpRequest request)
    {
        var (shelf, kept) = (open.Known.Shelf(file), PersonaPages.Kept(open, file));
        var asked = CaseQuestion.Of(shelf, request);
        var isWhole = kept is not null && asked.B > 0 && (asked.A > 0 || asked.Byline.Length > 0);
        var (answer, problem) = isWhole ? Answer(open, file, shelf, kept!, asked) : (null, "");
        return new VerifyPage(
            StudyMaking.State(file, PersonasStudy.Name), [.. (kept?.Bylines ?? []).Select(row => row.Byline)], asked.A > 0 ? shelf.Link(asked.A) : null, asked.Byline,
            asked.B > 0 ? shelf.Link(asked.B) : null, answer, problem, VerifyWords.OfBar(VerificationOptions.Strict), PersonaWords.LimitsOfVerification);
    }

    private static (Verified? Answer, string Problem) Answer(OpenCaseFile open, CaseFile file, Shelf shelf, KeptPersonas kept, CaseQuestion asked)
    {
        if (Put(open, file, shelf, kept, asked) is not { } put) return (null, NotClean(asked));
        if (!HandQuestion.IsOfOneLanguage(put.Problems)) return (null, OtherLanguage);
        var answer = put.Answered.Answers[0];
        return (new Verified(
            PersonaWords.Of(answer.Verdict), answer.Reason, Math.Round(answer.Score, 4), answer.LogRatio is { } log ? Math.Round(log, 4) : null, Shown(answer.LogRatio),
            VerifyWords.OfReference(put.Answered), put.Answered.Writers - 1, answer.Rival?.Id ?? "", answer.Rival is { } rival ? PersonaPages.Href(rival.Id) : "",
            answer.Rival is { } other ? Math.Round(other.LogRatio, 4) : null, Shown(answer.Rival?.LogRatio), answer.Verdict == HandVerdict.Abstain ? Needs(shelf, asked) : "", put.Sides), "");
    }

    private static string Shown(double? log) => log is { } ratio ? PersonaWords.Ratio(ratio) : "";

    private static string NotClean(CaseQuestion asked) => asked.A == 0
        ? $"There is no other article by {asked.Byline} whose text was made ready for this. Compare the bylines again when articles have come since."
        : "These texts were not made ready for this when the bylines were compared. Look again.";

    private static string Needs(Shelf shelf, CaseQuestion asked) => asked.A == 0
        ? "What it would need: more articles of the byline, more bylines in the case that write on the same subjects, or longer texts."
        : shelf.Of(asked.A).Byline is { Length: > 0 } byline
            ? $"One text against one seldom says anything. What it would need: more texts of whoever wrote the first, such as all articles by {byline}, and longer ones."
            : "One text against one seldom says anything. What it would need: more texts of whoever wrote the first, and longer ones.";

    private static PutQuestion? Put(OpenCaseFile open, CaseFile file, Shelf shelf, KeptPersonas kept, CaseQuestion asked) =>
        open.Known.Question($"{StudyMaking.State(file, PersonasStudy.Name).Made} {asked.A} {asked.B} {asked.Byline}", () =>
            StudyMaking.Part(file, PersonasStudy.Name, PersonasStudy.TextsKey, KeptJson.Default.KeptTexts) is { } texts && asked.Problems(shelf, kept, texts) is { } problems
                ? new PutQuestion(problems, Verification.Of(problems, VerificationOptions.Strict)[0], asked.Sides(shelf, texts))
                : null);

    /// <exception cref="Refused">The address asks nothing, the texts were not made ready, or one is in another language.</exception>
    private static PutQuestion Required(OpenCaseFile open, CaseFile file, HttpRequest request)
    {
        var shelf = open.Known.Shelf(file);
        var asked = CaseQuestion.Of(shelf, request);
        if (asked.B == 0 || (asked.A == 0 && asked.Byline.Length == 0)) throw new Refused(StatusCodes.Status400BadRequest, "Give two texts, such as /personas/verify?a=1&b=2, or a byline and a text.");
        var kept = PersonaPages.Kept(open, file) ?? throw Refused.NotFound("The bylines of this case were not compared yet.");
        var put = Put(open, file, shelf, kept, asked) ?? throw Refused.NotFound(NotClean(asked));
        return HandQuestion.IsOfOneLanguage(put.Problems) ? put : throw new Refused(StatusCodes.Status400BadRequest, OtherLanguage);
    }

    private static IResult Csv(OpenCaseFile open, CaseFile file, HttpRequest request)
    {
        using var whole = new MemoryStream();
        VerifyCsv.Write(Required(open, file, request).Answered.Answers.Take(1), whole);
        return Results.File(whole.ToArray(), "text/csv; charset=utf-8", "one-hand.csv");
    }
}

/// <summary>A question with its answer.</summary>
internal sealed record PutQuestion(IReadOnlyList<VerificationProblem> Problems, Verification Answered, IReadOnlyList<VerifiedSide> Sides);
