using Claque.Text.Copies;

namespace Claque.Lineage;

/// <summary>What counts as a passage, and as a copy.</summary>
public sealed record PassageOptions
{
    /// <summary>Shorter common stretches are not listed. Words, 8 or more; default 12.</summary>
    public int LeastWords { get; init => field = AtLeast(value, 8); } = 12;

    /// <summary>A shorter passage is listed as short and counts for nothing. Words; default 25.</summary>
    public int ShortWords { get; init => field = AtLeast(value, 8); } = 25;

    /// <summary>Words outside quotation marks that two articles must have in common to be called copies. Default 25.</summary>
    public int CopyWords { get; init => field = AtLeast(value, 8); } = 25;

    /// <summary>Words outside quotation marks that make a passage a copy however much of it is quoted. Default 40.</summary>
    public int ProseWords { get; init => field = AtLeast(value, 8); } = 40;

    /// <summary>Share of its words inside quotation marks, on either side, from which a passage is a shared quotation. Default 0.5.</summary>
    public double QuotedShare { get; init => field = Share(value); } = 0.5;

    /// <summary>Equal words over all words of the longer side, below which a passage is edited. Default 0.97.</summary>
    public double VerbatimIdentity { get; init => field = Share(value); } = 0.97;

    /// <summary>Share of each of two articles that the other has, from which they are near-duplicates. Default 0.8.</summary>
    public double NearDuplicate { get; init => field = Share(value); } = 0.8;

    /// <summary>Articles of one outlet that must have a passage for it to be the outlet's template, where the two articles are not versions of one story. Default 3.</summary>
    public int TemplateArticles { get; init => field = AtLeast(value, 2); } = 3;

    /// <summary>Articles of one outlet that must have a passage for it to be the outlet's template in any case. Default 10.</summary>
    public int FormulaArticles { get; init => field = AtLeast(value, 3); } = 10;

    /// <summary>A template is no longer than this. Words; default 80.</summary>
    public int TemplateWords { get; init => field = AtLeast(value, 8); } = 80;

    /// <summary>Distinct telling words (see <see cref="Substance"/>) that a passage needs to be more than a formula. Default 6.</summary>
    public int LeastSubstance { get; init => field = AtLeast(value, 0); } = 6;

    /// <summary>What the index keeps.</summary>
    public ShingleOptions Shingles { get; init; } = new();

    private static int AtLeast(int value, int least) =>
        value >= least ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"Must be {least} or more.");

    private static double Share(double value) =>
        value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Must be above 0 and not above 1.");
}
