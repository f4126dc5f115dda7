using System.Text.RegularExpressions;
using Claque.Text.Prose;

namespace Claque.Personas;

/// <summary>A choice between ways of writing the same thing.</summary>
/// <param name="Name">What is chosen.</param>
/// <param name="Forms">The ways, in a fixed order.</param>
public sealed record Habit(string Name, IReadOnlyList<string> Forms);

/// <summary>
/// Counts of habits of writing. They are shown beside a score and never part of one: an editor or a program changes them all at once.
/// </summary>
/// <remarks>Quotation marks are counted with quotations in place, everything else without. Shared passages and site text never count.</remarks>
public static partial class Habits
{
    /// <summary>The habits, in the order of <see cref="Of"/>. Spelling, titles, openers and lists are English.</summary>
    public static IReadOnlyList<Habit> All { get; } =
    [
        new("quotation marks", ["straight", "curly", "angled"]),
        new("dashes", ["em dash", "en dash between blanks", "hyphen between blanks", "two hyphens"]),
        new("spelling", ["-ise", "-ize"]),
        new("titles", ["Mr.", "Mr"]),
        new("ellipsis", ["three dots", "one sign"]),
        new("sentence openers", ["And", "But"]),
        new("last comma of a list", ["a, b, and c", "a, b and c"]),
    ];

    /// <summary>Number of counts: one for each form of each habit.</summary>
    public static int Count { get; } = All.Sum(habit => habit.Forms.Count);

    /// <summary>How often a text has each form, habit by habit. O(length).</summary>
    /// <param name="text">The text as stored.</param>
    /// <param name="quotations">Its quotations, without overlap.</param>
    /// <param name="leftOut">What else does not count, without overlap.</param>
    internal static int[] Of(string text, IReadOnlyList<TextSpan> quotations, IReadOnlyList<TextSpan> leftOut)
    {
        var own = text.ToCharArray();
        Blank(own, leftOut);
        var (straight, curly, angled) = (own.AsSpan().Count('"'), own.AsSpan().Count('“') + own.AsSpan().Count('”') + own.AsSpan().Count('„'), own.AsSpan().Count('«') + own.AsSpan().Count('»'));
        Blank(own, quotations);
        ReadOnlySpan<char> rest = own;
        return
        [
            straight, curly, angled,
            rest.Count('—'), EnDash.Count(rest), Hyphen.Count(rest), TwoHyphens.Count(rest),
            Ise.Count(rest), Ize.Count(rest),
            TitleWithPoint.Count(rest), Title.Count(rest),
            ThreeDots.Count(rest), rest.Count('…'),
            And.Count(rest), But.Count(rest),
            LastComma.Count(rest), NoLastComma.Count(rest),
        ];
    }

    // A line break keeps what stands on either side apart.
    private static void Blank(char[] text, IReadOnlyList<TextSpan> spans)
    {
        foreach (var span in spans) text.AsSpan(span.Start, span.Length).Fill('\n');
    }

    [GeneratedRegex(@"(?<=\S) – (?=\S)")]
    private static partial Regex EnDash { get; }

    [GeneratedRegex(@"(?<=\S) - (?=\S)")]
    private static partial Regex Hyphen { get; }

    [GeneratedRegex(@"(?<!-)--(?!-)")]
    private static partial Regex TwoHyphens { get; }

    // Stems that have both spellings; "rise" and "promise" have one.
    private const string Stems = @"\b(?:organ|recogn|real|critic|apolog|character|modern|privat|stabil|author|special|maxim|minim|summar|util|mobil|civil|legal|final|priorit|global|liberal|national|central|capital|public|symbol|material)";

    [GeneratedRegex(Stems + "is(?:e|ed|es|ing|ation|ations)\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ise { get; }

    [GeneratedRegex(Stems + "iz(?:e|ed|es|ing|ation|ations)\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ize { get; }

    [GeneratedRegex(@"\b(?:Mr|Mrs|Ms|Dr)\. ")]
    private static partial Regex TitleWithPoint { get; }

    [GeneratedRegex(@"\b(?:Mr|Mrs|Ms|Dr) ")]
    private static partial Regex Title { get; }

    [GeneratedRegex(@"(?<!\.)\.\.\.(?!\.)")]
    private static partial Regex ThreeDots { get; }

    [GeneratedRegex(@"(?:^|[.!?\r\n]\s*)And\b")]
    private static partial Regex And { get; }

    [GeneratedRegex(@"(?:^|[.!?\r\n]\s*)But\b")]
    private static partial Regex But { get; }

    [GeneratedRegex(@"\b\w+, \w+, (?:and|or) \w+")]
    private static partial Regex LastComma { get; }

    [GeneratedRegex(@"\b\w+, \w+ (?:and|or) \w+")]
    private static partial Regex NoLastComma { get; }
}
