namespace Claque.TextEvidence;

/// <summary>Tests whether two accounts have more original texts in common than independent people have.</summary>
/// <remarks>
/// 1. Near-duplicates are made one text. 2. Texts of the kinds that innocent people have in common are set aside, by rules that
/// look at who published a text where and when, never at one pair (<see cref="TextClass"/>). 3. A pair's texts in common are
/// counted where both published them on one occasion, or in a closed circle. 4. The chance that independent people have as many
/// is the larger of two: that of a rate measured elsewhere, whose tail falls slowly (<see cref="BaseRate"/>), and that of this
/// corpus's own rate, independent text by text. 5. False discoveries are controlled over pairs and over accounts, as for timing.
/// Deterministic, one thread. Linear in posts and in texts in common.
/// </remarks>
public static class TextInCommon
{
    /// <summary>Reads the posts once and tests their texts.</summary>
    /// <exception cref="ArgumentNullException">A value is missing.</exception>
    public static TextVerdict Test(
        Reading.IPostSource source, TextEvidenceOptions options, IProgress<StageProgress>? progress = null, CancellationToken stop = default) =>
        Test(TextPool.Collect(source, options, progress, stop), options, progress, stop);

    /// <summary>Tests the texts of a pool.</summary>
    /// <exception cref="ArgumentNullException">A value is missing.</exception>
    public static TextVerdict Test(TextPool pool, TextEvidenceOptions options, IProgress<StageProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(pool);
        ArgumentNullException.ThrowIfNull(options);
        var texts = SameTexts.Of(pool, options.Similarity, progress, stop);
        var (classes, meetings, limit) = TextClasses.Of(pool, texts, options, stop);
        var kinds = new TextKinds(pool, texts, classes);
        return new TextJudging(meetings, kinds, options).Conclude(new Exhibits(pool, texts, classes, kinds), TextClasses.Count(pool, texts, classes), pool.Intake, limit);
    }
}
