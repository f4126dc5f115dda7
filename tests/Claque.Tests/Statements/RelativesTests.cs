using Claque.Statements.Names;
using Claque.Text.Prose;

namespace Claque.Tests.Statements;

/// <summary>Persons of one surname, in one article and across two: a wrong link puts one's words into another's mouth.</summary>
public sealed class RelativesTests
{
    private const string Daughter = "President Orlan spoke in Velm on Monday about the dam. “We will build it,” Mr. Orlan said, and Orlan left early. His daughter Tilda Orlan stayed in Velm with reporters. Ms. Orlan said that the dam was late.";

    private const string Father = "Edmund Orlan wants the dam to be built by May. The council in Velm told Mr. Orlan that it would not pay, and Orlan was angry.";

    [Fact]
    public void The_president_and_his_daughter_are_two_in_one_article_and_across_two()
    {
        foreach (var entities in new[] { Of(Daughter), Of(Daughter, Father), Of(Father, Daughter) })
        {
            AreOne(entities, "Tilda Orlan", "Ms. Orlan").ShouldBeTrue();
            AreOne(entities, "Tilda Orlan", "Mr. Orlan").ShouldBeFalse();
            AreOne(entities, "Tilda Orlan", "President Orlan").ShouldBeFalse();
            AreOne(entities, "Tilda Orlan", "Edmund Orlan").ShouldBeFalse();
        }

        AreOne(Of(Daughter, Father), "Edmund Orlan", "Mr. Orlan").ShouldBeTrue();
        AreOne(Of(Daughter, Father), "Edmund Orlan", "President Orlan").ShouldBeTrue();
    }

    [Fact]
    public void A_surname_means_in_each_article_the_one_who_is_named_there()
    {
        var entities = Of("Ana Ruiz spoke in Velm on Monday. Later Ruiz left Velm.", "In Velm the council met Ben Ruiz. It told Ruiz to leave Velm.");
        entities.Single(entity => entity.Forms.Contains("Ana Ruiz")).Mentions.Where(mention => mention.Form == "Ruiz").Select(mention => mention.Article).ShouldBe([0]);
        entities.Single(entity => entity.Forms.Contains("Ben Ruiz")).Mentions.Where(mention => mention.Form == "Ruiz").Select(mention => mention.Article).ShouldBe([1]);
    }

    [Fact]
    public void A_surname_that_may_be_either_is_neither_and_ties_nobody_together()
    {
        var entities = Of("In Velm the council met Ana Ruiz and her cousin Ben Ruiz. It told Ruiz to leave Velm.", "The council told Ruiz in Velm that it would not pay.");
        entities.Where(entity => entity.Forms.Contains("Ruiz")).ShouldAllBe(entity => entity.Forms.Count == 1);
        entities.Count(entity => entity.Forms.Contains("Ruiz")).ShouldBe(2);
    }

    [Fact]
    public void An_office_with_a_surname_is_who_is_written_under_that_office()
    {
        var entities = Of("Governor Ana Ruiz met her cousin Ben Ruiz in Velm. The council then asked Governor Ruiz to pay.", "The council heard Governor Ruiz on Monday, and told Ruiz to pay.");
        entities.Single(entity => entity.Forms.Contains("Governor Ruiz")).Forms.ShouldBe(["Governor Ruiz", "Ruiz", "Governor Ana Ruiz"], ignoreOrder: true);
    }

    [Fact]
    public void Mr_and_Mrs_are_two_though_one_surname_fits_both()
    {
        var entities = Of("The council met Mrs. Orlan in Velm. It met Mr. Orlan in May. It told Orlan to leave Velm.");
        AreOne(entities, "Mrs. Orlan", "Mr. Orlan").ShouldBeFalse();
        entities.Single(entity => entity.Forms.Contains("Orlan")).Forms.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("The council in Velm met Ivo H. Orlan Jr. on Monday. It told Orlan to leave Velm.")]
    [InlineData("The council in Velm met Attorney General Ivo H. Orlan Jr. on Monday. It told Mr. Orlan to leave Velm. Orlan said no.")]
    public void Junior_is_heard_under_his_surname(string text)
    {
        var entities = Of(text, "On Monday Ivo Orlan left Velm. The council told Orlan so.");
        entities.Count(entity => entity.Forms.Any(form => form.Contains("Orlan", StringComparison.Ordinal))).ShouldBe(1);
    }

    [Fact]
    public void Junior_and_his_father_are_two_where_one_article_names_both()
    {
        var entities = Of("The council in Velm met Ivo Orlan Jr. on Monday. His father, Ivo Orlan, had left Velm. It told Orlan so.", "On Monday Ivo Orlan left Velm.");
        AreOne(entities, "Ivo Orlan", "Ivo Orlan Jr").ShouldBeFalse();
        entities.Single(entity => entity.Forms.Contains("Orlan")).Forms.Count.ShouldBe(1);
    }

    [Fact]
    public void A_town_stays_one_whatever_is_named_after_it()
    {
        var entities = Of("The council met in Velm, at the Hotel Velm.", "The council met in Velm, near the Villa Velm.");
        entities.Count(entity => entity.Forms.Contains("Velm")).ShouldBe(1);
    }

    private static IReadOnlyList<Entity> Of(params string[] texts) => Entities.Of([.. texts.Select(Document.Of)]);

    private static bool AreOne(IReadOnlyList<Entity> entities, string a, string b) => entities.Any(entity => entity.Forms.Contains(a) && entity.Forms.Contains(b));
}
