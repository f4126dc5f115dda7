using Claque.Reading;

namespace Claque.Reports.Wording;

/// <summary>How close two posts are, in a few words: in time and in text.</summary>
internal static class Likeness
{
    /// <summary><c>+3 s</c>, <c>same minute</c>.</summary>
    public static string Gap(double gapS, TimePrecision coarser) =>
        gapS == 0 ? $"same {coarser.Word}" : "+" + Amount.Duration(gapS);

    /// <summary><c>12 words in common, of 14 and 15</c>; empty where a text is missing.</summary>
    public static string Of(CommonParts common, string a, string b)
    {
        if (a.Length == 0 || b.Length == 0) return "";
        var (one, many) = common.CountsCharacters ? ("character", "characters") : ("word", "words");
        if (a == b) return $"texts identical ({Amount.Of(common.WordsA, one, many)})";
        return common.CommonWords == 0
            ? "no stretch of text in common"
            : $"{Amount.Of(common.CommonWords, one, many)} in common, of {Amount.Count(common.WordsA)} and {Amount.Count(common.WordsB)}";
    }
}
