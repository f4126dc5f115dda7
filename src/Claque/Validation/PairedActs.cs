namespace Claque.Validation;

/// <summary>
/// The acts of the accounts that are in some pair, account by account and by object within an account: what is asked of two
/// accounts lies together. An act is known by its place here.
/// </summary>
internal sealed class PairedActs
{
    private readonly int[] _starts;

    /// <param name="acts">All acts.</param>
    /// <param name="scales">The scales to be asked for.</param>
    /// <param name="pairs">The pairs; acts of other accounts are not taken.</param>
    public PairedActs(SharedActs acts, IReadOnlyList<ScaleActs> scales, IReadOnlyList<(int A, int B)> pairs)
    {
        var isPaired = new bool[acts.AccountCount];
        foreach (var (a, b) in pairs) isPaired[a] = isPaired[b] = true;
        _starts = new int[acts.AccountCount + 1];
        for (var account = 0; account < isPaired.Length; account++)
            _starts[account + 1] = _starts[account] + (isPaired[account] ? acts.ActsOf(account).Length : 0);

        Acts = GC.AllocateUninitializedArray<int>(_starts[^1]);
        for (var account = 0; account < isPaired.Length; account++)
            if (isPaired[account]) acts.ActsOf(account).CopyTo(Acts.AsSpan(_starts[account]));
        ObjectCount = acts.Objects.Length;
        Objects = Pick(acts.ObjectOf);
        TimesUs = Pick(acts.TimesUs);
        Steps = Pick(acts.Steps);
        Cells = [.. scales.Select(scale => Pick(scale.Cells))];
    }

    /// <summary>The act at each place.</summary>
    public int[] Acts { get; }

    /// <summary>Objects that there are.</summary>
    public int ObjectCount { get; }

    /// <summary>The object of each.</summary>
    public int[] Objects { get; }

    /// <summary>The time of each.</summary>
    public long[] TimesUs { get; }

    /// <summary>The clock step of each.</summary>
    public byte[] Steps { get; }

    /// <summary>By scale, the cell of each.</summary>
    public int[][] Cells { get; }

    /// <summary>The places of an account's acts.</summary>
    public (int From, int To) Of(int account) => (_starts[account], _starts[account + 1]);

    private T[] Pick<T>(T[] column)
    {
        var picked = GC.AllocateUninitializedArray<T>(Acts.Length);
        for (var place = 0; place < picked.Length; place++) picked[place] = column[Acts[place]];
        return picked;
    }
}
