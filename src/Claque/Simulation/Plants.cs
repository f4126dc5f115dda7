using System.Collections.Immutable;
using System.Globalization;
using Claque.Reading;
using Claque.Tracing;

namespace Claque.Simulation;

/// <summary>Planted crews by name: <c>none</c>, <c>small</c>, <c>grid</c>, and cells such as <c>8x15x10min-c50-p60</c>.</summary>
public static class Plants
{
    private const string Shape =
        "Use none, small, grid, or SIZExACTSxJITTER such as 8x15x10min, followed where wanted by -c50 (camouflage in percent), " +
        "-p60 (participation in percent), -n4 (number of such crews), -launch, -light, -paraphrase, and behaviours such as -link+text; " +
        "several with commas between them; or a JSON file.";

    private static readonly int[] GridSizes = [4, 8, 16];
    private static readonly int[] GridActs = [5, 8, 15, 30];

    /// <summary>The crews of a preset, of cells, or of several of them with commas between.</summary>
    /// <remarks><c>grid</c> takes <c>-JITTER</c> and <c>-cNN</c>, as in <c>grid-30s-c90</c>: one jitter and camouflage for its 12 crews.</remarks>
    /// <exception cref="InputException">A part cannot be read.</exception>
    public static ImmutableArray<Crew> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var crews = new List<Crew>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            crews.AddRange(Part(part, crews.Count));
        var twice = crews.GroupBy(crew => crew.Name).FirstOrDefault(same => same.Count() > 1);
        if (twice != null) throw new InputException($"Planted crews \"{text}\": \"{twice.Key}\" comes twice. Name each preset once, or use a JSON file.");
        return [.. crews];
    }

    /// <summary>A crew's parameters in the form that <see cref="Parse"/> reads, without number: <c>8x15x10min-c50-p60</c>.</summary>
    public static string CellOf(Crew crew)
    {
        ArgumentNullException.ThrowIfNull(crew);
        var seconds = crew.Jitter.TotalSeconds;
        var jitter = seconds % 3600 == 0 ? $"{seconds / 3600}h" : seconds % 60 == 0 ? $"{seconds / 60}min" : $"{seconds}s";
        var cell = string.Create(CultureInfo.InvariantCulture, $"{crew.Size}x{crew.JointActs}x{jitter}-c{Math.Round(100 * crew.Camouflage)}");
        if (crew.Participation < 1) cell += string.Create(CultureInfo.InvariantCulture, $"-p{Math.Round(100 * crew.Participation)}");
        if (crew.Behaviours is not [var only] || only != Behaviour.Link) cell += "-" + string.Join('+', crew.Behaviours);
        if (crew.Edits != TextEdits.None) cell += crew.Edits == TextEdits.Light ? "-light" : "-paraphrase";
        return crew.Launcher ? cell + "-launch" : cell;
    }

    /// <summary>A length of time such as <c>30s</c>, <c>2min</c>, <c>1.5h</c>.</summary>
    /// <returns>False when it is none, or not above 0 and at most a day.</returns>
    public static bool TryParseJitter(string text, out TimeSpan jitter)
    {
        ArgumentNullException.ThrowIfNull(text);
        jitter = default;
        var unit = text.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.');
        var seconds = unit switch { "s" => 1, "min" or "m" => 60, "h" => 3600, _ => 0 };
        if (seconds == 0 || !double.TryParse(text[..^unit.Length], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return false;
        if (!(number > 0 && number * seconds <= 86_400)) return false;
        jitter = TimeSpan.FromSeconds(number * seconds);
        return jitter > TimeSpan.Zero;
    }

    private static IEnumerable<Crew> Part(string part, int before)
    {
        if (part == "none") return [];
        if (part == "small") return Small();
        var pieces = part.Split('-');
        return pieces[0] == "grid" ? Grid(part, pieces) : Cell(part, pieces, before);
    }

    private static IEnumerable<Crew> Small() =>
    [
        new Crew("small-links", 8, 12, TimeSpan.FromMinutes(1)),
        new Crew("small-texts", 8, 10, TimeSpan.FromMinutes(20)) { Behaviours = [Behaviour.Text], Edits = TextEdits.Light },
        new Crew("small-reshares", 8, 12, TimeSpan.FromMinutes(1)) { Behaviours = [Behaviour.Reshare] },
        new Crew("small-hashtags", 10, 12, TimeSpan.FromMinutes(2)) { Behaviours = [Behaviour.Hashtags] },
    ];

    private static IEnumerable<Crew> Grid(string part, string[] pieces)
    {
        var (jitter, camouflage) = (TimeSpan.FromMinutes(2), .5);
        foreach (var piece in pieces.Skip(1))
        {
            if (TryParseJitter(piece, out var given)) jitter = given;
            else if (TryPercent(piece, 'c', 0, 99, out var share)) camouflage = share;
            else throw NotReadable(part, piece);
        }

        foreach (var size in GridSizes)
            foreach (var acts in GridActs)
                yield return new Crew($"grid-{size}x{acts}", size, acts, jitter) { Camouflage = camouflage };
    }

    private static IEnumerable<Crew> Cell(string part, string[] pieces, int before)
    {
        var cell = pieces[0].Split('x');
        if (cell.Length != 3 || !Whole(cell[0], 2, out var size) || !Whole(cell[1], 1, out var acts) || !TryParseJitter(cell[2], out var jitter))
            throw NotReadable(part, pieces[0]);
        var (crew, number) = (new Crew("cell", size, acts, jitter), 1);
        foreach (var piece in pieces.Skip(1)) crew = Refine(crew, piece, part, ref number);
        for (var i = 0; i < number; i++) yield return crew with { Name = $"{pieces[0]}-{before + i + 1}" };
    }

    private static Crew Refine(Crew crew, string piece, string part, ref int number)
    {
        if (TryPercent(piece, 'c', 0, 99, out var camouflage)) return crew with { Camouflage = camouflage };
        if (TryPercent(piece, 'p', 1, 100, out var participation)) return crew with { Participation = participation };
        if (piece.StartsWith('n') && Whole(piece[1..], 1, out var crews))
        {
            number = crews;
            return crew;
        }

        if (piece == "launch") return crew with { Launcher = true };
        if (piece == "light") return crew with { Edits = TextEdits.Light };
        if (piece == "paraphrase") return crew with { Edits = TextEdits.Paraphrase };
        var behaviours = piece.Split('+').Select(name => new Behaviour(name)).ToImmutableArray();
        if (!behaviours.All(behaviour => Crew.PossibleBehaviours.Contains(behaviour))) throw NotReadable(part, piece);
        return crew with { Behaviours = behaviours };
    }

    private static bool Whole(string text, int least, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= 10_000;

    private static bool TryPercent(string piece, char letter, int least, int most, out double share)
    {
        share = 0;
        if (piece.Length < 2 || piece[0] != letter || !int.TryParse(piece.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var percent)) return false;
        share = percent / 100.0;
        return percent >= least && percent <= most;
    }

    private static InputException NotReadable(string part, string piece) =>
        new($"Planted crews \"{part}\": \"{piece}\" is not understood. {Shape}");
}
