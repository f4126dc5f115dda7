namespace Claque.Articles;

/// <summary>What a line of an article's text is: the article itself, what belongs to it, or the site around it.</summary>
public enum BlockClass : byte
{
    /// <summary>A paragraph of the article's own prose, quotations included.</summary>
    Body,

    /// <summary>A heading inside the article.</summary>
    Subheading,

    /// <summary>The headline.</summary>
    Title,

    /// <summary>The lines between headline and text that sum it up.</summary>
    Standfirst,

    /// <summary>Who wrote it.</summary>
    Byline,

    /// <summary>Place and agency before the first words: <c>OSTREL (AP) —</c>.</summary>
    Dateline,

    /// <summary>When it was published or changed.</summary>
    Date,

    /// <summary>Words under or over a picture, with its credit.</summary>
    Caption,

    /// <summary>The title of another article, set between two paragraphs.</summary>
    InsertedLink,

    /// <summary>Where the page stands on its site: <c>Home » World » Region</c>.</summary>
    Breadcrumb,

    /// <summary>Another article offered beside or below.</summary>
    Related,

    /// <summary>The byline of another article offered.</summary>
    RelatedByline,

    /// <summary>An invitation to subscribe, sign up, follow or give.</summary>
    Newsletter,

    /// <summary>Readers' comments and what invites them.</summary>
    Comment,

    /// <summary>Who the author is.</summary>
    AuthorBio,

    /// <summary>Where the text was published first, who allowed it, which agency supplied it.</summary>
    Credit,

    /// <summary>Buttons and lines for sharing.</summary>
    Sharing,

    /// <summary>Advertisements, and the word that announces them.</summary>
    Advertisement,

    /// <summary>What the same site prints on its other pages too; learned.</summary>
    Template,

    /// <summary>Menus, headers, footers and all other parts of the site.</summary>
    Site,

    /// <summary>In the file, but not shown to readers of the page.</summary>
    Hidden,
}

/// <summary>How classes are written in JSON, tables and cases.</summary>
public static class BlockClasses
{
    private static readonly string[] Words =
    [
        "body", "subheading", "title", "standfirst", "byline", "dateline", "date", "caption", "inserted_link", "breadcrumb", "related",
        "related_byline", "newsletter", "comment", "author_bio", "credit", "sharing", "advertisement", "template", "site", "hidden",
    ];

    extension(BlockClass kind)
    {
        /// <summary>The word for it: <c>body</c>, <c>inserted_link</c> …</summary>
        public string Word => Words[(int)kind];

        /// <summary>True for what the outlet printed as the article's text: body, subheadings and the dateline.</summary>
        public bool IsMainText => kind is BlockClass.Body or BlockClass.Subheading or BlockClass.Dateline;
    }

    /// <summary>The class of a word; null when there is none such.</summary>
    public static BlockClass? Of(string word) => Array.IndexOf(Words, word) is var at and >= 0 ? (BlockClass)at : null;
}
