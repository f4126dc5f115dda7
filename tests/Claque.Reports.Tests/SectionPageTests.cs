using System.Text;
using AngleSharp.Html.Parser;
using Claque.Evaluation;
using Claque.Reports.Scores;
using Claque.Simulation;

namespace Claque.Tests.Reports;

/// <summary>The pages of an evaluation, as Markdown and as HTML.</summary>
public sealed class SectionPageTests
{
    private static readonly LaboratoryResult Result = Laboratory.Run(new LaboratoryOptions
    {
        QuietCorpora = 1,
        CrewCorpora = 1,
        Accounts = 60,
        Days = 7,
        Generators = [Generator.First],
        Decoys = [Decoy.Newsroom],
        Crews = Plants.Parse("6x8x1min,6x8x10min,4x8x1min,4x8x10min"),
        Dealt = [],
    });

    [Fact]
    public void Every_table_of_the_laboratory_stands_in_both_pages()
    {
        var page = LaboratorySections.Page(Result, "claque evaluate --laboratory --seed 1", "9.9");
        var captions = page.Sections.SelectMany(section => section.Blocks.OfType<ReportTable>()).Select(table => table.Caption).ToList();
        captions.Count.ShouldBeGreaterThan(5);
        var html = new HtmlParser().ParseDocument(Html(page));
        html.QuerySelectorAll("table caption").Select(caption => caption.TextContent).ShouldBe(captions);
        html.QuerySelectorAll("header nav a").Length.ShouldBe(page.Sections.Length);
        html.QuerySelectorAll("script, link, img").ShouldBeEmpty();
        var markdown = Markdown(page);
        foreach (var caption in captions) markdown.ShouldContain(MarkdownText.Of(caption));
        markdown.ShouldContain("\n    claque evaluate --laboratory --seed 1\n");
    }

    [Fact]
    public void All_rows_are_as_long_as_their_headings()
    {
        foreach (var table in LaboratorySections.Of(Result, "x").SelectMany(section => section.Blocks.OfType<ReportTable>()))
            table.Rows.ShouldAllBe(row => row.Length == table.Columns.Length, table.Caption);
    }

    [Fact]
    public void The_same_scores_give_the_same_bytes()
    {
        Html(LaboratorySections.Page(Result, "x", "9.9")).ShouldBe(Html(LaboratorySections.Page(Result, "x", "9.9")));
        Markdown(LaboratorySections.Page(Result, "x", "9.9")).ShouldNotContain("\r");
    }

    [Fact]
    public void Names_from_outside_stay_text_in_both_pages()
    {
        foreach (var text in Hostile.Texts.Where(text => text.Trim().Length > 0))
        {
            TrueAccount[] truth = [new("ann", text, ""), new("eva", "crew", text)];
            var page = ScoreSections.Page(text, Claque.Evaluation.Evaluation.Score([], truth), Claque.Evaluation.Evaluation.Rank([], truth), [], "claque evaluate x", "9.9");
            var html = Html(page);
            new HtmlParser().ParseDocument(html).QuerySelectorAll("script, img, svg, iframe, [onload], [onerror], [onmouseover]").ShouldBeEmpty(text);
            html.ShouldNotContain("\u202E");
            var markdown = Markdown(page);
            markdown.Replace("\\<", "", StringComparison.Ordinal).ShouldNotContain("<");
            markdown.ShouldNotContain("\u202E");
            markdown.Split('\n').Where(line => line.StartsWith('|')).ShouldAllBe(line => line.EndsWith(" |", StringComparison.Ordinal));
        }
    }

    private static string Html(SectionPage page) => Written(page.WriteHtml);

    private static string Markdown(SectionPage page) => Written(page.WriteMarkdown);

    private static string Written(Action<Stream> write)
    {
        using var memory = new MemoryStream();
        write(memory);
        return Encoding.UTF8.GetString(memory.ToArray());
    }
}
