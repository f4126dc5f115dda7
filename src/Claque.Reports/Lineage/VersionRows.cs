using Claque.Reports.Exhibits;
using Claque.Reports.Markup;
using Claque.Reports.Wording;

namespace Claque.Reports.Lineage;

/// <summary>Two versions of a text as a table: a sentence a row.</summary>
internal static class VersionRows
{
    public const string Style = """
        del { color: var(--warn); text-decoration: line-through; } ins { background: var(--mark); text-decoration: underline; text-decoration-color: var(--mark-line); }
        .tie { fill: none; stroke: var(--bar); stroke-width: 1.5; } .dashed { stroke-dasharray: 4 4; }
        .versions { inline-size: 100%; table-layout: fixed; } .versions td { inline-size: 50%; font: 0.9rem/1.5 var(--serif); overflow-wrap: anywhere; } .moved { border-inline-start: 3px solid var(--bar); padding-inline-start: 0.4rem; }

        """;

    /// <summary>Writes the rows that a block chose, with heads.</summary>
    public static void Write(MarkupWriter page, VersionsBlock versions)
    {
        if (versions.Sentences.IsEmpty) return;
        page.Add($"<h4>Sentence by sentence</h4>\n<table class=\"versions\"><caption><del>Struck out</del> is not in the right version, <ins>underlined</ins> is not in the left.</caption><thead><tr><th scope=\"col\">Left</th><th scope=\"col\">Right</th></tr></thead><tbody>\n");
        foreach (var sentence in versions.Sentences) Write(page, sentence);
        page.Add($"</tbody></table>\n");
        if (versions.Left > 0) page.Add($"<p class=\"none\">{Amount.Of(versions.Left, "further sentence that changed is", "further sentences that changed are")} not shown here.</p>\n");
    }

    /// <summary>Writes one row.</summary>
    public static void Write(MarkupWriter page, VersionedSentence sentence)
    {
        var (left, right) = WordEdits.Of(sentence.Before, sentence.After);
        page.Add($"<tr class=\"{(sentence.IsMoved ? "moved" : "kept")}\"><td>{left}</td><td>{right}</td></tr>\n");
    }
}
