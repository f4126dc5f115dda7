using Claque.Articles;
using Claque.Statements.Comparing;
using Claque.Statements.Names;
using Claque.Statements.Sources;
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
    [InlineData("He has been to dinner, I was assured by the council’s spokesman, Marek Lind, and eats like a horse.", "he has been to dinner|He has been to dinner", "Marek Lind")]
    [InlineData("I am told, by people who have not been, that I was shown a stage.", "I was shown a stage", "people who have not been")]
    [InlineData("The union has been described as a sect, as a militia and, by one excitable colleague of mine, as a scout troop.", "a scout troop", "one excitable colleague")]
    [InlineData("I should describe it, having looked, as a village of tired people.", "a village of tired people", "the writer")]
    [InlineData("It was years ago that our own tribunal found it to have ‘no means of violence and no appetite for it’.", "no means of violence", "our own tribunal")]
    [InlineData("A clerk said his boss warned him that the bank would “have a rope ready for him”.", "have a rope ready", "his boss")]
    [InlineData("“Ruiz used to say they were for foxes,” one of them said.", "they were for foxes", "Ruiz")]
    [InlineData("A directive went round in the spring of that year. A copy reviewed by the Observer reads, in part:\n\n“There is one hearth, and it is not yours.”\n\nWithin a month the camp was empty of women.", "There is one hearth", "A copy")]
    [InlineData("The directive was short: “No letters after dark in this house.”", "No letters after dark", "The directive")]
    [InlineData("Purchase orders obtained by the paper show that a feed company bought 70 rifles.", "a feed company bought", "Purchase orders")]
    [InlineData("Interviews with 31 miners, most of whom would not be named, along with land records and statements, offer a picture of a frightened town.", "a frightened town", "Interviews with 31 miners")]
    [InlineData("Those who asked to leave described a process without end.", "a process without end", "Those who asked to leave")]
    [InlineData("When they cut the lock off the door, said a man who held the lamp, the boy didn't ask who they were.", "the boy didn't ask", "a man who held the lamp")]
    [InlineData("He likes the radio, Tor Lund said, and it doesn't matter who talks.", "it doesn't matter who talks", "Tor Lund")]
    [InlineData("“Never again in my life,” was Vera Lunt's answer.", "Never again", "Vera Lunt")]
    [InlineData("Said one: “I slept in my shoes all winter.”", "slept in my shoes", "one")]
    [InlineData("Asked about the cellar, Tor Lund laughed. “It is full of potatoes.”", "full of potatoes", "Tor Lund")]
    [InlineData("Her brother, Tomas, who drives a bus, put it more plainly. “They wanted the land.”", "wanted the land", "Tomas")]
    public void What_is_lent_to_somebody_is_his(string text, string words, string who)
    {
        var reading = Read(text + " The road to the camp is long, and it has not been mended for many years.");
        string Text(TextSpan span) => reading.Article.Text[span.Start..span.End];
        reading.Statements.Where(statement => statement.Content.Any(span => words.Split('|').Any(part => Text(span).Contains(part, StringComparison.Ordinal))))
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
    [InlineData("Its own people say Doveshti, “the homeward ones,” and others do not.", "the homeward ones")]
    [InlineData("Critics have called it a cult, a charge its lawyers reject.", "Critics have called it a cult")]
    public void A_gloss_and_a_charge_that_is_rejected_are_nobodys_word_for_it(string text, string words)
    {
        var reading = Read(text + " The road to the camp is long, and it has not been mended for many years.");
        reading.Statements.Where(statement => statement.Content.Any(span => reading.Article.Text[span.Start..span.End].Contains(words, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Two former wardens said the guns were kept under the floor. “They were not for foxes,” one of them said.", "not for foxes", "one of the two former wardens")]
    [InlineData("He is one of 17 onetime members who spoke with the paper. Most said they feared the lawyers.", "feared the lawyers", "most of the 17 onetime members")]
    [InlineData("“He had been down there all winter,” the man said. The man, a former warden of the order, is old.", "all winter", "The man, a former warden of the order")]
    [InlineData("“My commander came every evening and asked,” Tor Lund said. “I'd say yes. She'd say, ‘Then begin again.’ That was all.”", "Then begin again", "My commander")]
    [InlineData("The agency counted the people, it says. Those who asked to leave went through a long process. They were moved to a house, they said.", "moved to a house", "Those who asked to leave")]
    [InlineData("One of them, who is now 22, remembers that Weir came once. “I told him no,” he said.", "I told him no", "One of them")]
    public void A_part_of_a_group_and_a_person_told_of_are_who_they_were_before(string text, string words, string who)
    {
        var reading = Read(text + " The road to the camp is long, and it has not been mended for many years.");
        reading.Statements.Where(statement => statement.Content.Any(span => reading.Article.Text[span.Start..span.End].Contains(words, StringComparison.Ordinal)))
            .Select(statement => statement.Resolved ?? "").ShouldContain(resolved => resolved.StartsWith(who, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Words_on_when_he_spoke_do_not_say_who_he_is() =>
        Read("“He had been down there all winter,” the man said. The man, after a long silence, shut the door. The road to the camp is long, and it has not been mended for many years.")
            .Statements.ShouldAllBe(statement => statement.Resolved == null || !statement.Resolved.Contains("silence"));

    [Theory]
    [InlineData("A list kept by the union names 40 men, according to a list kept by the union.", "names 40 men")]
    [InlineData("Its handbook says that a wife has no name.", "a wife has no name")]
    public void What_is_written_is_a_document_and_no_person(string text, string words)
    {
        var reading = Read(text + " The road to the camp is long, and it has not been mended for many years.");
        reading.Statements.First(statement => statement.Content.Any(span => reading.Article.Text[span.Start..span.End].Contains(words, StringComparison.Ordinal))).SourceKind.ShouldBe(Claque.Statements.SourceKind.Document);
    }

    [Theory]
    [InlineData("My sister-in-law gives money to the charity of the fellowship.", NoteKind.Disclosure)]
    [InlineData("Ms. Lunt was not made available for an interview.", NoteKind.CommentRequest)]
    [InlineData("The fellowship denied that any money had been misused.", NoteKind.CommentRequest)]
    public void Ties_of_kin_and_answers_that_deny_are_noted(string text, NoteKind kind) =>
        Read(text + " The road to the camp is long, and it has not been mended for many years.").Notes.ShouldContain(note => note.Kind == kind);

    [Fact]
    public void Those_denied_entry_were_not_asked_for_comment() =>
        Read("The men were denied all visits for a year. The road to the camp is long, and it has not been mended for many years.").Notes.ShouldNotContain(note => note.Kind == NoteKind.CommentRequest);

    [Theory]
    [InlineData("The Movement for Return is old. On paper it is the Movement for Return. In town it is known mostly as the Rats.", "Rats", "Movement for Return", true)]
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
