namespace Claque.Web;

internal sealed record StudyState(string Name, string State, string? Made, string Version, int Looked, int Articles, string Sentence, string Of);

internal sealed record ArticleLink(
    int Number, string Href, string Id, string Title, string Outlet, string Byline, string? Published, string Precision);

internal sealed record ArticleList(
    IReadOnlyList<ArticleRow> Articles, long Total, string? Next, IReadOnlyList<Facet> Outlets, IReadOnlyList<Facet> Bylines, StudyState Lineage);

internal sealed record ArticleRow(ArticleLink Article, string Dated, string DatedHow, int Words, FamilyLink? Family, long Posts);

internal sealed record FamilyLink(string Href, int Number, int Articles);

internal sealed record ArticlePage(
    ArticleLink Article, string Url, string Language, string File, int Source, string Sha256, int Characters, int Words, IReadOnlyList<TextBlock> Blocks,
    int Cut, IReadOnlyList<Tally> Classes, IReadOnlyList<FactRow> Facts, IReadOnlyList<string> Notes, FamilyLink? Family, IReadOnlyList<Kin> Kin,
    IReadOnlyList<Post> Posts, long PostsTotal, StudyState Lineage, string Changes, string? Previous, string? Next);

internal sealed record TextBlock(string Class, string Reason, bool IsProse, int Start, int End, IReadOnlyList<TextPart> Parts);

internal sealed record FactRow(string Kind, string Value, bool Stated, string Rule, double Confidence, string Href);

internal sealed record Kin(ArticleLink Article, string Relation, double Here, double There, int CopiedWords, string Href);
