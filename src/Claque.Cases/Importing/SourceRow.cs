using System.Collections.Immutable;
using Claque.Cases.Storage;
using Claque.Reading;

namespace Claque.Cases.Importing;

/// <summary>The row of the file that is being imported, with its counts as they grow.</summary>
internal sealed class SourceRow
{
    private readonly ImportInput _input;
    private readonly string _importedUtc;
    private long? _firstUs;
    private long? _lastUs;
    private TimePrecision _precision;

    private SourceRow(ImportInput input, string importedUtc) => (_input, _importedUtc) = (input, importedUtc);

    public required long Number { get; init; }

    /// <summary>False when an earlier import began it.</summary>
    public required bool IsNew { get; init; }

    /// <summary>True when an earlier import could use no row of the file, and it is now read in another way: what was kept of it is replaced.</summary>
    public bool Replaces { get; init; }

    public string State { get; set; } = "importing";

    public string Reason { get; set; } = "";

    public long RowsDone { get; set; }

    public long PostsNew { get; set; }

    public long PostsKnown { get; set; }

    public long RowsAdding { get; set; }

    public long RowsRejected { get; set; }

    public ImmutableArray<string> Notes { get; set; } = [];

    /// <summary>The row of the file, by its hash, or one to be written.</summary>
    /// <exception cref="InputException">The case has the file, read in another way.</exception>
    public static SourceRow Of(Database database, ImportInput input, DateTimeOffset now)
    {
        foreach (var row in database.Rows("""
            SELECT id, format, mapping, state, reason, rows_done, posts_new, posts_known, rows_adding, rows_rejected, first_us, last_us,
              precision, notes, imported_utc FROM source WHERE sha256 = ?
            """, input.Sha256))
        {
            var sameWay = row.Text(1) == input.Format && row.Text(2) == input.Mapping;
            var unusable = row.Text(3) == "complete" && row.Long(6) + row.Long(7) == 0;
            if (!sameWay && unusable) return new SourceRow(input, Iso.Of(now)) { Number = row.Long(0), IsNew = false, Replaces = true };
            if (!sameWay) throw AnotherWay(input, row.Text(1), row.Text(2));
            return new SourceRow(input, row.Text(14))
            {
                Number = row.Long(0),
                IsNew = false,
                State = row.Text(3),
                Reason = row.Text(4),
                RowsDone = row.Long(5),
                PostsNew = row.Long(6),
                PostsKnown = row.Long(7),
                RowsAdding = row.Long(8),
                RowsRejected = row.Long(9),
                Notes = JsonList.Texts(row.Bytes(13)),
                _firstUs = row.LongOrNull(10),
                _lastUs = row.LongOrNull(11),
                _precision = (TimePrecision)row.Int(12),
            };
        }

        var number = database.Number("SELECT coalesce(max(id), 0) + 1 FROM source");
        return new SourceRow(input, Iso.Of(now)) { Number = number, IsNew = true };
    }

    /// <summary>Takes the time of a post into the span of the file.</summary>
    public void See(PostRecord post)
    {
        _firstUs = Math.Min(_firstUs ?? long.MaxValue, post.TimeUs);
        _lastUs = Math.Max(_lastUs ?? long.MinValue, post.TimeUs);
        Coarsen(post.Precision);
    }

    /// <summary>Says that some of its times are no finer than this.</summary>
    public void Coarsen(TimePrecision precision)
    {
        if (precision > _precision) _precision = precision;
    }

    /// <summary>Writes the row as it is now.</summary>
    public void Write(Database database) => database.Run("""
        INSERT INTO source (id, file_name, sha256, bytes, format, mapping, imported_utc, state, reason, rows_done, posts_new, posts_known,
          rows_adding, rows_rejected, first_us, last_us, precision, notes)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)
        ON CONFLICT (id) DO UPDATE SET format = excluded.format, mapping = excluded.mapping, imported_utc = excluded.imported_utc, state = excluded.state, reason = excluded.reason, rows_done = excluded.rows_done,
          posts_new = excluded.posts_new, posts_known = excluded.posts_known, rows_adding = excluded.rows_adding,
          rows_rejected = excluded.rows_rejected, first_us = excluded.first_us, last_us = excluded.last_us,
          precision = excluded.precision, notes = excluded.notes
        """,
        Number, _input.FileName, _input.Sha256, _input.Bytes, _input.Format, _input.Mapping, _importedUtc, State, Reason, RowsDone, PostsNew,
        PostsKnown, RowsAdding, RowsRejected, _firstUs, _lastUs, (long)_precision, JsonList.Of(Notes));

    private static InputException AnotherWay(ImportInput input, string format, string mapping) => new(
        $"The case already has {input.FileName}, read as {format} with {mapping}; now it would be read as {input.Format} with {input.Mapping}. " +
        "One case reads a file in one way: import it in the same way, or into a new case.");
}
