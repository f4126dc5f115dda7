using System.Collections.Immutable;
using Claque.Reading;

namespace Claque.Articles;

/// <summary>A long text as it was published, usually under a byline in an outlet.</summary>
/// <remarks>Offsets into an article are UTF-16 code units of <see cref="Text"/> as stored. What is not known is null, never guessed.</remarks>
public sealed record Article
{
    /// <summary>What tells it apart from all others in its case or its files.</summary>
    public required string Id { get; init; }

    /// <summary>The text: title, body and whatever was saved with them, exactly as read.</summary>
    public required string Text { get; init; }

    /// <summary>Where it was published, as the source has it.</summary>
    public string? Url { get; init; }

    /// <summary>Who published it.</summary>
    public string? Outlet { get; init; }

    /// <summary>The name over it, as printed.</summary>
    public string? Byline { get; init; }

    /// <summary>Its headline.</summary>
    public string? Title { get; init; }

    /// <summary>When it was published, UTC; <see cref="PublishedPrecision"/> says how finely.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>How finely the time of publication is known; a plain date is a day.</summary>
    public TimePrecision PublishedPrecision { get; init; } = TimePrecision.Second;

    /// <summary>Language tag as the source has it.</summary>
    public string? Language { get; init; }

    /// <summary>The file it came from, without folder; empty when it came from none.</summary>
    public string File { get; init; } = "";

    /// <summary>
    /// The text cut into what is the article and what is the site around it, in order and without overlap. Empty when its source
    /// did not say; <see cref="ArticleText.BlocksOf"/> then finds them from the lines.
    /// </summary>
    public ImmutableArray<ArticleBlock> Blocks { get; init; } = [];

    /// <summary>What its page or file states about its origin. <c>ArticleFacts.Of</c> adds what the text says.</summary>
    public ImmutableArray<ArticleFact> Facts { get; init; } = [];

    /// <summary>What was cut off, skipped or could not be read of its page, as sentences.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}
