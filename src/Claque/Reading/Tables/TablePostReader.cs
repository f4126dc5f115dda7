using Claque.Reading.Bytes;

namespace Claque.Reading.Tables;

/// <summary>Reads posts from the rows of a table.</summary>
internal sealed class TablePostReader : FilePostReader
{
    private const int MostOpenQuotes = 1000;
    private readonly FileBytes _file;
    private readonly TablePlan _plan;
    private readonly TableCut _cut;
    private readonly CsvReader _rows;
    private readonly CellTaker[] _takers;
    private readonly ColumnUse _time;
    private readonly string _accountColumn;
    private long _openQuotes;

    /// <param name="blockBytes">Bytes read at a time.</param>
    public TablePostReader(FileBytes file, TableCut cut, TablePlan plan, Intake intake, int blockBytes = 1 << 20)
        : base(file, intake)
    {
        (_file, _cut, _plan) = (file, cut, plan);
        _rows = TableSample.Open(file.Open(), cut, blockBytes);
        if (!plan.WithoutHeader) _rows.Next();
        _takers = [.. plan.Uses.Where(use => use.Field != MapFields.Time).Select(use => new CellTaker(use))];
        _time = plan.Of(MapFields.Time)!;
        _accountColumn = plan.Of(MapFields.Account)!.Column;
    }

    /// <inheritdoc/>
    public override IEnumerable<string> Notes()
    {
        if (_rows.Converted > 0) yield return $"{Intake.Count(_rows.Converted, "row was", "rows were")} not UTF-8 and read as Windows-1252.";
    }

    /// <inheritdoc/>
    protected override ReadStep ReadRow(PostRecord post)
    {
        switch (_rows.Next())
        {
            case CsvStep.Row:
                break;
            case CsvStep.TooLong:
                return RejectRow(_rows.Line, "row too long", "the row is longer than 16 MB. Is the delimiter right, and is this a table?", _rows.Raw);
            case CsvStep.OpenQuote:
                return OpenQuote();
            default:
                return _rows.Broken is { } why ? throw BrokenOff(why) : ReadStep.End;
        }

        if (_rows.Count != _plan.Columns.Length && !OnlyEmptyMore()) return Ragged();
        post.Line = _rows.Line;
        post.Platform = _plan.Platform;
        return Fill(post) ? ReadStep.Post : RejectRow(_rows.Line, _rows.Raw);
    }

    private bool Fill(PostRecord post)
    {
        foreach (var taker in _takers)
            if (!taker.Take(_rows[taker.Index], post, Intake)) return false;
        if (_plan.Rule is not null && !_plan.Rule(_rows, post, Intake)) return false;
        if (post.Has(PostField.ReshareOf)) post.IsReshare = true;
        if (_plan.ReadsRetweetPrefix && !post.IsReshare && post[PostField.Text].StartsWith("RT @"u8)) post.IsReshare = true;
        return Intake.HasAccount(post, _accountColumn) && Intake.SetTime(post, _rows[_time.Index], _time.Column);
    }

    private bool OnlyEmptyMore()
    {
        if (_rows.Count < _plan.Columns.Length) return false;
        for (var i = _plan.Columns.Length; i < _rows.Count; i++)
            if (!_rows[i].IsEmpty) return false;
        return true;
    }

    private ReadStep Ragged()
    {
        var why = $"the row has {Intake.Count(_rows.Count, "field", "fields")}, the header {_plan.Columns.Length}. Put fields that hold '{_cut.Shown}', a quotation mark or a line break in quotation marks.";
        return RejectRow(_rows.Line, "fields do not match the header", why, _rows.Raw);
    }

    private ReadStep OpenQuote()
    {
        if (++_openQuotes > MostOpenQuotes)
            throw new InputException($"{_file.Name}({_rows.Line}): more than {MostOpenQuotes:N0} rows open a quotation mark and never close it. Export the table again, with \" inside a field written as \"\".");
        return RejectRow(_rows.Line, "quotation mark never closed", "a field begins with a quotation mark that is never closed. Write \" inside a field as \"\".", _rows.Raw);
    }
}
