using System.Collections.Immutable;
using Claque.Cases;
using Claque.Reports.Wording;

namespace Claque.Reports.Charts;

/// <summary>How much of a timeline is drawn. What is left out is said beside it.</summary>
internal sealed record TimelineLimits
{
    /// <summary>Rows: one per account.</summary>
    public int Accounts { get; init; } = 40;

    /// <summary>Objects with a shape and colour of their own; 10 at most.</summary>
    public int Objects { get; init; } = 10;

    /// <summary>Marks.</summary>
    public int Marks { get; init; } = 3000;

    /// <summary>Moments in the table of closest moments.</summary>
    public int Moments { get; init; } = 8;

    /// <summary>Rows of the table that repeats the timeline.</summary>
    public int TableRows { get; init; } = 300;
}

/// <summary>What accounts shared.</summary>
internal readonly record struct SharedObject(string Behaviour, string Name);

/// <summary>Acts on one object by several accounts, each within the window of the one before.</summary>
/// <param name="Object">The object.</param>
/// <param name="Points">The acts, earliest first.</param>
/// <param name="Accounts">Number of accounts.</param>
internal sealed record Moment(SharedObject Object, ImmutableArray<TimelineAct> Points, int Accounts)
{
    public long FirstUs => Points[0].TimeUs;

    public long LastUs => Points[^1].TimeUs;
}

/// <summary>An object of the figure.</summary>
/// <param name="Object">The object.</param>
/// <param name="Points">All its points, drawn or not.</param>
/// <param name="Accounts">Accounts in its largest moment.</param>
internal sealed record TimelineObject(SharedObject Object, ImmutableArray<TimelineAct> Points, int Accounts);

/// <summary>A timeline made ready to draw: rows, objects and moments in their order, and what is left out.</summary>
/// <param name="Rows">Accounts drawn, top to bottom.</param>
/// <param name="Marked">Objects with a shape and colour of their own.</param>
/// <param name="Others">Objects drawn in grey, in the order of their first post.</param>
/// <param name="Moments">Acts together, most accounts first, then closest.</param>
/// <param name="Points">Points drawn, earliest first.</param>
/// <param name="RowsLeftOut">Accounts without a row.</param>
/// <param name="ObjectsLeftOut">Objects without any mark.</param>
/// <param name="PointsLeftOut">Points not drawn.</param>
internal sealed record TimelineFigure(
    ImmutableArray<AccountView> Rows, ImmutableArray<TimelineObject> Marked, ImmutableArray<TimelineObject> Others,
    ImmutableArray<Moment> Moments, ImmutableArray<TimelineAct> Points, int RowsLeftOut, int ObjectsLeftOut,
    int PointsLeftOut)
{
    /// <summary>Makes the figure of a group; the windows of the run say what is one moment.</summary>
    public static TimelineFigure Of(ReportGroup group, RunView run, TimelineLimits limits)
    {
        var moments = group.Timeline.GroupBy(ObjectOf)
            .SelectMany(points => MomentsOf(points.Key, points, Words.WidestWindowS(run, points.Key.Behaviour)))
            .OrderByDescending(moment => moment.Accounts).ThenBy(moment => moment.LastUs - moment.FirstUs).ThenBy(moment => moment.FirstUs)
            .ThenBy(moment => moment.Object.Behaviour, StringComparer.Ordinal).ThenBy(moment => moment.Object.Name, StringComparer.Ordinal)
            .ToImmutableArray();
        var largest = moments.GroupBy(moment => moment.Object).ToDictionary(same => same.Key, same => same.Max(moment => moment.Accounts));
        var objects = group.Timeline.GroupBy(ObjectOf)
            .Select(points => new TimelineObject(points.Key, [.. points.OrderBy(point => point.TimeUs).ThenBy(point => point.Account.Number)],
                largest.GetValueOrDefault(points.Key)))
            .OrderByDescending(item => item.Accounts).ThenByDescending(item => item.Points.Length).ThenBy(item => item.Points[0].TimeUs)
            .ThenBy(item => item.Object.Behaviour, StringComparer.Ordinal).ThenBy(item => item.Object.Name, StringComparer.Ordinal)
            .ToArray();
        var marked = Largest(objects, limits.Objects);
        var rows = RowsOf(group, limits.Accounts, out var rowsLeftOut);
        var shown = rows.Select(account => account.Number).ToHashSet();
        var room = limits.Marks - marked.Sum(item => item.Points.Count(point => shown.Contains(point.Account.Number)));
        var others = Thinned([.. objects.Except(marked).OrderBy(item => item.Points[0].TimeUs)], shown, room);
        ImmutableArray<TimelineAct> drawn = [.. marked.Concat(others).SelectMany(item => item.Points).Where(point => shown.Contains(point.Account.Number))
            .Take(limits.Marks).OrderBy(point => point.TimeUs).ThenBy(point => point.Account.Number)];
        return new TimelineFigure(
            rows, marked, others, moments, drawn, rowsLeftOut, objects.Length - marked.Length - others.Length, group.Timeline.Length - drawn.Length);
    }

    internal static SharedObject ObjectOf(TimelineAct point) => new(point.Behaviour, point.ObjectName);

    private static IEnumerable<Moment> MomentsOf(SharedObject shared, IEnumerable<TimelineAct> points, double windowS)
    {
        var ordered = points.OrderBy(point => point.TimeUs).ThenBy(point => point.Account.Number).ToArray();
        var window = windowS * 1e6;
        for (int start = 0, end; start < ordered.Length; start = end)
        {
            for (end = start + 1; end < ordered.Length && (double)ordered[end].TimeUs - ordered[end - 1].TimeUs <= window;) end++;
            var accounts = ordered[start..end].Select(point => point.Account.Number).Distinct().Count();
            if (accounts > 1) yield return new Moment(shared, [.. ordered[start..end]], accounts);
        }
    }

    // In the order of the members; accounts of the timeline that are no members come after them.
    private static ImmutableArray<AccountView> RowsOf(ReportGroup group, int limit, out int leftOut)
    {
        var acting = group.Timeline.Select(point => point.Account.Number).ToHashSet();
        var rows = group.Group.Members.Select(member => member.Account).Concat(group.Timeline.Select(point => point.Account))
            .Where(account => acting.Contains(account.Number)).DistinctBy(account => account.Number).ToArray();
        leftOut = Math.Max(0, rows.Length - limit);
        return [.. rows.Take(limit)];
    }

    // The objects with the largest moments, in time; of those that tie for the last places some of every stretch of time.
    private static ImmutableArray<TimelineObject> Largest(TimelineObject[] objects, int limit)
    {
        if (objects.Length <= limit) return [.. objects.OrderBy(item => item.Points[0].TimeUs)];
        var tied = objects.Where(item => Ties(item, objects[limit - 1])).ToArray();
        var larger = objects.TakeWhile(item => !Ties(item, objects[limit - 1])).ToArray();
        var places = limit - larger.Length;
        return [.. larger.Concat(Enumerable.Range(0, places).Select(place => tied[place * tied.Length / places])).OrderBy(item => item.Points[0].TimeUs)];

        static bool Ties(TimelineObject a, TimelineObject b) => a.Accounts == b.Accounts && a.Points.Length == b.Points.Length;
    }

    // Every second, third … object of the others in time, so that no stretch of time looks empty that is not.
    private static ImmutableArray<TimelineObject> Thinned(ImmutableArray<TimelineObject> others, HashSet<long> shown, int room)
    {
        if (room <= 0) return [];
        var marks = others.Sum(item => (long)item.Points.Count(point => shown.Contains(point.Account.Number)));
        var every = (int)Math.Max(1, (marks + room - 1) / room);
        return [.. others.Where((_, place) => place % every == 0)];
    }
}
