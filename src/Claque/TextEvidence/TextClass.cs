using System.Collections.Immutable;

namespace Claque.TextEvidence;

/// <summary>What a text is, judged from who published it where and when, before any pair is judged.</summary>
public enum TextClass : byte
{
    /// <summary>One account published it: it meets nothing.</summary>
    Alone,

    /// <summary>Counts where two accounts have it in common.</summary>
    Counted,

    /// <summary>Counts, and its publishers are a closed circle: they have most of their common texts in common with one another.</summary>
    Circle,

    /// <summary>Stands beside a link to the same page at two accounts or more: a headline or the words of a share button.</summary>
    Page,

    /// <summary>Ends in <c>via @handle</c> mostly: the words of a share button.</summary>
    ShareButton,

    /// <summary>Published by more accounts than are compared.</summary>
    Everybody,

    /// <summary>Too few words of it are not part of phrases that many accounts publish: greetings, form letters, templates.</summary>
    Formula,

    /// <summary>Published by a good part of the accounts that share texts with its publishers: slogans, petitions.</summary>
    Slogan,

    /// <summary>Its publishers repeat what others published, mostly at unrelated times: lyrics, sayings, stock texts.</summary>
    Stock,
}

/// <summary>What the classes mean, in words.</summary>
public static class TextClassWords
{
    extension(TextClass kind)
    {
        /// <summary>True when texts of this class carry no evidence.</summary>
        public bool IsSetAside => kind >= TextClass.Page;

        /// <summary>The reason, as a sentence part that follows a number of texts.</summary>
        public string Reason => kind switch
        {
            TextClass.Alone => "published by one account only",
            TextClass.Counted => "published by several accounts and counted",
            TextClass.Circle => "published by a closed circle of accounts and counted",
            TextClass.Page => "set aside: they come with the page that the posts link to (headlines, share buttons)",
            TextClass.ShareButton => "set aside: they end in \"via @…\", as share buttons write",
            TextClass.Everybody => "set aside: more accounts published them than are compared",
            TextClass.Formula => "set aside: they consist of phrases that many accounts publish (greetings, form letters, templates)",
            TextClass.Slogan => "set aside: a good part of the crowd around their publishers published them (slogans, petitions)",
            TextClass.Stock => "set aside: their publishers repeat them at unrelated times (lyrics, sayings, stock texts)",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a known class."),
        };
    }
}

/// <summary>How many texts and posts fell into a class.</summary>
/// <param name="Class">The class.</param>
/// <param name="Texts">Different texts, near-duplicates counted once.</param>
/// <param name="Posts">Posts with them.</param>
/// <param name="Examples">First posts of the texts with the most publishers, at most five, by place in the corpus.</param>
public sealed record ClassCount(TextClass Class, int Texts, int Posts, ImmutableArray<int> Examples);
