
namespace Claque.Tests.Lineage;

/// <summary>What is a quotation where a copyist lost a quotation mark.</summary>
public sealed class LostMarkTests
{
    private const string Said = "\"Nobody told us,\" the clerk said at the gate.";

    [Fact]
    public void Prose_behind_a_mark_that_was_never_closed_is_prose_where_the_other_article_has_both_marks()
    {
        var pair = Told.Pair($"{Told.Prose(21, 3)}\n\n{Said} {Told.Storm}", $"{Told.Prose(22, 3)}\n\n{Said.Replace(",\"", "", StringComparison.Ordinal)} {Told.Storm}");
        pair.Passages.ShouldContain(passage => passage.IsCopy);
    }

    [Fact]
    public void A_quotation_with_both_marks_in_one_article_is_none_of_the_others_prose() =>
        Told.Pair($"{Told.Prose(21, 3)}\n\n\"{Told.Storm.Trim()}\" the clerk said.", $"{Told.Prose(22, 3)}\n\n\"{Told.Storm.Trim()} the clerk said.").Passages.ShouldNotContain(passage => passage.IsCopy);

    [Fact]
    public void An_article_without_any_marks_says_nothing_of_a_quotation_that_lost_one_in_the_other() =>
        Told.Pair($"{Told.Prose(21, 3)}\n\n\"{Told.Storm.Trim()} the clerk said.", $"{Told.Prose(22, 3)}\n\n{Told.Storm.Trim()} the clerk said.").Passages.ShouldNotContain(passage => passage.IsCopy);

    [Fact]
    public void Words_behind_a_quotation_within_a_quotation_of_the_same_marks_are_still_quoted()
    {
        var nested = Told.Storm.Trim().Replace("northern", "\"northern\"", StringComparison.Ordinal);
        Told.Pair($"{Told.Prose(21, 3)}\n\n\"{nested} {Told.Ferry.Trim()}\" the clerk said.", $"{Told.Prose(22, 3)}\n\n\"Yes,\" he said. {Told.Storm}{Told.Ferry}").Passages.ShouldNotContain(passage => passage.IsCopy);
    }
}
