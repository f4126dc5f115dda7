using Claque.Reports.Markup;
using Claque.Reports.Wording;
using DiffPlex;

namespace Claque.Reports.Lineage;

/// <summary>Two versions of a sentence word by word: what is gone struck out in the one, what is new underlined in the other.</summary>
internal static class WordEdits
{
    /// <summary>Both sides as markup.</summary>
    public static (Fragment Before, Fragment After) Of(string before, string after)
    {
        var (piecesBefore, piecesAfter) = (CommonParts.Split(before), CommonParts.Split(after));
        var diff = new Differ().CreateCustomDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, text => text == before ? piecesBefore : piecesAfter);
        var (gone, added) = (new bool[piecesBefore.Length], new bool[piecesAfter.Length]);
        foreach (var block in diff.DiffBlocks)
        {
            gone.AsSpan(block.DeleteStartA, block.DeleteCountA).Fill(true);
            added.AsSpan(block.InsertStartB, block.InsertCountB).Fill(true);
        }

        return (Marked(piecesBefore, gone, run => Fragment.Of($"<del>{run}</del>")), Marked(piecesAfter, added, run => Fragment.Of($"<ins>{run}</ins>")));
    }

    private static Fragment Marked(string[] pieces, bool[] marked, Func<string, Fragment> mark)
    {
        var parts = new List<Fragment>();
        for (int start = 0, end; start < pieces.Length; start = end)
        {
            end = start + 1;
            while (end < pieces.Length && marked[end] == marked[start]) end++;
            var run = string.Concat(pieces[start..end]);
            parts.Add(marked[start] ? mark(run) : Fragment.Of($"{run}"));
        }

        return Fragment.Of($"<bdi>{Fragment.Join("", parts)}</bdi>");
    }
}
