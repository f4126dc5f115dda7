using System.Collections.Immutable;

namespace Claque.Cases;

/// <summary>What the log of decisions comes to: the state of each group.</summary>
public sealed class Decided
{
    private readonly Dictionary<string, GroupState> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _undoneBy = [];

    /// <summary>Reads the log.</summary>
    /// <param name="log">All decisions, oldest first.</param>
    public Decided(IReadOnlyCollection<DecisionView> log)
    {
        foreach (var undo in log.Where(decision => decision.Action == DecisionWords.Undo)) _undoneBy[undo.About ?? 0] = undo.Number;
        foreach (var decision in log.Where(decision => decision.Action != DecisionWords.Undo && !_undoneBy.ContainsKey(decision.Number)))
            _states[decision.GroupKey] = After(Of(decision.GroupKey), decision);
    }

    /// <summary>The state of a group.</summary>
    /// <param name="groupKey">Its <see cref="GroupView.Key"/>.</param>
    public GroupState Of(string groupKey) => _states.GetValueOrDefault(groupKey, GroupState.New);

    /// <summary>The decision that took this one back; null when none did.</summary>
    public int? UndoneBy(int decision) => _undoneBy.TryGetValue(decision, out var by) ? by : null;

    /// <summary>All tags in use, sorted.</summary>
    public ImmutableArray<string> Tags => [.. _states.Values.SelectMany(state => state.Tags).Distinct().Order(StringComparer.Ordinal)];

    private static GroupState After(GroupState state, DecisionView decision) => decision.Action switch
    {
        DecisionWords.Keep => state with { Status = "kept", Reason = "" },
        DecisionWords.Dismiss => state with { Status = "dismissed", Reason = decision.Text },
        DecisionWords.Reopen => state with { Status = "new", Reason = "" },
        DecisionWords.Note => state with { Notes = state.Notes.Add(decision) },
        DecisionWords.RemoveNote => state with { Notes = [.. state.Notes.Where(note => note.Number != decision.About)] },
        DecisionWords.Tag => state.Tags.Contains(decision.Text) ? state : state with { Tags = state.Tags.Add(decision.Text) },
        DecisionWords.Untag => state with { Tags = state.Tags.Remove(decision.Text) },
        _ => state,
    };
}
