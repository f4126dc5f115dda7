using System.Collections.Immutable;
using Claque.Cases.Storage;
using Claque.Reading;

namespace Claque.Cases.Deciding;

/// <summary>Reads and continues the log of decisions. Nothing in it is ever changed or removed.</summary>
internal static class DecisionLog
{
    private const int LongestText = 10_000;
    private const int LongestTag = 60;

    public static ImmutableArray<DecisionView> All(Database database) => !Additions.Has(database, "decision")
        ? []
        : [.. database.Rows("SELECT id, time_utc, action, group_key, members, text, about FROM decision ORDER BY id").Select(row => new DecisionView(
            row.Int(0), Iso.Moment(row.Text(1)), row.Text(2), row.Text(3), JsonList.Texts(row.Bytes(4)), row.Text(5), (int?)row.LongOrNull(6)))];

    /// <exception cref="InputException">The decision cannot be made: the message says why.</exception>
    public static DecisionView Add(Database database, DecisionToMake decision, DateTimeOffset now)
    {
        var text = Checked(decision);
        if (decision.Action == DecisionWords.RemoveNote) RequireNote(database, decision);
        return Write(
            database, now, decision.Action, decision.Key, decision.Members, text, decision.About);
    }

    /// <exception cref="InputException">There is no such decision, or it was taken back already.</exception>
    public static DecisionView Undo(Database database, int number, DateTimeOffset now)
    {
        var log = All(database);
        var undone = log.FirstOrDefault(decision => decision.Number == number)
            ?? throw new InputException($"There is no decision {number} to undo; the log has {log.Length}.");
        if (undone.Action == DecisionWords.Undo) throw new InputException($"Decision {number} takes back decision {undone.About}. Decide anew instead of undoing it.");
        if (new Decided(log).UndoneBy(number) is { } by) throw new InputException($"Decision {number} was taken back already, by decision {by}.");
        return Write(database, now, DecisionWords.Undo, undone.GroupKey, undone.Members, "", number);
    }

    /// <summary>The text of the decision without the blanks around it.</summary>
    private static string Checked(DecisionToMake decision)
    {
        var text = decision.Text.Trim();
        if (!DecisionWords.All.Contains(decision.Action))
            throw new InputException($"There is no decision \"{decision.Action}\". There are: {string.Join(", ", DecisionWords.All)}.");
        if (text.Length > LongestText) throw new InputException($"The text has {text.Length:N0} characters; at most {LongestText:N0} are kept. Shorten it.");
        if (decision.Action is DecisionWords.Tag or DecisionWords.Untag && text.Length > LongestTag)
            throw new InputException($"The tag has {text.Length} characters; at most {LongestTag} are kept. Write a word or two, and the rest as a note.");
        return (decision.Action, text) switch
        {
            (DecisionWords.Dismiss, "") => throw new InputException("A dismissal needs its reason: whoever reads the log later must understand it."),
            (DecisionWords.Note, "") => throw new InputException("The note is empty. Write something."),
            (DecisionWords.Tag or DecisionWords.Untag, "") => throw new InputException("The tag is empty. Write a word."),
            _ => text,
        };
    }

    private static void RequireNote(Database database, DecisionToMake decision)
    {
        if (new Decided(All(database)).Of(decision.Key).Notes.All(note => note.Number != decision.About))
            throw new InputException($"It has no note {decision.About}. It may have been removed already.");
    }

    private static DecisionView Write(
        Database database, DateTimeOffset now, string action, string groupKey, ImmutableArray<string> members, string text, int? about)
    {
        var number = 0;
        Additions.Make(database);
        database.Together(() =>
        {
            database.Run(
                "INSERT INTO decision (time_utc, action, group_key, members, text, about) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                Iso.Of(now), action, groupKey, JsonList.Of(members), text, about);
            number = checked((int)database.LastRowId);
        });
        return new DecisionView(number, Iso.Moment(Iso.Of(now)), action, groupKey, members, text, about);
    }
}
