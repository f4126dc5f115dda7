namespace Claque.Web;

internal sealed record StyleChangesPage(
    StudyState Study, string Sentence, string Bar, IReadOnlyList<ChangesRow> Texts, long Total, string? Next, IReadOnlyList<string> Limits);

internal sealed record ChangesRow(ArticleLink Article, string Href, int Paragraphs, string Changes, string Open, string Why);

internal sealed record ArticleChangesPage(
    StudyState Study, ArticleLink Article, string Sentence, string Bar, string Copies, IReadOnlyList<StyleParagraph> Paragraphs, IReadOnlyList<string> Limits);

internal sealed record StyleParagraph(int Number, string Href, IReadOnlyList<TextPart> Parts, int Cut, string Quoted, IReadOnlyList<Finding> Shared, StyleBreak? After);

internal sealed record StyleBreak(string Answer, double Chance, IReadOnlyList<StyleSign> Signs);

internal sealed record StyleSign(string Sign, double LogOdds);
