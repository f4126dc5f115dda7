using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Claque.Cases;
using Claque.Reports.Wording;

namespace Claque.Reports.Exports;

/// <summary>A group with the exhibits that an export carries.</summary>
/// <param name="Group">A group over all behaviours.</param>
/// <param name="Exhibits">Its exhibits.</param>
public sealed record GroupEvidence(GroupView Group, IReadOnlyList<ExhibitView> Exhibits);

/// <summary>
/// Writes the groups of a run as a STIX 2.1 bundle: a report of campaigns, their accounts, the exhibits as observed data, and a
/// note with the method, its error rate and the other readings.
/// </summary>
/// <remarks>
/// OASIS STIX 2.1. A group becomes a <c>campaign</c>, never a <c>threat-actor</c>: who stands behind it is for people to say.
/// Techniques of DISARM (file of 2025-02-10) are suggested by <c>related-to</c> and never stated as used. No <c>confidence</c> is written: the
/// error rate is in the note, and a scale of 0 to 100 would say something else. Ids depend on the case and its run alone.
/// </remarks>
public static class StixExport
{
    private const string DisarmVersion = "DISARM framework, file of 2025-02-10";

    private static readonly JsonWriterOptions Lines = new()
    {
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // Behaviour, technique, its STIX id, its phase.
    private static readonly (string Behaviour, string Number, string Id, string Name, string Phase)[] Techniques =
    [
        ("common-text", "T0084.001", "attack-pattern--4cd719a9-e817-4acc-9581-6b6a60e42f35", "Use Copypasta", "develop-content"),
        ("text", "T0084.001", "attack-pattern--4cd719a9-e817-4acc-9581-6b6a60e42f35", "Use Copypasta", "develop-content"),
        ("hashtags", "T0049.002", "attack-pattern--bfce790b-dfd6-46ca-8fab-c2d72f21bba2", "Flood Existing Hashtag", "maximise-exposure"),
    ];

    /// <summary>Writes the bundle. Leads are left out: they are no findings.</summary>
    /// <param name="about">The case.</param>
    /// <param name="run">The run.</param>
    /// <param name="groups">Its groups over all behaviours, in order.</param>
    /// <param name="output">Where to; left open.</param>
    public static void Write(CaseView about, RunView run, IEnumerable<GroupEvidence> groups, Stream output)
    {
        var bundle = new Bundle(run);
        foreach (var group in groups.Where(one => one.Group.Tier is "named" or "weak" or "at_publication")) bundle.Add(group);
        var content = bundle.Finish(about);
        using var json = new Utf8JsonWriter(output, Lines);
        content.WriteTo(json);
    }

    private sealed class Bundle(RunView run)
    {
        private readonly string _made = Stamp(run.StartedUtc);
        private readonly string _run = run.InputSha256 + "\n" + run.OptionsJson + "\n" + run.ClaqueVersion;
        private readonly List<JsonObject> _objects = [];
        private readonly HashSet<string> _known = [];
        private string _author = "";

        public void Add(GroupEvidence evidence)
        {
            var group = evidence.Group;
            var accounts = group.Members.Select(member => Account(member.Account)).ToList();
            var campaign = Campaign(group);
            foreach (var account in accounts)
                Relate(account, "related-to", campaign, "Member of the group.");
            foreach (var technique in Techniques.Where(one => group.Behaviours.Contains(one.Behaviour)).DistinctBy(one => one.Id)) Suggest(campaign, technique);
            var observed = evidence.Exhibits.Select(Observed).ToList();
            if (observed.Count > 0) Sight(campaign, evidence, observed);
            Note(group, campaign);
        }

        public JsonObject Finish(CaseView about)
        {
            var refs = _objects.Select(one => one["id"]!.GetValue<string>()).ToList();
            var author = Author();
            var report = New("report", "case");
            report["name"] = about.Question.Length > 0 ? about.Question : Path.GetFileNameWithoutExtension(about.Path);
            report["description"] = $"Groups of accounts that acted together, found by Claque {run.ClaqueVersion}. {run.ErrorControl} Coordination is measured; "
                + "whether accounts are inauthentic, whether they do harm and who stands behind them is not.";
            report["report_types"] = Texts(["campaign", "observed-data"]);
            report["published"] = _made;
            report["object_refs"] = Texts(refs.Count > 0 ? refs : [author]);
            _objects.Add(report);
            return new JsonObject
            {
                ["type"] = "bundle",
                ["id"] = StixIds.Object("bundle", _run),
                ["objects"] = new JsonArray([.. _objects]),
            };
        }

        private string Author()
        {
            if (_author.Length > 0) return _author;
            _author = StixIds.Object("identity", run.ClaqueVersion);
            _objects.Insert(0, new JsonObject
            {
                ["type"] = "identity",
                ["spec_version"] = "2.1",
                ["id"] = _author,
                ["created"] = _made,
                ["modified"] = _made,
                ["name"] = "Claque " + run.ClaqueVersion,
                ["identity_class"] = "system",
            });
            return _author;
        }

        private JsonObject New(string type, params string[] parts) => new()
        {
            ["type"] = type,
            ["spec_version"] = "2.1",
            ["id"] = StixIds.Object(type, [_run, .. parts]),
            ["created_by_ref"] = Author(),
            ["created"] = _made,
            ["modified"] = _made,
        };

        private string Campaign(GroupView group)
        {
            var campaign = New("campaign", [.. group.Members.Select(member => AccountKey.Of(member.Account)).Order(StringComparer.Ordinal)]);
            campaign["name"] = $"Group {group.Number}: {group.Members.Length} accounts, {string.Join(", ", group.Behaviours)}";
            campaign["description"] = "Accounts that acted together more than chance explains. That is all that is claimed: no purpose, no author.";
            if (Amount.Utc(group.FirstUs) is { } first) campaign["first_seen"] = Stamp(first);
            if (Amount.Utc(group.LastUs) is { } last) campaign["last_seen"] = Stamp(last);
            campaign["labels"] = Texts(["coordinated", group.Tier]);
            return Keep(campaign);
        }

        private string Account(AccountView account)
        {
            var type = account.Platform switch { "x" => "twitter", var other => other };
            var id = StixIds.Observable("user-account", ("account_login", account.Handle), ("account_type", type), ("user_id", account.NativeId));
            if (!_known.Add(id)) return id;
            var found = new JsonObject { ["type"] = "user-account", ["spec_version"] = "2.1", ["id"] = id, ["user_id"] = account.NativeId };
            if (account.Handle.Length > 0) found["account_login"] = account.Handle;
            if (type.Length > 0) found["account_type"] = type;
            if (account.Name.Length > 0) found["display_name"] = account.Name;
            _objects.Add(found);
            return id;
        }

        private string Observed(ExhibitView exhibit)
        {
            var refs = new List<string> { Account(exhibit.A.Account), Account(exhibit.B.Account) };
            // A canonical link has no scheme; the standard asks for one.
            if (exhibit.Behaviour == "link" && Uri.IsWellFormedUriString("https://" + exhibit.ObjectName, UriKind.Absolute)) refs.Add(Link("https://" + exhibit.ObjectName));
            var (first, last) = (Math.Min(exhibit.A.TimeUs, exhibit.B.TimeUs), Math.Max(exhibit.A.TimeUs, exhibit.B.TimeUs));
            var observed = New("observed-data", [exhibit.Behaviour, exhibit.ObjectName, refs[0], refs[1], Number.Of(first), Number.Of(last)]);
            observed["first_observed"] = Stamp(Amount.Utc(first) ?? DateTime.UnixEpoch);
            observed["last_observed"] = Stamp(Amount.Utc(last) ?? DateTime.UnixEpoch);
            observed["number_observed"] = 2;
            observed["object_refs"] = Texts(refs.Distinct());
            var sources = new[] { exhibit.A, exhibit.B }.Where(post => post.NativeId.Length > 0).Select(post => new JsonObject
            {
                ["source_name"] = $"{post.SourceFile} line {Number.Of(post.Line)}",
                ["external_id"] = post.NativeId,
            }).ToArray<JsonNode>();
            if (sources.Length > 0) observed["external_references"] = new JsonArray(sources);
            return Keep(observed);
        }

        private string Link(string link)
        {
            var id = StixIds.Observable("url", ("value", link));
            if (_known.Add(id)) _objects.Add(new JsonObject { ["type"] = "url", ["spec_version"] = "2.1", ["id"] = id, ["value"] = link });
            return id;
        }

        private void Sight(string campaign, GroupEvidence evidence, List<string> observed)
        {
            var sighting = New("sighting", campaign);
            sighting["description"] = "Exhibits: two posts of different accounts on one object, close in time or alike in text.";
            if (Amount.Utc(evidence.Group.FirstUs) is { } first) sighting["first_seen"] = Stamp(first);
            if (Amount.Utc(evidence.Group.LastUs) is { } last) sighting["last_seen"] = Stamp(last);
            sighting["count"] = observed.Count;
            sighting["sighting_of_ref"] = campaign;
            sighting["observed_data_refs"] = Texts(observed.Distinct());
            Keep(sighting);
        }

        private void Note(GroupView group, string campaign)
        {
            var note = New("note", campaign);
            note["abstract"] = "How this was found, how often it would be wrong, what else it may be";
            note["content"] = string.Join('\n', [run.ErrorControl, $"Tier of the group: {group.Tier}.", .. group.Readings]);
            note["object_refs"] = Texts([campaign]);
            Keep(note);
        }

        private void Suggest(string campaign, (string Behaviour, string Number, string Id, string Name, string Phase) technique)
        {
            if (_known.Add(technique.Id))
            {
                _objects.Add(new JsonObject
                {
                    ["type"] = "attack-pattern",
                    ["spec_version"] = "2.1",
                    ["id"] = technique.Id,
                    ["created"] = _made,
                    ["modified"] = _made,
                    ["name"] = technique.Name,
                    ["kill_chain_phases"] = new JsonArray(new JsonObject { ["kill_chain_name"] = "disarm", ["phase_name"] = technique.Phase }),
                    ["external_references"] = new JsonArray(new JsonObject
                    {
                        ["source_name"] = "DISARM",
                        ["external_id"] = technique.Number,
                        ["description"] = DisarmVersion,
                    }),
                });
            }

            Relate(campaign, "related-to", technique.Id, "Suggested by the behaviour that was measured. Whether the technique was used is for the analyst to say.");
        }

        private void Relate(string from, string how, string to, string why)
        {
            var relationship = New("relationship", from, how, to);
            relationship["relationship_type"] = how;
            relationship["description"] = why;
            relationship["source_ref"] = from;
            relationship["target_ref"] = to;
            Keep(relationship);
        }

        private string Keep(JsonObject made)
        {
            var id = made["id"]!.GetValue<string>();
            if (_known.Add(id)) _objects.Add(made);
            return id;
        }

        private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

        private static string Stamp(DateTimeOffset time) => Stamp(time.UtcDateTime);

        private static string Stamp(DateTime time) =>
            time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
    }
}
