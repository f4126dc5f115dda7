using System.Globalization;
using Claque.Personas;
using Claque.Personas.Accounts;

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

    /// <summary>The same for accounts whose posts were pooled.</summary>
    public static IReadOnlyList<string> LimitsOfAccounts { get; } =
    [
        Evidence,
        "A shared desk, a house style, a guide for staff, a scheduler, a translator or a language model can make two people look like one, and one like two.",
        "Reshares, quotations, links, handles, hashtags, and texts that two of the accounts posted are left out before anything is counted. Lines copied from elsewhere stay in.",
        "A ratio is only as good as its reference: the other accounts here, which were collected for a reason. Where most of them are run by the same few people, ratios are too low, never too high.",
        "Posts of one account are short and bound to their days: the same events can make two people sound alike.",
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

    private const int MostNames = 10;
    private const double NotableP = 0.01;
    private const double MostShownRatio = 1e6;
    private const string Evidence = "Style is evidence, not proof. It compares texts with a stated reference and never names a writer.";
    private const string OtherHands = "An editor, a house style, a translator, a co-writer or a language model can make two writers look like one, and one like two.";
    private const string Reference = "A ratio is only as good as its reference: the other writers here. Another genre, language or decade needs its own.";

    /// <summary>How many pairs pass the bar for one hand, and what the bar is.</summary>
    public static string OfEdges(PersonaStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var edges = study.Pairs.Count(pair => pair.Verdict == HandVerdict.Same);
        return string.Create(CultureInfo.InvariantCulture, $"{edges:N0} of {study.Pairs.Count:N0} pairs pass the bar for one hand under two names: {study.Options.EdgeWords:N0} clean words on each side, a ratio of {study.Options.EdgeRatio:N0}, and a chance of two hands of at most {study.Options.Alpha:P0} after as many comparisons. Pairs are never joined into chains.");
    }

    /// <summary>How many accounts have words enough once their posts are pooled, and what was left out of these.</summary>
    public static IReadOnlyList<string> OfPooled(PooledAccounts pooled)
    {
        ArgumentNullException.ThrowIfNull(pooled);
        var (accounts, options) = (pooled.Accounts, PoolingOptions.Default);
        BylineArticle[] pieces = [.. accounts.SelectMany(account => account.Pieces)];
        return
        [
            string.Create(CultureInfo.InvariantCulture, $"Accounts with {options.LeastWords:N0} words of their own: {accounts.Count:N0}, with {accounts.Sum(a => (long)a.Posts):N0} posts and {pieces.Sum(p => (long)p.Text.Words):N0} clean words in pieces of {options.PieceWords:N0}. With fewer, and only counted: {pooled.TooSmall:N0}."),
            string.Create(CultureInfo.InvariantCulture, $"Left out of these: {accounts.Sum(a => (long)a.Reshares):N0} reshares, {accounts.Sum(a => (long)a.Shared):N0} posts with a text that other accounts posted too, {accounts.Sum(a => (long)a.Repeated):N0} repeats, {accounts.Sum(a => (long)a.Wordless):N0} posts without words, {pieces.Sum(p => (long)p.Text.QuotedWords):N0} words in quotations, and all links, handles and hashtags."),
        ];
    }

    /// <summary>Who was left out for writing in another language than most.</summary>
    public static string OfOtherLanguages(PersonaStudy study, PersonaTerms terms)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(terms);
        var names = study.OtherLanguages;
        return string.Create(CultureInfo.InvariantCulture, $"Left out, since their language is another than that of most words here: {string.Join(", ", names.Take(MostNames))}{(names.Count > MostNames ? $" and {names.Count - MostNames:N0} further {terms.Many}" : "")}. Give their texts by themselves.");
    }

    /// <summary>A verdict on a pair as a reader sees it: a comparison of styles, not a finding about people.</summary>
    public static string Shown(HandVerdict verdict) => verdict switch
    {
        HandVerdict.Same => "styles as of one hand",
        HandVerdict.Different => "styles as of two hands",
        _ => "no verdict",
    };

    /// <summary>A likelihood ratio in whole numbers: 4,000 : 1, or 1 : 20.</summary>
    /// <param name="logRatio">Its natural logarithm.</param>
    public static string Ratio(double logRatio)
    {
        var size = Math.Exp(Math.Abs(logRatio));
        var step = Math.Pow(10, Math.Floor(Math.Log10(size)));
        var rounded = size > MostShownRatio ? "over 1,000,000" : (size < 10 ? Math.Round(size, 1) : Math.Round(size / step, 1) * step).ToString("#,0.#", CultureInfo.InvariantCulture);
        return logRatio >= 0 ? $"{rounded} : 1" : $"1 : {rounded}";
    }

    /// <summary>The word in JSON and tables.</summary>
    public static string Of(HandVerdict verdict) => verdict switch
    {
        HandVerdict.Same => "same",
        HandVerdict.Different => "different",
        _ => "abstain",
    };

    /// <summary>Which article of a byline would go to which of two hands, and how sure that is; empty without a split.</summary>
    public static string OfSplit(PersonaStudy study, BylineStudy byline)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(byline);
        if (byline.SeveralHands.Split is not { } split) return "";
        string Named(int? hand)
        {
            var ids = split.Hands.Where(one => one.Hand == hand).Select(one => study.Articles[one.Article].Id).ToArray();
            return ids.Length == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", ids.Take(MostNames))}{(ids.Length > MostNames ? $" and {ids.Length - MostNames:N0} more" : "")}");
        }

        return string.Create(CultureInfo.InvariantCulture, $"Hands of {byline.Byline}, as found on letter runs (random splits differ as much in function words with p {split.P:0.000}). The one: {Named(0)}. The other: {Named(1)}. Given to neither, since function words disagree: {Named(null)}. Of articles of known writers that were given to a hand, 4 in 100 went to the wrong one where two wrote on different things, 14 in 100 where they shared a beat.");
    }

    /// <summary>True for a change over time that is clearer than random orders and 19 of 20 other bylines give.</summary>
    public static bool StandsOut(Change? change) => change is { P: <= NotableP, Others: > 0 } && change.AsClear * 20 <= change.Others;

    /// <summary>Between which days the style of a byline changes most clearly, beside what chance and other bylines show; empty without times.</summary>
    /// <param name="study">The study.</param>
    /// <param name="byline">One of its bylines.</param>
    /// <param name="terms">Bylines or accounts.</param>
    public static string OfChange(PersonaStudy study, BylineStudy byline, PersonaTerms terms)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(byline);
        ArgumentNullException.ThrowIfNull(terms);
        if (byline.SeveralHands is not { Change: { } change, Split: { } split }) return "";
        var at = split.Hands.Index().First(hand => hand.Item.Article == change.FirstAfter).Index;
        string Day(int place) => study.Articles[split.Hands[place].Article].Published!.Value.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var given = split.Hands.Index().Where(hand => hand.Item.Hand is not null).ToArray();
        var onSide = given.Count(hand => hand.Item.Hand == (hand.Index < at ? 0 : 1));
        var sides = given.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" The best split into two, made without dates, puts {Math.Max(onSide, given.Length - onSide)} of {given.Length} {terms.Pieces} on the same side of it.");
        var subject = change.SubjectClearness is not { } turn ? "" : string.Create(CultureInfo.InvariantCulture, $" The subject changes {(turn <= change.Clearness ? "less clearly" : "at least as clearly")}: by {turn:0.0} spreads of random orders, the style by {change.Clearness:0.0}.");
        var reading = StandsOut(change)
            ? $" Chance explains that badly, and few other {terms.Many} drift as much. A new beat, editor, format or house style does this as a new hand does: look at what else changed then."
            : $" Single writers drift: that is no clearer than chance or other {terms.Many} make it.";
        return string.Create(CultureInfo.InvariantCulture, $"The style changes most clearly between {Day(at - 1)} and {Day(at)}, after {change.Before} of {change.Before + change.After} {terms.Pieces}: random orders change as clearly with p {change.P:0.000}, and {change.AsClear} of {change.Others} other {terms.Many} do.{sides}{subject}{reading}");
    }

    /// <summary>When an article was published, ISO 8601; empty when unknown.</summary>
    public static string Published(BylineArticle article) => article?.Published?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The same as a reader sees it: about styles, not about people.</summary>
    public static string ShownOfByline(HandVerdict verdict) => verdict switch
    {
        HandVerdict.Same => "no sign of several",
        HandVerdict.Different => "styles as of several hands",
        _ => "no verdict",
    };

    /// <summary>The word for one byline. Never "one": two writers of one beat are often no more dispersed than one.</summary>
    public static string OfByline(HandVerdict verdict) => verdict switch
    {
        HandVerdict.Same => "no sign",
        HandVerdict.Different => "several",
        _ => "abstain",
    };
}
