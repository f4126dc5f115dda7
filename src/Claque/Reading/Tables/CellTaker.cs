using System.Text;
using Claque.Columns;

namespace Claque.Reading.Tables;

/// <summary>Puts the cells of one column where they belong in a post.</summary>
internal sealed class CellTaker
{
    private readonly Role _role;
    private readonly PostField _field;
    private readonly PostList _list;
    private readonly bool _yesNo;
    private readonly string _objectColumn;
    private readonly NameTable _platforms = new();
    private readonly List<string> _platformNames = [];

    public CellTaker(ColumnUse use)
    {
        (Index, Column, _objectColumn, _yesNo) = (use.Index, use.Column, use.ObjectColumn, TableTypes.IsYesNo(use.Column));
        (_role, _field, _list) = use.Field switch
        {
            MapFields.Id => (Role.Id, PostField.Id, default),
            MapFields.Account => (Role.Id, PostField.Account, default),
            MapFields.Handle => (Role.Handle, PostField.Handle, default),
            MapFields.Name => (Role.Plain, PostField.Name, default),
            MapFields.Text => (Role.Plain, PostField.Text, default),
            MapFields.Language => (Role.Plain, PostField.Language, default),
            MapFields.Client => (Role.Plain, PostField.Client, default),
            MapFields.Url => (Role.Plain, PostField.Url, default),
            MapFields.Reshare => (Role.Reference, PostField.ReshareOf, default),
            MapFields.Reply => (Role.Reference, PostField.ReplyTo, default),
            MapFields.Quote => (Role.Reference, PostField.QuoteOf, default),
            MapFields.Link => (Role.List, default(PostField), PostList.Links),
            MapFields.Hashtags => (Role.List, default, PostList.Hashtags),
            MapFields.Mentions => (Role.List, default, PostList.Mentions),
            MapFields.Media => (Role.List, default, PostList.Media),
            MapFields.Object => (Role.Object, default, default),
            MapFields.Platform => (Role.Platform, default, default),
            MapFields.Type => (Role.Type, default, default),
            _ => throw new ArgumentException($"A cell of the field '{use.Field}' is not taken here.", nameof(use)),
        };
    }

    private enum Role : byte
    {
        Id,
        Reference,
        Plain,
        Handle,
        List,
        Object,
        Platform,
        Type,
    }

    /// <summary>The column, from 0.</summary>
    public int Index { get; }

    /// <summary>Its name.</summary>
    public string Column { get; }

    /// <summary>Takes a cell; false after <see cref="Intake.Refuse"/>.</summary>
    public bool Take(ReadOnlySpan<byte> cell, PostRecord post, Intake intake)
    {
        switch (_role)
        {
            case Role.Id:
                return intake.SetId(post, _field, cell, Column);
            case Role.Reference:
                return intake.SetReference(post, _field, cell, Column);
            case Role.Plain:
                post.Set(_field, cell);
                return true;
            case Role.Handle:
                post.Set(_field, cell.StartsWith("@"u8) ? cell[1..] : cell);
                return true;
            case Role.List:
                if (Cells.IsNothing(cell)) post.Give(_list);
                else LooseLists.Add(post, _list, cell);
                return true;
            case Role.Object:
                if (!Cells.IsNothing(cell)) post.Add(PostList.Objects, cell, _objectColumn);
                return true;
            case Role.Platform:
                post.Platform = PlatformOf(cell);
                return true;
            default:
                post.IsReshare |= (_yesNo ? ColumnNames.YesWords : ColumnNames.ReshareWords).Contains(Encoding.UTF8.GetString(cell.Trim((byte)' ')));
                return true;
        }
    }

    /// <summary>True when <see cref="TakeUsual"/> knows this column.</summary>
    public bool HasUsual => _role is not (Role.Platform or Role.Type);

    /// <summary>Takes a cell that stands as it is in the bytes of the batch, where it needs no second look; false where it does.</summary>
    public bool TakeUsual(ReadOnlySpan<byte> bytes, in CutRows.Field field, PostBatch batch, int row)
    {
        if (field.Kind != FieldKind.Plain) return false;
        var cell = bytes[field.Start..field.End];
        switch (_role)
        {
            case Role.Id:
                if (!Cells.IsUsualId(cell)) return false;
                batch.SetPlace(row, _field, field.Start, cell.Length);
                return true;
            case Role.Object:
                if (!Cells.IsNothing(cell)) batch.AddPlace(row, PostList.Objects, field.Start, cell.Length, _objectColumn);
                return true;
            case Role.Plain:
                if (_field == PostField.Text && cell.StartsWith("RT @"u8)) return false; // May make the post a reshare.
                batch.SetPlace(row, _field, field.Start, cell.Length);
                return true;
            case Role.Handle:
                if (cell.StartsWith("@"u8)) return false;
                batch.SetPlace(row, _field, field.Start, cell.Length);
                return true;
            case Role.Reference:
                return cell.IsEmpty;
            default:
                batch.FlagsOf(row).Given |= (byte)(1 << (int)_list);
                return cell.IsEmpty;
        }
    }

    private string PlatformOf(ReadOnlySpan<byte> cell)
    {
        var id = _platforms.Intern(cell, out var added);
        if (added) _platformNames.Add(PlatformNames.Of(Encoding.UTF8.GetString(cell)));
        return _platformNames[id];
    }
}
