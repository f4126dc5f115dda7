using System.Collections.Immutable;
using System.Text;
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

    private GenericJson(FileSample sample)
    {
        var recognised = GenericTable.Recognise(sample);
        Order = DateOrders.InSample(sample.Table, recognised, sample.Options);
        (_plan, Notes) = GenericTable.WithXIds(sample, TablePlanner.Plan(sample, recognised), Order);
        _takers = [.. _plan.Uses.Where(use => use.Field != MapFields.Time).Select(use => new CellTaker(use))];
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
        foreach (var taker in _takers)
            if (JsonRows.Cell(post, taker.Column) is { } cell && !taker.Take(Encoding.UTF8.GetBytes(cell), record, intake)) return Found.Refused;
        record.IsReshare |= record.Has(PostField.ReshareOf);
        var time = _plan.Of(MapFields.Time)!.Column;
        return Finish(record, intake, _plan.Of(MapFields.Account)!.Column, JsonRows.Cell(post, time), time);
    }
}
