using System.Text.RegularExpressions;

namespace Claque.Articles.Lines;

/// <summary>The forms of bylines, dates, datelines and breadcrumbs.</summary>
internal static partial class LinePatterns
{
    private const string Month =
        "(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)";

    /// <summary>A byline: <c>By Ana Maru and Bo Lin</c>, <c>By Ana Maru in Ostrel,</c>. The group is the names.</summary>
    [GeneratedRegex(@"^(?:(?:Posted|Written|Published|Reported|Story|Words|Text|Report)\s+)?(?:[Bb]y|BY)[:\s]+(?<names>(?:[\p{Lu}@][\p{L}\p{M}'’.\-]*|and|&|de|da|di|van|von|der|den|bin|al|el|la|le|of|the|,|\||/|in|for)(?:[\s,]+(?:[\p{Lu}@(][\p{L}\p{M}'’.\-)]*|and|&|de|da|di|van|von|der|den|bin|al|el|la|le|of|the|in|for|\||/|[-–—•·]))*)[\s,.;|•·-]*(?<rest>.{0,80})$", RegexOptions.CultureInvariant)]
    public static partial Regex Byline();

    /// <summary>A line that is a date, with or without words before it and a time behind.</summary>
    [GeneratedRegex(@"^(?:(?:Published|Posted|Updated|Last updated|Last modified|Modified|First published|Created|Date|On)\b[\s:|•·,-]*)*(?:on\s+)?(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?[\s,]+)?(?:\d{1,2}(?:st|nd|rd|th)?[\s.-]+" + Month + @"[\s.,-]+\d{4}|" + Month + @"\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})(?:\W.{0,140})?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    public static partial Regex DateLine();

    /// <summary>Date and time of day in digits, whatever the words around them: <c>Ostrel Post | 04.05.2015 à 13h36</c>.</summary>
    [GeneratedRegex(@"(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일])\D{1,12}\d{1,2}[:hH.]\d{2}(?!\d)", RegexOptions.CultureInvariant)]
    public static partial Regex Stamp();

    /// <summary>A time of day: <c>5:02 PM</c>.</summary>
    [GeneratedRegex(@"(?<![\d:])\d{1,2}:\d{2}(?![\d])", RegexOptions.CultureInvariant)]
    public static partial Regex TimeOfDay();

    /// <summary>Nothing but an address: e-mail, web or handle.</summary>
    [GeneratedRegex(@"^(?:(?:e-?mail|contact|twitter|follow)\W{0,3}\s*)?(?:[\w.+-]+@[\w-]+\.[\w.-]+|@\w{2,30}|(?:www\.)?(?:twitter|facebook|linkedin|instagram)\.com/\S+)[\s.;|,]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    public static partial Regex Contact();

    /// <summary>A note on when the page was changed: <c>Updated at 1:23 p.m.</c></summary>
    [GeneratedRegex(@"^(?:last\s+)?(?:updated|published|posted|modified)\b(?:\s+(?:on|at))?[:\s]+.{0,40}\d.{0,30}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    public static partial Regex Changed();

    /// <summary>What a publishing program left standing: <c>[button link="…"]</c>.</summary>
    [GeneratedRegex(@"^\[/?[a-z_]+(?:\s+[a-z_]+=[^\]]*)?\]", RegexOptions.CultureInvariant)]
    public static partial Regex Shortcode();

    /// <summary>Place and agency before the first words: <c>OSTREL, Nov. 3 (AP) —</c>, <c>OSTREL —</c>, <c>Ostrel (Reuters) -</c>.</summary>
    [GeneratedRegex(@"^(?:" + Month + @"\s+\d{1,2}(?:,\s+\d{4})?\s+|\p{Lu}[\p{L}\p{M}.'’ -]{1,40}(?:,\s+[\p{L}.'’ ]{2,24}){0,2}(?:,?\s+" + Month + @"\s+\d{1,2}(?:,\s+\d{4})?)?,?\s+)?\((?<agency>[\p{Lu}][\p{L}\p{M}.\- ]{1,40}(?:/[\p{L} ]{2,20})?)\)\s*(?:[-–—]{1,3}|:)\s+|^(?<place>\p{Lu}[\p{Lu}.'’ -]{2,40}(?:,\s+[\p{L}.'’ ]{2,24}){0,2}(?:,?\s+" + Month + @"\s+\d{1,2}(?:,\s+\d{4})?)?)\s*(?:[–—]{1,2}|--|\s-)\s+(?=\S)", RegexOptions.CultureInvariant)]
    public static partial Regex Dateline();

    /// <summary>Short names with arrows or bars between: where the page stands.</summary>
    [GeneratedRegex(@"^(?:\s*[^»›>|/]{1,40}\s*(?:»|›|>|→)\s*){1,8}[^»›>→]{0,160}$", RegexOptions.CultureInvariant)]
    public static partial Regex Breadcrumb();
}
