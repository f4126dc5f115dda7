namespace Claque.Validation;

/// <summary>Says how much of a test a pair counts as in one behaviour.</summary>
internal sealed class TrialCounter
{
    private readonly Dictionary<int, int> _numbers = [];
    private readonly SharedActs _acts;
    private readonly ScaleActs? _widest;

    public TrialCounter(BehaviourTest test)
    {
        _acts = test.Acts;
        if (test.Scales.Count == 0) return;
        _widest = test.Scales[^1];
        for (var account = 0; account < test.Acts.Busy; account++) _numbers[test.Acts.AccountIds[account]] = account;
    }

    /// <summary>How much of a test two accounts, by their ids in the corpus, count as; 0 when they were not tested.</summary>
    public double Weight(int idA, int idB, int least)
    {
        if (_widest is null || !_numbers.TryGetValue(idA, out var a) || !_numbers.TryGetValue(idB, out var b)) return 0;
        return Testable.Weight(_acts.InCommon(a, b).Count(both => _widest.IsTrial(both.A, both.B)), least);
    }
}
