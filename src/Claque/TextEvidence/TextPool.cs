using System.Collections.Immutable;
using Claque.Columns;
using Claque.Reading;
using Claque.Text;

namespace Claque.TextEvidence;

/// <summary>One account publishing one text in its own words.</summary>
/// <param name="Text">The text, by its number in the pool.</param>
/// <param name="Account">The account, numbered as in <see cref="Tracing.Corpus.Accounts"/> of the same source.</param>
/// <param name="Post">The post, by its place in <see cref="Tracing.Corpus.Posts"/> of the same source.</param>
/// <param name="TimeUs">Microseconds since 1970-01-01T00:00:00Z.</param>
/// <param name="Page">Number of the first page that it links to; -1 when it links to none.</param>
/// <param name="SaysVia">True when it ends in <c>via @handle</c>.</param>
/// <param name="HasLink">True when it has a link of any kind, one that cannot be told apart from others included.</param>
internal readonly record struct TextUse(int Text, int Account, int Post, long TimeUs, int Page, bool SaysVia, bool HasLink);

/// <summary>What became of the posts: which gave a text of one's own, and why the others did not. Decided post by post.</summary>
/// <param name="Posts">Posts read, each once.</param>
/// <param name="Authors">Accounts with at least one post that is no reshare.</param>
/// <param name="Reshares">Posts that only pass on another post.</param>
/// <param name="Short">Original posts with too few words.</param>
/// <param name="Quoted">Original posts with enough words, but too few outside quotation marks and passed-on posts.</param>
/// <param name="Kept">Posts with a text of one's own.</param>
public sealed record TextIntake(int Posts, int Authors, int Reshares, int Short, int Quoted, int Kept);

/// <summary>The original texts of a source, each once, and who published them when.</summary>
/// <remarks>
/// Accounts and posts have the numbers that <see cref="Tracing.Corpus.Encode"/> gives them for the same source, so results can be
/// joined without looking names up. Memory: the bytes and words of the distinct texts, and 32 bytes a use.
/// </remarks>
public sealed class TextPool
{
    internal TextPool(NameTable accounts, TokenSets sets, List<int[]> sequences, List<int> words, TextUse[] uses, TextIntake intake)
    {
        (Accounts, Sets, Sequences, Words, Uses, Intake) = (accounts, sets, [.. sequences], [.. words], uses, intake);
    }

    /// <summary>The accounts, by number.</summary>
    public NameTable Accounts { get; }

    /// <summary>Distinct texts.</summary>
    public int Texts => Words.Length;

    /// <summary>What became of the posts.</summary>
    public TextIntake Intake { get; }

    internal TokenSets Sets { get; }

    /// <summary>Per text: its words in order, by their number in the vocabulary of the sets.</summary>
    internal ImmutableArray<int[]> Sequences { get; }

    /// <summary>Per text: words of its own.</summary>
    internal ImmutableArray<int> Words { get; }

    internal TextUse[] Uses { get; }

    /// <summary>Reads a source once.</summary>
    /// <param name="source">The posts.</param>
    /// <param name="options">Only <see cref="TextEvidenceOptions.MinWords"/> is used.</param>
    /// <param name="progress">Told how many posts were read.</param>
    /// <param name="stop">Stops the work.</param>
    public static TextPool Collect(
        IPostSource source, TextEvidenceOptions options, IProgress<StageProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var collector = new TextCollector(source.PostsAreDistinct, options.MinWords, progress);
        source.ReadAll(collector.Add, stop);
        return collector.Take();
    }
}
