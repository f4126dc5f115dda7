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
        var (gone, added) = Stretches(before, after);
        return (Marked(gone, run => Fragment.Of($"<del>{run}</del>")), Marked(added, run => Fragment.Of($"<ins>{run}</ins>")));
    }

    /// <summary>Both sides in stretches; what is not common is gone from the one and new in the other.</summary>
    public static (IReadOnlyList<Stretch> Before, IReadOnlyList<Stretch> After) Stretches(string before, string after)
    {
        var (piecesBefore, piecesAfter) = (CommonParts.Split(before), CommonParts.Split(after));
        var diff = new Differ().CreateCustomDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, text => text == before ? piecesBefore : piecesAfter);
        var (gone, added) = (new bool[piecesBefore.Length], new bool[piecesAfter.Length]);
        foreach (var block in diff.DiffBlocks)
        {
            gone.AsSpan(block.DeleteStartA, block.DeleteCountA).Fill(true);
            added.AsSpan(block.InsertStartB, block.InsertCountB).Fill(true);
        }

        KeepFiguresWhole(piecesBefore, gone);
        KeepFiguresWhole(piecesAfter, added);
        return (Runs(piecesBefore, gone), Runs(piecesAfter, added));
    }

    // 1,207 is three pieces to the comparison and one figure to a reader.
    private static void KeepFiguresWhole(string[] pieces, bool[] changed)
    {
        for (int start = 0, end; start < pieces.Length; start = end)
        {
            end = start + 1;
            if (!IsDigits(pieces[start])) continue;
            while (end + 1 < pieces.Length && pieces[end] is "," or "." && IsDigits(pieces[end + 1])) end += 2;
            if (changed.AsSpan(start, end - start).Contains(true)) changed.AsSpan(start, end - start).Fill(true);
        }

        static bool IsDigits(string piece) => piece.Length > 0 && piece.All(char.IsAsciiDigit);
    }

    private static List<Stretch> Runs(string[] pieces, bool[] changed)
    {
        var runs = new List<Stretch>();
        for (int start = 0, end; start < pieces.Length; start = end)
        {
            end = start + 1;
            while (end < pieces.Length && changed[end] == changed[start]) end++;
            runs.Add(new Stretch(string.Concat(pieces[start..end]), !changed[start]));
        }

        return runs;
    }

    private static Fragment Marked(IReadOnlyList<Stretch> runs, Func<string, Fragment> mark) =>
        Fragment.Of($"<bdi>{Fragment.Join("", [.. runs.Select(run => run.Common ? Fragment.Of($"{run.Text}") : mark(run.Text))])}</bdi>");
}
