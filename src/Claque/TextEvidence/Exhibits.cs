using System.Collections.Immutable;

namespace Claque.TextEvidence;

/// <summary>Gathers the posts that show what a pair has in common.</summary>
internal sealed class Exhibits(TextPool pool, SameTexts texts, TextClass[] classes, TextKinds kinds)
{
    /// <summary>Some texts that a pair has in common, with the posts of both.</summary>
    public ImmutableArray<CommonText> Of(int a, int b, ImmutableArray<int> common) => [.. common.Select(text => Of(a, b, text))];

    /// <summary>One text that two accounts have in common, with the posts of both.</summary>
    public CommonText Of(int a, int b, int text)
    {
        var publishers = texts.Publishers(text);
        var usesA = texts.Uses(text, publishers.BinarySearch(a));
        var usesB = texts.Uses(text, publishers.BinarySearch(b));
        var words = int.MaxValue;
        foreach (var use in texts.Uses(text)) words = Math.Min(words, pool.Words[pool.Uses[use].Text]);

        return new CommonText(
            text, classes[text], publishers.Length, words, kinds.IsLinked(text), Posts(usesA), Posts(usesB), Gap(usesA, usesB),
            pool.Uses[usesB[0]].TimeUs - pool.Uses[usesA[0]].TimeUs);
    }

    private ImmutableArray<int> Posts(ReadOnlySpan<int> uses)
    {
        var posts = new int[uses.Length];
        for (var i = 0; i < uses.Length; i++) posts[i] = pool.Uses[uses[i]].Post;
        return [.. posts];
    }

    private long Gap(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var least = long.MaxValue;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            var gap = pool.Uses[a[i]].TimeUs - pool.Uses[b[j]].TimeUs;
            least = Math.Min(least, Math.Abs(gap));
            if (gap < 0) i++;
            else j++;
        }

        return least;
    }
}
