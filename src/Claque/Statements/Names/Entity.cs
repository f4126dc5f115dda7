using Claque.Text.Prose;

namespace Claque.Statements.Names;

/// <summary>What a name stands for, as far as its words and neighbours tell.</summary>
public enum EntityKind : byte
{
    /// <summary>Not told.</summary>
    Unknown,

    /// <summary>A person.</summary>
    Person,

    /// <summary>An organisation, institution or outlet.</summary>
    Organisation,

    /// <summary>A place.</summary>
    Place,
}

/// <summary>One place where a name stands.</summary>
/// <param name="Article">Index of the article.</param>
/// <param name="Span">Where, without a following possessive.</param>
/// <param name="Form">The name as written there.</param>
public readonly record struct Mention(int Article, TextSpan Span, string Form);

/// <summary>Why two written forms are taken for one entity.</summary>
/// <param name="A">A form.</param>
/// <param name="B">Another.</param>
/// <param name="Reason">Rule: <c>in brackets</c>, <c>or</c>, <c>slash</c>, <c>initials</c>, <c>same letters</c>, <c>transliteration</c>, <c>part</c>, <c>surname</c>, <c>surname in its article</c>, <c>title and surname</c>, <c>surname of nobody else</c>, <c>office</c>, <c>generation</c>, <c>given name</c>, <c>called</c>, <c>short form</c>, <c>user</c>, <c>description</c>.</param>
/// <param name="IsWeak">True for a definite description, which only its neighbourhood links.</param>
public sealed record EntityLink(string A, string B, string Reason, bool IsWeak = false);

/// <summary>A name under all its forms, each tied to another by a stated reason.</summary>
public sealed record Entity
{
    /// <summary>The longest form that is written most.</summary>
    public required string Name { get; init; }

    /// <summary>Person, organisation, place or unknown.</summary>
    public required EntityKind Kind { get; init; }

    /// <summary>All written forms, most frequent first.</summary>
    public required IReadOnlyList<string> Forms { get; init; }

    /// <summary>The reasons that tie the forms together.</summary>
    public required IReadOnlyList<EntityLink> Links { get; init; }

    /// <summary>Where it is named, in order of article and place.</summary>
    public required IReadOnlyList<Mention> Mentions { get; init; }

    /// <summary>Where a definite description ("the group") seems to mean it: shown apart, never counted as a name.</summary>
    public IReadOnlyList<Mention> Descriptions { get; init; } = [];
}

/// <summary>What a user says about names: kept beside the case and applied last.</summary>
/// <param name="Same">Pairs of forms that are one entity.</param>
/// <param name="Apart">Pairs of forms that are not, whatever the rules say.</param>
public sealed record NameCorrections(IReadOnlyList<(string A, string B)> Same, IReadOnlyList<(string A, string B)> Apart)
{
    /// <summary>No corrections.</summary>
    public static NameCorrections None { get; } = new([], []);
}
