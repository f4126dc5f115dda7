using Claque.Reading;
using Claque.Statistics;
using Claque.Tracing;

namespace Claque.Tests.Validation;

/// <summary>Which kinds of accounts a simulated corpus holds, and what is planted.</summary>
public sealed record SimulationOptions
{
    public int Accounts { get; init; } = 2000;
    public int Objects { get; init; } = 4000;
    public int Days { get; init; } = 30;
    public string Decoys { get; init; } = "abcdDefghi";
    public bool Plant { get; init; }
    public double JitterS { get; init; } = 120;
    public double Camouflage { get; init; }
    public double Participation { get; init; } = 1;
    public int[] Sizes { get; init; } = [4, 8, 16];
    public int[] JointActs { get; init; } = [5, 8, 15, 30];
}

/// <summary>
/// Shares of a made-up public: communities, waking hours, popularity, delays; with groups that only look coordinated, and with
/// crews that are. Times are seconds. Publication times are not part of what a test sees.
/// </summary>
public sealed class SimulatedShares
{
    private const double Day = 86400;
    private readonly SimulationOptions _options;
    private readonly Pcg32 _random;
    private readonly double[] _published;
    private readonly int[] _community;
    private readonly double[][] _popularity;
    private readonly int[][] _objectsOf;
    private readonly List<(int Account, int Object, double Time)> _acts = [];

    public SimulatedShares(SimulationOptions options, ulong seed)
    {
        (_options, _random) = (options, new Pcg32(seed, 77));
        var n = options.Objects;
        _published = [.. Enumerable.Range(0, n).Select(_ => Math.Floor(_random.NextDouble() * options.Days) * Day + Daytime())];
        _community = [.. Enumerable.Range(0, n).Select(_ => _random.Next(8))];
        int[] ranks = [.. Enumerable.Range(1, n)];
        _random.Shuffle(ranks.AsSpan());
        _objectsOf = [.. Enumerable.Range(0, 8).Select(c => Enumerable.Range(0, n).Where(o => _community[o] == c).ToArray())];
        _popularity = [.. _objectsOf.Select(objects => Cumulated([.. objects.Select(o => Math.Pow(ranks[o] + 10, -0.9))]))];
        Organic();
        foreach (var decoy in options.Decoys) Decoy(decoy);
        if (options.Plant) Plant();
    }

    /// <summary>Role of each account: <c>o</c> organic, a letter for a decoy, <c>P</c> planted.</summary>
    public List<char> Roles { get; } = [];

    /// <summary>Crew or circle of each account, from 1 within its role; 0 for none.</summary>
    public List<int> Circles { get; } = [];

    /// <summary>Size, joint acts of each crew, by its number minus 1.</summary>
    public List<(int Size, int Acts)> Crews { get; } = [];

    public int Acts => _acts.Count;

    /// <summary>When each object was published, µs.</summary>
    public long[] PublishedUs => [.. _published.Select(time => Us(time))];

    /// <summary>The corpus: one act a post, on one behaviour.</summary>
    public Corpus ToCorpus(double movedByS = 0, ulong moveSeed = 0, IReadOnlyList<(int Account, int Object, long TimeUs)>? more = null)
    {
        var move = new Pcg32(moveSeed, 3);
        var acts = _acts.Select(act => (act.Account, act.Object, Time: Us(act.Time + (movedByS == 0 ? 0 : (2 * move.NextDouble() - 1) * movedByS)))).Concat(more ?? []).OrderBy(act => act.Item3).ToArray();
        return Shares.Corpus(Behaviour.Object, acts, TimePrecision.Second, Roles.Count, _options.Objects);
    }

    private static long Us(double seconds) => (long)Math.Floor(seconds) * 1_000_000;

    private int Account(char role, int circle = 0)
    {
        Roles.Add(role);
        Circles.Add(circle);
        return Roles.Count - 1;
    }

    private void Act(int account, int o, double time) => _acts.Add((account, o, Math.Max(time, _published[o])));

    private double Daytime() => (7 + 16 * _random.NextDouble()) * 3600;

    private double Exponential(double mean) => mean * _random.NextExponential();

    private double Delay(double median = 2700, double sigma = 1.6) => median * Math.Exp(sigma * _random.NextNormal());

    private static double[] Cumulated(double[] weights)
    {
        for (var i = 1; i < weights.Length; i++) weights[i] += weights[i - 1];
        return weights;
    }

    private int PickFrom(int community)
    {
        var cumulated = _popularity[community];
        var at = Array.BinarySearch(cumulated, _random.NextDouble() * cumulated[^1]);
        return _objectsOf[community][Math.Min(at < 0 ? ~at : at, cumulated.Length - 1)];
    }

    private int Pick(int home) => PickFrom(_random.NextDouble() < 0.8 ? home : _random.Next(8));

    private int[] Some(int n) => [.. Enumerable.Range(0, n).Select(_ => _random.Next(_options.Objects))];

    private void Organic()
    {
        for (var i = 0; i < _options.Accounts; i++)
        {
            var account = Account('o');
            OrganicActs(account, (int)Math.Clamp(Math.Exp(2.8 + 0.8 * _random.NextNormal()), 2, 300));
        }
    }

    private void OrganicActs(int account, int acts)
    {
        var (home, wakes) = (_random.Next(8), _random.NextDouble() * 4 + 6);
        for (var k = 0; k < acts; k++) OrganicAct(account, Pick(home), wakes);
    }

    private void OrganicAct(int account, int o, double wakes)
    {
        var time = _published[o] + Delay();
        var hour = time % Day / 3600;
        if (hour < wakes) time += (wakes - hour) * 3600 + Exponential(2400);
        else if (hour > wakes + 16) time += (wakes + 24 - hour) * 3600 + Exponential(2400);
        Act(account, o, time);
    }

    private void Decoy(char code)
    {
        switch (code)
        {
            case 'a': Times(40, code, EarlyBird); break;
            case 'b': for (var v = 1; v <= 4; v++) Village(v); break;
            case 'c': for (var f = 1; f <= 6; f++) Feed(f); break;
            case 'd': for (var f = 1; f <= 2; f++) Push('d', f, 60, 600); break;
            case 'D': for (var f = 1; f <= 2; f++) Push('D', f, 1800, 21600); break;
            case 'e': LiveEvent(); break;
            case 'f': for (var p = 1; p <= 3; p++) Newsroom(p); break;
            case 'g': Activists(); break;
            case 'h': Times(40, code, Sessions); break;
            case 'i': Times(40, code, Scheduler); break;
            default: throw new ArgumentOutOfRangeException(nameof(code), code, "No such decoy.");
        }
    }

    private void Times(int n, char code, Action<int> make)
    {
        for (var i = 0; i < n; i++) make(Account(code));
    }

    private void EarlyBird(int account)
    {
        var (home, median) = (_random.Next(8), 30 + 150 * _random.NextDouble());
        for (var k = 0; k < 60; k++)
        {
            var o = Pick(home);
            Act(account, o, _published[o] + Delay(median, 0.7));
        }
    }

    private void Village(int circle)
    {
        var starts = (8 + 10 * _random.NextDouble()) * 3600;
        for (var i = 0; i < 10; i++)
        {
            var (account, home) = (Account('b', circle), _random.Next(8));
            for (var k = 0; k < 40; k++)
            {
                var o = Pick(home);
                var day = Math.Floor((_published[o] - starts) / Day) + 1;
                Act(account, o, day * Day + starts + _random.NextDouble() * 9000);
            }
        }
    }

    private void Feed(int circle)
    {
        var objects = Some(80 + _random.Next(81));
        for (var i = 0; i < 4; i++)
        {
            var (account, delay, noise) = (Account('c', circle), 20 + 600 * _random.NextDouble(), 3 + 12 * _random.NextDouble());
            foreach (var o in objects) Act(account, o, _published[o] + delay + noise * (2 * _random.NextDouble() - 1));
        }
    }

    private void Push(char code, int circle, double from, double to)
    {
        int[] fans = [.. Enumerable.Range(0, 30).Select(_ => Account(code, circle))];
        foreach (var o in Some(40))
        {
            var alert = _published[o] + from + (to - from) * _random.NextDouble();
            foreach (var fan in fans)
                if (_random.NextDouble() < 0.25) Act(fan, o, alert + Exponential(45));
        }

        foreach (var fan in fans) OrganicActs(fan, 20);
    }

    private void LiveEvent()
    {
        var start = (5 + _random.Next(Math.Max(1, _options.Days - 10))) * Day + 72000;
        var objects = Some(60);
        foreach (var o in objects) _published[o] = start + _random.NextDouble() * 10800;
        for (var i = 0; i < 80; i++)
        {
            var account = Account('e');
            foreach (var o in objects)
                if (_random.NextDouble() < 0.35) Act(account, o, _published[o] + Delay(120, 1));
            OrganicActs(account, 15);
        }
    }

    private void Newsroom(int circle)
    {
        var objects = Some(60);
        for (var i = 0; i < 4; i++)
        {
            var account = Account('f', circle);
            foreach (var o in objects)
                if (_random.NextDouble() < 0.85) Act(account, o, _published[o] + 20 * _random.NextDouble());
        }
    }

    private void Activists()
    {
        var lists = Enumerable.Range(0, 4).Select(k => (Objects: Some(10), Start: (3 + 6 * k) * Day + 61200)).ToArray();
        for (var i = 0; i < 40; i++)
        {
            var account = Account('g');
            foreach (var (objects, start) in lists)
                foreach (var o in objects)
                    if (_random.NextDouble() < 0.7) Act(account, o, Math.Max(start, _published[o]) + 14400 * _random.NextDouble());
            OrganicActs(account, 10);
        }
    }

    private void Sessions(int account)
    {
        var home = _random.Next(8);
        double[] sittings = [(7 + 4 * _random.NextDouble()) * 3600, (17 + 5 * _random.NextDouble()) * 3600];
        for (var k = 0; k < 10; k++)
        {
            var start = Math.Floor(_random.NextDouble() * (_options.Days - 2) + 1) * Day + sittings[k % 2] + 1200 * _random.NextNormal();
            for (var j = 0; j < 12; j++)
            {
                var o = Pick(home);
                for (var tries = 0; tries < 30 && (_published[o] > start || _published[o] < start - 2 * Day); tries++) o = Pick(home);
                Act(account, o, start + 480 * _random.NextDouble());
            }
        }
    }

    private void Scheduler(int account)
    {
        var home = _random.Next(8);
        for (var k = 0; k < 50; k++)
        {
            var o = Pick(home);
            Act(account, o, Math.Ceiling((_published[o] + Delay()) / 1800) * 1800);
        }
    }

    private void Plant()
    {
        foreach (var size in _options.Sizes)
        {
            foreach (var joint in _options.JointActs)
            {
                Crews.Add((size, joint));
                int[] members = [.. Enumerable.Range(0, size).Select(_ => Account('P', Crews.Count))];
                var need = (int)Math.Round(joint / _options.Participation);
                foreach (var o in Some(need))
                {
                    var start = _published[o] + Delay();
                    foreach (var member in members)
                        if (_random.NextDouble() < _options.Participation) Act(member, o, start + _options.JitterS * _random.NextDouble());
                }

                var organic = (int)Math.Round(joint * _options.Camouflage / (1 - _options.Camouflage));
                foreach (var member in members) OrganicActs(member, organic);
            }
        }
    }
}
