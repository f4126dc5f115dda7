using System.Globalization;
using System.Runtime.InteropServices;
using Claque.Columns;
using Claque.Conformance;
using Claque.Tracing;

namespace Claque.Evaluation.Rules;

/// <summary>The R package CooRTweet at its defaults, over one table with the acts of all behaviours.</summary>
/// <remarks>
/// Two shares of one object by different accounts within 10 s make a pair of shares; accounts need two shares. An edge weighs its pairs of
/// shares and is kept when it weighs more than the median edge (<c>edge_weight = 0.5</c>). See <see cref="CoorTweet"/>, which
/// reproduces the package on its own data.
/// </remarks>
public sealed class CoorTweetRule : IAccusationRule
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);
    private const int MinParticipation = 2;
    private const double EdgeWeight = 0.5;

    /// <inheritdoc/>
    public string Name => "CooRTweet";

    /// <inheritdoc/>
    public string Description => "CooRTweet's defaults: shares within 10 s, two shares or more an account, edges heavier than the median edge";

    /// <inheritdoc/>
    public RuleVerdict Judge(Corpus corpus, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        var weights = new Dictionary<AccountPair, int>();
        foreach (var pair in CoorTweet.DetectGroups(SharesOf(corpus), Window, MinParticipation, stop).Items)
            CollectionsMarshal.GetValueRefOrAddDefault(weights, new AccountPair(pair.Account, pair.AccountY), out _)++;
        var limit = CoorTweet.Quantile([.. weights.Values], EdgeWeight);
        var scores = new double[corpus.Accounts.Count];
        foreach (var (pair, weight) in weights)
            (scores[pair.A], scores[pair.B]) = (Math.Max(scores[pair.A], weight), Math.Max(scores[pair.B], weight));
        return RuleVerdict.Of(weights.Where(edge => edge.Value > limit).Select(edge => edge.Key), scores);
    }

    /// <summary>The acts as CooRTweet takes them; accounts keep their numbers.</summary>
    internal static Shares SharesOf(Corpus corpus)
    {
        var acts = RuleActs.Of(corpus);
        var shares = new Shares(new NameTable(), corpus.Accounts, new NameTable());
        for (var i = 0; i < acts.Count; i++)
        {
            shares.Add(
                Number("o", acts.Object[i]), corpus.Accounts.Bytes(acts.Account[i]),
                Number("p", acts.Post[i]), acts.TimeUs[i]);
        }

        return shares;

        static byte[] Number(string kind, int number) => System.Text.Encoding.ASCII.GetBytes(kind + number.ToString(CultureInfo.InvariantCulture));
    }
}
