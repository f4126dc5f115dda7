using System.Globalization;
using Claque.Articles;
using Claque.Statements;
using Claque.Statements.Comparing;
using Claque.Statements.Figures;
using Claque.Statements.Names;
using Claque.Text.Prose;

namespace Claque.Tests.Statements;

/// <summary>The list of what a careful reader finds in two rival accounts, held against a comparison.</summary>
internal sealed partial class CarefulReader
{
    public CarefulReader(string folder)
    {
        Left = ArticleFiles.Read(Path.Combine(folder, "visit.txt"))[0];
        Right = ArticleFiles.Read(Path.Combine(folder, "investigation.txt"))[0];
        Found = Comparison.Of([Left], [Right]);
        Expected = [.. File.ReadLines(Path.Combine(folder, "expected.tsv")).Where(line => line.Length > 0 && line[0] != '#')];
    }

    public Article Left { get; }

    public Article Right { get; }

    public Comparison Found { get; }

    public IReadOnlyList<string> Expected { get; }

    /// <summary>The lines that the comparison does not answer.</summary>
    public List<string> Missing() => [.. Expected.Where(line => !Holds(line.Split('\t')))];

    private bool Holds(string[] line) => line[0] switch
    {
        "figure" when !double.TryParse(line[1], CultureInfo.InvariantCulture, out _) => HoldsFigure(line),
        "note" when Others.Contains(line[2]) => HoldsNote(line),
        "row" when Relations.ContainsKey(line[2]) => HoldsRow(line),
        "loaded" when line[1] is "left" or "right" => Side(line[1]).Loaded.Any(word => word.Voice.ToString().Equals(line[2], StringComparison.OrdinalIgnoreCase) && Text(line[1], word.Span).Equals(line[3], StringComparison.OrdinalIgnoreCase)),
        "heard" when line.Length == 4 => HoldsHeard(line),
        "pronoun" => HoldsPronoun(line),
        "notspeech" => !Side(line[1]).Statements.Any(statement => Says(line[1], statement, line[2])),
        "same" => AreOne(line),
        "apart" => !AreOne(line),
        "provenance" => HoldsProvenance(line),
        "figure" => Found.Figures.Any(row => Is(row.Left, line[1]) && Is(row.Right, line[2]) && IsOneOf(row.Relation.ToString(), line[3])),
        "note" => Side(line[1]).Notes.Any(note => IsOneOf(note.Kind.ToString(), line[2]) && Text(line[1], note.Span).Contains(line[3], StringComparison.Ordinal)),
        "statement" => Side(line[1]).Statements.Any(statement => Says(line[1], statement, line[3])
            && IsOneOf(statement.SourceKind.ToString(), line[4])
            && (line[2] is "the writer" or "-" || Who(line[1], statement).Contains(line[2], StringComparison.OrdinalIgnoreCase))),
        "entity" => Found.Entities.Any(entity => line[1].Split('|').All(form => entity.Forms.Any(other => NameForms.Words(other).SequenceEqual(NameForms.Words(form))))),
        "row" => Found.Rows.Any(row => row.Aspect == line[1] && (line[2] == "*" || row.Relation.ToString() == line[2]) && Says(row.Left, "left", line[3]) && Says(row.Right, "right", line[4])),
        "loaded" => Side(line[2]).Loaded.Any(word => word.Word == line[1] || Text(line[2], word.Span).Equals(line[1], StringComparison.OrdinalIgnoreCase)),
        "heard" => Side(line[1]).Header.Heard.Any(one => one.Name.Contains(line[2], StringComparison.Ordinal)),
        "basis" => IsOneOf(Side(line[1]).Header.Basis, line[2]),
        _ => throw new InvalidDataException(line[0]),
    };

    // A source is who is meant under any of its names, and the words that name it.
    private string Who(string side, Statement statement) =>
        string.Join(' ', [.. Found.Entities.Where(entity => entity.Name == statement.Resolved).SelectMany(entity => entity.Forms), statement.Resolved ?? "", .. statement.Source.Select(span => Text(side, span))]);

    // A range is known by its lower end or its middle.
    private static bool Is(Figure figure, string value) => double.Parse(value, CultureInfo.InvariantCulture) is var wanted && (figure.Value == wanted || figure.Low == wanted);

    private bool Says(IReadOnlyList<Claim> claims, string side, string words) => words.Length == 0 || claims.Any(claim => Text(side, claim.Span).Contains(words, StringComparison.Ordinal));

    private ReadArticle Side(string name) => Found.Articles[name == "left" ? 0 : 1];

    private string Text(string side, TextSpan span) => Side(side).Article.Text[span.Start..span.End];

    private static bool IsOneOf(string value, string list) => list.Split('|').Contains(value);
}
