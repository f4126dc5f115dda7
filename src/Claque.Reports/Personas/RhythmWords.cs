using System.Globalization;
using Claque.Rhythm;

namespace Claque.Reports.Personas;

/// <summary>The words about rhythms, and the limits that stand beside every one.</summary>
public static class RhythmWords
{
    /// <summary>What hours cannot say.</summary>
    public static IReadOnlyList<string> Limits { get; } =
    [
        RhythmStudy.OffsetIsNoPlace,
        "Times are those of the source. Times of collection, queues and schedulers show the machine's hours, not a person's.",
        "Live events, shift work, travel and summer time move a rhythm; the range holds an hour of summer time, not a change of life.",
        "Office hours are compared with accounts of the same files that have a third to three times the posts, an offset at most two hours away and the same language. Whoever works, studies or sleeps late keeps them or not; they say nothing about an employer.",
        "The shapes of a day come from people who commit code; people with other days lie outside the range more often.",
    ];

    /// <summary>How many matched accounts keep office hours as much; how many there are where these are too few; empty without an offset.</summary>
    public static string OfMatched(OfficeHours? office) => office switch
    {
        null => "",
        { AsHigh: { } asHigh } => string.Create(CultureInfo.InvariantCulture, $"{asHigh} of {office.Matched}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{office.Matched} matched, 5 needed"),
    };

    /// <summary>How many hand-overs were found, and what that says.</summary>
    public static string OfHandOvers(HandOvers over)
    {
        ArgumentNullException.ThrowIfNull(over);
        if (over.Pairs == 0) return "Hand-overs between accounts: none could be asked for. That needs two accounts with 15 sittings of three posts on days of both, and times in minutes or finer.";
        var head = string.Create(CultureInfo.InvariantCulture, $"Hand-overs between accounts: {over.Found.Count:N0} of {over.Pairs:N0} ordered pairs of {over.Accounts:N0} accounts, at a false-discovery rate of 1 %. ");
        return head + "One goes quiet and the other starts within the hour, more often than with the same hours and the days of one moved by up to four weeks. It says that their days move together: one person with both, a shared desk, or a habit of answering one another. Shifts that change on a fixed stroke of the clock are not found: two strangers with such hours look the same.";
    }

    /// <summary>How well an account's two clients are told apart, and what that says.</summary>
    public static string OfClients(string account, ClientStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var same = study.AucSameWeek is { } auc
            ? string.Create(CultureInfo.InvariantCulture, $", and AUC {auc:0.00} within the {study.WeeksOfBoth} weeks that have both")
            : "; too few weeks have both to rule out that times changed between them";
        var reading = study.Auc >= 0.9 ? " Hands or uses differ between them: several people, or one with two habits." : "";
        return string.Create(CultureInfo.InvariantCulture, $"{account}: weeks of {study.ClientA} and {study.ClientB} ({study.Weeks}) are told apart by style and hour with AUC {study.Auc:0.00}{same}.{reading}");
    }
}
