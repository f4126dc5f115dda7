using Claque.Reading.Bytes;
using Claque.Reading.Times;
using Claque.Text;

namespace Claque.Reading.Tables;

/// <summary>Reads posts from the rows of a table.</summary>
internal sealed class TableReading : FileReading
{
    /// <summary>Bytes that a row may take.</summary>
    public const int MostBytes = 16 << 20;

    private const int BlockBytes = 1 << 17; // With its columns, a block stays in the second-level cache of one core.
    private const int MostOpenQuotes = 1000;
    private readonly TablePlan _plan;
    private readonly TableCut _cut;
    private readonly TableCutter _cutter;
    private readonly Func<Intake> _newIntake;
    private readonly ColumnUse _time;
    private readonly ColumnUse? _clock;
    private readonly bool _hasUsual;
    private readonly string _accountColumn;
    private int _rowsToSkip;
    private long _openQuotes;
    private string? _tooManyOpen;
    private bool _endSaid;

    /// <param name="file">The file.</param>
    /// <param name="cut">How its rows are cut.</param>
    /// <param name="plan">What its columns are.</param>
    /// <param name="newIntake">Makes the rules and counts of one batch.</param>
    public TableReading(FileBytes file, TableCut cut, TablePlan plan, Func<Intake> newIntake)
        : base(file, newIntake())
    {
        (_cut, _plan, _newIntake) = (cut, plan, newIntake);
        _cutter = new TableCutter(file.Open(), cut, BlockBytes, MostBytes);
        _rowsToSkip = cut.RowsBefore + (plan.WithoutHeader ? 0 : 1);
        (_time, _clock) = (plan.Of(MapFields.Time)!, plan.Of(MapFields.Clock));
        _hasUsual = plan is { Platform: "", Rule: null, TakesIdsFromAddresses: false } && _clock is null && Takers().All(taker => taker.HasUsual);
        _accountColumn = plan.Of(MapFields.Account)!.Column;
    }

    /// <inheritdoc/>
    protected override (string One, string Many) Record => ("row", "rows");

    /// <inheritdoc/>
    public override PostBatch NewBatch() =>
        new TableBatch(_newIntake(), FileName, Takers());

    /// <inheritdoc/>
    public override void Read(PostBatch batch)
    {
        var table = (TableBatch)batch;
        var rows = table.Rows;
        var usual = _hasUsual && rows.AreUtf8;
        for (var row = table.FirstRow; row < rows.RowCount; row++)
        {
            if (usual && ReadUsual(table, rows, row)) continue;
            rows.Show(row);
            if (rows.Step == CsvStep.Row) ReadRow(table, rows);
            else RejectUncut(table, rows);
        }

        table.Converted = rows.Converted;
    }

    /// <inheritdoc/>
    protected override bool Take(FileBatch batch)
    {
        var table = (TableBatch)batch;
        if (_tooManyOpen is not null || !_cutter.Next(table.Rows)) return Nothing(table);
        table.FirstRow = Math.Min(_rowsToSkip, table.Rows.RowCount);
        _rowsToSkip -= table.FirstRow;
        table.CutFromRows();
        for (var row = table.FirstRow; row < table.Rows.RowCount; row++)
            if (table.Rows.StepOf(row) == CsvStep.OpenQuote && ++_openQuotes > MostOpenQuotes) StopAt(table.Rows, row);
        return true;
    }

    private CellTaker[] Takers() => [.. _plan.Uses.Where(use => use.Field is not (MapFields.Time or MapFields.Clock)).Select(use => new CellTaker(use))];

    /// <summary>The end; where the file cannot be read on there is one more batch to say so.</summary>
    private bool Nothing(TableBatch table)
    {
        table.Rows.Clear(_cut.Windows1252, 0);
        table.FirstRow = 0;
        if (_endSaid) return false;
        (table.Failure, table.Broken) = (_tooManyOpen, _cutter.Broken);
        _endSaid = true;
        return false;
    }

    private void StopAt(CutRows rows, int row)
    {
        _tooManyOpen = $"{FileName}({rows.LineOf(row)}): more than {MostOpenQuotes:N0} rows open a quotation mark and never close it. Export the table again, with \" inside a field written as \"\".";
        rows.Truncate(row);
    }

    /// <summary>Makes a post of a row of which nothing needs a second look; false, with nothing counted, for all others.</summary>
    private bool ReadUsual(TableBatch table, CutRows rows, int row)
    {
        var fields = rows.FieldsOf(row);
        if (fields.Length != _plan.Columns.Length) return false;
        var place = table.Open();
        foreach (var taker in table.Takers)
            if (!taker.TakeUsual(rows.Bytes, fields[taker.Index], table, place)) return false;
        ref readonly var time = ref fields[_time.Index];
        if (time.Kind != FieldKind.Plain || !table.Intake.ReadUsualTime(rows.Bytes.AsSpan(time.Start, time.End - time.Start), out var written)) return false;
        table.KeepUsual(rows.LineOf(row), written.FaceUs, written.Precision);
        return true;
    }

    private void ReadRow(TableBatch table, CutRows rows)
    {
        if (rows.Count != _plan.Columns.Length && !OnlyEmptyMore(rows))
        {
            table.Reject(rows.Line, "fields do not match the header", Ragged(rows), rows.Raw);
            return;
        }

        var post = table.Next();
        (post.Line, post.Key, post.Platform) = (rows.Line, rows.Line, _plan.Platform);
        if (Fill(table, rows, post)) table.Keep();
        else table.Reject(rows.Line, rows.Raw);
    }

    private bool Fill(TableBatch table, CutRows row, PostRecord post)
    {
        var intake = table.Intake;
        foreach (var taker in table.Takers)
            if (!taker.Take(row[taker.Index], post, intake)) return false;
        if (_plan.Rule is not null && !_plan.Rule(row, post, intake)) return false;
        if (post.Has(PostField.ReshareOf)) post.IsReshare = true;
        if (_plan.ReadsRetweetPrefix && !post.IsReshare && post[PostField.Text].StartsWith("RT @"u8)) post.IsReshare = true;
        if (_plan.TakesIdsFromAddresses) XAddress.TakeId(post);
        var time = _clock is null ? row[_time.Index] : table.DayAndClock.Join(row[_time.Index], row[_clock.Index]);
        return intake.HasAccount(post, _accountColumn) && intake.SetTime(post, time, _time.Column);
    }

    private bool OnlyEmptyMore(CutRows row)
    {
        if (row.Count < _plan.Columns.Length) return false;
        for (var i = _plan.Columns.Length; i < row.Count; i++)
            if (!row[i].IsEmpty) return false;
        return true;
    }

    private string Ragged(CutRows row) =>
        $"the row has {Counted.Of(row.Count, "field", "fields")}, the header {_plan.Columns.Length}. Put fields that hold '{_cut.Shown}', a quotation mark or a line break in quotation marks.";

    private static void RejectUncut(TableBatch table, CutRows rows)
    {
        if (rows.Step == CsvStep.TooLong)
            table.Reject(rows.Line, "row too long", "the row is longer than 16 MB. Is the delimiter right, and is this a table?", rows.Raw);
        else
            table.Reject(rows.Line, "quotation mark never closed", "a field begins with a quotation mark that is never closed. Write \" inside a field as \"\".", rows.Raw);
    }

    /// <summary>A block of the table: its bytes, cut into rows, and the posts made of them.</summary>
    private sealed class TableBatch(Intake intake, string fileName, CellTaker[] takers) : FileBatch(intake, fileName)
    {
        public CutRows Rows { get; } = new();

        /// <summary>The first row that is neither a header nor before it.</summary>
        public int FirstRow { get; set; }

        public CellTaker[] Takers { get; } = takers;

        public DayAndClock DayAndClock { get; } = new();

        /// <summary>Values are places in the bytes of the rows from now on.</summary>
        public void CutFromRows() => Block = Rows.Bytes;
    }
}
