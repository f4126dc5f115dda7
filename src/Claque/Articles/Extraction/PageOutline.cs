using Claque.Articles.Lines;

namespace Claque.Articles.Extraction;

/// <summary>Where the headline stands on a page, and how much running text stands before and behind it.</summary>
/// <remarks>
/// Names of classes differ from site to site; that the text follows its headline does not. Terms of use, teasers and comments may hold more
/// running text than the article, but they do not follow its headline.
/// </remarks>
internal sealed class PageOutline
{
    private const int MostBetween = 500, LeastText = 300;

    private readonly IReadOnlyList<PageLine> _lines;
    private readonly int[] _first;
    private readonly int[] _firstProse;
    private readonly int[] _prose;
    private readonly int _headline;
    private readonly PageNode? _home;

    private PageOutline(PageTree tree, IReadOnlyList<PageLine> lines, string? title)
    {
        _lines = lines;
        (_first, _firstProse) = (new int[tree.Nodes.Count], new int[tree.Nodes.Count]);
        Array.Fill(_first, lines.Count);
        Array.Fill(_firstProse, lines.Count);
        _prose = new int[lines.Count + 1];
        for (var i = 0; i < lines.Count; i++)
        {
            var owner = lines[i].Owner.Index;
            _first[owner] = Math.Min(_first[owner], i);
            if (lines[i].IsProse && lines[i].Owner.Tag is not ['h', _]) _firstProse[owner] = Math.Min(_firstProse[owner], i);
            _prose[i + 1] = _prose[i] + (lines[i].IsProse ? lines[i].Size : 0);
        }

        for (var i = tree.Nodes.Count - 1; i > 0; i--)
        {
            var parent = tree.Nodes[i].Parent;
            _first[parent] = Math.Min(_first[parent], _first[i]);
            _firstProse[parent] = Math.Min(_firstProse[parent], _firstProse[i]);
        }

        _headline = LineOfHeadline(lines, title);
        _home = Home(tree);
    }

    /// <summary>The outline of a page whose elements are not marked yet.</summary>
    public static PageOutline Of(PageTree tree, IReadOnlyList<PageLine> lines, string? title) => new(tree, lines, title);

    /// <summary>The headline as the page shows it; null when none was found.</summary>
    public string? Headline => _headline < 0 ? null : _lines[_headline].Text;

    /// <summary>The lines, before any mark.</summary>
    public IReadOnlyList<PageLine> Lines => _lines;

    /// <summary>True when an element is the smallest around headline and text, or follows the headline with little running text between.</summary>
    public bool BeginsText(PageNode node) =>
        node == _home || (_home is not null && _firstProse[node.Index] < _lines.Count && _first[node.Index] > _headline &&
            _prose[_firstProse[node.Index]] - _prose[_headline] < Math.Min(MostBetween, node.Prose));

    /// <summary>True when an element is, or is within, the smallest around headline and text.</summary>
    public bool IsBesideHeadline(PageNode node) => _home is not null && _home.Holds(node);

    /// <summary>True when an element holds the headline and text behind it: no name makes that a part of the site.</summary>
    public bool HoldsText(PageNode node) => _home is not null && node.Holds(_home);

    /// <summary>True when an element has running text before the headline.</summary>
    public bool IsBeforeHeadline(PageNode node) => _firstProse[node.Index] < _headline;

    /// <summary>Characters of running text between the headline and a line; 0 without a headline.</summary>
    public int ProseUpTo(int line) => _headline < 0 || line < _headline ? 0 : _prose[line] - _prose[_headline];

    /// <summary>Characters of running text from a line on.</summary>
    public int ProseFrom(int line) => _prose[^1] - _prose[line];

    /// <summary>True when the first line of running text in an element comes behind a line.</summary>
    public bool BeginsBehind(PageNode node, int line) => _firstProse[node.Index] >= line && _first[node.Index] >= line;

    /// <summary>True when an element has running text before a line: what stands behind that line is not the whole element.</summary>
    public bool HasProseBefore(PageNode node, int line) => _firstProse[node.Index] < line;

    private PageNode? Home(PageTree tree)
    {
        if (_headline < 0) return null;
        var behind = new int[tree.Nodes.Count];
        for (var i = _headline + 1; i < _lines.Count; i++)
            if (_lines[i].IsProse) behind[_lines[i].Owner.Index] += _lines[i].Size;
        for (var i = tree.Nodes.Count - 1; i > 0; i--) behind[tree.Nodes[i].Parent] += behind[i];
        var home = _lines[_headline].Owner;
        while (home.Parent >= 0 && behind[home.Index] < LeastText) home = tree.Nodes[home.Parent];
        return behind[home.Index] < LeastText ? null : home;
    }

    // The title that a page states and the headline over its text often differ in some words.
    private static int LineOfHeadline(IReadOnlyList<PageLine> lines, string? title)
    {
        var known = LineForm.WordsOnly(title);
        int heading = -1, other = -1, alike = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Size is < 8 or > 300) continue;
            var words = LineForm.WordsOnly(lines[i].Text);
            var first = lines[i].Owner.Tag == "h1";
            if (first && alike < 0 && Share(words, known) >= .4) alike = i;
            if (!Agree(words, known)) continue;
            if (first) return i;
            if (heading < 0 && lines[i].Owner.Tag is ['h', >= '2' and <= '6']) heading = i;
            if (other < 0 && lines[i].Linked < .5) other = i;
        }

        return heading >= 0 ? heading : alike >= 0 ? alike : other >= 0 ? other : OnlyHeading(lines);
    }

    private static int OnlyHeading(IReadOnlyList<PageLine> lines)
    {
        var heads = Enumerable.Range(0, lines.Count).Where(i => lines[i].Owner.Tag == "h1" && lines[i].Size is > 15 and < 300 && (lines[i].Size > lines[i].Text.Length || lines[i].Text.Contains(' ', StringComparison.Ordinal))).Take(2).ToList();
        return heads is [var only] ? only : -1;
    }

    // The title of a page often has the site's name behind the headline.
    private static bool Agree(string line, string known) =>
        LineForm.Size(line) >= 8 && (line == known || (LineForm.Size(line) >= 15 && known.StartsWith(line, StringComparison.Ordinal)) || (LineForm.Size(known) >= 15 && line.StartsWith(known, StringComparison.Ordinal)));

    private static double Share(string line, string known)
    {
        var (own, other) = (line.Split(' '), known.Split(' ').ToHashSet(StringComparer.Ordinal));
        return own.Length < 3 || other.Count < 3 ? 0 : own.Distinct().Count(other.Contains) / (double)Math.Min(own.Length, other.Count);
    }
}
