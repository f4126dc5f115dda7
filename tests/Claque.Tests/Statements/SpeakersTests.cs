using Claque.Articles;
using Claque.Statements;
using Claque.Statements.Comparing;

namespace Claque.Tests.Statements;

/// <summary>Who speaks where no verb of saying stands beside what is said, and whose word a claim is.</summary>
public sealed class SpeakersTests
{
    [Fact]
    public void A_quotation_behind_a_reported_sentence_is_of_who_spoke() =>
        Said("The mill is closing, Ada Lunt said, because it has no water. “We waited three summers for rain.”", "three summers").ShouldBe("Ada Lunt");

    [Fact]
    public void A_quotation_behind_a_sentence_that_goes_on_about_the_speaker_is_his() =>
        Said("“We stay,” Ada Lunt told me on the bridge. Ms. Lunt, 44, ran the mill before the flood. “It was ours for sixty years.”", "sixty years").ShouldBe("Ada Lunt");

    [Fact]
    public void A_quotation_in_another_paragraph_is_nobodys_by_that_rule()
    {
        const string Text = "The mill is closing, Ada Lunt said, because it has no water.\n\n“We waited three summers for rain,” it said on a wall beside the road into the town of Selby.";
        Read(Text).Statements.ShouldNotContain(statement => statement.Rule == "quote-follows");
    }

    [Fact]
    public void They_are_those_who_were_interviewed_in_the_sentence_before() =>
        Said("The Selby Observer has spoken to twelve people who have left the camp. They described a place in which letters are opened every day.", "letters are opened").ShouldBe("twelve people");

    [Fact]
    public void What_is_said_last_winter_is_not_said_by_the_winter() =>
        Said("A paper last winter described the camp as “a house without doors” and asked for a visit.", "a house without doors").ShouldBe("A paper");

    [Fact]
    public void What_the_writer_argues_is_the_writers()
    {
        var reading = Read("The union is the oldest in the valley. It is also, I would argue, the most slandered. Nobody in the town has asked its members for years.");
        var own = reading.Statements.Single(statement => statement.SourceKind == SourceKind.Writer);
        reading.Article.Text[own.Content[^1].Start..own.Content[^1].End].ShouldBe("the most slandered");
    }

    [Theory]
    [InlineData("Inside the cult of Selby Dam")]
    [InlineData("At the Selby Dam cult's gate")]
    [InlineData("At the Selby Dam cult’s gate")]
    public void A_loaded_word_of_the_headline_is_in_no_writers_voice(string headline)
    {
        var reading = Read(headline + "\n\nBy Ada Lunt\n\nThe dam was built in 1961, and the people of the valley have lived with it ever since. It has 40 gates and a road that runs along the top of it for a mile.");
        var loaded = reading.Loaded.ShouldHaveSingleItem();
        (loaded.Word, loaded.Voice).ShouldBe(("cult", Voice.Heading));
        reading.Header.Unattributed.ShouldNotContain(span => span.Start == 0);
    }

    [Fact]
    public void A_note_that_begins_with_the_authors_name_is_on_the_author()
    {
        var article = new Article { Id = "note", Text = "A week at Selby Dam\n\nBy Ada Lunt\n\nI walked along the dam for a week, and I met the people of the valley, who have lived with it since it was built in 1961.\n\nAda Lunt, a former judge, advises governments on rivers." };
        ArticleText.BlocksOf(article)[^1].Class.ShouldBe(BlockClass.AuthorBio);
    }

    [Fact]
    public void She_is_no_body_that_an_article_stands_before()
    {
        const string text = "The Regency in Selby says that the people of the dam are a cult and that nobody who goes in comes out again. I put it to Ilsa Toran, who runs the clinic and lost two brothers in the Regency's prisons. \"They say we may not leave,\" she told me.";
        Said(text, "They say we may not leave").ShouldBe("Ilsa Toran");
    }

    [Fact]
    public void An_article_that_cannot_be_read_claims_nothing()
    {
        var english = new Article { Id = "a", Text = "The camp of the Harbour League has 900 members, said Ann Orlow, its leader. Nobody is held there, she said, and the gate is open all day." };
        var german = new Article { Id = "b", Text = "Der Plan der Liga sieht vor, dass die Leute im Lager bleiben. Kai Reuter sagte am Montag, dass niemand das Lager verlassen darf, weil die Wachen am Tor stehen und die Papiere der Leute im Büro liegen." };
        var rows = Comparison.Of([english], [german]).Rows;
        rows.ShouldAllBe(row => row.Right.Count == 0);
    }

    private static ReadArticle Read(string text) => ReadArticle.Of([new Article { Id = "text", Text = text }], out _)[0];

    // Who is said to say what holds some words.
    private static string Said(string text, string words)
    {
        var reading = Read(text);
        var statement = reading.Statements.First(statement => statement.Parent < 0 && statement.Content.Any(span => text[span.Start..span.End].Contains(words, StringComparison.Ordinal)));
        var who = statement.Resolved ?? text[statement.Source[0].Start..statement.Source[0].End];
        return who.Split(" last ")[0].Split(" who ")[0];
    }
}
