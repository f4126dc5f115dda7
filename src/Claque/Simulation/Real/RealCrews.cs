using Claque.Reading;
using Claque.Simulation.First;
using Claque.Statistics;
using Claque.Tracing;

namespace Claque.Simulation.Real;

/// <summary>Plants crews among real posts: they share what real accounts share, begin when real accounts would, and keep to their clock.</summary>
/// <remarks>
/// An object is drawn with the act of a random real account, so that popular ones come more often; the crew begins as long after the
/// object's first share as a random real act of that kind came after the first share of its own. Texts, hashtags and pictures are
/// invented, and so is whatever the background does not have.
/// </remarks>
internal sealed class RealCrews
{
    private const int Attempts = 400;
    private const long HourUs = 3_600_000_000;

    private readonly RealPosts _real;
    private readonly Pcg32 _random;
    private readonly FirstContent _content = FirstContent.Laboratory;
    private readonly HashSet<string> _taken;
    private readonly Dictionary<Behaviour, int[]> _acts;
    private readonly Dictionary<Behaviour, long[]> _delays;
    private readonly int[] _anyActs;
    private readonly long _stepUs;
    private readonly long _endUs;
    private readonly List<SimulatedPost> _posts = [];
    private readonly List<SimulatedAccount> _truth = [];
    private readonly HashSet<(string Member, int Object)> _done = [];

    public RealCrews(RealPosts real, Pcg32 random)
    {
        (_real, _random) = (real, random);
        _taken = [.. real.Accounts, .. real.Rows.Select(row => row.PostId)];
        _stepUs = real.Clock.Step.Ticks / TimeSpan.TicksPerMicrosecond;
        _endUs = real.Rows.Max(row => row.TimeUs) + _stepUs;
        var byKind = Enumerable.Range(0, real.Acts.Count).GroupBy(act => real.Objects[real.Acts[act].Object].Kind).ToList();
        _acts = byKind.ToDictionary(kind => kind.Key, kind => kind.ToArray());
        _delays = byKind.ToDictionary(kind => kind.Key, kind => kind.Select(Delay).Where(delay => delay > 0).ToArray());
        _anyActs = [.. Enumerable.Range(0, real.Acts.Count)];
    }

    public IReadOnlyList<SimulatedPost> Posts => _posts;

    public IReadOnlyList<SimulatedAccount> Truth => _truth;

    /// <summary>Plants a crew.</summary>
    public void Plant(Crew crew)
    {
        var members = Enumerable.Range(0, crew.Size).Select(_ => NewName("u")).ToArray();
        foreach (var member in members) _truth.Add(new SimulatedAccount(member, Simulated.Planted, crew.Name));
        var (joint, used) = (new int[crew.Size], new HashSet<int>());
        for (var act = 0; act < crew.JointActs; act++)
        {
            var present = Present(crew);
            Together(crew, crew.Behaviours[act % crew.Behaviours.Length], [.. present.Select(i => members[i])], used);
            foreach (var i in present) joint[i]++;
        }

        for (var i = 0; i < members.Length; i++) Live(members[i], (int)Math.Round(joint[i] * crew.Camouflage / (1 - crew.Camouflage)));
    }

    private int[] Present(Crew crew)
    {
        var order = Enumerable.Range(0, crew.Size).ToArray();
        _random.Shuffle<int>(order);
        int[] present = [.. order.Where(_ => _random.NextDouble() < crew.Participation)];
        return present.Length >= 2 ? present : order[..2];
    }

    private void Together(Crew crew, Behaviour kind, string[] members, HashSet<int> used)
    {
        var jitterUs = crew.Jitter.Ticks / TimeSpan.TicksPerMicrosecond;
        if (!crew.Launcher && Target(kind, jitterUs, used) is var (target, begin))
        {
            foreach (var member in members) Share(member, target, begin + Within(jitterUs));
            return;
        }

        begin = SomeMoment(jitterUs);
        var text = _content.Campaign(_random);
        if (kind == Behaviour.Reshare || kind == Behaviour.Reply)
        {
            // One of them publishes the post that the others reshare or answer.
            var post = Post(members[0], Behaviour.Text, "", begin, text);
            foreach (var member in members.AsSpan(1)) Post(member, kind, post, begin + Within(jitterUs), kind == Behaviour.Reshare ? text : "");
            return;
        }

        var name = kind == Behaviour.Link ? $"https://campaign.example/{_random.NextULong():x16}"
            : kind == Behaviour.Media ? $"{_random.NextULong():x16}" : kind == Behaviour.Hashtags ? _content.RallyTags(_random) : "";
        foreach (var member in members)
        {
            var words = kind == Behaviour.Text ? FirstEdits.Edit(text, crew.Edits, _random)
                : kind == Behaviour.Hashtags ? $"{_content.Rally(0, _random)} #{name.Replace(" ", " #")}" : "";
            Post(member, kind, name, begin + Within(jitterUs), words);
        }
    }

    /// <summary>A real object of that kind, new to the crew, and when the crew begins; null when there is none.</summary>
    private (int Object, long Begin)? Target(Behaviour kind, long jitterUs, HashSet<int> used)
    {
        if (!_acts.TryGetValue(kind, out var acts)) return null;
        for (var i = 0; i < Attempts; i++)
        {
            var target = _real.Acts[acts[_random.Next(acts.Length)]].Object;
            var begin = _real.Objects[target].FirstUs + SomeDelay(kind);
            if (begin + jitterUs >= _endUs || !used.Add(target)) continue;
            return (target, begin);
        }

        return null;
    }

    /// <summary>Ordinary acts: each on an object of a random real act, at a real delay.</summary>
    private void Live(string member, int count)
    {
        for (var i = 0; i < Attempts * count && count > 0 && _anyActs.Length > 0; i++)
        {
            var target = _real.Acts[_anyActs[_random.Next(_anyActs.Length)]].Object;
            var time = _real.Objects[target].FirstUs + SomeDelay(_real.Objects[target].Kind);
            if (time < _endUs && Share(member, target, time)) count--;
        }

        for (; count > 0; count--) Post(member, Behaviour.Text, "", SomeMoment(0), _content.Post(0, _random));
    }

    private bool Share(string member, int target, long timeUs)
    {
        if (!_done.Add((member, target))) return false;
        Post(member, _real.Objects[target].Kind, _real.Objects[target].Name, timeUs, "");
        return true;
    }

    private string Post(string member, Behaviour kind, string name, long timeUs, string text)
    {
        var id = NewName("p");
        _posts.Add(new SimulatedPost(id, member, name, kind, timeUs - (timeUs % _stepUs + _stepUs) % _stepUs, text));
        return id;
    }

    private long SomeDelay(Behaviour kind) =>
        _delays.TryGetValue(kind, out var delays) && delays.Length > 0 ? delays[_random.Next(delays.Length)] : (long)(HourUs * _random.NextExponential());

    private long SomeMoment(long jitterUs)
    {
        for (var i = 0; i < Attempts; i++)
        {
            var moment = _real.Rows[_random.Next(_real.Rows.Count)].TimeUs;
            if (moment + jitterUs < _endUs) return moment;
        }

        return _real.Rows.Min(row => row.TimeUs);
    }

    private long Delay(int act) => _real.Acts[act].TimeUs - _real.Objects[_real.Acts[act].Object].FirstUs;

    private long Within(long jitterUs) => (long)(_random.NextDouble() * jitterUs);

    private string NewName(string letter)
    {
        while (true)
        {
            var name = $"{letter}{_random.NextUInt():x8}";
            if (_taken.Add(name)) return name;
        }
    }
}
