using Claque.Statistics;

namespace Claque.Simulation.Chains;

/// <summary>A version of a story while it is being copied.</summary>
/// <param name="Title">Its headline.</param>
/// <param name="Byline">Who signs; null for nobody.</param>
/// <param name="Credit">A line on where it comes from; null for none.</param>
/// <param name="Paragraphs">The body.</param>
internal sealed record Version(string Title, string? Byline, string? Credit, List<string> Paragraphs);

/// <summary>Makes a copy as copyists do: cuts, edits, a new headline, a credit gone; seldom something added.</summary>
internal sealed class ChainCopyist(Pcg32 random)
{
    /// <summary>A copy of a version that stood in an outlet.</summary>
    public Version Copy(Version from, string outlet)
    {
        var paragraphs = from.Paragraphs.ToList();
        var (title, byline, credit) = (from.Title, from.Byline, from.Credit);
        if (Happens(0.35)) CutTail(paragraphs);
        if (Happens(0.25)) paragraphs.RemoveAt(1 + random.Next(paragraphs.Count - 1));
        if (Happens(0.25)) Each(paragraphs, 0.25, CutSentence);
        if (Happens(0.45)) Each(paragraphs, 1, paragraph => Reword(paragraph, 0.01 + (0.07 * random.NextDouble())));
        if (Happens(0.2)) Each(paragraphs, 0.5, CutQuotation);
        if (Happens(0.2)) Each(paragraphs, 1, Unhedge);
        if (Happens(0.15)) Each(paragraphs, 1, Round);
        if (Happens(0.25)) Each(paragraphs, 0.15, Misspell);
        if (Happens(0.12)) paragraphs.Insert(1 + random.Next(paragraphs.Count), ChainGrammar.Sentence("fact", random) + " " + ChainGrammar.Sentence("rumour", random));
        if (Happens(0.05)) Each(paragraphs, 0.2, paragraph => paragraph + " " + ChainGrammar.Sentence("rumour", random));
        if (Happens(0.5)) title = ChainGrammar.Sentence("title", random);
        if (Happens(0.45)) byline = null;
        else if (Happens(0.15)) byline = $"{ChainGrammar.Write("first", random)} {ChainGrammar.Write("last", random)}";
        if (Happens(0.5)) credit = null;
        else if (Happens(0.2)) credit = $"Originally published in the {outlet}.";
        return new Version(title, byline, credit, paragraphs);
    }

    private bool Happens(double chance) => random.NextDouble() < chance;

    private void Each(List<string> paragraphs, double chance, Func<string, string> change)
    {
        for (var i = 0; i < paragraphs.Count; i++)
            if (Happens(chance)) paragraphs[i] = change(paragraphs[i]);
        paragraphs.RemoveAll(paragraph => paragraph.Length == 0);
    }

    private void CutTail(List<string> paragraphs)
    {
        var keep = Math.Max(3, (int)(paragraphs.Count * (0.4 + (0.5 * random.NextDouble()))));
        if (keep < paragraphs.Count) paragraphs.RemoveRange(keep, paragraphs.Count - keep);
    }

    private string CutSentence(string paragraph)
    {
        var sentences = paragraph.Split(". ");
        var cut = random.Next(sentences.Length);
        return sentences.Length < 2 ? paragraph : ChainGrammar.Capital(string.Join(". ", sentences.Where((_, i) => i != cut)));
    }

    private string Reword(string paragraph, double rate)
    {
        string[] kinds = ["adj", "thing", "month", "thingy", "verb"];
        return string.Join(' ', paragraph.Split(' ').Select(word => word.Length > 3 && char.IsLower(word[0]) && char.IsLetter(word[^1]) && Happens(rate)
            ? ChainGrammar.Write(kinds[random.Next(kinds.Length)], random) : word));
    }

    private static string CutQuotation(string paragraph)
    {
        var (open, close) = (paragraph.IndexOf('“'), paragraph.IndexOf(",”", StringComparison.Ordinal));
        if (open < 0 || close < open) return paragraph;
        var half = paragraph.IndexOf(' ', open + ((close - open) / 2));
        return half < 0 || half >= close ? paragraph : paragraph[..half] + paragraph[close..];
    }

    private static string Unhedge(string paragraph)
    {
        foreach (var hedge in (string[])["reportedly ", "allegedly ", "apparently ", "probably ", "possibly "])
            paragraph = paragraph.Replace(hedge, "", StringComparison.Ordinal);
        return paragraph;
    }

    private static string Round(string paragraph)
    {
        var words = paragraph.Split(' ');
        for (var i = 0; i < words.Length; i++)
            if (words[i].Length >= 5 && words[i].Contains(',') && char.IsDigit(words[i][0]) && char.IsDigit(words[i][^1])) words[i] = words[i][..words[i].IndexOf(',')] + ",000";
        return string.Join(' ', words);
    }

    private string Misspell(string paragraph)
    {
        var words = paragraph.Split(' ');
        var at = random.Next(words.Length);
        if (words[at].Length < 6 || !words[at].All(char.IsAsciiLetterLower)) return paragraph;
        var letter = 1 + random.Next(words[at].Length - 4);
        words[at] = words[at].Remove(letter, 1);
        return string.Join(' ', words);
    }
}
