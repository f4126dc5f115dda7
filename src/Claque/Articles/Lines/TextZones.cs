using static Claque.Articles.BlockClass;

namespace Claque.Articles.Lines;

/// <summary>Gives each line of a saved text its class, zone by zone.</summary>
internal sealed class TextZones(List<TextLine> lines, LinePhrases phrases, string? title, string? byline)
{
    private int _first;
    private int _last;

    public void Run()
    {
        Alone();
        var open = lines.FindAll(line => !line.IsSet && line.IsProse);
        _first = open.Count > 0 ? lines.IndexOf(open[0]) : lines.Count;
        _last = open.Count > 0 ? lines.LastIndexOf(open[^1]) : -1;
        Comments();
        Tails();
        if (_last >= 0) _last = lines.FindLastIndex(line => !line.IsSet && line.IsProse);
        Endings();
        Head();
        Middle();
        Tail();
    }

    /// <summary>Lines that their words alone give away.</summary>
    private void Alone()
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (phrases.Sharing(line.Folded) is { } share) line.Set(Sharing, Listed("sharing", share));
            else if (phrases.Advertisement(line.Folded) is { } advert) line.Set(Advertisement, Listed("advertisement", advert));
            else if (!line.IsProse && phrases.Site(line.Folded) is { } site) line.Set(Site, Listed("site", site));
            else if (phrases.RelatedCue(line.Folded) is { } cue && line.Words >= 3) line.Set(Related, Listed("related-cues", cue));
            else if (!line.IsLong && phrases.Newsletter(line.Folded) is { } letter && !Quoted(line)) line.Set(Newsletter, Listed("newsletter", letter));
            else if (!line.IsLong && phrases.Caption(line.Folded) is { } caption && (!line.IsProse || line.Text.EndsWith(')') || line.Text.Length < 160) && !LinePatterns.Dateline().IsMatch(line.Text)) line.Set(Caption, Listed("caption", caption));
            else if (LinePatterns.Breadcrumb().IsMatch(line.Text) && line.Text.Length < 200 && !line.Ends) line.Set(Breadcrumb, "names with arrows between");
        }
    }

    private void Comments()
    {
        var at = lines.FindIndex(Math.Max(0, _first), line => !line.IsSet && !line.IsProse && phrases.Comment(line.Folded) is not null);
        if (at < 0) return;
        var found = phrases.Comment(lines[at].Folded)!;
        // A count of comments often stands over the text; a comment section stands behind it.
        var before = lines.Take(at).Where(line => line.IsProse).Sum(line => line.Text.Length);
        var after = lines.Skip(at).Where(line => line.IsProse).Sum(line => line.Text.Length);
        lines[at].Set(Comment, Listed("comment", found));
        if (after > before * 2) return;
        for (var i = at + 1; i < lines.Count; i++) lines[i].Set(Comment, "below the heading of the comments");
    }

    /// <summary>Headings over other articles, and what stands under them.</summary>
    private void Tails()
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsSet || lines[i].IsProse || phrases.TailHeading(lines[i].Folded) is not { } heading) continue;
            lines[i].Set(Related, Listed("tail-headings", heading));
            var rest = lines.Skip(i + 1).Where(line => !line.IsSet).ToList();
            var prose = rest.Where(line => line.IsLong || (line.IsProse && line.Ends && line.Text.Length > 120)).Sum(line => line.Text.Length);
            var toEnd = i > _first && prose * 10 < rest.Sum(line => line.Text.Length) * 6;
            for (var k = i + 1; k < lines.Count && (toEnd || !lines[k].IsProse); k++)
            {
                if (EndMatter(lines[k]) is { } kind) lines[k].Set(kind.Class, kind.Reason);
                else if (IsByline(lines[k])) lines[k].Set(RelatedByline, $"byline under \"{heading}\"");
                else lines[k].Set(Related, $"under \"{heading}\"");
            }
        }
    }

    /// <summary>Bios and credit lines among the last paragraphs, and credit lines anywhere that are lines of their own.</summary>
    private void Endings()
    {
        var prose = 0;
        for (var i = lines.Count - 1; i >= 0 && prose < 4; i--)
        {
            if (lines[i].IsSet) continue;
            if (EndMatter(lines[i]) is { } kind && (i > _first || kind.Class == Credit)) lines[i].Set(kind.Class, kind.Reason);
            else if (lines[i].IsProse) prose++;
        }

        for (var i = 0; i < Math.Min(lines.Count, _first + 2); i++)
            if (!lines[i].IsSet && lines[i].Text.Length < 260 && phrases.Credit(lines[i].Folded) is { } credit) lines[i].Set(Credit, Listed("credit", credit));
    }

    private (BlockClass Class, string Reason)? EndMatter(TextLine line)
    {
        if (phrases.Credit(line.Folded) is { } credit && line.Text.Length <= 300 && !Quoted(line)) return (Credit, Listed("credit", credit));
        if (phrases.Bio(line.Text, line.Folded) is { } bio && Known(line, bio)) return (AuthorBio, Listed("bio", bio));
        // "Ana Maru, a former judge, advises …", "Ana Maru sits on …"
        if (line.Text.Length < 400 && IsOfAuthor(line) && !line.Text.AsSpan().ContainsAny("\"“”")) return (AuthorBio, "begins with the author's name");
        return null;
    }

    /// <summary>"NAME is a …" may be a sentence of the story: the name must be the author's, or a bio's words must follow.</summary>
    private bool Known(TextLine line, string bio)
    {
        if (!bio.StartsWith("NAME", StringComparison.Ordinal)) return true;
        return IsOfAuthor(line) || (line.Text.Length < 400 && BioWords.Any(word => line.Folded.Contains(word, StringComparison.Ordinal)) && !Quoted(line));
    }

    // Begins with the name in the byline.
    private bool IsOfAuthor(TextLine line)
    {
        var names = LineForm.WordsOnly(byline ?? lines.Find(l => l.Class == Byline)?.Text ?? lines.Take(_first).FirstOrDefault(IsByline)?.Text);
        var begins = LineForm.WordsOnly(line.Text).Split(' ', 3);
        return begins.Length >= 2 && names.Contains($"{begins[0]} {begins[1]}", StringComparison.Ordinal);
    }

    private static readonly string[] BioWords =
        ["correspondent", "columnist", "reporter", "staff writer", "freelance", "author of", "contributor", "senior editor", "editor-in-chief", "journalist", "on twitter", "@", "contributed to this", "research fellow", "senior fellow"];

    /// <summary>Everything before the first paragraph.</summary>
    private void Head()
    {
        var known = LineForm.WordsOnly(title);
        var at = known.Length == 0 ? -1 : lines.FindIndex(line => !line.IsSet && line.Text.Length <= known.Length * 2 + 40 && SameTitle(LineForm.WordsOnly(line.Text), known));
        if (at < 0 || at > Math.Max(_first, 0) + 2) at = known.Length > 0 && at < 0 && _first > 3 ? -1 : GuessedTitle();
        if (at >= 0) lines[at].Set(Title, known.Length > 0 && SameTitle(LineForm.WordsOnly(lines[at].Text), known) ? "the title given with it" : "first line, as headlines are written");
        var written = -1;
        for (var i = 0; i < Math.Min(_first + 3, lines.Count); i++)
        {
            if (lines[i].IsSet) continue;
            if (IsPoster(i)) lines[i].Set(Date, "who put it on the site, over the byline");
            else if (IsByline(lines[i]) || SameName(lines[i]))
            {
                lines[i].Set(Byline, "names after \"By\"");
                written = i;
            }
            else if (lines[i].Text.Length < 100 && LinePatterns.DateLine().IsMatch(lines[i].Text)) lines[i].Set(Date, "a date alone");
        }

        for (var i = 0; i < Math.Min(_first, lines.Count); i++)
        {
            if (lines[i].IsSet || char.IsLower(lines[i].Text[0])) continue;
            if (at >= 0 && i > at && lines[i].Words >= 6 && (written < 0 || i < written || lines[i].Ends)) lines[i].Set(Standfirst, "between title and text");
            else if (at >= 0 && i == at + 1 && i + 1 < lines.Count && lines[i].Words >= 4 && (written == i + 1 || lines[i + 1].Class is Byline or Date)) lines[i].Set(Standfirst, "between title and byline");
            else if (at >= 0 && i > at) lines[i].Set(Caption, "short line between title and text");
            else if (at >= 0 || _first - i > 1) lines[i].Set(Site, "short line before the title");
        }

        if (written > 0 && written == _first + 1 && at == _first - 1 && !lines[_first].IsSet && lines[_first].Words < 60) lines[_first].Set(Standfirst, "between title and byline");
    }

    // "Posted by Admin on November 3" over "By Ana Maru": who wrote it stands below.
    private bool IsPoster(int at) => lines[at].Folded.StartsWith("posted by ", StringComparison.Ordinal) && lines[at].Text.Any(char.IsDigit)
        && lines.Skip(at + 1).Take(Math.Max(0, _first + 3 - at)).Any(line => IsByline(line) && line.Folded.StartsWith("by ", StringComparison.Ordinal));

    private int GuessedTitle()
    {
        for (var i = 0; i < Math.Min(_first + 1, lines.Count); i++)
        {
            var line = lines[i];
            if (line.IsSet || IsByline(line) || line.Text.Length > 200 || line.Words is < 3 or > 28) continue;
            if (i < _first && !line.Ends) return i;
            // A headline that was saved with a full stop behind it.
            if (lines.Count > 2 && line.IsTitleCase && line.Words <= 22 && line.Text.Length < 160) return i;
        }

        return -1;
    }

    /// <summary>Between the first and the last paragraph.</summary>
    private void Middle()
    {
        for (var i = Math.Max(_first, 0); i < _last; i++)
        {
            var line = lines[i];
            if (line.IsSet || line.IsProse || line.Ends || line.Text.Length > 200) continue;
            var (before, after) = (Neighbour(i, -1), Neighbour(i, 1));
            if (line.Words >= 6 && line.IsTitleCase && before is { IsProse: true } && after is { IsProse: true } && before.Text.Length > 120 && after.Text.Length > 120)
                line.Set(InsertedLink, "a headline between two paragraphs");
            else if (i > 0 && IsByline(line) && lines[i - 1].Class is InsertedLink or Related) line.Set(RelatedByline, "byline under an inserted link");
            else if (line.Words <= 12 && before is { IsProse: true } && after is { IsProse: true }) line.Set(Subheading, "short line between two paragraphs");
        }
    }

    /// <summary>Behind the last paragraph.</summary>
    private void Tail()
    {
        if (_last < 0) return;
        for (var i = _last + 1; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.IsSet) continue;
            if (IsByline(line)) line.Set(lines[i - 1].Class is Related or InsertedLink ? RelatedByline : Byline, "names after \"By\"");
            else if (line.Text.StartsWith("--", StringComparison.Ordinal) || line.Text.StartsWith("((", StringComparison.Ordinal)) line.Set(Credit, "a desk's line behind the last paragraph");
            else if (line.Words >= 5 && !line.Ends && line.IsTitleCase) line.Set(Related, "a headline behind the last paragraph");
            else if (!line.Ends && line.Words <= 4 && lines.Count - _last > 3) line.Set(Site, "short line behind the last paragraph");
        }
    }

    private TextLine? Neighbour(int from, int step)
    {
        for (var i = from + step; i >= 0 && i < lines.Count; i += step)
            if (!lines[i].IsSet || lines[i].Class == Body) return lines[i];
        return null;
    }

    private static bool IsByline(TextLine line) => line.Text.Length <= 160 && !line.IsProse && LinePatterns.Byline().IsMatch(line.Text);

    private bool SameName(TextLine line) =>
        byline is { Length: > 3 } && line.Text.Length < byline.Length + 40 && LineForm.WordsOnly(line.Text) is var words && words.Contains(LineForm.WordsOnly(byline), StringComparison.Ordinal) && !line.IsProse;

    private static bool SameTitle(string line, string title) =>
        line.Length > 0 && (line == title || (line.Length >= 15 && title.Length >= 15 && (title.StartsWith(line, StringComparison.Ordinal) || line.StartsWith(title, StringComparison.Ordinal))));

    private static bool Quoted(TextLine line) => line.Text.AsSpan().TrimStart() is ['“' or '"' or '«' or '„', ..];

    private static string Listed(string list, string phrase) => $"list {list}: \"{phrase}\"";
}
