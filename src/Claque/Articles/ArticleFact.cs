using Claque.Text.Prose;

namespace Claque.Articles;

/// <summary>What a fact on the origin of an article is about.</summary>
public enum FactKind : byte
{
    /// <summary>The address that the page itself names as its own.</summary>
    Canonical,

    /// <summary>Who published it.</summary>
    Publisher,

    /// <summary>Who wrote it.</summary>
    Author,

    /// <summary>Its headline.</summary>
    Title,

    /// <summary>When it was published.</summary>
    Published,

    /// <summary>When it was last changed.</summary>
    Modified,

    /// <summary>When a crawler or an investigator saw it.</summary>
    Seen,

    /// <summary>"Originally published in …", "reprinted with permission of …": the value is the place named.</summary>
    Credit,

    /// <summary>A news agency that supplied the text.</summary>
    Wire,

    /// <summary>The text speaks of another outlet as of its own: "told the <i>X</i>" on a page that is not X's.</summary>
    SelfReference,

    /// <summary>Not written before this date, by what the text says.</summary>
    NotBefore,

    /// <summary>Not written after this date, by what the text says.</summary>
    NotAfter,
}

/// <summary>How kinds of facts are written.</summary>
public static class FactKinds
{
    private static readonly string[] Words =
        ["canonical", "publisher", "author", "title", "published", "modified", "seen", "credit", "wire", "self_reference", "not_before", "not_after"];

    extension(FactKind kind)
    {
        /// <summary>The word for it in JSON, tables and cases.</summary>
        public string Word => Words[(int)kind];
    }

    /// <summary>The kind of a word; null when there is none such.</summary>
    public static FactKind? Of(string word) => Array.IndexOf(Words, word) is var at and >= 0 ? (FactKind)at : null;
}

/// <summary>Something known about where an article comes from, with what it rests on.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Value">The value; times in ISO 8601, UTC, as finely as they are known.</param>
/// <param name="Stated">True when page or text say so in words or markup; false when a rule concludes it.</param>
/// <param name="Rule">The rule: <c>json-ld:datePublished</c>, <c>text:originally-published</c> …</param>
/// <param name="Confidence">0 to 1: the share of right ones that the rule is held to give. See docs/articles.md for which are measured.</param>
/// <param name="Span">Where in <see cref="Article.Text"/>; null when it stands in the page's markup or file only.</param>
public sealed record ArticleFact(FactKind Kind, string Value, bool Stated, string Rule, double Confidence, TextSpan? Span = null);
