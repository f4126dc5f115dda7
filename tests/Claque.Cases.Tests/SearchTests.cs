using Claque.Reading;

namespace Claque.Tests.Cases;

public sealed class SearchTests
{
    private static Row Text(string text) => Row.Post("ann", null, 0, post => post.Set(PostField.Text, text));

    private static void Finds(string query, params string[] expected)
    {
        using var test = new TestCase();
        test.Import(Text("The harbour is open"), Text("Café by the harbour"), Text("کتاب تازه در بندر"), Text("كتاب قديم"), Text("می‌خواهم بروم"), Row.Post("ann"));
        test.File.Search(query, 10).Select(post => post.Text).ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public void Posts_are_found_by_their_words() => Finds("harbour", "The harbour is open", "Café by the harbour");

    [Fact]
    public void Every_word_must_occur() => Finds("open harbour", "The harbour is open");

    [Fact]
    public void Accents_and_case_do_not_matter() => Finds("CAFE", "Café by the harbour");

    [Fact]
    public void Persian_is_found_in_Persian_and_in_Arabic_spelling() => Finds("کتاب", "کتاب تازه در بندر", "كتاب قديم");

    [Fact]
    public void A_word_with_a_zero_width_joiner_is_found() => Finds("می‌خواهم", "می‌خواهم بروم");

    [Fact]
    public void Nothing_that_is_typed_is_an_operator() => Finds("\"harbour* AND (NOT");

    [Fact]
    public void Posts_imported_after_the_index_was_built_are_found()
    {
        using var test = new TestCase();
        test.Import(Text("one harbour"));
        test.File.BuildSearch();
        test.Import("more.csv", [Text("two harbours"), Text("another harbour")]);
        test.File.Search("harbour", 10).Select(post => post.Number).Order().ShouldBe([1, 3]);
    }

    [Fact]
    public void A_case_opened_for_reading_without_index_says_what_to_do()
    {
        using var test = new TestCase();
        test.Import(Text("one harbour"));
        using var reader = CaseFile.OpenReadOnly(test.Path);
        Should.Throw<InputException>(() => reader.Search("harbour", 10)).Message.ShouldContain("Open it for writing");
    }
}
