using System.Globalization;
using System.Text;
using Claque.Cases;
using Claque.Reading;
using Claque.Reports;
using Claque.Reports.Exports;
using Claque.Reports.Markup;
using Claque.Reports.Wording;

namespace Claque.Web;

/// <summary>Turns what the case holds into what pages show.</summary>
internal static class Show
{
    private const int MostCharacters = 2000;

    public static string Time(long timeUs) => Number.Iso(timeUs) ?? timeUs.ToString(CultureInfo.InvariantCulture) + " µs";

    public static string Time(DateTimeOffset time) => Number.Iso(time);

    public static string? TimeOrNull(long? timeUs) => timeUs is { } time ? Time(time) : null;

    public static double Ms(long timeUs) => timeUs / 1000.0;

    public static double Seconds(double seconds) => Number.RoundedSeconds(seconds);

    public static double? P(double? p) => p is { } value ? Number.RoundedProbability(value) : null;

    public static Account Account(AccountView account) => new(
        account.Number.ToString(CultureInfo.InvariantCulture), (int)account.Number, account.Platform, account.NativeId, account.Handle, account.Name, account.Label);

    public static string Href(AccountView account) => "/accounts/" + account.Number.ToString(CultureInfo.InvariantCulture);

    public static string Href(GroupView group) => "/groups/" + group.Key;

    public static RunBrief Run(RunView run, int groups) =>
        new(run.Number, Time(run.StartedUtc), run.ClaqueVersion, groups, run.ErrorControl, RunModel.IsValidatedRun(run));

    /// <summary>A post; its text in parts with invisible characters spelled out.</summary>
    public static Post Post(PostView post) => Post(post, Parts(Cut(post.Text)));

    /// <summary>A post whose text is marked already.</summary>
    public static Post Post(PostView post, IReadOnlyList<TextPart> parts)
    {
        var text = Cut(post.Text);
        return new Post(
            (int)post.Number, "/posts/" + post.Number.ToString(CultureInfo.InvariantCulture), Account(post.Account), post.NativeId, Time(post.TimeUs),
            post.Precision.Word, post.Language, Whole(text), post.Text.Length - text.Length, parts, [.. post.Links.Select(Whole)], Whole(post.Url), post.SourceFile,
            post.SourceNumber, post.Line);
    }

    /// <summary>The two posts of an exhibit, the earlier one first.</summary>
    public static Exhibit Exhibit(ExhibitView exhibit, bool inReport)
    {
        var (a, b) = exhibit.GapS < 0 ? (exhibit.B, exhibit.A) : (exhibit.A, exhibit.B);
        var gap = Math.Abs(exhibit.GapS);
        var coarser = (TimePrecision)Math.Max((byte)a.Precision, (byte)b.Precision);
        var (textA, textB) = (Cut(a.Text), Cut(b.Text));
        var common = CommonParts.Of(textA, textB);
        return new Exhibit(
            exhibit.Key, exhibit.Behaviour, Words.Shown(exhibit.Behaviour, exhibit.ObjectName), Words.Same(exhibit.Behaviour), Seconds(gap), Words.Gap(gap, coarser),
            Likeness.Of(common, textA, textB), Post(a, Parts(common.A)), Post(b, Parts(common.B)), inReport);
    }

    /// <summary>A text in parts, invisible characters spelled out.</summary>
    public static IReadOnlyList<TextPart> Parts(string text) => Parts([new Stretch(text, false)]);

    /// <summary>Stretches in parts, those that two texts have in common marked.</summary>
    /// <param name="stretches">The text.</param>
    /// <param name="common">What common stretches are called.</param>
    /// <param name="other">What the others are called.</param>
    public static IReadOnlyList<TextPart> Parts(IEnumerable<Stretch> stretches, string common = "same", string other = "own")
    {
        var parts = new PartsOf();
        foreach (var stretch in stretches)
        {
            parts.Kind = stretch.Common ? common : other;
            Spelling.Walk(stretch.Text, parts);
        }

        return parts.Done();
    }

    /// <summary>Not more than the first 2,000 characters.</summary>
    public static string Cut(string text, int most = MostCharacters) =>
        text.Length <= most ? text : text[..(char.IsLowSurrogate(text[most]) ? most - 1 : most)];

    /// <summary>The text without broken surrogates, which JSON cannot carry.</summary>
    public static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>What came of a file.</summary>
    /// <param name="source">The file.</param>
    /// <param name="articles">Articles of it that the case holds.</param>
    /// <param name="wasComplete">The case had it already.</param>
    /// <param name="rowsSkipped">Rows that an earlier import had read.</param>
    /// <param name="rowsAdding">Rows that added to known posts.</param>
    public static Receipt Receipt(SourceView source, int articles, bool wasComplete = false, long rowsSkipped = 0, long rowsAdding = 0) => new(
        source.Number, source.FileName, source.Sha256, source.Bytes, source.Format, source.Mapping, source.RowsRead, source.PostsNew, source.PostsKnown,
        source.RowsRejected, rowsAdding, rowsSkipped, wasComplete, source.Complete, source.Reason, TimeOrNull(source.FirstUs), TimeOrNull(source.LastUs),
        source.Precision.Word, [.. source.Rejects.Select(reject => new Reject(reject.Kind, reject.Count, Cut(reject.Example, 400), reject.ExampleLine))], source.Notes, articles);

    public static IReadOnlyList<Tally> Tallies(IEnumerable<Cases.Tally> tallies, int most = 50) => [.. tallies.Take(most).Select(tally => new Tally(tally.Name, tally.Count))];

    public static BehaviourWord Behaviour(string behaviour) => new(behaviour, Words.Same(behaviour), Words.Objects(behaviour));

    /// <summary>All tiers, firmest first.</summary>
    public static IReadOnlyList<TierWord> Tiers { get; } =
    [
        .. TierWords.Firmest.Select(tier => new TierWord(
            tier, tier switch { "" => "none", "at_publication" => "at publication", _ => tier }, Words.Tier(tier) is { Length: > 0 } meaning ? meaning + "." : "")),
    ];

    /// <summary>Collects the parts of a text.</summary>
    private sealed class PartsOf : ISpelling
    {
        private readonly List<TextPart> _parts = [];
        private readonly StringBuilder _plain = new();
        private string _kind = "own";

        public string Kind
        {
            get => _kind;
            set
            {
                EndPlain();
                _kind = value;
            }
        }

        public void Visible(ReadOnlySpan<char> character) => _plain.Append(character);

        public void Code(string name)
        {
            EndPlain();
            _parts.Add(new TextPart(name, "code"));
        }

        public List<TextPart> Done()
        {
            EndPlain();
            return _parts;
        }

        private void EndPlain()
        {
            if (_plain.Length > 0) _parts.Add(new TextPart(_plain.ToString(), _kind));
            _plain.Clear();
        }
    }
}
