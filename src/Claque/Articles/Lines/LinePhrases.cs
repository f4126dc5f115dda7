using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Claque.Articles.Phrases;

namespace Claque.Articles.Lines;

/// <summary>The phrase lists made ready to be asked about a line. All questions take folded lines and give the phrase found, or null.</summary>
public sealed partial class LinePhrases
{
    private readonly FrozenSet<string> _tails;
    private readonly string[] _related;
    private readonly string[] _newsletter;
    private readonly WholeOrBegin _comment;
    private readonly WholeOrBegin _sharing;
    private readonly WholeOrBegin _advertisement;
    private readonly WholeOrBegin _site;
    private readonly string[] _caption;
    private readonly string[] _credit;
    private readonly string[] _bio;
    private readonly string[] _nameBio;

    /// <summary>Makes lists ready.</summary>
    public LinePhrases(PhraseLists lists)
    {
        ArgumentNullException.ThrowIfNull(lists);
        Lists = lists;
        _tails = lists["tail-headings"].Select(Folded).ToFrozenSet(StringComparer.Ordinal);
        _related = [.. lists["related-cues"].Select(Folded).OrderByDescending(cue => cue.Length)];
        _newsletter = [.. lists["newsletter"].Select(Folded)];
        _comment = new WholeOrBegin(lists["comment"].Select(Folded));
        _sharing = new WholeOrBegin(lists["sharing"].Select(Folded));
        _advertisement = new WholeOrBegin(lists["advertisement"].Select(Folded));
        _site = new WholeOrBegin(lists["site"].Select(Folded));
        _caption = [.. lists["caption"].Select(Folded)];
        _credit = [.. lists["credit"].Select(Folded)];
        _bio = [.. lists["bio"].Where(entry => !entry.Contains('{', StringComparison.Ordinal)).Select(Folded)];
        _nameBio = [.. lists["bio"].Where(entry => entry.StartsWith("{name}", StringComparison.Ordinal)).Select(entry => Folded(entry[6..]) + " ")];
    }

    /// <summary>The built-in lists, ready.</summary>
    public static LinePhrases BuiltIn { get; } = new(PhraseLists.BuiltIn);

    /// <summary>The lists they were made of.</summary>
    public PhraseLists Lists { get; }

    /// <summary>A heading over other articles.</summary>
    public string? TailHeading(string folded)
    {
        if (folded.Length > 60) return null;
        var bare = folded.TrimEnd(':', '.', '…', ' ', '»', '>').TrimStart('#', '-', '–', '»', '*', ' ');
        return _tails.Contains(bare) ? bare : bare.StartsWith("more from ", StringComparison.Ordinal) || bare.StartsWith("more on ", StringComparison.Ordinal) ||
            bare.StartsWith("related to ", StringComparison.Ordinal) ? bare : null;
    }

    /// <summary>The beginning of a line that offers another article.</summary>
    public string? RelatedCue(string folded)
    {
        if (folded.Length > 400) return null;
        if (folded.StartsWith("more from ", StringComparison.Ordinal) && folded.IndexOf(':', StringComparison.Ordinal) is > 0 and < 60 && folded.AsSpan().ContainsAny("“\"")) return "more from";
        if (folded.Length > 240) return null;
        foreach (var cue in _related)
        {
            if (!folded.StartsWith(cue, StringComparison.Ordinal) || folded.Length == cue.Length) continue;
            if (folded.AsSpan(cue.Length).TrimStart() is [':' or '|' or '»' or '>' or '→' or '►' or '–' or '—' or '-', ..]) return cue;
        }

        return null;
    }

    /// <summary>An invitation to subscribe, follow or give.</summary>
    public string? Newsletter(string folded) => folded.Length <= 320 ? Array.Find(_newsletter, phrase => folded.Contains(phrase, StringComparison.Ordinal)) : null;

    /// <summary>What <see cref="Comment"/> finds in a line that says how many comments there are.</summary>
    internal const string CountOfComments = "number of comments";

    /// <summary>The beginning of a comment section.</summary>
    public string? Comment(string folded) =>
        folded.Length > 120 ? null : _comment.Find(folded) ?? (CommentCount().IsMatch(folded) || (Counted().Match(folded) is { Success: true } counted && _comment.Has(counted.Groups["word"].Value)) ? CountOfComments : null);

    /// <summary>A button or line for sharing.</summary>
    public string? Sharing(string folded) => folded.Length <= 80 ? _sharing.Find(folded) : null;

    /// <summary>The word that announces an advertisement, or a remark on paid links.</summary>
    public string? Advertisement(string folded) => folded.Length <= 250 ? _advertisement.Find(folded.TrimEnd(':', '.', ' ')) : null;

    /// <summary>A line of the site's machinery.</summary>
    public string? Site(string folded) => folded.Length <= 200 ? _site.Find(folded) : null;

    /// <summary>Words about a picture.</summary>
    public string? Caption(string folded) => folded.Length <= 400 ? Array.Find(_caption, phrase => folded.Contains(phrase, StringComparison.Ordinal)) : null;

    /// <summary>A line on first publication, permission or copyright.</summary>
    public string? Credit(string folded) => folded.Length <= 500 ? Array.Find(_credit, phrase => folded.Contains(phrase, StringComparison.Ordinal)) : null;

    /// <summary>Who the author is. Takes the line as it stands and its folded form.</summary>
    public string? Bio(string line, string folded)
    {
        if (folded.Length > 700) return null;
        if (Array.Find(_bio, phrase => folded.StartsWith(phrase, StringComparison.Ordinal)) is { } begins) return begins;
        if (LeadingName().Match(line) is not { Success: true } name) return null;
        var rest = LineForm.Fold(line.AsSpan(name.Length)) + " ";
        if (OutletJob().IsMatch(rest)) return "NAME is an outlet's correspondent";
        return Array.Find(_nameBio, phrase => rest.StartsWith(phrase, StringComparison.Ordinal)) is { } found ? "NAME " + found.TrimEnd() : null;
    }

    private static string Folded(string phrase) => LineForm.Fold(phrase);

    [GeneratedRegex(@"^[\[(]?\d{1,6}[\])]? (?:comments?|replies|responses)\b|^comments? [\[(]?\d{1,6}[\])]?$", RegexOptions.CultureInvariant)]
    private static partial Regex CommentCount();

    [GeneratedRegex(@"^[\[(]?\d{1,6}[\])]?[^\p{L}\p{N}]{0,4}(?<word>\p{L}+)", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    [GeneratedRegex(@"^is .{2,60}'s? .{0,40}\b(?:correspondent|editor|columnist|reporter|writer|bureau chief|analyst|critic)\b", RegexOptions.CultureInvariant)]
    private static partial Regex OutletJob();

    [GeneratedRegex(@"^(?:\p{Lu}[\p{L}'’.-]*\s){1,4}(?=\p{Ll})", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingName();

    private sealed class WholeOrBegin
    {
        private readonly FrozenSet<string> _whole;
        private readonly string[] _begin;

        public WholeOrBegin(IEnumerable<string> entries)
        {
            var all = entries.ToList();
            _whole = all.Where(entry => entry[0] == '=').Select(entry => entry[1..]).ToFrozenSet(StringComparer.Ordinal);
            _begin = [.. all.Where(entry => entry[0] != '=')];
        }

        public bool Has(string word) => _whole.Contains(word);

        public string? Find(string folded) =>
            _whole.Contains(folded) ? folded : Array.Find(_begin, phrase => folded.StartsWith(phrase, StringComparison.Ordinal));
    }
}
