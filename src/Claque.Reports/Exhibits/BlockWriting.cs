using Claque.Reports.Charts;
using Claque.Reports.Lineage;
using Claque.Reports.Markup;
using Claque.Reports.Sections;

namespace Claque.Reports.Exhibits;

/// <summary>Writes the blocks of a section or an exhibit.</summary>
internal static class BlockWriting
{
    private const int MostInCell = 1200;

    /// <summary>Rules for what only some pages hold.</summary>
    public const string Style = VersionRows.Style + """
        .facts { margin: 0.6rem 0 1rem; font: 0.9rem/1.5 var(--sans); } .facts > div { display: grid; grid-template-columns: minmax(7rem, 14rem) minmax(0, 1fr); gap: 0 1rem; padding: 0.3rem 0; border-block-start: 1px solid var(--rule); }
        .facts dt { color: var(--soft); } .facts dd { margin: 0; overflow-wrap: anywhere; } blockquote.said { margin: 0 0 0.9rem; } blockquote.said p { margin: 0; } .post .side-head { font: 600 0.85rem/1.4 var(--sans); margin-block-end: 0.5rem; }
        .exhibit h3 { margin-block-start: 0; } .exhibit h4 { margin-block-start: 1.2rem; } .readings h3 { margin-block-start: 0.8rem; } .hours { max-inline-size: 34rem; inline-size: 100%; min-inline-size: 30rem; block-size: auto; }
        @media (max-width: 44rem) { .facts > div { grid-template-columns: 1fr; } }

        """;

    public static void Write(MarkupWriter page, ReportBlock block)
    {
        switch (block)
        {
            case Paragraph paragraph: page.Add($"<p>{paragraph.Text}</p>\n"); break;
            case ReportTable table: WriteTable(page, table); break;
            case CommandBlock command: page.Add($"<pre tabindex=\"0\" aria-label=\"Command\"><code>{command.Command}</code></pre>\n"); break;
            case FactsBlock facts: WriteFacts(page, facts); break;
            case VersionsBlock versions: VersionRows.Write(page, versions); break;
            case SidesBlock sides: WriteSides(page, sides); break;
            case HoursBlock hours: page.Add($"{HoursChart.Of(hours.Of, hours.Hours)}"); break;
            case FamilyBlock family: page.Add($"{FamilyStrip.Of(family)}"); break;
        }
    }

    private static void WriteTable(MarkupWriter page, ReportTable table) => Table.Write(
        page, table.Caption, [.. table.Columns.Select(column => new Column(column.Title, column.Numeric, column.Wide))],
        table.Rows.Select(row => (IReadOnlyList<Fragment>)[.. row.Select(cell => Fragment.Of($"{new Said(cell, MostInCell)}"))]));

    private static void WriteFacts(MarkupWriter page, FactsBlock facts)
    {
        page.Add($"<dl class=\"facts\">\n");
        foreach (var (name, value) in facts.Facts) page.Add($"<div><dt>{name}</dt><dd>{new Said(value, 1500)}</dd></div>\n");
        page.Add($"</dl>\n");
    }

    private static void WriteSides(MarkupWriter page, SidesBlock sides)
    {
        page.Add($"<div class=\"two\">\n");
        WriteSide(page, "Left", sides.Left);
        page.Add($"<div class=\"between\"><p class=\"gap\">{new Said(sides.Relation)}</p></div>\n");
        WriteSide(page, "Right", sides.Right);
        page.Add($"</div>\n");
    }

    private static void WriteSide(MarkupWriter page, string side, IReadOnlyList<SaidClaim> claims)
    {
        page.Add($"<div class=\"post\"><p class=\"side-head\">{side}</p>\n");
        if (claims.Count == 0) page.Add($"<p class=\"none\">Says nothing of it.</p>\n");
        foreach (var claim in claims)
        {
            page.Add($"<blockquote class=\"said\"><p class=\"text\" dir=\"auto\">{new Said(claim.Text, 2000)}</p>\n<p class=\"from\">On the word of {new Said(claim.Holder, 120)}");
            if (claim.Article.Length > 0) page.Add($"<br>{new Said(claim.Article, 200)}");
            page.Add($"</p></blockquote>\n");
        }

        page.Add($"</div>\n");
    }
}
