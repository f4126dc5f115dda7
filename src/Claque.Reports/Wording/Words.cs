using Claque.Cases;
using Claque.Reading;

namespace Claque.Reports.Wording;

/// <summary>The words of the report for behaviours, tiers, clocks and gaps.</summary>
internal static class Words
{
    /// <summary>The behaviour that knows no window: the same original texts, whenever published.</summary>
    public const string CommonText = "common-text";

    /// <summary>What two posts share: <c>the same link</c>.</summary>
    public static string Same(string behaviour) => behaviour switch
    {
        "link" => "the same link",
        "domain" => "a link to the same site",
        "reshare" => "a reshare of the same post",
        "reply" => "a reply to the same post",
        "mention" => "a mention of the same account",
        "hashtags" => "the same hashtags in the same order",
        "text" => "the same text",
        "similar-text" => "nearly the same text",
        CommonText => "the same original text",
        "media" => "the same image, video or sound",
        "object" => "the same object",
        _ => $"the same value of “{Column(behaviour)}”",
    };

    /// <summary>What the objects of a behaviour are, in a list: <c>links</c>.</summary>
    public static string Objects(string behaviour) => behaviour switch
    {
        "link" => "links",
        "domain" => "linked sites",
        "reshare" => "reshared posts",
        "reply" => "posts replied to",
        "mention" => "accounts mentioned",
        "hashtags" => "hashtag sequences",
        "text" => "texts",
        "similar-text" => "nearly identical texts",
        CommonText => "original texts in common",
        "media" => "images, videos or sounds",
        "object" => "objects",
        _ => $"values of “{Column(behaviour)}”",
    };

    /// <summary>What two posts share, as it is shown: long texts are named by their beginning, without the hash that tells them apart.</summary>
    public static string Shown(string behaviour, string objectName)
    {
        const int Hash = 32;
        var isCut = behaviour is "text" or "similar-text" or CommonText && objectName.Length > Hash + 2
            && objectName.AsSpan(0, objectName.Length - Hash).EndsWith("… ") && objectName[^Hash..].All(char.IsAsciiHexDigitLower);
        return isCut ? objectName[..^(Hash + 1)] : objectName;
    }

    /// <summary>What a tier means, as a sentence without its full stop; empty for the empty tier.</summary>
    public static string Tier(string tier) => tier switch
    {
        "named" => "Named: it stands at the strict error rate of the run",
        "weak" => "Weak: it stands only at the looser error rate of the run",
        "lead" => "Lead: one of a circle of accounts of which every two come near the bar; without an error rate, not a finding",
        "at_publication" => "Together at publication: again and again in the same moment as others, which may be the moment of publication: very fast readers, automation, or a launch by the accounts themselves; not a finding",
        _ => tier,
    };

    /// <summary>How finely the clock of the data runs.</summary>
    public static string ClockStep(TimePrecision precision) => $"to the {precision.Word}";

    /// <summary>How far apart two posts are, as far as their clocks tell: <c>3 seconds later</c>, <c>in the same minute</c>.</summary>
    public static string Gap(double seconds, TimePrecision coarser) =>
        seconds == 0
            ? $"in the same {coarser.Word}"
            : Amount.DurationInWords(seconds) + " later" + (coarser >= TimePrecision.Minute ? $", by clocks that show whole {coarser.Word}s" : "");

    /// <summary>The objects of several behaviours, in a list with "and".</summary>
    public static string ObjectsOf(IEnumerable<string> behaviours) => And([.. behaviours.Select(Objects)]);

    /// <summary><c>a</c>, <c>a and b</c>, <c>a, b and c</c>.</summary>
    public static string And(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + " and " + items[^1],
    };

    /// <summary>
    /// The widest window that the run used for a behaviour, seconds; over all that have one when none is given, or when it is the
    /// one that knows no window.
    /// </summary>
    public static double WidestWindowS(RunView run, string behaviour = "") =>
        run.Layers.Where(layer => layer.Refused.Length == 0
                && (behaviour is "" or CommonText ? layer.Behaviour != CommonText : layer.Behaviour == behaviour))
            .Select(layer => layer.WindowS).DefaultIfEmpty(60).Max();

    private static string Column(string behaviour) =>
        behaviour.StartsWith("column:", StringComparison.Ordinal) ? behaviour["column:".Length..] : behaviour;
}
