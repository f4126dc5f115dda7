using Claque.Text.Prose;

namespace Claque.Articles;

/// <summary>A run of an article's text with what it is and why it is held to be that.</summary>
/// <param name="Class">What it is.</param>
/// <param name="Reason">The rule that said so, in words: <c>inside &lt;aside&gt;</c>, <c>list: newsletter "sign up"</c>.</param>
/// <param name="Span">Where, in <see cref="Article.Text"/>.</param>
public sealed record ArticleBlock(BlockClass Class, string Reason, TextSpan Span);
