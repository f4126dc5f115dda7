using Claque.Personas;

namespace Claque.Reports.Personas;

/// <summary>The words for verdicts, and the limits that stand beside every one.</summary>
public static class PersonaWords
{
    /// <summary>What no measure of style can rule out.</summary>
    public static IReadOnlyList<string> Limits { get; } =
    [
        "Style is evidence, not proof. It compares texts with a stated reference and never names a writer.",
        "An editor, a house style, a translator, a co-writer or a language model can make two writers look like one, and one like two.",
        "Quotations, passages shared with the other articles given, and what is not the article's own prose are left out before anything is counted. What was copied from elsewhere stays in.",
        "A ratio is only as good as its reference: the other writers here. Another genre, language or decade needs its own.",
    ];

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
