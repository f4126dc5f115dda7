using System.Collections.Immutable;
using Claque.Articles.Extraction;
using Claque.Articles.Lines;

namespace Claque.Articles;

/// <summary>How articles are read.</summary>
public sealed record ArticleOptions
{
    /// <summary>The phrase lists.</summary>
    public LinePhrases Phrases { get; init; } = LinePhrases.BuiltIn;

    /// <summary>How much of one page is looked at.</summary>
    public PageLimits Limits { get; init; } = new();

    /// <summary>Bytes of one page that are read; the rest is left out, with a note. Above 0.</summary>
    public int PageBytes { get; init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A page has more than 0 bytes."); } = 32 << 20;

    /// <summary>How many times its own size a packed file may unpack to, beyond the first GB. Above 0.</summary>
    public int Expansion { get; init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A packed file unpacks to something."); } = 100;
}

/// <summary>What was read of a file: its articles, and what could not be used.</summary>
/// <param name="Format">What the file was recognised as: <c>html</c>, <c>warc</c>, <c>feed</c>, <c>text</c>, <c>jsonl</c>, <c>table</c>.</param>
/// <param name="Articles">The articles in the order of the file.</param>
/// <param name="Rejects">Records that are no articles, with the reason.</param>
public sealed record ArticleReading(string Format, ImmutableArray<Article> Articles, ImmutableArray<ArticleReject> Rejects);

/// <summary>A record that could not be used.</summary>
/// <param name="Line">Line or number of the record in its file, from 1.</param>
/// <param name="Kind">Short, to count by.</param>
/// <param name="Reason">The whole sentence.</param>
public sealed record ArticleReject(long Line, string Kind, string Reason);
