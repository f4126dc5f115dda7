namespace Claque.Text.Similar;

/// <summary>The members of a part so far that can be like one that is not smaller, by rising size; their bits side by side. Used again.</summary>
internal sealed class Smaller
{
    private ulong[] _bits = new ulong[1024];
    private int[] _sizes = new int[1024];
    private int[] _members = new int[1024];
    private int _count;
    private int _low;

    /// <summary>Their bits.</summary>
    public ReadOnlySpan<ulong> Bits => _bits;

    /// <summary>Their sizes.</summary>
    public ReadOnlySpan<int> Sizes => _sizes;

    /// <summary>Which members they are.</summary>
    public ReadOnlySpan<int> Members => _members;

    /// <summary>Forgets all and makes room for so many.</summary>
    public void Clear(int room)
    {
        (_count, _low) = (0, 0);
        ListSearch.Reserve(ref _bits, room);
        ListSearch.Reserve(ref _sizes, room);
        ListSearch.Reserve(ref _members, room);
    }

    /// <summary>Adds a member, not smaller than the last.</summary>
    public void Add(ulong bits, int size, int member)
    {
        (_bits[_count], _sizes[_count], _members[_count]) = (bits, size, member);
        _count++;
    }

    /// <summary>Where those of these sizes stand; the smallest size must not fall from call to call.</summary>
    public (int Low, int High) Sized(int smallest, int largest)
    {
        while (_low < _count && _sizes[_low] < smallest) _low++;
        if (_low == _count || largest >= _sizes[_count - 1]) return (_low, _count);
        var (low, high) = (_low, _count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_sizes[middle] <= largest) low = middle + 1;
            else high = middle;
        }

        return (_low, low);
    }
}
