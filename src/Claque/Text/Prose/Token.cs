namespace Claque.Text.Prose;

/// <summary>What a token is.</summary>
public enum TokenKind : byte
{
    /// <summary>Letters, with apostrophes, hyphens and full stops inside: <c>don't</c>, <c>ex-member</c>, <c>U.S.</c></summary>
    Word,

    /// <summary>Digits, with separators inside: <c>3,000</c>, <c>2.5</c>. Also <c>13th</c>.</summary>
    Number,

    /// <summary>A sign: one punctuation mark or symbol; a run of dots or dashes is one.</summary>
    Sign,
}

/// <summary>A word, number or sign of a text, with its place.</summary>
/// <param name="Start">Where it begins, UTF-16.</param>
/// <param name="End">One behind its end.</param>
/// <param name="Kind">What it is.</param>
public readonly record struct Token(int Start, int End, TokenKind Kind)
{
    /// <summary>Its place.</summary>
    public TextSpan Span => new(Start, End);

    /// <summary>Number of code units.</summary>
    public int Length => End - Start;

    /// <summary>The characters.</summary>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, End - Start);
}
