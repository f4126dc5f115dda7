using Claque.Personas;

namespace Claque.Reports.Personas;

/// <summary>The words for verdicts, and the limits that stand beside every one.</summary>
public static class PersonaWords
{
    /// <summary>What no measure of style can rule out.</summary>
    public static IReadOnlyList<string> Limits { get; } =
    [
        Evidence,
        OtherHands,
        "Quotations, passages shared with the other articles given, and what is not the article's own prose are left out before anything is counted. What was copied from elsewhere stays in.",
        Reference,
    ];

    /// <summary>The same for two sets of texts that came without their articles.</summary>
    public static IReadOnlyList<string> LimitsOfVerification { get; } =
        [Evidence, OtherHands, "Quotations are left out before anything is counted; what was copied from elsewhere, and boilerplate, stays in.", Reference];

    /// <summary>The same for changes within one text.</summary>
    public static IReadOnlyList<string> LimitsOfChanges { get; } =
    [
        Evidence,
        OtherHands,
        "Nothing is left out before counting: a quotation or a copied passage looks like another hand.",
        "Learned on English discussions on the web. Other kinds of text change in style without changing hands.",
    ];

    private const string Evidence = "Style is evidence, not proof. It compares texts with a stated reference and never names a writer.";
    private const string OtherHands = "An editor, a house style, a translator, a co-writer or a language model can make two writers look like one, and one like two.";
    private const string Reference = "A ratio is only as good as its reference: the other writers here. Another genre, language or decade needs its own.";

    /// <summary>The word in JSON and tables.</summary>
    public static string Of(HandVerdict verdict) => verdict switch
    {
        HandVerdict.Same => "same",
        HandVerdict.Different => "different",
        _ => "abstain",
    };

    /// <summary>The word for one byline. Never "one": two writers of one beat are often no more dispersed than one.</summary>
    public static string OfByline(HandVerdict verdict) => verdict switch
    {
        HandVerdict.Same => "no sign",
        HandVerdict.Different => "several",
        _ => "abstain",
    };
}
