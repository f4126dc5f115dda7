namespace Claque.Web;

internal sealed record PersonasPage(
    StudyState Study, string Sentence, PersonaBars Bars, IReadOnlyList<BylineRow> Bylines, IReadOnlyList<PersonaPair> Pairs, int PairsMade,
    int PairsWithRatio, IReadOnlyList<string> Opening, IReadOnlyList<Finding> Found, IReadOnlyList<string> Limits);

internal sealed record PersonaBars(
    int WordsForRatio, int WordsForOneHand, double Ratio, double Alpha, int ReferenceNeeded, int ReferenceBylines, int Articles, int WithoutByline);

internal sealed record BylineRow(
    string Byline, string Href, int Articles, int Words, int QuotedWords, int SharedWords, int OtherWords, string Hands, string Reason, double? Score);

internal sealed record PersonaPair(
    string Key, string A, string B, string Href, double? LogRatio, double? TwoHandsChance, double? Q, string Verdict, string Reason, string Rival, string RivalTo,
    double? RivalRatio, int WordsA, int WordsB, double Topic, string Status);

internal sealed record BylinePage(
    StudyState Study, BylineRow Byline, HandsOf Hands, IReadOnlyList<HabitRow> Habits, IReadOnlyList<PersonaPair> Pairs, RhythmOf Rhythm,
    IReadOnlyList<string> Limits, Choice Choice);

internal sealed record HandsOf(
    int Asked, int Needed, double? Dispersion, double? Reference, double? Separation, double? SplitP, int? ChangeAt, double? ChangeP, int Before,
    int After, string Change, bool StandsOut, IReadOnlyList<HandMark> Marks);

internal sealed record HandMark(ArticleLink Article, int? Hand, double? Margin, bool Asked);

internal sealed record HabitRow(string Habit, IReadOnlyList<Tally> Forms);

internal sealed record PersonaPairPage(
    StudyState Study, PersonaPair Pair, BylineRow A, BylineRow B, IReadOnlyList<StyleEvidence> Evidence, string Sentence, IReadOnlyList<HabitPair> Habits,
    IReadOnlyList<string> Limits, IReadOnlyList<Decision> Decisions, IReadOnlyList<Note> Notes, Choice Choice);

internal sealed record StyleEvidence(
    string Feature, string Family, double Contribution, double PerThousandA, double PerThousandB, double PerThousandReference, StyleExample? A,
    StyleExample? B);

internal sealed record StyleExample(string Href, string Before, string Text, string After);

internal sealed record HabitPair(string Habit, IReadOnlyList<Tally> A, IReadOnlyList<Tally> B);

internal sealed record RhythmOf(
    int Posts, string Precision, int[] Hours, double? Offset, double? OffsetLow, double? OffsetHigh, double? SleepHours, double? SleepLow,
    double? SleepHigh, double? SleepStartUtc, double? Burstiness, double? QuarterHourShare, double? MinuteP, double? TopSecondShare, double? SecondP,
    double? OfficeShare, double? WeekendRatio, int OfficeMatched, double? OfficeIndex, double? OfficeLow, double? OfficeHigh, int? OfficeAsHigh,
    string Clients, IReadOnlyList<string> Problems, string Caution, IReadOnlyList<string> Limits);
