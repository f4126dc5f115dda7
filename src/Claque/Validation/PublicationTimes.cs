using System.Buffers.Text;
using System.Collections.Immutable;
using Claque.Tracing;

namespace Claque.Validation;

/// <summary>When objects were published, per behaviour. The delay of an act is counted from there.</summary>
public sealed class PublicationTimes
{
    /// <summary>A time that is not known.</summary>
    public const long None = long.MinValue;

    private const long SnowflakeEpochMs = 1_288_834_974_657;
    private const long FirstSnowflake = 1L << 40;
    private const double MostMisplaced = 0.02;

    private readonly ImmutableDictionary<Behaviour, long[]> _timesUs;

    private PublicationTimes(ImmutableDictionary<Behaviour, long[]> timesUs) => _timesUs = timesUs;

    /// <summary>Nothing is known: every delay is counted from the first share.</summary>
    public static PublicationTimes Unknown { get; } = new(ImmutableDictionary<Behaviour, long[]>.Empty);

    /// <summary>The behaviours with known times.</summary>
    public IEnumerable<Behaviour> Behaviours => _timesUs.Keys.Order();

    /// <summary>The times for one behaviour, one per object of its trace, <see cref="None"/> where unknown; empty when none is known.</summary>
    public ReadOnlySpan<long> Of(Behaviour behaviour) => _timesUs.TryGetValue(behaviour, out var times) ? times : [];

    /// <summary>These times, and those of one more behaviour.</summary>
    /// <param name="behaviour">The behaviour.</param>
    /// <param name="timesUs">
    /// Microseconds since 1970, one per object of the behaviour's trace; <see cref="None"/> where unknown. The array is taken over.
    /// </param>
    public PublicationTimes With(Behaviour behaviour, long[] timesUs) => new(_timesUs.SetItem(behaviour, timesUs));

    /// <summary>Reads the times of reshared and answered posts out of their ids, where these are ids of X (Twitter).</summary>
    /// <param name="corpus">The corpus; the behaviours looked at are <c>reshare</c> and <c>reply</c>.</param>
    /// <returns>
    /// The times of the traces whose ids are believable: at least half of the objects have such an id, and at most 2 % of the acts
    /// come before the time that their object's id gives. Other traces stay unknown.
    /// </returns>
    /// <remarks>An id of X holds the milliseconds since 4 November 2010 above its lowest 22 bits. Ids before that are running numbers.</remarks>
    public static PublicationTimes FromIds(Corpus corpus)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        var known = Unknown;
        foreach (var trace in corpus.Traces)
        {
            if (trace.Behaviour != Behaviour.Reshare && trace.Behaviour != Behaviour.Reply) continue;
            var times = new long[trace.ObjectNames.Count];
            for (var o = 0; o < times.Length; o++) times[o] = OfId(trace.ObjectNames.Bytes(o));
            if (IsBelievable(trace, corpus.Posts.TimesUs, times)) known = known.With(trace.Behaviour, times);
        }

        return known;
    }

    /// <summary>
    /// Counts the delays of objects that nobody publishes, such as a sequence of hashtags, from a fixed grid of the clock: the day
    /// before the quarter of the day in which the object was first used.
    /// </summary>
    /// <remarks>
    /// What a group invents itself it also uses first, so that delays from the first use are its own jitter and the narrow first
    /// cells would take all of it as given. From a grid, every use lies in a cell of full width.
    /// </remarks>
    public PublicationTimes WithGrid(Corpus corpus, Behaviour behaviour)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        const long quarterUs = 6 * 3_600_000_000L;
        if (corpus.Traces.FirstOrDefault(trace => trace.Behaviour == behaviour) is not { } trace) return this;
        var times = new long[trace.ObjectNames.Count];
        Array.Fill(times, long.MaxValue);
        for (var act = 0; act < trace.Count; act++)
        {
            ref var first = ref times[trace.Objects[act]];
            first = Math.Min(first, corpus.Posts.TimesUs[trace.Posts[act]]);
        }

        foreach (ref var time in times.AsSpan()) time = time == long.MaxValue ? None : (time - ((time % quarterUs + quarterUs) % quarterUs)) - 4 * quarterUs;
        return With(behaviour, times);
    }

    /// <summary>The time in an id of X, microseconds since 1970; <see cref="None"/> when it is not such an id.</summary>
    /// <param name="name">The id, alone or as the last part of an address.</param>
    public static long OfId(ReadOnlySpan<byte> name)
    {
        var digits = name[(name.LastIndexOfAny("/:"u8) + 1)..];
        return Utf8Parser.TryParse(digits, out long id, out var used) && used == digits.Length && id >= FirstSnowflake
            ? ((id >> 22) + SnowflakeEpochMs) * 1000
            : None;
    }

    private static bool IsBelievable(Trace trace, ReadOnlySpan<long> postTimesUs, long[] timesUs)
    {
        const long slackUs = 60_000_000;
        var known = 0L;
        var misplaced = 0L;
        for (var act = 0; act < trace.Count; act++)
        {
            var published = timesUs[trace.Objects[act]];
            if (published == None) continue;
            known++;
            if (postTimesUs[trace.Posts[act]] < published - slackUs) misplaced++;
        }

        return known > 0 && known * 2 >= trace.Count && misplaced <= known * MostMisplaced;
    }
}
