using System.Collections.Immutable;
using Claque.Reading.Bytes;
using Claque.Reading.Formats;
using Claque.Reading.Times;
using Claque.Tracing;

namespace Claque.Reading;

/// <summary>Reads the beginning of a file and describes it.</summary>
internal sealed class Inspector
{
    private const int MostRows = 10_000;

    private static readonly (PostField Field, string Name)[] FieldNames =
    [
        (PostField.Id, MapFields.Id), (PostField.Account, MapFields.Account), (PostField.Handle, MapFields.Handle),
        (PostField.Name, MapFields.Name), (PostField.Text, MapFields.Text), (PostField.ReshareOf, MapFields.Reshare),
        (PostField.ReplyTo, MapFields.Reply), (PostField.QuoteOf, MapFields.Quote), (PostField.Language, MapFields.Language),
        (PostField.Client, MapFields.Client), (PostField.Url, MapFields.Url),
    ];

    private static readonly (PostList List, string Name)[] ListNames =
    [
        (PostList.Links, MapFields.Link), (PostList.Hashtags, MapFields.Hashtags), (PostList.Mentions, MapFields.Mentions),
        (PostList.Media, MapFields.Media), (PostList.Objects, MapFields.Object),
    ];

    private readonly List<InspectedRow> _rows = [];
    private readonly Dictionary<string, (long Count, string Example)> _rejects = [];
    private readonly HashSet<Behaviour> _behaviours = [];
    private long _sampled;
    private long _posts;
    private (long First, long Last)? _span;
    private TimePrecision _coarsestWritten;
    private bool _anyFromColumn;

    public static Inspection Inspect(FileBytes file, ReadOptions options, int rows, ImmutableArray<string> notes)
    {
        using var owned = file;
        var sample = new FileSample(file, options);
        var choice = FormatTable.Choose(sample);
        var delimiter = sample.IsJson || file.Packing == Packing.Workbook ? null : sample.Table.Cut.Shown;
        Inspection Result(double score, ImmutableArray<KeyValuePair<string, string>> mapping, Inspector? found, TimePrecision? precision, ImmutableArray<string> problems) => new(
            choice.Format.Name, choice.Format.Description, score, choice.RunnerUp, mapping, sample.Columns, file.Encoding, delimiter, file.Packing != Packing.None,
            [.. found?._rows ?? []], found?._sampled ?? 0, found?._span?.First, found?._span?.Last, precision, problems, [.. (found?._behaviours ?? []).Order()]);
        Prepared prepared;
        try
        {
            prepared = choice.Format.Open(sample);
        }
        catch (InputException e)
        {
            return Result(Math.Min(choice.Score, 0.4), [], null, null, [.. notes, e.Message]);
        }

        using var opened = new OpenedFile(file, choice.Format, prepared, notes);
        var inspector = new Inspector();
        var broken = inspector.ReadBeginning(opened, rows);
        var precision = inspector.Precision(opened.InferredPrecision);
        return Result(choice.Score, opened.Mapping, inspector, precision, [.. opened.Notes, .. inspector.Problems(precision), .. broken]);
    }

    private ImmutableArray<string> ReadBeginning(OpenedFile opened, int show)
    {
        var post = new PostRecord();
        try
        {
            while (_sampled < MostRows)
            {
                var step = opened.Reader.Read(post);
                if (step == ReadStep.End) break;
                _sampled++;
                if (step == ReadStep.Post) Take(post, show);
                else TakeReject(opened.Reader.Reject!, show);
            }
        }
        catch (InputException e)
        {
            return [e.Message];
        }

        return [];
    }

    private void Take(PostRecord post, int show)
    {
        _posts++;
        var (first, last) = _span ?? (post.TimeUs, post.TimeUs);
        _span = (Math.Min(first, post.TimeUs), Math.Max(last, post.TimeUs));
        if (post.Precision > _coarsestWritten) _coarsestWritten = post.Precision;
        _anyFromColumn |= !post.TimeFromId;
        CollectBehaviours(post);
        if (_rows.Count < show) _rows.Add(new InspectedRow(post.Line, Values(post), null));
    }

    private void TakeReject(RejectedRow reject, int show)
    {
        _rejects.TryGetValue(reject.Kind, out var before);
        _rejects[reject.Kind] = (before.Count + 1, before.Example ?? reject.Reason);
        if (_rows.Count < show) _rows.Add(new InspectedRow(reject.Line, [], reject.Reason));
    }

    private TimePrecision? Precision(TimePrecision? inferred)
    {
        if (_posts == 0) return null;
        return _anyFromColumn && inferred > _coarsestWritten ? inferred : _coarsestWritten;
    }

    private IEnumerable<string> Problems(TimePrecision? precision)
    {
        foreach (var (kind, (count, example)) in _rejects.OrderByDescending(entry => entry.Value.Count).ThenBy(entry => entry.Key, StringComparer.Ordinal))
            yield return $"{count:N0} of {_sampled:N0} rows rejected, {kind}. First: {example}";
        if (_sampled == 0) yield return "There is a header but not one row.";
        if (precision > TimePrecision.Second)
            yield return $"Times are exact to the {precision.Value.Word} only: windows below {Words(precision.Value.NarrowestWindow)} cannot be used.";
    }

    private static string Words(TimeSpan span) =>
        span.TotalDays >= 1 ? $"{span.TotalDays:0} days" : span.TotalHours >= 1 ? $"{span.TotalHours:0} hours" : $"{span.TotalMinutes:0} minutes";

    private void CollectBehaviours(PostRecord post)
    {
        var text = post[PostField.Text];
        bool Found(PostList list, ReadOnlySpan<byte> sign, ReadOnlySpan<byte> within) =>
            post.CountOf(list) > 0 || (!post.IsGiven(list) && within.IndexOf(sign) >= 0);
        if (Found(PostList.Links, "://"u8, text)) _behaviours.UnionWith([Behaviour.Link, Behaviour.Domain]);
        if (Found(PostList.Hashtags, "#"u8, text)) _behaviours.Add(Behaviour.Hashtags);
        if (Found(PostList.Mentions, "@"u8, text)) _behaviours.Add(Behaviour.Mention);
        if (post.CountOf(PostList.Media) > 0) _behaviours.Add(Behaviour.Media);
        if (post.Has(PostField.ReshareOf)) _behaviours.Add(Behaviour.Reshare);
        if (post.Has(PostField.ReplyTo)) _behaviours.Add(Behaviour.Reply);
        if (text.Length > 0) _behaviours.UnionWith([Behaviour.Text, Behaviour.SimilarText]);
        for (var i = 0; i < post.CountOf(PostList.Objects); i++)
        {
            var column = post.ColumnOf(PostList.Objects, i);
            _behaviours.Add(column.Length == 0 ? Behaviour.Object : Behaviour.OfColumn(column));
        }
    }

    private static ImmutableArray<KeyValuePair<string, string>> Values(PostRecord post)
    {
        var values = new List<KeyValuePair<string, string>> { new(MapFields.Time, Us.Text(post.TimeUs)) };
        values.AddRange(FieldNames.Where(entry => post.Has(entry.Field)).Select(entry => KeyValuePair.Create(entry.Name, post.Text(entry.Field))));
        foreach (var (list, name) in ListNames.Where(entry => post.CountOf(entry.List) > 0))
        {
            var items = Enumerable.Range(0, post.CountOf(list)).Select(i => System.Text.Encoding.UTF8.GetString(post.ValueOf(list, i)));
            values.Add(new(name, string.Join(' ', items)));
        }

        if (post.Platform.Length > 0) values.Add(new(MapFields.Platform, post.Platform));
        if (post.IsReshare) values.Add(new(MapFields.Type, "reshare"));
        return [.. values.OrderBy(pair => ReadOptions.Fields.IndexOf(pair.Key))];
    }
}
