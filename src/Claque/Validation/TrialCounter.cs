namespace Claque.Validation;

/// <summary>Says whether a pair was tested in one behaviour: whether it has enough trials at the widest scale.</summary>
internal sealed class TrialCounter
{
    private readonly BehaviourTest _test;
    private readonly Dictionary<int, int> _numbers = [];
    private readonly PairScorer? _scorer;

    public TrialCounter(BehaviourTest test)
    {
        _test = test;
        if (test.Scales.Count == 0) return;
        _scorer = test.NewScorer();
        for (var account = 0; account < test.Acts.Busy; account++) _numbers[test.Acts.AccountIds[account]] = account;
    }

    /// <summary>True when two accounts, by their ids in the corpus, have at least so many trials.</summary>
    public bool Tests(int idA, int idB, int least)
    {
        if (_scorer == null || !_numbers.TryGetValue(idA, out var a) || !_numbers.TryGetValue(idB, out var b)) return false;
        var (acts, widest) = (_test.Acts, _test.Scales[^1]);
        return _scorer.Gather(Math.Min(a, b), Math.Max(a, b)).Count(both =>
        {
            var step = Math.Max(acts.Steps[both.A], acts.Steps[both.B]);
            return widest.Supports(step) && widest.Chances.Of(widest.Cells[both.A], widest.Cells[both.B], widest.Coarsest) > 0;
        }) >= least;
    }
}
