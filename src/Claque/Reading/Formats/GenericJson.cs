using System.Collections.Immutable;
using System.Text.Json;
using Claque.Reading.Json;
using Claque.Reading.Tables;
using Claque.Reading.Times;

namespace Claque.Reading.Formats;

/// <summary>Any JSON Lines or list of objects: members stand for columns, inner ones by their dotted path.</summary>
internal sealed class GenericJson : JsonShape
{
    public static readonly JsonFormat Format = new()
    {
        Name = "json",
        Description = "Any JSON Lines, or list of JSON objects, with a member for the account and one for the time",
        RecognisedBy = "usual names of members such as user.id, created_at, text; or named with --map",
        Fits = _ => 0.5,
        Shape = sample => new GenericJson(sample),
    };

    private readonly TablePlan _plan;
    private readonly CellTaker[] _takers;
    private readonly JsonMember[] _members;
    private readonly JsonMember _timeMember;
    private readonly JsonMember? _clockMember;
    private readonly DayAndClock _dayAndClock = new();
    private readonly string _account;

    private GenericJson(FileSample sample)
    {
        var recognised = GenericTable.Recognise(sample);
        Order = DateOrders.InSample(sample.Table, recognised, sample.Options);
        (_plan, Notes) = GenericTable.WithXIds(sample, TablePlanner.Plan(sample, recognised), Order);
        _takers = [.. _plan.Uses.Where(use => use.Field is not (MapFields.Time or MapFields.Clock)).Select(use => new CellTaker(use))];
        _members = [.. _takers.Select(taker => new JsonMember(taker.Column))];
        _clockMember = _plan.Of(MapFields.Clock) is { } clock ? new JsonMember(clock.Column) : null;
        (_timeMember, _account) = (new JsonMember(_plan.Of(MapFields.Time)!.Column), _plan.Of(MapFields.Account)!.Column);
    }

    /// <inheritdoc/>
    public override ImmutableArray<KeyValuePair<string, string>> Mapping => _plan.Mapping;

    /// <inheritdoc/>
    public override DateOrder Order { get; }

    /// <inheritdoc/>
    public override ImmutableArray<string> Notes { get; }

    /// <inheritdoc/>
    public override Found Fill(JsonElement post, PostRecord record, Intake intake)
    {
        record.Platform = _plan.Platform;
        for (var i = 0; i < _takers.Length; i++)
            if (JsonRows.Cell(post, _members[i], out var cell) && !_takers[i].Take(cell, record, intake)) return Found.Refused;
        record.IsReshare |= record.Has(PostField.ReshareOf);
        if (_plan.TakesIdsFromAddresses) XAddress.TakeId(record);
        JsonRows.Cell(post, _timeMember, out var time);
        if (_clockMember is not null && JsonRows.Cell(post, _clockMember, out var clock)) time = _dayAndClock.Join(time, clock);
        return Finish(record, intake, _account, time, _timeMember.Path);
    }
}
