namespace Claque.Web;

internal sealed record LineagePage(
    StudyState Study, IReadOnlyList<RelationRow> Relations, IReadOnlyList<FamilyRow> Families, IReadOnlyList<string> Notes);

internal sealed record RelationRow(string Relation, long Pairs, string Meaning);

internal sealed record FamilyRow(
    string Key, string Href, int Number, string Title, int Articles, IReadOnlyList<string> Outlets, string? First, string? Last, ArticleLink? Earliest,
    int Directed, int Undirected, IReadOnlyList<string> Missing, string Status, IReadOnlyList<string> Tags);

internal sealed record FamilyPage(
    StudyState Study, FamilyRow Family, IReadOnlyList<ArticleLink> Members, IReadOnlyList<FamilyEdge> Edges, IReadOnlyList<MissingRow> Missing,
    string Note, IReadOnlyList<string> Limits, IReadOnlyList<Decision> Decisions, IReadOnlyList<Note> Notes, string? Previous, string? Next,
    Choice Choice);

internal sealed record FamilyEdge(
    int From, int To, string Missing, bool Directed, double Chance, double Score, string Reason, string Relation, double InFrom, double InTo,
    IReadOnlyList<EdgeEvidence> Evidence, IReadOnlyList<Tally> Edits, string Href);

internal sealed record EdgeEvidence(string Kind, double Weight, string Text);

internal sealed record MissingRow(string Name, string Reason, int Articles);

internal sealed record VersionsPage(
    ArticleLink A, ArticleLink B, string Relation, string Sentence, double InA, double InB, IReadOnlyList<PassageRow> Passages,
    IReadOnlyList<EditRow> Edits, int Reworded, IReadOnlyList<SentenceRow> Sentences, int SentencesLeft, FamilyEdge? Edge, FamilyLink? Family,
    Choice Choice);

internal sealed record PassageRow(
    string Class, bool IsCopy, int Words, double Identity, string Reason, string HrefA, string HrefB, string Beginning);

internal sealed record EditRow(string Kind, string Before, string After, string HrefA, string HrefB);

internal sealed record SentenceRow(string Class, bool Moved, IReadOnlyList<TextPart> A, IReadOnlyList<TextPart> B);
