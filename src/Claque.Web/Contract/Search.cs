namespace Claque.Web;

internal sealed record SearchPage(
    string Query, IReadOnlyList<SearchHit> Posts, long Total, bool TotalIsLeast, string? Next, IReadOnlyList<Facet> Languages,
    IReadOnlyList<Facet> Days, IReadOnlyList<Facet> Accounts, IReadOnlyList<Facet> Groups, IReadOnlyList<Facet> Behaviours, bool Searchable,
    string Sentence, IReadOnlyList<Facet> Kinds, IReadOnlyList<ArticleHit> Articles, long ArticlesTotal);

internal sealed record SearchHit(Post Post, GroupLink? Group);

internal sealed record ArticleHit(ArticleLink Article, IReadOnlyList<Snippet> Snippets, int Places);

internal sealed record Snippet(string Href, IReadOnlyList<TextPart> Parts);

internal sealed record Facet(string Value, string Label, long Count, bool Chosen);
