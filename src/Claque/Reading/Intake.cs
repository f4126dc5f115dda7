using System.Collections.Immutable;
using System.Text;
using Claque.Reading.Tables;
using Claque.Reading.Times;
using Claque.Text;

namespace Claque.Reading;

/// <summary>The rules that every post has to pass, whatever file it stands in; and what was counted on the way.</summary>
internal sealed class Intake
{
    private const long MostApartUs = 5 * Us.Minute;
    private readonly SortedDictionary<string, long> _skipped = new(StringComparer.Ordinal);
    private readonly ClockSteps _steps = new();
    private readonly long _latestUs;
    private readonly bool _nowIsGiven;
    private long _idDisagrees;
    private long _idInstead;
    private long _withZone;
    private long _withoutZone;
    private string _example = "";

    /// <param name="times">Reads the file's times.</param>
    /// <param name="now">Posts after it are rejected.</param>
    public Intake(TimeReader times, DateTimeOffset? now)
    {
        Times = times;
        _nowIsGiven = now is not null;
        _latestUs = now is { } moment ? Us.Of(moment) : Us.Latest;
    }

    /// <summary>Reads the file's times.</summary>
    public TimeReader Times { get; }

    /// <summary>Why the last row was refused: a constant text to count by.</summary>
    public string RefusedKind { get; private set; } = "";

    /// <summary>Why the last row was refused: the sentence, without the place.</summary>
    public string RefusedWhy { get; private set; } = "";

    /// <summary>The step of the clock behind the times that were read from a column.</summary>
    public TimePrecision? Coarsest => _steps.Coarsest;

    /// <summary>Records that are no posts, by kind.</summary>
    public ImmutableArray<SkippedRecords> Skipped =>
        [.. _skipped.Select(entry => new SkippedRecords(entry.Key, entry.Value))];

    /// <summary>Counts a record that is no post: a like, a deletion.</summary>
    public void Skip(string kind)
    {
        _skipped.TryGetValue(kind, out var count);
        _skipped[kind] = count + 1;
    }

    /// <summary>Refuses the row. Always false, to be returned.</summary>
    public bool Refuse(string kind, string why)
    {
        (RefusedKind, RefusedWhy) = (kind, why);
        return false;
    }

    /// <summary>Adds the counts of a later part of the same file, which begins anew.</summary>
    public void TakeCounts(Intake part)
    {
        if (_idDisagrees == 0) _example = part._example;
        (_idDisagrees, _idInstead) = (_idDisagrees + part._idDisagrees, _idInstead + part._idInstead);
        (_withZone, _withoutZone) = (_withZone + part._withZone, _withoutZone + part._withoutZone);
        foreach (var (kind, count) in part._skipped) _skipped[kind] = _skipped.GetValueOrDefault(kind) + count;
        _steps.TakeCounts(part._steps);
        Times.Zone.TakeCounts(part.Times.Zone);
        part._skipped.Clear();
        (part._idDisagrees, part._idInstead, part._withZone, part._withoutZone, part._example) = (0, 0, 0, 0, "");
    }

    /// <summary>Sets an id of the post or its account; false when it went through a spreadsheet that rounded it.</summary>
    public bool SetId(PostRecord post, PostField field, ReadOnlySpan<byte> value, string column)
    {
        if (Cells.IsUsualId(value))
        {
            post.Set(field, value);
            return true;
        }

        value = value.Trim(" \t\r\n"u8);
        if (Cells.IsNothing(value)) return true;
        if (Cells.IsScientific(value)) return RefuseRounded(value, column);
        var whole = Cells.WithoutPointZero(value, out var rounded);
        if (rounded) return RefuseRounded(value, column);
        post.Set(field, whole);
        return true;
    }

    /// <summary>Sets the id of another post that this one points to; 0 and -1 point nowhere.</summary>
    public bool SetReference(PostRecord post, PostField field, ReadOnlySpan<byte> value, string column)
    {
        value = value.Trim(" \t\r\n"u8);
        return Cells.IsNoReference(value) || SetId(post, field, value, column);
    }

    /// <summary>True when the account is there.</summary>
    public bool HasAccount(PostRecord post, string column) =>
        post.Has(PostField.Account) || Refuse("account missing", $"'{column}' is empty: who posted is not known.");

    /// <summary>Sets time and precision from the id where it carries them, else from the written time.</summary>
    /// <param name="text">The time as written; may be empty.</param>
    public bool SetTime(PostRecord post, ReadOnlySpan<byte> text, string column)
    {
        var (platform, idPrecision) = (post.Platform, default(TimePrecision));
        var idUs = platform.Length == 0 ? null : IdTimes.Of(platform, post[PostField.Id], out idPrecision);
        if (idUs < Us.Earliest || idUs > _latestUs) idUs = null;
        text = Cells.WithoutBlanks(text);
        if (Cells.IsNothing(text))
        {
            if (idUs is null) return Refuse("time missing", $"'{column}' is empty: when it was posted is not known.");
            return Restore(post, idUs.Value, idPrecision);
        }

        var outcome = Times.Read(text, out var us, out var written);
        if (outcome != TimeOutcome.Read)
        {
            if (idUs is null) return RefuseTime(outcome, text, column);
            _idInstead++;
            return Restore(post, idUs.Value, idPrecision);
        }

        if (idUs is not { } restored) return SetWritten(post, us, written, text, column);
        if (Math.Abs(restored - us) > MostApartUs + written.Precision.Step.Ticks / 10) CountDisagreement(post, restored, us);
        return Restore(post, restored, idPrecision);
    }

    /// <summary>As <see cref="SetTime"/> for a post whose platform is not known, where the time needs no second look; false, with nothing counted, where it does.</summary>
    public bool ReadUsualTime(ReadOnlySpan<byte> text, out WrittenTime written)
    {
        if (!Times.ReadUsual(text, out written) || written.FaceUs < Us.Earliest || written.FaceUs > _latestUs) return false;
        _withZone++;
        _steps.Add(written.FaceUs);
        return true;
    }

    /// <summary>What was assumed and counted, as sentences.</summary>
    public IEnumerable<string> Notes()
    {
        if (_withoutZone > 0 && !Times.Zone.IsGiven) yield return "Times without a zone were read as UTC. If they are local times, pass --time-zone.";
        if (_withoutZone > 0 && Times.Zone.IsGiven) yield return $"Times without a zone were read as {Times.Zone.Name}.";
        if (_withoutZone == 0 && _withZone > 0 && Times.Zone.IsGiven) yield return "The times carry their own zone: --time-zone changed nothing.";
        if (Times.Zone.Twice > 0) yield return $"{Counted.Of(Times.Zone.Twice, "time falls", "times fall")} in the hour that comes twice when clocks are put back: read as standard time.";
        if (_idDisagrees > 0) yield return $"{Counted.Of(_idDisagrees, "post has", "posts have")} a time more than 5 minutes from the time in the post's id, which was used. First: {_example}.";
        if (_idInstead > 0) yield return $"{Counted.Of(_idInstead, "time was", "times were")} not readable; the time in the post's id was used.";
        if (_skipped.Count > 0)
        {
            var kinds = string.Join(", ", _skipped.Select(entry => $"{entry.Value:N0} {entry.Key}"));
            yield return $"{Counted.Of(_skipped.Values.Sum(), "record is", "records are")} not a post and left out: {kinds}.";
        }
    }

    /// <summary>A value as it is quoted in a message: at most 60 characters on one line.</summary>
    public static string Quoted(ReadOnlySpan<byte> value)
    {
        var text = Encoding.UTF8.GetString(value[..Math.Min(value.Length, 240)]).ReplaceLineEndings(" ");
        return "\"" + (text.Length > 60 ? text[..57] + "…" : text) + "\"";
    }

    private static bool Restore(PostRecord post, long us, TimePrecision precision)
    {
        (post.TimeUs, post.Precision, post.TimeFromId) = (us, precision, true);
        return true;
    }

    private bool SetWritten(PostRecord post, long us, WrittenTime written, ReadOnlySpan<byte> text, string column)
    {
        if (us < Us.Earliest)
            return Refuse("times before 1990", $"'{column}' is {Quoted(text)}, which would be {Us.Text(us)}, before 1990. Pass --time-format if it is written another way.");
        if (us > _latestUs)
        {
            var limit = _nowIsGiven ? "in the future" : "after the year 2100";
            return Refuse("times in the future", $"'{column}' is {Quoted(text)}, which would be {Us.Text(us)}, {limit}. Check --time-zone and --time-format.");
        }

        if (written.OffsetMinutes is null) _withoutZone++;
        else _withZone++;
        _steps.Add(written.FaceUs);
        (post.TimeUs, post.Precision) = (us, written.Precision);
        return true;
    }

    private void CountDisagreement(PostRecord post, long idUs, long columnUs)
    {
        if (_idDisagrees++ == 0) _example = $"{post.Text(PostField.Id)}, written {Us.Text(columnUs)}, by its id {Us.Text(idUs)}";
    }

    private bool RefuseRounded(ReadOnlySpan<byte> value, string column) =>
        Refuse("ids in scientific notation", $"'{column}' is {Quoted(value)}: a spreadsheet or a number type rounded this id, its last digits are lost. Export again with ids as text.");

    private bool RefuseTime(TimeOutcome outcome, ReadOnlySpan<byte> text, string column)
    {
        var found = $"'{column}' is {Quoted(text)}";
        return outcome switch
        {
            TimeOutcome.OrderUnknown => Refuse("day or month first not known", $"{found}: day or month first is not known from this file. Pass --time-format, for example d/M/yyyy H:mm or M/d/yyyy H:mm."),
            TimeOutcome.ZoneUnknown => Refuse("time zone not known", $"{found}: its zone abbreviation has more than one meaning. Use an offset such as +02:00."),
            TimeOutcome.Rounded => Refuse("times in scientific notation", $"{found}: a spreadsheet rounded this time. Export again with times as text."),
            TimeOutcome.Skipped => Refuse("time not readable", $"{found}: the clocks of {Times.Zone.Name} skipped that time. Check --time-zone."),
            _ => Refuse("time not readable", $"{found}, not ISO 8601. Use 2024-01-31T12:00:00Z or pass --time-format."),
        };
    }
}

/// <summary>Records of a file that are no posts, counted by kind.</summary>
/// <param name="Kind">Such as <c>like</c> or <c>delete</c>.</param>
/// <param name="Count">How many.</param>
public sealed record SkippedRecords(string Kind, long Count);
