using System.Runtime.InteropServices;
using Claque.Columns;
using Claque.Statistics;

namespace Claque.Benchmarks;

/// <summary>One share, as the tables of this folder keep it: 12 bytes.</summary>
/// <param name="Object">Object, numbered by first appearance.</param>
/// <param name="Account">Account, numbered by first appearance.</param>
/// <param name="Second">Seconds since the first day began.</param>
internal readonly record struct Share(int Object, int Account, int Second);

/// <summary>
/// Shares with the heavy tails of real ones: N acts, N/20 accounts (Zipf 1.1, at most 5,000 acts each), N/10 objects (Zipf 1.05, at
/// most 5,000 to 20,000 acts each), over 30 days; the acts of an object come in a burst that decays with 10 minutes to a day, drawn
/// log-uniformly; 20 planted groups of 5 to 20 accounts on 5 to 30 objects within 30 s. Sorted by time.
/// </summary>
/// <param name="acts">Number of acts.</param>
/// <param name="hubs">Objects with <see cref="HubActs"/> acts within one hour, taken out of that number.</param>
/// <param name="seed">Seed: same numbers and seed, same table.</param>
internal sealed class BurstTable(int acts, int hubs, ulong seed)
{
    /// <summary>Acts on each hub.</summary>
    public const int HubActs = 150_000;

    private const int DayS = 86_400, Days = 30, MostOfAccount = 5_000;
    private const double AccountTail = 1.1, ObjectTail = 1.05, BriefS = 600;
    private readonly Pcg32 _random = new(seed);
    private readonly int[] _objects = new int[acts], _accounts = new int[acts], _seconds = new int[acts];
    private int _count;

    /// <summary>The shares, by time.</summary>
    public Share[] Make()
    {
        var (accountCount, objectCount) = (Math.Max(40, acts / 20), Math.Max(40, acts / 10));
        var slots = Slots(Degrees(accountCount, acts, AccountTail, MostOfAccount));
        for (var hub = 0; hub < hubs; hub++) Hub(objectCount + hub, slots);
        while (_count < hubs * HubActs + acts / 2_000 && Planted < 20) Plant(accountCount, objectCount);
        var most = acts switch { <= 1_000_000 => 5_000, <= 10_000_000 => 10_000, _ => 20_000 };
        var degrees = Degrees(objectCount, acts - _count, ObjectTail, most);
        for (var o = 0; o < objectCount; o++) Burst(o, degrees[o], slots);
        return ByTime();
    }

    private int Planted { get; set; }

    /// <summary>How many acts each gets: falling as a power of its place, at least 1 and at most a cap, with the given sum (or a little less).</summary>
    private static int[] Degrees(int count, int sum, double tail, int most)
    {
        double low = 0, high = sum;
        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            if (Enumerable.Range(0, count).Sum(i => (long)Degree(i, middle)) > sum) high = middle;
            else low = middle;
        }

        return [.. Enumerable.Range(0, count).Select(i => Degree(i, low))];

        int Degree(int place, double scale) => Math.Clamp((int)(scale / Math.Pow(place + 1, tail)), 1, most);
    }

    /// <summary>Every account as often as it acts, shuffled; the rest are accounts drawn anew.</summary>
    private int[] Slots(int[] degrees)
    {
        var slots = new int[acts];
        var at = 0;
        for (var account = 0; account < degrees.Length; account++)
            for (var i = 0; i < degrees[account] && at < slots.Length; i++) slots[at++] = account;
        while (at < slots.Length) slots[at++] = _random.Next(degrees.Length);
        _random.Shuffle(slots.AsSpan());
        return slots;
    }

    private void Hub(int o, int[] slots)
    {
        var start = _random.Next((Days - 1) * DayS);
        for (var i = 0; i < HubActs; i++) Add(o, slots[_count], start + _random.Next(3600));
    }

    private void Plant(int accountCount, int objectCount)
    {
        Planted++;
        var members = Enumerable.Range(0, 5 + _random.Next(16)).Select(_ => _random.Next(accountCount)).Distinct().ToArray();
        for (var objects = 5 + _random.Next(26); objects > 0; objects--)
        {
            var (o, time) = (_random.Next(objectCount), _random.Next((Days - 1) * DayS));
            foreach (var member in members)
                if (_count < acts) Add(o, member, time + _random.Next(31));
        }
    }

    private void Burst(int o, int degree, int[] slots)
    {
        var start = _random.Next((Days - 1) * DayS);
        var decay = BriefS * Math.Pow(DayS / BriefS, _random.NextDouble());
        for (var i = 0; i < degree && _count < acts; i++)
            Add(o, slots[_count], Math.Min(Days * DayS - 1, start + (int)(_random.NextExponential() * decay)));
    }

    private void Add(int o, int account, int second)
    {
        (_objects[_count], _accounts[_count], _seconds[_count]) = (o, account, second);
        _count++;
    }

    private Share[] ByTime()
    {
        var (order, _) = CountingSort.By(_seconds.AsSpan(0, _count), Days * DayS);
        var (objects, accounts) = (new Dictionary<int, int>(), new Dictionary<int, int>());
        var shares = new Share[_count];
        for (var i = 0; i < shares.Length; i++)
            shares[i] = new Share(Number(objects, _objects[order[i]]), Number(accounts, _accounts[order[i]]), _seconds[order[i]]);
        return shares;

        static int Number(Dictionary<int, int> numbers, int key)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, key, out var known);
            if (!known) number = numbers.Count - 1;
            return number;
        }
    }
}
