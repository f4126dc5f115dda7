using System.Collections.Immutable;
using Claque.Text;
using Claque.Validation;

namespace Claque.TextEvidence;

/// <summary>Accounts tied by named pairs, and those who share texts with several of them but not enough with any single one.</summary>
internal sealed class TextGroups
{
    private readonly Meetings _meetings;
    private readonly int _minTexts;
    private readonly HashSet<int> _members = [];
    private readonly Dictionary<int, int> _groupOf = [];

    public TextGroups(Meetings meetings, ImmutableArray<TextPair> pairs, int minTexts)
    {
        (_meetings, _minTexts) = (meetings, minTexts);
        TextPair[] named = [.. pairs.Where(pair => pair.Tier == Tier.Named)];
        if (named.Length == 0) return;
        var sets = new UnionFind(named.Max(pair => pair.B) + 1);
        foreach (var pair in named)
        {
            sets.Union(pair.A, pair.B);
            _members.UnionWith([pair.A, pair.B]);
        }

        foreach (var member in _members) _groupOf[member] = sets.Find(member);
    }

    /// <summary>The accounts outside all groups that join one, by number.</summary>
    /// <param name="tierOf">The tier that an account's own q-value gives it.</param>
    /// <param name="exhibits">Shows the posts.</param>
    public ImmutableArray<TextJoin> Joined(Func<int, Tier> tierOf, Exhibits exhibits)
    {
        var shared = new SortedDictionary<(int Account, int Group), SortedDictionary<int, int>>();
        foreach (var meeting in _meetings.Items)
        {
            if (_members.Contains(meeting.A) == _members.Contains(meeting.B)) continue;
            var (outside, member) = _members.Contains(meeting.A) ? (meeting.B, meeting.A) : (meeting.A, meeting.B);
            var key = (outside, _groupOf[member]);
            if (!shared.TryGetValue(key, out var texts)) shared[key] = texts = [];
            // Of several members that have the text, the one with the smallest number is shown.
            if (!texts.TryGetValue(meeting.Text, out var first) || member < first) texts[meeting.Text] = member;
        }

        return
        [
            .. shared.Where(one => one.Value.Count >= _minTexts && tierOf(one.Key.Account) != Tier.None)
                .GroupBy(one => one.Key.Account)
                .Select(groups => groups.MaxBy(one => one.Value.Count))
                .Select(one => new TextJoin(
                    one.Key.Account,
                    [.. one.Value.Values.Distinct().Order()],
                    [.. one.Value.Select(text => exhibits.Of(one.Key.Account, text.Value, text.Key))],
                    tierOf(one.Key.Account))),
        ];
    }
}
