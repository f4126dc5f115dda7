namespace Claque.Personas;

/// <summary>A byline and what is known of it.</summary>
public sealed record BylineStudy
{
    /// <summary>The name as printed.</summary>
    public required string Byline { get; init; }

    /// <summary>Its articles: indices into the articles studied, in their order.</summary>
    public required IReadOnlyList<int> Articles { get; init; }

    /// <summary>Clean words.</summary>
    public required int Words { get; init; }

    /// <summary>Words left out as quotations.</summary>
    public required int QuotedWords { get; init; }

    /// <summary>Words left out as passages shared with other articles.</summary>
    public required int StrippedWords { get; init; }

    /// <summary>Words left out because they are not the article's own prose: headline, byline, captions, the site.</summary>
    public required int OutsideWords { get; init; }

    /// <summary>How often it has each form of each habit, as in <see cref="Habits.All"/>; all 0 where the articles bring no source.</summary>
    public required IReadOnlyList<int> Habits { get; init; }

    /// <summary>Whether several hands wrote under it.</summary>
    public required SeveralHands SeveralHands { get; init; }
}
