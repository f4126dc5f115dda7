using Claque.Reading;

namespace Claque.Reports;

/// <summary>Results that would say nothing, refused with the reason.</summary>
public static class Refusals
{
    /// <summary>Refuses when there are no posts, or when the user asked for windows and the posts' clock is too coarse for every one.</summary>
    /// <exception cref="InputException">So it is.</exception>
    public static void WhenNothingFits(Findings findings, bool windowsGiven)
    {
        if (findings.Corpus.Posts.Count == 0) throw new InputException("There are no posts to look at.");
        if (!windowsGiven || findings.Layers.IsEmpty) return;
        if (findings.Layers.All(layer => layer.Refused.All(refused => refused.Length > 0)))
            throw new InputException(findings.Layers[0].Refused[^1]);
    }
}
