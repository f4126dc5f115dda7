namespace Claque.TextEvidence;

/// <summary>What counts as a text of one's own, which texts carry nothing, and at which error rate accounts are named.</summary>
public sealed record TextEvidenceOptions
{
    /// <summary>Words of its own, outside quotation marks, that a text must have; 1 or more. Default 5.</summary>
    /// <remarks>In scripts without spaces two characters count as one word.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int MinWords { get; init => field = AtLeast(value, 1); } = 5;

    /// <summary>Smallest share of common words that makes two texts one text, 0.5 to 1. Default 0.6.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0.5 or above 1.</exception>
    public double Similarity
    {
        get;
        init
        {
            if (!(value is >= .5 and <= 1)) throw new ArgumentOutOfRangeException(nameof(value), value, "The similarity must lie between 0.5 and 1.");
            field = value;
        }
    } = .6;

    /// <summary>Different texts that a pair must have in common to be tested; 2 or more. Default 2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 2.</exception>
    public int MinTexts { get; init => field = AtLeast(value, 2); } = 2;

    /// <summary>
    /// Two publications of one text at most this far apart are one occasion; in short corpora a fourteenth of the time covered, if
    /// that is less. Default 24 hours.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">0 or below.</exception>
    public TimeSpan Occasion
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            field = value;
        }
    } = TimeSpan.FromHours(24);

    /// <summary>Texts published by more accounts than this are left out before any pair is looked at; 2 or more. Default 500.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 2.</exception>
    public int MaxAccountsPerText { get; init => field = AtLeast(value, 2); } = 500;

    /// <summary>
    /// Pairs of publishers of one text that are looked at, over all texts; where there are more, the texts with the most publishers are
    /// left out too. At least 1. Default 20 million, which take about a gigabyte.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int MaxMeetings { get; init => field = AtLeast(value, 1); } = 20_000_000;

    /// <summary>Four words in a row that at least so many accounts published are a formula, and nobody's own; 2 or more. Default 12.</summary>
    /// <remarks>In large corpora one account in 500 is asked for, if that is more.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">Below 2.</exception>
    public int FormulaAccounts { get; init => field = AtLeast(value, 2); } = 12;

    /// <summary>A text that this share of its crowd publishes is a slogan of that crowd, 0 to 1. Default 0.2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0 or above 1.</exception>
    public double SloganShare { get; init => field = Share(value); } = .2;

    /// <summary>Accounts that must publish a text before it can be a slogan; 2 or more. Default 6.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 2.</exception>
    public int SloganAccounts { get; init => field = AtLeast(value, 2); } = 6;

    /// <summary>
    /// A text is from stock when of all that its publishers have in common with others less than this share was published on one
    /// occasion, 0 to 1. Default one third; unrelated times give one seventh at most.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0 or above 1.</exception>
    public double StockShare { get; init => field = Share(value); } = 1 / 3.0;

    /// <summary>
    /// The publishers of a text are a closed circle when two of them have on average this share of their other common texts in
    /// common too, 0 to 1. Default 0.5.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0 or above 1.</exception>
    public double CircleShare { get; init => field = Share(value); } = .5;

    /// <summary>How often independent people publish the same text; measured elsewhere. Default <see cref="TextEvidence.BaseRate.Measured"/>.</summary>
    public BaseRate BaseRate { get; init; } = BaseRate.Measured;

    /// <summary>Error rate at which accounts are named. Default 0.01.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0 and below 1.</exception>
    public double Alpha { get; init => field = Rate(value); } = .01;

    /// <summary>Error rate of the weak tier. Default 0.05.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0 and below 1.</exception>
    public double WeakAlpha { get; init => field = Rate(value); } = .05;

    private static int AtLeast(int value, int least)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least);
        return value;
    }

    private static double Share(double value)
    {
        if (!(value is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(value), value, "A share lies between 0 and 1.");
        return value;
    }

    private static double Rate(double value)
    {
        if (!(value is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(value), value, "An error rate lies above 0 and below 1.");
        return value;
    }
}
