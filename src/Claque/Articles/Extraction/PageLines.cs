using System.Text;

namespace Claque.Articles.Extraction;

/// <summary>Cuts the text of a page into lines.</summary>
internal sealed class PageLines(PageTree tree)
{
    // Where a page has no headings, a line in bold with a break behind it is one.
    private const int LongestHeading = 200;

    private readonly List<PageLine> _lines = [];
    private readonly StringBuilder _text = new();
    private readonly List<PageNode> _blocks = [];
    private int _links;
    private int _linked;
    private int _bolds;
    private int _bold;

    /// <summary>The lines in order. Marked elements are lines of their own, inline ones too. O(text).</summary>
    public static List<PageLine> Of(PageTree tree) => new PageLines(tree).Run();

    private List<PageLine> Run()
    {
        foreach (var step in tree.Steps)
        {
            var node = tree.Nodes[step.Node];
            switch (step.Kind)
            {
                case StepKind.Text:
                    Add(step.Text);
                    break;
                case StepKind.Break:
                    Break();
                    break;
                case StepKind.Rule:
                    Flush();
                    break;
                case StepKind.Open:
                    Opened(node);
                    break;
                case StepKind.Close:
                    Closed(node);
                    break;
            }
        }

        return _lines;
    }

    private void Opened(PageNode node)
    {
        if (IsBlock(node))
        {
            Flush();
            _blocks.Add(node);
        }

        if (node.Tag == "a") _links++;
        if (node.Tag is "b" or "strong") _bolds++;
    }

    private void Closed(PageNode node)
    {
        if (node.Tag == "a") _links--;
        if (node.Tag is "b" or "strong") _bolds--;
        if (!IsBlock(node)) return;
        Flush();
        _blocks.RemoveAt(_blocks.Count - 1);
    }

    // A mark on an inline element makes it a line of its own; marks inherited do not.
    private bool IsBlock(PageNode node) => !PageTree.IsInline(node) || (node.Mark is not null && (node.Parent < 0 || tree.Nodes[node.Parent].Mark != node.Mark));

    private void Add(string text)
    {
        var before = _text.Length;
        foreach (var letter in text)
        {
            if (letter is '\u00AD' or '\u200B' or '\uFEFF') continue;
            if (!char.IsWhiteSpace(letter)) _text.Append(letter);
            else if (_text.Length > 0 && _text[^1] is not (' ' or '\n')) _text.Append(' ');
        }

        if (_links > 0) _linked += _text.Length - before;
        if (_bolds > 0) _bold += _text.Length - before;
    }

    private void Break()
    {
        while (_text.Length > 0 && _text[^1] == ' ') _text.Length--;
        if (_text.Length == 0) return;
        if (_text[^1] == '\n' || (_bold >= _text.Length && _text.Length < LongestHeading)) Flush();
        else _text.Append('\n');
    }

    private void Flush()
    {
        while (_text.Length > 0 && _text[^1] is ' ' or '\n') _text.Length--;
        if (_text.Length > 0 && _blocks.Count > 0) _lines.Add(new PageLine(_text.ToString(), _blocks[^1], Math.Min(_linked, _text.Length), Math.Min(_bold, _text.Length)) { Mark = _blocks[^1].Mark });
        _text.Clear();
        (_linked, _bold) = (0, 0);
    }
}
