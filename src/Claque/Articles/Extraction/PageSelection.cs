using Claque.Articles.Lines;
using static Claque.Articles.BlockClass;

namespace Claque.Articles.Extraction;

/// <summary>Gives every line of a page its class: inside the containers of the article by what it says, outside by where it stands.</summary>
internal sealed class PageSelection(PageTree tree, List<PageLine> lines, IReadOnlyList<PageNode> containers, LinePhrases phrases, string? title, string? author = null)
{
    private const int LongestLabel = 40, LastLines = 3, LeastArticle = 400, MostComments = 10, LongestCount = 20, LinesAbove = 2;

    private readonly List<PageLine> _inside = [.. lines.Where(line => line.Mark is null && containers.Any(box => box.Holds(line.Owner)))];

    public void Run()
    {
        Lead();
        Outside();
        var inserts = new PageInserts(tree, _inside, containers);
        inserts.OtherArticles(lines);
        foreach (var line in _inside) Alone(line);
        inserts.Teasers();
        inserts.Captions();
        Repeated();
        Comments();
        Tails();
        if (containers is [var widest, ..] && widest.Characters > PageRun.WholePage * tree.Nodes[0].Characters) PageRun.Mark(_inside);
        Heads();
        Ends();
        Bios();
    }

    /// <summary>Running text between the headline and the container: many sites put the first paragraph into a box of its own.</summary>
    private void Lead()
    {
        if (_inside.Count == 0) return;
        var begin = lines.IndexOf(_inside[0]);
        var headline = -1;
        for (var i = begin - 1; i >= 0 && headline < 0; i--)
            if (lines[i].Owner.Tag == "h1" || IsTitle(lines[i])) headline = i;
        if (headline < 0 || begin - headline > 60) return;
        var found = new List<PageLine>();
        for (var i = headline + 1; i < begin; i++)
            if (lines[i].Mark is null && lines[i].Size >= 80 && lines[i].Linked < .3 && lines[i].Owner.Tag is not ['h', _] && LineForm.EndsAsSentence(lines[i].Text)) found.Add(lines[i]);
        // One such paragraph sums up; several are the beginning of the text.
        if (found is [var only]) only.Mark = new PageMark(Standfirst, "between title and text");
        else _inside.InsertRange(0, found);
    }

    private void Outside()
    {
        var inside = _inside.ToHashSet();
        var known = LineForm.WordsOnly(title);
        Signature();
        foreach (var line in lines)
        {
            if (inside.Contains(line)) continue;
            if (known.Length > 0 && line.Size < 300 && line.Mark?.Class is not Hidden && LineForm.WordsOnly(line.Text) == known && line.Owner.Tag is "h1" or "h2") line.Mark = new PageMark(Title, "the page's headline");
            else line.Mark ??= line.Size <= 160 && LinePatterns.Byline().IsMatch(line.Text) ? new PageMark(Byline, "names after \"By\"") : new PageMark(Site, "outside the article");
        }
    }

    /// <summary>Byline and date between the headline and the text, whatever the box around them is called.</summary>
    private void Signature()
    {
        var begin = _inside.Count == 0 ? -1 : lines.IndexOf(_inside[0]);
        var headline = begin < 0 ? -1 : lines.FindLastIndex(begin, line => IsTitle(line) && line.Mark?.Class is not Hidden);
        for (var i = headline + 1; headline >= 0 && i < begin && begin - headline <= 40; i++)
        {
            if (lines[i].Mark is not (null or { Class: Site or Sharing or Standfirst or AuthorBio or Comment }) || lines[i].Size > 160) continue;
            if (LinePatterns.Byline().IsMatch(lines[i].Text) && !LineForm.EndsAsSentence(lines[i].Text)) lines[i].Mark = new PageMark(Byline, "names after \"By\" under the headline");
            else if (lines[i].Size < 100 && LinePatterns.DateLine().IsMatch(lines[i].Text)) lines[i].Mark = new PageMark(Date, "a date alone under the headline");
            else if (IsStamp(lines[i])) lines[i].Mark = new PageMark(Date, "date and time under the headline");
        }

        var shown = headline < 0 && begin >= 0 ? lines.FindIndex(begin, IsTitle) : headline;
        for (var i = Math.Max(0, shown - LinesAbove); i < shown; i++)
            if (lines[i].Mark is null or { Class: Site } && IsStamp(lines[i])) lines[i].Mark = new PageMark(Date, "date and time above the headline");
    }

    private static bool IsStamp(PageLine line) => !LineForm.EndsAsSentence(line.Text) &&
        ((line.Size <= 160 && LinePatterns.Stamp().IsMatch(line.Text)) || (line.Size < 100 && LinePatterns.TimeOfDay().IsMatch(line.Text) && WrittenDates.Of(line.Text) is not null));

    private void Alone(PageLine line)
    {
        var folded = LineForm.Fold(line.Text);
        var heading = line.Owner.Tag is ['h', >= '1' and <= '6'];
        line.Mark ??= 0 switch
        {
            _ when IsTitle(line) => new PageMark(Title, "the page's headline"),
            _ when phrases.Sharing(folded) is { } share => Listed(Sharing, "sharing", share),
            _ when phrases.Advertisement(folded) is { } advert => Listed(Advertisement, "advertisement", advert),
            _ when line.Size < 200 && phrases.RelatedCue(folded) is { } cue && (line.Linked > .3 || heading || line.Bold > .5) => Listed(Related, "related-cues", cue),
            _ when line.Size < 200 && phrases.Newsletter(folded) is { } letter => Listed(Newsletter, "newsletter", letter),
            _ when !line.Text.Any(char.IsLetterOrDigit) => new PageMark(Site, "no words"),
            _ when LinePatterns.Shortcode().IsMatch(line.Text) => new PageMark(Site, "code of the publishing program"),
            _ when LinePatterns.Contact().IsMatch(line.Text) => new PageMark(AuthorBio, "an address alone"),
            _ when line.Size < 80 && LinePatterns.Changed().IsMatch(line.Text) => new PageMark(Date, "a date alone"),
            _ when phrases.Site(folded) is { } site => Listed(Site, "site", site),
            _ when line.Linked > .8 && line.Size > 20 && !line.Text.StartsWith("http", StringComparison.Ordinal) && !LineForm.EndsAsSentence(line.Text) && !IsItem(line) => new PageMark(InsertedLink, "a line that is a link"),
            _ when IsLabelledLink(line) && !IsItem(line) => new PageMark(InsertedLink, "a link behind a label"),
            _ when line.Size < 240 && phrases.Credit(folded) is { } credit && !heading => Listed(Credit, "credit", credit),
            _ when line.Size < 160 && phrases.Caption(folded) is { } caption && !LineForm.EndsAsSentence(line.Text) => Listed(Caption, "caption", caption),
            _ => null,
        };
    }

    /// <summary>"In Ostrel: a linked headline": what is not linked is a short label with a colon.</summary>
    private static bool IsLabelledLink(PageLine line)
    {
        var label = line.Text.IndexOf(':', StringComparison.Ordinal) + 1;
        return label is > 1 and <= LongestLabel && line.Size > 20 && Math.Abs(((1 - line.Linked) * line.Text.Length) - label) <= 2 && !LineForm.EndsAsSentence(line.Text);
    }

    private static bool IsItem(PageLine line) => line.Owner.Tag is "li" or "td" or "dd" or "dt";

    private bool IsTitle(PageLine line)
    {
        if (line.Size > 300) return false;
        var known = LineForm.WordsOnly(title);
        if (line.Owner.Tag == "h1" && (known.Length == 0 || Alike(LineForm.WordsOnly(line.Text), known))) return true;
        return known.Length > 0 && LineForm.WordsOnly(line.Text) == known;
    }

    /// <summary>A paragraph that stands on the page twice is read once.</summary>
    private void Repeated()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in _inside)
            if (line.Mark is null && line.Size >= 60 && !seen.Add(line.Text)) line.Mark = new PageMark(Site, "the same paragraph stood before");
    }

    /// <summary>Two forms of one headline: most words of the shorter one are in the other.</summary>
    private static bool Alike(string line, string known)
    {
        var words = known.Split(' ').ToHashSet(StringComparer.Ordinal);
        var own = line.Split(' ');
        return own.Count(words.Contains) * 10 >= Math.Min(own.Length, words.Count) * 7;
    }

    /// <summary>A heading of the comments ends the article, if enough of it stands before; comments may be longer than what they are on.</summary>
    private void Comments()
    {
        var (before, after) = (0, _inside.Where(line => line.IsProse).Sum(line => line.Size));
        for (var i = 0; i < _inside.Count; i++)
        {
            var line = _inside[i];
            if (line.Mark is null && line.Size < 80 && phrases.Comment(LineForm.Fold(line.Text)) is { } found)
            {
                line.Mark = new PageMark(Comment, "heading of the comments");
                var heading = line.Owner.Tag is ['h', >= '1' and <= '6'] || (found == LinePhrases.CountOfComments && line.Size < LongestCount && line.Linked < .5);
                if (after <= (heading && before >= LeastArticle ? MostComments : 1) * before)
                {
                    foreach (var other in _inside.Skip(i + 1)) other.Mark ??= new PageMark(Comment, "below the heading of the comments");
                    return;
                }
            }

            if (!line.IsProse) continue;
            after -= line.Size;
            if (line.Mark is null) before += line.Size;
        }
    }

    /// <summary>A heading over other articles ends the article, unless mostly running text follows.</summary>
    private void Tails()
    {
        for (var i = 0; i < _inside.Count; i++)
        {
            var line = _inside[i];
            if (line.Mark is not null || phrases.TailHeading(LineForm.Fold(line.Text)) is not { } heading) continue;
            line.Mark = Listed(Related, "tail-headings", heading);
            var rest = _inside.Skip(i + 1).ToList();
            var running = rest.Where(l => l.Mark is null && l.IsProse && LineForm.EndsAsSentence(l.Text)).Sum(l => l.Size);
            var before = _inside.Take(i).Where(l => l.Mark is null && l.IsProse).Sum(l => l.Size);
            var toEnd = before > 300 && running < .6 * rest.Sum(l => l.Size) && running < .5 * before;
            for (var k = i + 1; k < _inside.Count && (toEnd || !_inside[k].IsProse) && (toEnd || k < i + 8); k++)
                _inside[k].Mark ??= LinePatterns.Byline().IsMatch(_inside[k].Text) ? new PageMark(RelatedByline, $"byline under \"{heading}\"") : new PageMark(Related, $"under \"{heading}\"");
        }
    }

    /// <summary>Before the first paragraph: bylines, dates, captions.</summary>
    private void Heads()
    {
        var first = _inside.FindIndex(line => line.Mark is null && line.IsProse && line.Owner.Tag is not ['h', _]);
        for (var i = 0; i < Math.Min(_inside.Count, Math.Max(first, 0) + 3); i++)
        {
            var line = _inside[i];
            if (line.Mark is not null || line.Size > 160) continue;
            if (LinePatterns.Byline().IsMatch(line.Text) && !LineForm.EndsAsSentence(line.Text)) line.Mark = new PageMark(Byline, "names after \"By\"");
            else if (line.Size < 100 && LinePatterns.DateLine().IsMatch(line.Text)) line.Mark = new PageMark(Date, "a date alone");
            else if (IsStamp(line)) line.Mark = new PageMark(Date, "date and time before the text");
        }

        for (var i = 0; i < first; i++)
        {
            var line = _inside[i];
            if (line.Mark is null && line.Owner.Tag is ['h', >= '2' and <= '6'] && line.IsProse) line.Mark = new PageMark(Standfirst, "a heading as long as a sentence before the text");
            if (line.Mark is not null || LineForm.EndsAsSentence(line.Text) || line.Owner.Tag is ['h', _] || IsItem(line) || line.Owner.Tag == "p") continue;
            line.Mark = new PageMark(line.Linked > .5 ? Site : Caption, "short line before the text");
        }
    }

    /// <summary>Behind the last paragraph: bios, tags, links.</summary>
    private void Ends()
    {
        var last = _inside.FindLastIndex(line => line.Mark is null && line.IsProse && LineForm.EndsAsSentence(line.Text));
        for (var i = last + 1; i > 0 && i < _inside.Count; i++)
        {
            var line = _inside[i];
            if (line.Mark is not null) continue;
            if (line.Linked > .5) line.Mark = new PageMark(Site, "links behind the last paragraph");
            else if (line.Owner.Tag is ['h', _]) line.Mark = new PageMark(Related, "heading behind the last paragraph");
        }
    }

    /// <summary>Among the last lines, one that begins with the author's name says who that is.</summary>
    private void Bios()
    {
        var names = LineForm.WordsOnly(author ?? lines.Find(line => line.Mark?.Class is Byline)?.Text);
        foreach (var line in _inside.AsEnumerable().Reverse().Where(line => line.Mark is null).Take(LastLines))
            if (BeginsWithName(line.Text, names)) line.Mark = new PageMark(AuthorBio, "begins with the author's name");
    }

    private static bool BeginsWithName(string text, string names)
    {
        var words = text.Split(' ', 3);
        if (words.Length < 3 || text.Length > 400 || words[1].EndsWith(':') || text.AsSpan().ContainsAny("\"“”")) return false;
        var name = LineForm.WordsOnly(words[0] + " " + words[1]);
        return name.Contains(' ', StringComparison.Ordinal) && $" {names} ".Contains($" {name} ", StringComparison.Ordinal);
    }

    private static PageMark Listed(BlockClass kind, string list, string phrase) => new(kind, $"list {list}: \"{phrase}\"");
}
