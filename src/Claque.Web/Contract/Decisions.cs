namespace Claque.Web;

internal sealed record DecisionRequest(string Action, string Group, string Text, int? Id);

internal sealed record Undo(int Decision);

internal sealed record Decision(
    int Number, string Time, string Action, string Group, int? GroupNumber, string Href, string Text, string Sentence, bool CanUndo, int? Undoes,
    int? UndoneBy);

internal sealed record DecisionLog(IReadOnlyList<Decision> Decisions, string? Next, long Total);
