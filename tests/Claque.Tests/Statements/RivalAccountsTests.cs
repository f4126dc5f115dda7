using Claque.Articles;
using Claque.Statements;
using Claque.Statements.Comparing;
using Claque.Statements.Figures;
using Claque.Statements.Sources;
using Claque.Tests.Shared;

namespace Claque.Tests.Statements;

/// <summary>What a careful reader finds in the two sample articles.</summary>
public sealed class RivalAccountsTests
{
    private static readonly Article Visit = ArticleFiles.Read(Path.Combine(RealData.Root, "samples", "rival-accounts", "visit.txt"))[0];
    private static readonly Article Investigation = ArticleFiles.Read(Path.Combine(RealData.Root, "samples", "rival-accounts", "investigation.txt"))[0];
    private static readonly Lazy<Comparison> Found = new(() => Comparison.Of([Visit], [Investigation]));

    [Fact]
    public void The_three_thousand_of_one_side_and_the_more_than_two_thousand_of_the_other_differ_but_can_both_hold() =>
        Found.Value.Figures.ShouldContain(row => row.Relation == FigureRelation.Differ && row.Left.Value == 3000 && row.Right.Value == 2000);

    [Fact]
    public void The_organisation_is_one_under_its_forms()
    {
        var union = Found.Value.Entities.Single(entity => entity.Forms.Contains("OFU"));
        union.Name.ShouldBe("Orvanian Freedom Union", "of two forms as full the commoner one");
        union.Forms.ShouldContain("Orvanian Freedom Union");
        union.Forms.ShouldContain("Union of Orvanian Freedom");
        Found.Value.Entities.ShouldContain(entity => entity.Forms.Contains("Selma Ghorvani") && entity.Forms.Contains("Selma Qorvani"));
    }

    [Theory]
    [InlineData(0, "Kherdin", "free to leave", SourceKind.NamedPerson)]
    [InlineData(0, "Dovlat", "We are a family", SourceKind.NamedPerson)]
    [InlineData(0, "Kherdin", "About 3,000 people", SourceKind.NamedPerson)]
    [InlineData(0, "Critics", "cult", SourceKind.AnonymousGroup)]
    [InlineData(0, "the writer", "disciplined community", SourceKind.Writer)]
    [InlineData(1, "Those who have left", "closed compound", SourceKind.AnonymousGroup)]
    [InlineData(1, "Merani", "nine years", SourceKind.NamedPerson)]
    [InlineData(1, "A woman who left last year", "Love was forbidden", SourceKind.AnonymousPerson)]
    [InlineData(1, "one person who worked there", "room of keyboards", SourceKind.AnonymousPerson)]
    [InlineData(1, "court records", "50,000 crowns", SourceKind.Document)]
    [InlineData(1, "Kherdin", "smears by agents", SourceKind.NamedPerson)]
    [InlineData(1, "Many analysts", "little support", SourceKind.AnonymousGroup)]
    [InlineData(1, "they", "a life ruled by bells", SourceKind.AnonymousGroup)]
    public void A_statement_has_its_holder(int article, string holder, string content, SourceKind kind)
    {
        var reading = Found.Value.Articles[article];
        var statement = reading.Statements.FirstOrDefault(statement => statement.Content.Any(span => reading.Article.Text[span.Start..span.End].Contains(content, StringComparison.Ordinal)));
        statement.ShouldNotBeNull(content);
        (statement.Resolved + " " + string.Concat(statement.Source.Select(span => reading.Article.Text[span.Start..span.End]))).ShouldContain(holder);
        statement.SourceKind.ShouldBe(kind);
    }

    [Fact]
    public void One_side_was_there_as_a_guest_and_the_other_relies_on_those_who_left()
    {
        var (visit, investigation) = (Found.Value.Articles[0], Found.Value.Articles[1]);
        visit.Header.FirstHand.ShouldBeGreaterThanOrEqualTo(3);
        visit.Notes.ShouldContain(note => note.Kind == NoteKind.Disclosure);
        visit.Notes.ShouldContain(note => note.Kind == NoteKind.Reprint);
        visit.Notes.ShouldContain(note => note.Kind == NoteKind.AuthorNote);
        visit.Notes.ShouldContain(note => note.Kind == NoteKind.Agentless);
        investigation.Header.Basis.ShouldBe("hearsay");
        investigation.Notes.Count(note => note.Kind == NoteKind.CommentRequest).ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public void Free_to_leave_and_forced_stand_side_by_side_and_collide_by_no_rule() =>
        Found.Value.Rows.ShouldContain(row => row.Aspect == "membership and exit" && row.Left.Count > 0 && row.Right.Count > 0 && row.Relation != RowRelation.Differ);

    [Fact]
    public void Exchanging_the_articles_exchanges_the_columns_and_nothing_else()
    {
        var there = Found.Value;
        var back = Comparison.Of([Investigation], [Visit]);
        back.Rows.Select(row => (row.Entity, row.Aspect, row.Relation)).ShouldBe(there.Rows.Select(row => (row.Entity, row.Aspect, row.Relation)));
        back.Rows.Select(row => row.Left.Select(claim => claim.Span).ToList()).ShouldBe(there.Rows.Select(row => row.Right.Select(claim => claim.Span).ToList()));
        back.Rows.Select(row => row.Right.Select(claim => claim.Span).ToList()).ShouldBe(there.Rows.Select(row => row.Left.Select(claim => claim.Span).ToList()));
        back.Rows.SelectMany(row => row.Reasons.Select(reason => (reason.Right, reason.Left))).Order().ShouldBe(there.Rows.SelectMany(row => row.Reasons.Select(reason => (reason.Left, reason.Right))).Order());
        back.Figures.Select(row => (row.Relation, row.Right.Span, row.Left.Span)).ShouldBe(there.Figures.Select(row => (row.Relation, row.Left.Span, row.Right.Span)));
        back.Loaded.Select(word => word.Word).ShouldBe(there.Loaded.Select(word => word.Word));
        back.Loaded.Select(word => word.Left).ShouldBe(there.Loaded.Select(word => word.Right));
    }

    [Fact]
    public void A_text_that_is_not_English_is_not_read_and_says_why()
    {
        var reading = ReadArticle.Of([new Article { Id = "fr", Text = "Le maire a dit que le pont était fermé depuis trois ans et que personne ne savait quand il serait rouvert au public de la ville." }], out _)[0];
        reading.IsRead.ShouldBeFalse();
        reading.Problem.ShouldNotBeNull().ShouldContain("English");
        reading.Statements.ShouldBeEmpty();
    }

    [Fact]
    public void A_side_that_is_not_read_as_a_whole_is_silent_about_nothing()
    {
        var english = new Article { Id = "en", Text = "The gate of Lower Marsh has no lock on it at all, and the wall of the farm fell long ago. The road to it is long." };
        var other = new Article { Id = "other", Text = "The mayor of the town said on Monday that the bridge will be painted in May, and that nobody was asked." };
        var french = new Article { Id = "fr", Text = "Le maire a dit que le pont était fermé depuis trois ans et que personne ne savait quand il serait rouvert au public de la ville." };

        Comparison.Of([english], [other]).Rows.ShouldContain(row => row.Aspect == "access" && row.Relation == RowRelation.OnlyHere);
        foreach (var unread in new Article[][] { [french], [other, french] })
        {
            Comparison.Of([english], unread).Rows.ShouldAllBe(row => row.Right.Count > 0);
            Comparison.Of(unread, [english]).Rows.ShouldAllBe(row => row.Left.Count > 0);
        }
    }

    [Theory]
    [InlineData("Anybody at Lower Marsh may leave the farm, and the gate of the farm is free of locks.", "Two men fled Lower Marsh farm at night, and three were expelled from it.", "membership and exit", RowRelation.CharacterisedOtherwise)]
    [InlineData("The gate of Lower Marsh has no lock on it at all.", "The gate of Lower Marsh isn't locked, not even at night.", "access", RowRelation.Agree)]
    [InlineData("There were three shotguns in the hall of Lower Marsh.", "The farm of Lower Marsh has bought 70 rifles.", "violence", RowRelation.NoVerdict)]
    [InlineData("Some 310 people live at Lower Marsh.", "About 520 people live at Lower Marsh.", "size", RowRelation.Differ)]
    [InlineData("The gate of Lower Marsh is open to any visitor.", "The film was left open at the end.", "access", RowRelation.NoVerdict)]
    public void A_row_tells_by_figures_negations_and_words_of_two_poles_how_its_sides_stand(string left, string right, string aspect, RowRelation relation)
    {
        Article Of(string id, string text) => new() { Id = id, Text = "Lower Marsh is a farm in the hills. " + text + " The road to Lower Marsh is long, and the people of the valley do not often go there." };
        var (there, back) = (Comparison.Of([Of("a", left)], [Of("b", right)]), Comparison.Of([Of("b", right)], [Of("a", left)]));
        there.Rows.Single(row => row.Aspect == aspect).Relation.ShouldBe(relation);
        back.Rows.Single(row => row.Aspect == aspect).Reasons.Select(reason => (reason.Right, reason.Left)).ShouldBe(there.Rows.Single(row => row.Aspect == aspect).Reasons, ignoreOrder: true);
    }
}
