namespace Claque.Statements.Comparing;

/// <summary>Articles grouped by event.</summary>
/// <param name="Groups">Indices of articles, each group in order, by first member; an article like no other is a group of its own.</param>
/// <param name="Apart">Groups that are alike by their words and were told apart by names, dates and figures, by first and second group.</param>
public sealed record EventGrouping(IReadOnlyList<IReadOnlyList<int>> Groups, IReadOnlyList<GroupsApart> Apart);

/// <summary>Two groups that are alike and yet told apart.</summary>
/// <param name="First">Index of the first group.</param>
/// <param name="Second">Index of the second group, above the first.</param>
/// <param name="OnlyFirst">Names, dates and figures in at least half of the first group's articles and in none of the second's, as written, at most eight.</param>
/// <param name="OnlySecond">The same of the second group.</param>
public sealed record GroupsApart(int First, int Second, IReadOnlyList<string> OnlyFirst, IReadOnlyList<string> OnlySecond);
