using System.Collections.Frozen;
using System.Globalization;
using Claque.Personas.Hands;

namespace Claque.Reports.Personas;

/// <summary>The words for changes of style within a text.</summary>
public static class HandsWords
{
    private const string FalseChanges = "In news by one reporter each, cut into stretches of four paragraphs, 5 in 100 breaks were called a change, in 17 of 100 articles.";

    private static readonly FrozenDictionary<string, string> Plain = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["topic likeness"] = "likeness of their rare words",
        ["topic likeness across"] = "nearest likeness of rare words across the break",
        ["share of common words"] = "words in common",
        ["letter likeness"] = "likeness of letter runs",
        ["function word likeness"] = "likeness of function words",
        ["topic rank"] = "other paragraphs that are nearer in rare words",
        ["no common word"] = "no rare word in common",
        ["one repeated elsewhere"] = "one of them stands in another place too",
        ["both repeated elsewhere"] = "both stand in another place too",
        ["pair repeated elsewhere"] = "the two stand together in another place too",
        ["log shorter"] = "length of the shorter one",
        ["log longer"] = "length of the longer one",
        ["paragraphs"] = "number of paragraphs",
        ["place"] = "place in the text",
        ["first"] = "first break of the text",
        ["last"] = "last break of the text",
        ["quotation of the other"] = "five words in a row of one stand in the other",
        ["likeness beyond"] = "likeness of rare words with the paragraph beyond",
        ["mean likeness of text"] = "likeness of rare words in the whole text",
        ["curly against straight apostrophe"] = "curly apostrophes in one, straight ones in the other",
        ["curly against straight quotes"] = "curly quotation marks in one, straight ones in the other",
        ["colon before"] = "the first ends with a colon",
        ["question before"] = "the first ends with a question mark",
        ["opens with a name"] = "the second opens with another word than a function word",
        ["log words before"] = "length of the first",
        ["log words after"] = "length of the second",
        ["log words"] = "length",
        ["curly apostrophe"] = "curly apostrophes",
        ["straight apostrophe"] = "straight apostrophes",
        ["curly quotes"] = "curly quotation marks",
        ["straight quotes"] = "straight quotation marks",
        ["link"] = "links",
        ["quoting mark"] = "a mark of quoting at its beginning",
        ["begins small"] = "a small letter at its beginning",
        ["ends without stop"] = "no stop at its end",
        ["small i"] = "“i” written small",
        ["double space"] = "two blanks in a row",
        ["dash with spaces"] = "dashes between blanks",
        ["long dash"] = "long dashes",
        ["letter outside ASCII"] = "letters beyond a to z",
        ["bare contraction"] = "contractions without apostrophe",
        ["slash"] = "slashes",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What the collection was taken for, and from which chance a change is called.</summary>
    /// <param name="kind">As in <see cref="StyleChanges.Kind"/>.</param>
    /// <param name="bar">As in <see cref="StyleChanges.Bar"/>.</param>
    public static string OfBar(string kind, double bar) =>
        string.Create(CultureInfo.InvariantCulture, $"Taken as texts on {kind}; a change is called from a chance of {bar:0.00}. {FalseChanges}");

    /// <summary>Why a break between answered ones has no answer.</summary>
    public static string OfOpen(HandsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return string.Create(CultureInfo.InvariantCulture, $"Between paragraphs of which one has fewer than {options.MinWords} words it cannot be said, unless the chance is {options.ShortBand:0.00} or more from the bar: an answer needs more words there.");
    }

    /// <summary>After which paragraphs the style changes, each with its chance; empty where it does not.</summary>
    public static string Changes(HandsAnswer answer) => Listed(answer, true, i => string.Create(CultureInfo.InvariantCulture, $"{i + 1} ({answer.Scores[i]:0.00})"));

    /// <summary>After which paragraphs it cannot be said; "all" where nothing is said of the text.</summary>
    public static string Open(HandsAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.Reason is null ? Listed(answer, null, i => (i + 1).ToString(CultureInfo.InvariantCulture)) : "all";
    }

    /// <summary>What was found in a text, as a sentence.</summary>
    public static string Sentence(HandsAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var breaks = answer.Changes.Count;
        if (breaks == 0) return "No answer: the text has one paragraph, and a change needs two.";
        if (answer.Reason is { } reason) return "No answer. " + reason;
        var open = Open(answer) is { Length: > 0 } at ? $" It cannot be said after {at}." : "";
        return Changes(answer) is { Length: > 0 } changes
            ? $"A change of style is called after paragraph {changes} of {breaks + 1} (in brackets its chance).{open}"
            : $"No change of style was found at {(breaks == 1 ? "the one break" : $"the {breaks} breaks")} between its paragraphs. That is no proof of one hand.{open}";
    }

    /// <summary>A sign for or against a change in words.</summary>
    public static string Of(BreakSign sign)
    {
        ArgumentNullException.ThrowIfNull(sign);
        var size = sign.IsHigh is { } isHigh ? isHigh ? ": large" : ": small" : "";
        return sign.Feature.Split(": ", 2) switch
        {
            ["difference", var rate] => $"difference in {Plain.GetValueOrDefault(rate, rate)}{size}",
            ["one only", var habit] => $"only one has {Plain.GetValueOrDefault(habit, habit)}",
            ["both", var habit] => $"both have {Plain.GetValueOrDefault(habit, habit)}",
            ["opens with", var word] => $"the second opens with “{word}”",
            _ => Plain[sign.Feature] + size,
        };
    }

    private static string Listed(HandsAnswer answer, bool? wanted, Func<int, string> shown)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return string.Join(", ", Enumerable.Range(0, answer.Changes.Count).Where(i => answer.Changes[i] == wanted).Select(shown));
    }
}
