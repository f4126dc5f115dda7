using Claque.Articles;
using Claque.Statements.Comparing;
using Claque.Statements.Names;

namespace Claque.Tests.Statements;

/// <summary>Only the article's own prose feeds names and statements.</summary>
public sealed class OwnProseTests
{
    private const string Saved = """
        Home » World » Orvania
        Life in the hills above Port Selby
        By Irena Falk

        About 3,000 people live in the settlement of the Orvanian Freedom Union above Port Selby, Nadia Kherdin said on Monday, and the road is open.

        Mayor Velm Torrick Says Harbour Bridge Must Close By Spring

        "We are a family," said Karim Dovlat, a baker who joined in 1986 and has lived in the settlement for most of his life since then.

        Related articles
        Gregor Maslin said the ferry was unsafe
        By Petra Lonnig
        """;

    [Fact]
    public void Breadcrumbs_titles_and_bylines_of_other_items_feed_neither_names_nor_statements()
    {
        var reading = ReadArticle.Of([Text(Saved)], out var entities)[0];
        var forms = entities.SelectMany(entity => entity.Forms).ToList();
        forms.ShouldContain("Nadia Kherdin");
        forms.ShouldContain("Karim Dovlat");
        foreach (var other in new[] { "World", "Torrick", "Maslin", "Lonnig", "Falk" }) forms.ShouldNotContain(form => form.Contains(other, StringComparison.Ordinal), other);
        reading.Statements.Count.ShouldBe(2);
        reading.Header.Heard.Select(heard => heard.Name).ShouldBe(["Karim Dovlat", "Nadia Kherdin"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("Nobody in the town said that the gate was locked.")]
    [InlineData("No one said that the gate was locked.")]
    [InlineData("None of them said that the gate was locked.")]
    [InlineData("No official said that the gate was locked.")]
    public void Nobody_is_not_heard(string sentence)
    {
        var reading = ReadArticle.Of([Text(sentence + " The baker Karim Dovlat said that the road to the camp was open, and that it has not been mended for many years.")], out _)[0];
        reading.Statements.Count.ShouldBe(2);
        reading.Header.Heard.Select(heard => heard.Name).ShouldBe(["Karim Dovlat"]);
    }

    [Fact]
    public void Spans_stay_spans_of_the_whole_text()
    {
        var article = Text(Saved);
        var reading = ReadArticle.Of([article], out _)[0];
        reading.Document.Text.Length.ShouldBe(article.Text.Length);
        var contents = reading.Statements.SelectMany(statement => statement.Content).ToList();
        contents.Select(span => span.In(article.Text).ToString()).ShouldBe(contents.Select(span => span.In(reading.Document.Text).ToString()));
        contents.Select(span => span.In(article.Text).ToString()).ShouldContain("\"We are a family,\"");
    }

    [Fact]
    public void A_text_that_is_one_short_line_is_read_whole() =>
        ReadArticle.Of([Text("Ana Ruiz said that the bridge is safe.")], out _)[0].Statements.Count.ShouldBe(1);

    [Fact]
    public void A_name_that_a_user_keeps_apart_is_not_joined_through_a_third()
    {
        var article = Text("The mayor met Ana Ruiz in Velm on Monday, and later the council of the town heard that Ana Maria Ruiz had left. Then Ruiz came back.");
        ReadArticle.Of([article], out var entities, null, new NameCorrections([("Ana Ruiz", "Ruiz"), ("Ruiz", "Ana Maria Ruiz")], [("Ana Ruiz", "Ana Maria Ruiz")]));
        entities.ShouldNotContain(entity => entity.Forms.Contains("Ana Ruiz") && entity.Forms.Contains("Ana Maria Ruiz"));
    }

    private static Article Text(string text) => new() { Id = "saved", Text = text };
}
