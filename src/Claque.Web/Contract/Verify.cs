namespace Claque.Web;

internal sealed record VerifyPage(
    StudyState Study, IReadOnlyList<string> Bylines, ArticleLink? A, string Byline, ArticleLink? B, Verified? Answer, string Problem, string Bar,
    IReadOnlyList<string> Limits);

internal sealed record Verified(
    string Verdict, string Reason, double Score, double? LogRatio, string Ratio, string Reference, int Writers, string Rival, string RivalHref, double? RivalRatio, string RivalShown,
    string Needs, IReadOnlyList<VerifiedSide> Sides);

internal sealed record VerifiedSide(string Name, string Href, int Texts, int Words, int QuotedWords, int SharedWords, int OtherWords);
