using Claque.Articles;
using Claque.Statements;
using Claque.Statements.Comparing;
using Claque.Statements.Names;
using Claque.Statements.Sources;
using Claque.Text.Prose;

namespace Claque.Tests.Statements;

/// <summary>What opens a sentence has a capital letter whatever it is: a name, an adjective, a word of a party's name.</summary>
public sealed class SentenceOpeningTests
{
    [Fact]
    public void A_surname_that_is_a_common_word_too_is_a_name_where_it_opens_a_sentence()
    {
        var statement = Read("Larry Carter, a former warden of the dam, was asked about the gates on Monday. Carter believes that the man who opened them will be found before the winter.").Statements.Single();
        (statement.Resolved, statement.SourceKind).ShouldBe(("Larry Carter", SourceKind.NamedPerson));
    }

    [Fact]
    public void An_adjective_before_a_name_is_no_part_of_it()
    {
        var entities = Entities.Of([Document.Of("The gate was closed by Velmians in May. Several people saw it. Other Velmians said that they had not been asked, and the Velmians of the town went home.")]);
        entities.SelectMany(entity => entity.Forms).ShouldNotContain("Other Velmians");
    }

    [Fact]
    public void An_adjective_that_stands_in_the_name_elsewhere_is_a_part_of_it()
    {
        var entities = Entities.Of([Document.Of("Free Velmians met in the hall in May. Nobody else came. They call themselves the Free Velmians, and other Velmians do not like it.")]);
        entities.SelectMany(entity => entity.Forms).ShouldContain("Free Velmians");
    }

    [Fact]
    public void The_day_behind_a_name_is_no_part_of_it_and_a_feast_is()
    {
        var forms = Entities.Of([Document.Of("The town backed President Toran Monday and marched on Ash Wednesday, while Ada Lunt Friday walked home.")]).SelectMany(entity => entity.Forms).ToList();
        forms.ShouldContain("President Toran");
        forms.ShouldContain("Ash Wednesday");
        forms.ShouldContain("Ada Lunt");
    }

    [Fact]
    public void Initials_with_points_are_not_a_person_of_two_names()
    {
        NameRules.Reason("D.C.", "David Cole").ShouldBeNull();
        NameRules.Reason("David Cole", "D.C.").ShouldBeNull();
    }

    [Fact]
    public void Who_leads_a_body_is_a_person() =>
        Read("The plan is dead, Senate Majority Leader Ada Lunt said on the steps of the hall. Nobody had asked Lunt about it before, and the plan had been there for years.").Statements[0].SourceKind.ShouldBe(SourceKind.NamedPerson);

    [Fact]
    public void Authorities_are_many() =>
        Read("Authorities have said that the gate of the dam was open on the night of the flood. The people of the valley had known it for years and were not asked.").Statements[0].SourceKind.ShouldBe(SourceKind.AnonymousGroup);

    [Fact]
    public void More_than_a_hundred_mayors_are_a_group() =>
        Read("More than 150 mayors have said that the gate of the dam was open on the night of the flood. The people of the valley had known it for years.").Statements[0].SourceKind.ShouldBe(SourceKind.AnonymousGroup);

    [Fact]
    public void A_word_of_a_partys_name_is_not_loaded_where_it_opens_a_sentence() =>
        Read("The Democratic Union of Velm met in May, and the Democratic Union won. Democratic officials said that the gate of the dam was open on the night of the flood and that nobody had asked them.").Loaded.ShouldBeEmpty();

    [Fact]
    public void A_loaded_word_that_opens_a_sentence_counts() =>
        Read("The union of the valley met in May, and nobody came but its members. Fanatics run it, and they have said that the gate of the dam was open on the night of the flood.").Loaded.Select(word => word.Word).ShouldBe(["fanatic"]);

    [Theory]
    [InlineData("I am told that the people of the valley have begun to sing her name.", false)]
    [InlineData("I do not ask anyone in the valley to take my word for it, and nobody should.", false)]
    [InlineData("We were told to turn back by a guard at the gate of the dam.", true)]
    [InlineData("I was shown the gate of the dam by a guard, who would not give his name.", true)]
    public void What_the_writer_is_told_he_has_not_seen(string sentence, bool seen) =>
        Read(sentence + " The gate is closed at night, and it has been so since the flood of the year before.").Notes.Any(note => note.Kind == NoteKind.FirstHand).ShouldBe(seen);

    [Theory]
    [InlineData("Toran walked home. The mayor was angry when he said that the gate of the dam had been open all night.", "The mayor")]
    [InlineData("It was Mayor Lunt who built it. Toran walked home. The mayor was angry when he said that the gate of the dam had been open all night.", "Mayor Lunt")]
    [InlineData("Ben Toran walked home. The mothers were angry when he said that the gate of the dam had been open all night.", "Ben Toran")]
    public void He_is_by_whom_the_sentence_begins(string text, string who) =>
        Read("The dam of the valley is old, and nobody has looked at it for years. " + text).Statements.First(statement => statement.CueWord == "say").Resolved.ShouldBe(who);

    [Fact]
    public void A_seat_behind_a_name_is_nobodys_name_and_a_rank_with_its_point_is_of_the_name()
    {
        var reading = Read("Rep. Dave Lunt, R-Va., said that the gate of the dam was open on the night of the flood. Former Velmians agreed. The Velmians met Capt. Ronald Toran of the Velm Patrol, and nobody else was there.");
        reading.Statements[0].Resolved.ShouldNotBeNull().ShouldContain("Dave Lunt");
        var forms = Entities.Of([Document.Of(reading.Article.Text)]).SelectMany(entity => entity.Forms).ToList();
        forms.ShouldNotContain("R-Va");
        forms.ShouldNotContain("Former Velmians");
        forms.ShouldContain("Capt. Ronald Toran");
    }

    [Theory]
    [InlineData("of T-Mobile")]
    [InlineData("of Selby, T-Mobile")]
    [InlineData("of D-Day")]
    public void A_name_that_looks_like_a_seat_stays_a_name(string words) =>
        Entities.Of([Document.Of($"Ada Lunt, who lives in the valley, had read {words} and other things.")]).SelectMany(entity => entity.Forms).ShouldContain(words.Split(' ')[^1]);

    [Theory]
    [InlineData("President Ada Lunt came to the dam. The president said that the gate had been open all night and that nobody in the valley was told.", "President Ada Lunt")]
    [InlineData("Officer Ben Toran came to the dam. The officer said that the gate had been open all night and that nobody in the valley was told.", null)]
    public void An_office_that_one_person_holds_is_that_person_and_a_rank_is_not(string text, string? who) =>
        Read(text).Statements.Single(statement => statement.CueWord == "say").Resolved.ShouldBe(who);

    [Fact]
    public void Who_is_fined_for_threatening_threatened()
    {
        var reading = Read("The police said a guard had been fined for pointing a rifle at the people, then cursing and threatening to shoot one of them. The people of the valley went home, and they were not asked.");
        reading.Statements.Where(statement => statement.CueWord == "threaten").Select(statement => reading.Article.Text[statement.Source[0].Start..statement.Source[0].End]).ShouldNotContain("The police");
    }

    [Fact]
    public void A_title_alone_is_nobody_who_was_not_heard() =>
        Read("The gate of the dam was open, said Ada Lunt, who lives there. She had asked the Congressman about it, and she had asked the Congressman again in May, and nobody in the valley was told.").Header.NotHeard.ShouldNotContain("Congressman");

    [Theory]
    [InlineData("Former Speaker of the House Newt Lundgren", "Lundgren")]
    [InlineData("Secretary of State Ada Lundgren", "Lundgren")]
    public void Who_holds_an_office_of_a_body_is_one_under_all_names(string full, string surname)
    {
        var reading = Read($"{full} praised the guards of the dam. {surname} said that the gate had been open all night and that nobody in the valley was told.");
        var said = reading.Statements.Single(statement => statement.CueWord == "say");
        said.SourceKind.ShouldBe(SourceKind.NamedPerson);
        said.Resolved.ShouldBe(full.Replace("Former ", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Velm River Watch")]
    [InlineData("Harbour Bank Trust")]
    public void The_body_that_somebody_heads_is_a_name_of_its_own(string body) =>
        Read($"Ada Lunt, President of {body}, came to the dam. {body} said that the gate had been open all night and that nobody in the valley was told.").Statements.Single(statement => statement.CueWord == "say").Resolved.ShouldBe(body);

    [Fact]
    public void The_country_of_a_president_is_a_name_of_its_own() =>
        Entities.Of([Document.Of("The President of Velm came to the dam. She said that Velm was a small country with a long river.")]).SelectMany(entity => entity.Forms).ShouldContain("Velm");

    private static ReadArticle Read(string text) => ReadArticle.Of([new Article { Id = "text", Text = text }], out _)[0];
}
