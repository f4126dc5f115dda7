using System.Globalization;
using Claque.Reports.Wording;
using Claque.Rhythm;

namespace Claque.Reports.Personas;

/// <summary>The words about rhythms, and the limits that stand beside every one.</summary>
public static class RhythmWords
{
    private const double ClockAlpha = 0.01;

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

    /// <summary>The accounts to show, those with most posts first, and a sentence on the others.</summary>
    /// <param name="rhythms">All of them.</param>
    /// <param name="most">How many to show.</param>
    /// <param name="rest">Where the others stand; empty where nowhere.</param>
    public static (IReadOnlyList<AccountRhythm> Shown, string Sentence) Busiest(IReadOnlyList<AccountRhythm> rhythms, int most, string rest = "")
    {
        ArgumentNullException.ThrowIfNull(rhythms);
        var least = RhythmOptions.Default.MinPosts;
        var enough = rhythms.Where(rhythm => rhythm.Posts >= least).OrderByDescending(rhythm => rhythm.Posts).ThenBy(rhythm => rhythm.Account, StringComparer.Ordinal).ToArray();
        var few = rhythms.Count - enough.Length;
        var sentence = string.Create(CultureInfo.InvariantCulture, $"{rhythms.Count:N0} {(rhythms.Count == 1 ? "account" : "accounts")}{(few == 0 ? "" : $", {few:N0} of them with fewer than {least} posts, which show no rhythm")}.");
        if (enough.Length > most) sentence += string.Create(CultureInfo.InvariantCulture, $" Of the other {enough.Length:N0} the {most} with most posts are shown.");
        return (enough.Length > most ? enough[..most] : enough, few > 0 || enough.Length > most ? sentence + rest : sentence);
    }

    /// <summary>Accounts whose minutes of the hour or seconds of the minute are more uneven than chance makes any of them, surest first.</summary>
    public static IReadOnlyList<AccountRhythm> ByTheClock(IReadOnlyList<AccountRhythm> rhythms)
    {
        ArgumentNullException.ThrowIfNull(rhythms);
        var tests = rhythms.Sum(rhythm => (rhythm.Regularity.MinuteP is null ? 0 : 1) + (rhythm.Regularity.SecondP is null ? 0 : 1));
        static double Smaller(AccountRhythm rhythm) => Math.Min(rhythm.Regularity.MinuteP ?? 1, rhythm.Regularity.SecondP ?? 1);
        return [.. rhythms.Where(rhythm => Smaller(rhythm) * tests <= ClockAlpha).OrderBy(Smaller).ThenByDescending(rhythm => rhythm.Posts).ThenBy(rhythm => rhythm.Account, StringComparer.Ordinal)];
    }

    /// <summary>How many accounts post by the clock, and what that says.</summary>
    /// <param name="rhythms">All accounts.</param>
    /// <param name="found">Those of <see cref="ByTheClock"/>.</param>
    public static string OfClocks(IReadOnlyList<AccountRhythm> rhythms, int found)
    {
        ArgumentNullException.ThrowIfNull(rhythms);
        var asked = rhythms.Count(rhythm => rhythm.Regularity.MinuteP is not null);
        return asked == 0
            ? "Posting by the clock: none could be asked for. That needs 30 posts and times in minutes or finer."
            : string.Create(CultureInfo.InvariantCulture, $"Posting by the clock: {found:N0} of {asked:N0} accounts have minutes of the hour or seconds of the minute that are more uneven than chance makes any of them (1 % over all). Schedulers, feeds and programs do that, and people who post on the stroke of an hour.");
    }

    /// <summary>Minutes and seconds of an account beside what chance gives.</summary>
    public static string OfMinutes(Regularity regularity)
    {
        ArgumentNullException.ThrowIfNull(regularity);
        var seconds = regularity.SecondP is null ? "" : $"; {Amount.Share(regularity.TopSecondShare!.Value)} in its commonest second, by chance 2 % (p {Amount.Probability(regularity.SecondP)})";
        return $"{Amount.Share(regularity.QuarterHourShare ?? 0)} on the quarter hour, by chance 7 % (p {Amount.Probability(regularity.MinuteP)}){seconds}";
    }

    /// <summary>Posts on holidays beside the same weekdays around them; empty where no holiday lies in the account's time.</summary>
    public static string OfHolidays(HolidayActivity? activity) => activity is null
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{activity.Ratio:0.00} times on {(activity.Days == 1 ? "1 day" : $"{activity.Days} days")} (p {Amount.Probability(activity.P)})");

    /// <summary>How many hand-overs were found, and what that says.</summary>
    public static string OfHandOvers(HandOvers over)
    {
        ArgumentNullException.ThrowIfNull(over);
        if (over.Pairs == 0) return "Hand-overs between accounts: none could be asked for. That needs two accounts with 15 sittings of three posts on days of both, and times in minutes or finer.";
        var head = string.Create(CultureInfo.InvariantCulture, $"Hand-overs between accounts: {over.Found.Count:N0} of {over.Pairs:N0} ordered pairs of {over.Accounts:N0} accounts, at a false-discovery rate of 1 %. ");
        return head + "One goes quiet and the other starts within the hour, more often than with the same hours and the days of one moved by up to four weeks. It says that their days move together: one person with both, a shared desk, or a habit of answering one another. Shifts that change on a fixed stroke of the clock are not found: two strangers with such hours look the same.";
    }

    /// <summary>How well the two clients of an account are told apart, and what that says; begins in the middle of a line.</summary>
    public static string OfClients(ClientStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var same = study.AucSameWeek is { } auc
            ? string.Create(CultureInfo.InvariantCulture, $", and AUC {auc:0.00} within the {study.WeeksOfBoth} weeks that have both")
            : "; too few weeks have both to rule out that times changed between them";
        var reading = study.Auc >= 0.9 ? " Hands or uses differ between them: several people, or one with two habits." : "";
        return string.Create(CultureInfo.InvariantCulture, $"weeks of {study.ClientA} and {study.ClientB} ({study.Weeks}) are told apart by style and hour with AUC {study.Auc:0.00}{same}.{reading}");
    }
}
