using Claque.Articles;
using Claque.Statements.Comparing;
using Claque.Statements.Names;
using Claque.Text.Prose;

namespace Claque.Tests.Statements;

/// <summary>Whose words a sentence lends, where no verb of saying stands right beside them.</summary>
public sealed class VoicesTests
{
    [Theory]
    [InlineData("The camp is, by the ministry's count, a place of 300 people and four dogs.", "300 people", "the ministry's")]
    [InlineData("The union, in Vera Lunt's telling, was a family that had lost its house.", "a family", "Vera Lunt")]
    [InlineData("The place is a fortress, as one diplomat put it.", "a fortress", "one diplomat")]
    [InlineData("It lives on gifts from merchants -- a bedtime story, in the words of Ada Lunt, who kept its books.", "a bedtime story", "Ada Lunt")]
    [InlineData("He was found under a cloth and, according to the certificate, of a weak heart he died.", "of a weak heart", "the certificate")]
    [InlineData("To the colonels who rule in the north they are only bombers.", "only bombers", "the colonels")]
    [InlineData("To its admirers, a list that takes in two former senators, the union is a government in waiting.", "a government in waiting", "its admirers")]
    [InlineData("The picture that emerges from interviews with 23 people who have left is of a small and aging sect.", "small and aging sect", "interviews with 23 people")]
    [InlineData("One of the men who left, a former driver, said he was kept in a box for 19 days.", "kept in a box", "One of the men who left")]
    [InlineData("Several people who knew him say that he died of a fever in the camp.", "died of a fever", "Several people who knew him")]
    [InlineData("Testimony from 31 miners, together with two surveys of the water, suggests that the town is sick.", "the town is sick", "Testimony from 31 miners")]
    [InlineData("The lawyer of the camp, when pressed, put the number at about 26.", "about 26", "The lawyer of the camp")]
    [InlineData("The baker shrugged. “We stay here for good.”", "We stay here", "The baker")]
    [InlineData("Vera Lunt's answer was short: “Never in my life.”", "Never in my life", "Vera Lunt")]
    [InlineData("“Nobody left that night,” was all that Ruiz would say.", "Nobody left", "Ruiz")]
    [InlineData("To hear Vera Lunt tell it, nobody was forced to stay.", "nobody was forced", "Vera Lunt")]
    [InlineData("Nobody was beaten, if Vera Lunt is to be believed.", "Nobody was beaten", "Vera Lunt")]
    [InlineData("For Vera Lunt, it is a cult with a garden.", "a cult", "Vera Lunt")]
    [InlineData("A county inspector counted 150 beds.", "150 beds", "A county inspector")]
    public void What_is_lent_to_somebody_is_his(string text, string words, string who)
    {
        var reading = Read(text + " The road to the camp is long, and it has not been mended for many years.");
        string Text(TextSpan span) => reading.Article.Text[span.Start..span.End];
        reading.Statements.Where(statement => statement.Content.Any(span => Text(span).Contains(words, StringComparison.Ordinal)))
            .Select(statement => statement.Resolved + " " + string.Concat(statement.Source.Select(Text))).ShouldContain(holder => holder.Contains(who, StringComparison.Ordinal));
    }

    [Fact]
    public void A_speech_in_several_paragraphs_is_of_who_recalls_something_right_before()
    {
        var reading = Read("One of the strikers recalled the foreman going down the line of men.\n\n‘He wasn’t angry. He asked who our landlord was.\n\n‘You could hear it going along the row.\n\n‘By Friday there was a lorry outside my house.’\n\nThe strike lasted for 16 days, and the men went home to their wives.");
        var speech = reading.Statements.Single(statement => statement.Rule == "quote-follows");
        reading.Article.Text[speech.Source[0].Start..speech.Source[0].End].ShouldBe("One of the strikers");
        speech.Content.Count.ShouldBe(3);
    }

    [Fact]
    public void What_somebody_used_to_say_is_told_within_what_is_said()
    {
        var reading = Read("“It is an old rule. My grandfather used to say, ‘You cannot get good copper out of a bad town,’” the chairman told me in his office on the hill.");
        var inner = reading.Statements.Single(statement => statement.Parent >= 0);
        reading.Article.Text[inner.Source[0].Start..inner.Source[0].End].ShouldBe("My grandfather");
    }

    [Theory]
    [InlineData("A reporter who drove to the gate was turned away by a young man who was filming. “There is nothing here,” he said.", "There is nothing here", "a young man")]
    [InlineData("Take Ada Lunt, who drills for the firm. “They say Old Mother eats her young,” she told me.", "eats her young", "Ada Lunt")]
    [InlineData("A former cook tells it differently. He left on foot. He still has the scar. “They shut the gate,” he said.", "shut the gate", "A former cook")]
    [InlineData("His sister is not so sure. “There were guns,” she said.", "There were guns", "His sister")]
    public void A_pronoun_means_who_is_near_in_the_telling(string text, string words, string who)
    {
        var statement = Read(text).Statements.First(statement => statement.Content.Any(span => text[span.Start..span.End].Contains(words, StringComparison.Ordinal)));
        statement.Resolved.ShouldNotBeNull().ShouldStartWith(who);
    }

    [Theory]
    [InlineData("General Orlan died in 2003. The camp of Tibor Orlan is shut. Mrs Orlan lives there with her sister.", "General Orlan", "Mrs Orlan", false)]
    [InlineData("The Union of the Tenth of May is old. Its friends in town like the UTM.", "Union of the Tenth of May", "UTM", true)]
    [InlineData("Lunt Mining Corp. owns the town. The books of the Lunt Mining Corporation are closed.", "Lunt Mining Corp", "Lunt Mining Corporation", true)]
    [InlineData("The Lunt Mining Corporation owns the town. Old Mother, the mother, is what everybody calls Lunt Mining Corporation.", "Old Mother", "Lunt Mining Corporation", true)]
    [InlineData("The Union of the Tenth of May is a sect. The state took the Mayists, as their neighbours call them, off its list.", "Mayists", "Union of the Tenth of May", true)]
    [InlineData("The Lunt Mining Corporation owns the town. “They loathe Old Mother,” she said, using the miners' name for the company.", "Old Mother", "Lunt Mining Corporation", true)]
    public void Names_that_an_article_says_are_one_are_one(string text, string one, string other, bool same) =>
        Entities.Of([Document.Of(text)]).Any(entity => entity.Forms.Contains(one) && entity.Forms.Contains(other)).ShouldBe(same);

    private static ReadArticle Read(string text) => ReadArticle.Of([new Article { Id = "text", Text = text }], out _)[0];
}
