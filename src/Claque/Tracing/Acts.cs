using Claque.Columns;

namespace Claque.Tracing;

/// <summary>The acts of one behaviour while they are collected.</summary>
internal sealed class Acts(Behaviour behaviour)
{
    private readonly NumberColumn<int> _posts = new();
    private readonly NumberColumn<int> _objects = new();
    private int[] _ids = [];
    private int _last = -1;
    private bool _wentBack;

    public Behaviour Behaviour { get; } = behaviour;

    public NameTable Names { get; } = new();

    /// <summary>Adds the acts of a batch of posts on the objects of these names.</summary>
    /// <param name="names">Names, with the rows of their posts.</param>
    /// <param name="places">Place of the post of each row.</param>
    public void Add(NameList names, ReadOnlySpan<int> places)
    {
        if (_ids.Length < names.Count) _ids = new int[names.Count];
        names.Intern(Names, _ids);
        for (var i = 0; i < names.Count; i++) Add(places[names.Rows[i]], _ids[i]);
    }

    /// <summary>Adds the act of a post on an object, unless this post has it already.</summary>
    public void Add(int post, int id)
    {
        if (post <= _last)
        {
            for (var i = _posts.Count - 1; i >= 0 && _posts[i] == post; i--)
                if (_objects[i] == id) return;
            // A post that came again adds to a place far back: that is put in order at the end.
            _wentBack |= post < _last;
        }

        _last = post;
        _posts.Add(post);
        _objects.Add(id);
    }

    /// <summary>The acts in the order of their posts, no (post, object) twice.</summary>
    public Trace Take()
    {
        var posts = _posts.Take();
        var objects = _objects.Take();
        if (!_wentBack) return new Trace(Behaviour, posts, objects, Names);
        var order = Enumerable.Range(0, posts.Length).ToArray();
        Array.Sort(order, (a, b) => posts[a] != posts[b] ? posts[a].CompareTo(posts[b]) : a.CompareTo(b));
        var seen = new HashSet<int>();
        var kept = new List<int>(order.Length);
        for (var i = 0; i < order.Length; i++)
        {
            if (i == 0 || posts[order[i]] != posts[order[i - 1]]) seen.Clear();
            if (seen.Add(objects[order[i]])) kept.Add(order[i]);
        }

        return new Trace(Behaviour, [.. kept.Select(i => posts[i])], [.. kept.Select(i => objects[i])], Names);
    }
}
