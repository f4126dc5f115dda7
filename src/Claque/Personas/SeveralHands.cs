namespace Claque.Personas;

/// <summary>Whether several hands wrote under one byline.</summary>
public sealed record SeveralHands
{
    /// <summary>Same: dispersed as one hand's articles are. Different: several hands. Abstain: too little or unclear.</summary>
    public required HandVerdict Verdict { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Articles long enough to be asked.</summary>
    public required int Articles { get; init; }

    /// <summary>Mean distance of two articles in function words and letter runs; null where too few.</summary>
    public double? Dispersion { get; init; }

    /// <summary>Middle of the same over the other bylines of the case.</summary>
    public double? Reference { get; init; }

    /// <summary>How unlike in style the least alike halves are, in robust spreads of the other bylines above their middle.</summary>
    public double? Score { get; init; }

    /// <summary>The best split into two, found on letter runs.</summary>
    public Split? Split { get; init; }

    /// <summary>The clearest change over time; null without times.</summary>
    public Change? Change { get; init; }
}

/// <summary>A split of a byline's articles into two, found on letter runs and tested on function words.</summary>
/// <param name="Hands">For each article asked: its index and hand 0 or 1, null where the two feature sets disagree.</param>
/// <param name="Separation">By how much halves differ in function words, in spreads of random splits of the same sizes.</param>
/// <param name="P">Share of random splits that differ as much.</param>
public sealed record Split(IReadOnlyList<HandOfArticle> Hands, double Separation, double P);

/// <summary>Which hand an article goes to.</summary>
/// <param name="Article">Its index in the study.</param>
/// <param name="Hand">0 or 1; null where letter runs and function words disagree.</param>
/// <param name="Margin">How much nearer in function words to that hand than to the other.</param>
public sealed record HandOfArticle(int Article, int? Hand, double Margin);

/// <summary>The clearest change of style over time, once what changes within one hand is taken out.</summary>
/// <param name="FirstAfter">Index of the first article after it.</param>
/// <param name="P">Share of random orders of the articles with as clear a change. Single writers drift, so it is small for some of them too.</param>
/// <param name="Before">Articles before.</param>
/// <param name="After">Articles after.</param>
/// <param name="Clearness">How clear it is, in spreads of the clearest changes of random orders above their middle.</param>
public sealed record Change(int FirstAfter, double P, int Before, int After, double Clearness)
{
    /// <summary>The same of the rarer words of the case: how clearly the subject changes over time; null where the style does not, or no two articles share such words.</summary>
    public double? SubjectClearness { get; init; }

    /// <summary>Other bylines of the case whose articles have times.</summary>
    public int Others { get; init; }

    /// <summary>Those of them whose clearest change is as clear.</summary>
    public int AsClear { get; init; }
}
