using Claque.Articles;
using Claque.Statements;
using Claque.Statements.Figures;
using Claque.Statements.Names;
using Claque.Statements.Sources;
using Claque.Text.Prose;

namespace Claque.Tests.Statements;

/// <summary>
/// Lists by another hand, which had not seen the rules: they name words of the articles, not values and kinds of the program. How each of their
/// kinds of line is held against a comparison.
/// </summary>
internal sealed partial class CarefulReader
{
    private static readonly string[] Others = ["disclosure", "first-hand", "hearsay", "asked-for-comment", "declined", "no-response", "denied", "unattributed"];

    private static readonly Dictionary<string, RowRelationOf> Relations = new(StringComparer.Ordinal)
    {
        ["differ"] = new("Differ", false, false),
        ["agree"] = new("Agree", false, false),
        ["characterised"] = new("CharacterisedOtherwise", false, false),
        ["only-left"] = new("OnlyHere", false, true),
        ["only-right"] = new("OnlyHere", true, false),
    };

    private sealed record RowRelationOf(string Name, bool EmptyLeft, bool EmptyRight);

    /// <summary>The rows wanted whose words stand side by side under the aspect, whatever is said of how they stand to each other.</summary>
    public List<string> RowsSideBySide() => [.. Expected.Where(line => line.StartsWith("row", StringComparison.Ordinal) && HoldsRow([.. line.Split('\t').Select((field, i) => i == 2 ? "" : field)]))];

    private bool HoldsRow(string[] line) => Found.Rows.Any(row => row.Aspect == line[1] && (line[2].Length == 0 || (Relations[line[2]] is var wanted && row.Relation.ToString() == wanted.Name && !(wanted.EmptyLeft && row.Left.Count > 0) && !(wanted.EmptyRight && row.Right.Count > 0)))
        && Says(row.Left, "left", line[3].Replace("-", "", StringComparison.Ordinal).Length == 0 ? "" : line[3]) && Says(row.Right, "right", line[4].Replace("-", "", StringComparison.Ordinal).Length == 0 ? "" : line[4]));

    // Figures that must not be set side by side may be called comparable.
    private bool HoldsFigure(string[] line)
    {
        var rows = Found.Figures.Where(row => Place("left", line[1]).Overlaps(row.Left.Span) && Place("right", line[2]).Overlaps(row.Right.Span)).ToList();
        return line[3] == "unrelated" ? rows.TrueForAll(row => row.Relation == FigureRelation.Comparable) : rows.Exists(row => row.Relation.ToString().Equals(line[3], StringComparison.OrdinalIgnoreCase));
    }

    private bool HoldsNote(string[] line)
    {
        var (side, place) = (Side(line[1]), Place(line[1], line[3]));
        bool Noted(NoteKind kind) => side.Notes.Any(note => note.Kind == kind && note.Span.Overlaps(place));
        return line[2] switch
        {
            "disclosure" => Noted(NoteKind.Disclosure),
            "first-hand" => Noted(NoteKind.FirstHand),
            "hearsay" => side.Header.Basis is "hearsay" or "both",
            "denied" => Noted(NoteKind.CommentRequest) || side.Statements.Any(statement => statement.CueWord.Split(' ')[0] == "deny" && Says(line[1], statement, line[3])),
            "unattributed" => side.Header.Unattributed.Any(span => span.Overlaps(place)),
            _ => Noted(NoteKind.CommentRequest),
        };
    }

    private bool HoldsHeard(string[] line)
    {
        var heard = Side(line[1]).Statements.Any(statement => statement.Parent < 0 && statement.SourceKind is not (SourceKind.Writer or SourceKind.Nobody) && Who(line[1], statement).Contains(line[3], StringComparison.OrdinalIgnoreCase));
        return heard == (line[2] == "yes");
    }

    private bool HoldsPronoun(string[] line) => Side(line[1]).Statements.Any(statement => Says(line[1], statement, line[3]) && statement.Source.Count > 0 && Text(line[1], statement.Source[0]) == line[2]
        && Who(line[1], statement).Contains(line[4].Split(" (")[0], StringComparison.OrdinalIgnoreCase));

    private bool AreOne(string[] line) => Found.Entities.Any(entity => line[1..].All(form => entity.Forms.Any(other => NameForms.Words(other).SequenceEqual(NameForms.Words(form)))));

    private bool HoldsProvenance(string[] line)
    {
        var (side, place) = (Side(line[1]), Place(line[1], line[3]));
        if (line[2].StartsWith("first published in ", StringComparison.Ordinal))
            return side.Facts.Any(fact => fact.Kind == FactKind.Credit && fact.Span is { } span && span.Overlaps(place) && fact.Value.EndsWith(line[2]["first published in ".Length..].Split(',')[0], StringComparison.Ordinal));
        if (line[2].StartsWith("byline is ", StringComparison.Ordinal))
            return ArticleText.BlocksOf(side.Article).Where(block => block.Class == BlockClass.Byline).All(block => block.Span.Overlaps(place)) && ArticleText.BlocksOf(side.Article).Any(block => block.Class == BlockClass.Byline);
        return string.IsNullOrWhiteSpace(side.Document.Text[place.Start..place.End]) && side.Facts.Any(fact => fact.Kind == FactKind.Credit);
    }

    private bool Says(string side, Statement statement, string words) => statement.Content.Any(span => Text(side, span).Contains(words, StringComparison.Ordinal));

    private TextSpan Place(string side, string words)
    {
        var at = Side(side).Article.Text.IndexOf(words, StringComparison.Ordinal);
        return at < 0 ? throw new InvalidDataException(words) : new TextSpan(at, at + words.Length);
    }
}
