namespace Claque.Validation;

/// <summary>Says how much of a test a pair counts as in one behaviour.</summary>
internal sealed class TrialCounter
{
    private readonly Dictionary<int, int> _numbers = [];
    private readonly PairScorer? _scorer;

    public TrialCounter(BehaviourTest test)
    {
        if (test.Scales.Count == 0) return;
        _scorer = test.NewScorer();
        for (var account = 0; account < test.Acts.Busy; account++) _numbers[test.Acts.AccountIds[account]] = account;
    }

    /// <summary>How much of a test two accounts, by their ids in the corpus, count as; 0 when they were not tested.</summary>
    public double Weight(int idA, int idB, int least)
    {
        if (_scorer == null || !_numbers.TryGetValue(idA, out var a) || !_numbers.TryGetValue(idB, out var b)) return 0;
        _scorer.Gather(Math.Min(a, b), Math.Max(a, b));
        return Testable.Weight(_scorer.TrialsAtWidest(), least);
    }
}
