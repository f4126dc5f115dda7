namespace Claque.Web;

internal sealed record ComparePage(StudyState Study, IReadOnlyList<Subject> Subjects, int Alone, IReadOnlyList<ArticleLink> Left, IReadOnlyList<ArticleLink> Right);

internal sealed record Subject(int Number, IReadOnlyList<ArticleLink> Articles, string Href);

internal sealed record Sides(
    IReadOnlyList<SideArticle> Left, IReadOnlyList<SideArticle> Right, IReadOnlyList<SideRow> Rows, IReadOnlyList<Tally> Relations,
    IReadOnlyList<SideFigure> Figures, int Comparable, IReadOnlyList<SideName> Names, IReadOnlyList<LoadedRow> Loaded, string Caution, string HowSure, string OfSubject);

internal sealed record SideArticle(
    ArticleLink Article, string Problem, int Words, int Direct, int Mixed, int Indirect, double QuotedShare, double AttributedShare, string Basis,
    int FirstHand, IReadOnlyList<Tally> ByKind, IReadOnlyList<HeardRow> Heard, IReadOnlyList<string> NotHeard, int Unattributed,
    IReadOnlyList<Told> Told);

internal sealed record HeardRow(string Name, string Kind, int Statements, int Direct);

internal sealed record Told(string What, string How, string Text, string Href);

internal sealed record SideRow(
    string Entity, string Aspect, string Relation, bool Compatible, IReadOnlyList<Reason> Reasons, IReadOnlyList<SideClaim> Left, IReadOnlyList<SideClaim> Right, Choice Choice);

internal sealed record Reason(string Left, string Right);

internal sealed record SideClaim(int Article, string Href, string Text, string Holder, string HolderKind, IReadOnlyList<string> Words);

internal sealed record SideFigure(string Relation, FigureOf Left, FigureOf Right, Choice Choice);

internal sealed record FigureOf(int Article, string Href, string Text, string Around, string Holder);

internal sealed record SideName(string Name, string Kind, IReadOnlyList<NameForm> Forms, IReadOnlyList<NameLink> Links, int Left, int Right);

internal sealed record NameForm(string Form, int Left, int Right);

internal sealed record NameLink(string A, string B, string Reason, bool Weak);

internal sealed record LoadedRow(string Word, string Class, int Polarity, int[] Left, int[] Right);

internal sealed record NameCorrection(string A, string B, bool Same);
