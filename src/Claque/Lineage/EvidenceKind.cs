namespace Claque.Lineage;

/// <summary>A kind of evidence on whether one article was taken from another.</summary>
public enum EvidenceKind
{
    /// <summary>Words of the later that the earlier does not have: a copyist seldom adds.</summary>
    Added,

    /// <summary>Words of the earlier that the later left out: a copyist often cuts.</summary>
    Dropped,

    /// <summary>Words changed inside common passages.</summary>
    Changed,

    /// <summary>Which of the two was published first.</summary>
    Time,

    /// <summary>How long after the other it was published.</summary>
    Delay,

    /// <summary>It names the other as its source.</summary>
    Credit,

    /// <summary>The text speaks of the other's outlet as its own.</summary>
    SelfReference,

    /// <summary>A byline, dateline or credit line that the other has is gone.</summary>
    CreditLost,

    /// <summary>It ends where the other goes on.</summary>
    Truncated,

    /// <summary>It uses a name or a pronoun whose introduction only the other has.</summary>
    Dangling,

    /// <summary>A hedge of the other is gone.</summary>
    HedgeLost,

    /// <summary>A quotation of the other is shorter.</summary>
    QuotationCut,

    /// <summary>A figure of the other is rounder.</summary>
    FigureRounded,

    /// <summary>It has a misspelling where the other has the usual form.</summary>
    Misspelling,

    /// <summary>It carries a note of correction or update.</summary>
    Note,

    /// <summary>Its headline is not that of the other.</summary>
    Headline,

    /// <summary>Its page names the address of the other as its own: a canonical link to it.</summary>
    Canonical,
}
