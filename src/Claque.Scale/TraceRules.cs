using System.Numerics;
using Claque.Pairing;
using Claque.Reading;
using Claque.Thinning;
using Claque.Tracing;
using Claque.Validation;

namespace Claque.Scale;

/// <summary>What pairing and test go by, as the numbers that the statements take.</summary>
internal sealed class TraceRules
{
    private const int MarkBits = 2;
    private readonly long _epoch, _window, _testBucket;
    private readonly int _accountBits;

    public TraceRules(Corpus corpus, PairOptions pairing, ValidationOptions? test)
    {
        (Pairing, Test, Trials) = (pairing, test, test is null ? null : new TrialRules(test));
        _epoch = corpus.Posts.Count == 0 ? 0 : corpus.Posts.TimesUs.Min();
        _window = Us(pairing.Windows[^1]);
        _accountBits = Math.Max(1, 32 - BitOperations.LeadingZeroCount((uint)Math.Max(0, corpus.Accounts.Count - 1)));
        _testBucket = Trials is null ? 0 : Math.Max(Trials.WindowUs, Trials.EarlyUs.Max());
        var timeBits = 64 - BitOperations.LeadingZeroCount((ulong)(2 * Math.Max(Math.Max(_window, 1), _testBucket)));
        if (timeBits + _accountBits + MarkBits > 64)
            throw new InputException($"A window of {pairing.Windows[^1]} with {corpus.Accounts.Count:N0} accounts does not fit the numbers by which the cluster pairs acts. Use a narrower window, or leave out --on.");
    }

    /// <summary>What counts as together.</summary>
    public PairOptions Pairing { get; }

    /// <summary>The test; null when there is none.</summary>
    public ValidationOptions? Test { get; }

    /// <summary>Its rules for trials.</summary>
    public TrialRules? Trials { get; }

    /// <summary>Adds the numbers to the names of tables.</summary>
    public void AddTo(Dictionary<string, string> values)
    {
        values["unknown"] = $"toInt64('{PublicationTimes.None}')";
        values["most_accounts"] = SqlText.Number((long)(Pairing.MaxAccountsPerObject ?? int.MaxValue));
        values["epoch"] = $"({SqlText.Number(_epoch)})";
        values["window"] = SqlText.Number(_window);
        values["bucket"] = SqlText.Number(Math.Max(_window, 1));
        values["account_bits"] = SqlText.Number(_accountBits);
        values["account_mask"] = SqlText.Number((1L << _accountBits) - 1);
        values["fine_enough"] = SqlText.Array(Enum.GetValues<TimePrecision>().Select(step => step.NarrowestWindow <= Pairing.Windows[^1] ? 1L : 0));
        values["min_weight"] = SqlText.Number(Pairing.MinWeight);
        if (Test is not null && Trials is not null) AddTest(values, Test, Trials);
    }

    private void AddTest(Dictionary<string, string> values, ValidationOptions test, TrialRules trials)
    {
        var (share, spread, steadiness) = TrialRules.Delay;
        values["cell_starts"] = SqlText.Array(Enumerable.Range(0, trials.FirstFullCell).Select(cell => TrialRules.FirstCellUs << cell));
        values["full_from"] = SqlText.Number(trials.FullCellsFromUs);
        values["full_width"] = SqlText.Number(trials.FullCellUs);
        values["full_cell"] = SqlText.Number(trials.FirstFullCell);
        values["early_spans"] = SqlText.Array(trials.EarlyUs);
        values["testable"] = SqlText.Array(trials.Supported.Select(supported => supported ? 1L : 0));
        values["test_window"] = SqlText.Number(trials.WindowUs);
        values["test_bucket"] = SqlText.Number(_testBucket);
        values["least"] = SqlText.Number(test.MinSittings);
        values["least_span"] = SqlText.Number((test.MinSittings - 1) * Us(test.SittingGap));
        values["sitting_gap"] = SqlText.Number(Us(test.SittingGap));
        values["most_weighed"] = SqlText.Number(TrialRules.MostTrialsWeighed(test.MinSittings));
        values["tenths"] = SqlText.Array(Enumerable.Range(test.MinSittings, TrialRules.MostTrialsWeighed(test.MinSittings) - test.MinSittings + 1)
            .Select(count => (long)TrialRules.TenthsOf(count, test.MinSittings)));
        values["delay_objects"] = SqlText.Number(TrialRules.DelayObjects);
        values["delay_share"] = SqlText.Number(share);
        values["delay_spread"] = SqlText.Number(spread);
        values["delay_steadiness"] = SqlText.Number(steadiness);
    }

    private static long Us(TimeSpan span) => span.Ticks / TimeSpan.TicksPerMicrosecond;
}
