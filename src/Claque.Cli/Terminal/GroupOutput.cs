using System.Text.Json;
using Claque.Cases;

namespace Claque.Cli.Terminal;

/// <summary>Groups as a table for people and as JSON for programs.</summary>
internal static class GroupOutput
{
    public static void WriteTable(TextWriter to, IReadOnlyList<GroupView> groups, int most)
    {
        if (groups.Count == 0)
        {
            to.WriteLine("  none");
            return;
        }

        var table = new TextTable("group", "tier", "accounts", "objects", "median gap", "behaviours", "members");
        foreach (var group in groups.Take(most))
        {
            var names = string.Join(", ", group.Members.Take(4).Select(m => Cut.Line(m.Account.Label, 20)));
            table.Add(
                $"{group.Number}", group.Tier, $"{group.Members.Length}", $"{group.Objects}", $"{group.MedianGapS:0.#} s",
                string.Join(", ", group.Behaviours), group.Members.Length > 4 ? $"{names} … {group.Members.Length - 4} more" : names);
        }

        table.Write(to);
        if (groups.Count > most) to.WriteLine($"  … and {groups.Count - most:N0} more groups.");
    }

    public static void WriteJson(Utf8JsonWriter json, IReadOnlyList<GroupView> groups, IEnumerable<SensitivityView>? settings = null)
    {
        var ofGroup = (settings ?? []).ToLookup(outcome => outcome.Group);
        json.WriteStartArray();
        foreach (var group in groups)
        {
            json.WriteStartObject();
            json.WriteNumber("group", group.Number);
            json.WriteString("behaviour", group.Behaviour);
            json.WriteString("tier", group.Tier);
            WriteStrings("behaviours", group.Behaviours);
            json.WriteNumber("size", group.Members.Length);
            json.WriteNumber("pairs", group.PairCount);
            json.WriteNumber("density", Math.Round(group.Density, 6));
            json.WriteNumber("weight", group.Weight);
            json.WriteNumber("objects", group.Objects);
            json.WriteNumber("median_gap_s", Math.Round(group.MedianGapS, 3));
            json.WriteString("first", Times.Iso(group.FirstUs));
            json.WriteString("last", Times.Iso(group.LastUs));
            WriteStrings("readings", group.Readings);
            json.WriteStartArray("members");
            foreach (var member in group.Members)
            {
                json.WriteStartObject();
                json.WriteString("account", member.Account.NativeId);
                json.WriteString("handle", member.Account.Handle);
                json.WriteNumber("ties", member.Ties);
                json.WriteNumber("joint_posts", member.JointPosts);
                json.WriteNumber("posts", member.Posts);
                json.WriteNumber("joint_share", Math.Round(member.JointShare, 6));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (group.Behaviour.Length == 0 && ofGroup.Contains(group.Number))
            {
                json.WritePropertyName("sensitivity");
                SensitivityOutput.WriteJson(json, ofGroup[group.Number]);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();

        void WriteStrings(string name, IEnumerable<string> values)
        {
            json.WriteStartArray(name);
            foreach (var value in values) json.WriteStringValue(value);
            json.WriteEndArray();
        }
    }
}
