using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using Claque.Columns;

namespace Claque.Tracing;

/// <summary>Finds posts that came before, by account and id.</summary>
/// <remarks>
/// Most ids are whole numbers, and most exports come in their order, newest or oldest first. As long as ids only rise or only fall
/// none can come again, so they are merely noted down; the first one out of order makes the table that look-ups need. Other
/// ids are looked up as names.
/// </remarks>
/// <param name="accounts">Account of each post, by its place.</param>
internal sealed class PostIds(NumberColumn<int> accounts)
{
    private readonly NumberColumn<long> _noted = new();
    private readonly List<(int From, int Place)> _notedPlaces = []; // From one noted on, places that follow one another.
    private readonly NameTable _names = new();
    private readonly NameList _keys = new();
    private readonly List<int> _placeOfName = [];
    private byte[] _key = new byte[64];
    private int[] _numbers = [];
    private Slot[]? _slots;
    private int _used;
    private long _last;
    private int _direction;

    /// <summary>A post that came before; a place of 0 is empty, others count from 1.</summary>
    private record struct Slot(long Number, int Account, int Place);

    /// <summary>An id as a number; -1 when it is none or is written in another way than numbers are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long NumberOf(ReadOnlySpan<byte> id)
    {
        if (id.IsEmpty || (id[0] == '0' && id.Length > 1) || !Digits.TryRead(id, out var number)) return -1;
        return number <= long.MaxValue ? (long)number : -1;
    }

    /// <summary>Looks up the ids of a batch that are no numbers.</summary>
    /// <param name="ids">The ids, with their rows.</param>
    /// <param name="accountOf">The account of each row; below 0 when it has none.</param>
    public void LookUp(NameList ids, ReadOnlySpan<int> accountOf)
    {
        _keys.Clear();
        for (var i = 0; i < ids.Count; i++)
        {
            var row = ids.Rows[i];
            var id = ids[i];
            if (_key.Length < id.Length + sizeof(int)) _key = new byte[2 * (id.Length + sizeof(int))];
            BinaryPrimitives.WriteInt32LittleEndian(_key, accountOf[row]);
            id.CopyTo(_key.AsSpan(sizeof(int)));
            _keys.Add(row, _key.AsSpan(0, sizeof(int) + id.Length));
        }

        if (_numbers.Length < ids.Count) _numbers = new int[ids.Count];
        _keys.Intern(_names, _numbers);
    }

    /// <summary>Place of the post that had this id before; <paramref name="place"/>, now noted, when none had.</summary>
    /// <param name="index">The id's number among those that were looked up last; in order.</param>
    /// <param name="place">The place it would take.</param>
    public int FirstPlaceOfName(int index, int place)
    {
        var number = _numbers[index];
        if (number == _placeOfName.Count) _placeOfName.Add(place);
        return _placeOfName[number];
    }

    /// <summary>Place of the post that had this account and id before; <paramref name="place"/>, now noted, when none had.</summary>
    public int FirstPlace(int account, long number, int place)
    {
        if (_slots is null && IsInOrder(number))
        {
            Note(number, place);
            return place;
        }

        if (_slots is null) MakeTable();
        return Find(account, number, place);
    }

    /// <summary>Notes the ids of posts that take places one after the other; false when one of them may have come before, or is no number: then none is noted.</summary>
    public bool NoteAll(ReadOnlySpan<long> numbers, int place)
    {
        if (_slots is not null || numbers.IsEmpty) return false;
        var (last, direction) = (_last, _direction);
        for (var i = 0; i < numbers.Length; i++)
        {
            var order = _noted.Count + i == 0 ? 1 : numbers[i].CompareTo(last);
            if (_noted.Count + i == 1) direction = order;
            if (numbers[i] < 0 || order == 0 || (_noted.Count + i > 0 && order != direction)) return false;
            last = numbers[i];
        }

        if (_notedPlaces.Count == 0 || PlaceOfNoted(_notedPlaces.Count - 1, _noted.Count) != place) _notedPlaces.Add((_noted.Count, place));
        _noted.Add(numbers);
        (_last, _direction) = (last, direction);
        return true;
    }

    /// <summary>Begins to fetch what <see cref="FirstPlace"/> will look at.</summary>
    public unsafe void Prefetch(int account, long number)
    {
        if (_slots is null || !Sse.IsSupported) return;
        fixed (Slot* slot = &_slots[SlotOf(account, number)]) Sse.Prefetch0(slot);
    }

    private bool IsInOrder(long number)
    {
        var order = _noted.Count == 0 ? 1 : number.CompareTo(_last);
        if (_noted.Count == 1) _direction = order;
        if (_noted.Count > 0 && (order == 0 || order != _direction)) return false;
        _last = number;
        return true;
    }

    private void Note(long number, int place)
    {
        if (_notedPlaces.Count == 0 || PlaceOfNoted(_notedPlaces.Count - 1, _noted.Count) != place) _notedPlaces.Add((_noted.Count, place));
        _noted.Add(number);
    }

    private int PlaceOfNoted(int run, int index) => _notedPlaces[run].Place + index - _notedPlaces[run].From;

    private void MakeTable()
    {
        _slots = new Slot[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(1024, _noted.Count * 2))];
        var run = 0;
        for (var i = 0; i < _noted.Count; i++)
        {
            if (run + 1 < _notedPlaces.Count && _notedPlaces[run + 1].From == i) run++;
            var place = PlaceOfNoted(run, i);
            Find(accounts[place], _noted[i], place);
        }

        _noted.Take();
        _notedPlaces.Clear();
    }

    private int Find(int account, long number, int place)
    {
        var slots = _slots!;
        var at = SlotOf(account, number);
        while (slots[at].Place != 0)
        {
            if (slots[at].Number == number && slots[at].Account == account) return slots[at].Place - 1;
            at = (at + 1) & (slots.Length - 1);
        }

        slots[at] = new Slot(number, account, place + 1);
        if (++_used > slots.Length / 3 * 2) Grow();
        return place;
    }

    private int SlotOf(int account, long number)
    {
        var hash = ((ulong)number ^ ((ulong)account << 40)) * 0x9E3779B97F4A7C15;
        return (int)((hash ^ (hash >> 29)) * 0xBF58476D1CE4E5B9 >> 33) & (_slots!.Length - 1);
    }

    private void Grow()
    {
        var old = _slots!;
        _slots = new Slot[checked(old.Length * 2)];
        foreach (var slot in old)
        {
            if (slot.Place == 0) continue;
            var at = SlotOf(slot.Account, slot.Number);
            while (_slots[at].Place != 0) at = (at + 1) & (_slots.Length - 1);
            _slots[at] = slot;
        }
    }
}
