using System.Security.Cryptography;
using Claque.Cases.Storage;
using Claque.Reading;

namespace Claque.Tests.Cases;

public sealed class CaseLifeTests
{
    [Fact]
    public void A_new_case_says_what_it_is_about()
    {
        using var test = new TestCase();
        test.Reopen().Info.ShouldBe(new CaseView(test.Path, "Who cheers for the harbour?", TestCase.Now, "0.1.0", Pseudonymise: false));
    }

    [Fact]
    public void An_empty_case_has_figures()
    {
        using var test = new TestCase();
        var figures = test.File.Figures();
        (figures.Posts, figures.Accounts, figures.FirstUs, figures.PostsPerDay.Length).ShouldBe((0, 0, null, 0));
    }

    [Fact]
    public void Whether_to_pseudonymise_is_kept()
    {
        using var test = new TestCase();
        test.File.SetPseudonymise(true);
        test.Reopen().Info.Pseudonymise.ShouldBeTrue();
    }

    [Fact]
    public void A_closed_case_is_one_file()
    {
        using var test = new TestCase();
        test.Import(Row.Post("ann", "1"));
        test.File.Dispose();
        Directory.GetFiles(test.Folder).ShouldBe([test.Path]);
    }

    [Fact]
    public void A_closed_case_is_sound_and_every_reference_leads_somewhere()
    {
        using var test = new TestCase();
        test.Import("posts.csv", InterruptionTests.MixedRows());
        test.File.BuildSearch();
        test.File.Dispose();
        using var database = Database.Open(test.Path, readOnly: true, create: false);
        database.Text("PRAGMA integrity_check").ShouldBe("ok");
        database.Rows("PRAGMA foreign_key_check").ShouldBeEmpty();
    }

    [Fact]
    public void Reading_a_case_does_not_change_its_bytes()
    {
        using var test = new TestCase();
        test.Import("posts.csv", InterruptionTests.MixedRows());
        test.File.Dispose();
        var before = SHA256.HashData(File.ReadAllBytes(test.Path));
        foreach (var open in new Func<string, CaseFile>[] { CaseFile.OpenReadOnly, CaseFile.Open })
        {
            using var file = open(test.Path);
            file.Figures();
            file.Sources();
            file.Posts().ReadAll(_ => { }, CancellationToken.None);
        }

        SHA256.HashData(File.ReadAllBytes(test.Path)).ShouldBe(before);
        Directory.GetFiles(test.Folder).ShouldBe([test.Path]);
    }

    [Fact]
    public void A_case_opened_for_reading_refuses_an_import()
    {
        using var test = new TestCase();
        test.File.Dispose();
        using var file = CaseFile.OpenReadOnly(test.Path);
        Should.Throw<InvalidOperationException>(() => file.Import(TestCase.Input("a.csv", []), null, TestCase.Now, CancellationToken.None));
    }

    [Fact]
    public void A_case_can_be_read_while_another_program_writes_it()
    {
        using var test = new TestCase();
        test.Import(Row.Post("ann", "1"));
        using var reader = CaseFile.OpenReadOnly(test.Path);
        test.Import("more.csv", [Row.Post("bob", "2")], before: _ => reader.Figures().Posts.ShouldBe(1));
        reader.Figures().Posts.ShouldBe(2);
    }

    [Fact]
    public async Task Figures_are_those_of_one_moment_while_another_program_imports()
    {
        using var test = new TestCase();
        test.Import(Row.Post("ann", "1"));
        using var reader = CaseFile.OpenReadOnly(test.Path);
        var import = Task.Run(() => test.Import("more.csv", [.. Enumerable.Range(2, 1500).Select(i => Row.Post($"user{i}", $"{i}"))], batch: 1));
        while (!import.IsCompleted)
        {
            var figures = reader.Figures();
            figures.Accounts.ShouldBe(figures.Posts);
        }

        (await import).Source.PostsNew.ShouldBe(1500);
    }

    [Fact]
    public void Posts_are_read_as_they_were_when_the_reading_began()
    {
        using var test = new TestCase();
        test.Import(Row.Post("ann", "1"), Row.Post("bob", "2"));
        using var other = CaseFile.Open(test.Path);
        var read = new List<string>();
        other.Posts().ReadAll(post =>
        {
            if (read.Count == 0) test.Import("more.csv", [Row.Post("cleo", "3"), Row.Post("dan", "4")]);
            read.Add(post.Text(PostField.Account));
        }, CancellationToken.None);
        read.ShouldBe(["ann", "bob"]);
    }

    [Fact]
    public void A_case_that_another_program_holds_is_said_to_be_in_use()
    {
        using var test = new TestCase();
        test.File.Dispose();
        using var other = Database.Open(test.Path, readOnly: false, create: false);
        other.Run("BEGIN EXCLUSIVE");
        Should.Throw<InputException>(() => CaseFile.Open(test.Path)).Message.ShouldContain("another program");
    }

    [Fact]
    public void A_missing_case_is_said_to_be_missing()
    {
        using var test = new TestCase();
        var path = Path.Combine(test.Folder, "nowhere.claque");
        Should.Throw<InputException>(() => CaseFile.Open(path)).Message.ShouldContain("There is no case");
        File.Exists(path).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("account,time\nann,2031-05-04\n")]
    public void A_file_that_is_no_database_is_said_to_be_no_case(string content)
    {
        using var test = new TestCase();
        var path = Path.Combine(test.Folder, "posts.csv");
        File.WriteAllText(path, content);
        Should.Throw<InputException>(() => CaseFile.Open(path)).Message.ShouldContain("is not a case");
    }

    [Fact]
    public void A_case_of_a_newer_format_is_refused_with_what_to_do()
    {
        using var test = new TestCase();
        test.File.Dispose();
        using (var database = Database.Open(test.Path, readOnly: false, create: false)) database.Run("PRAGMA user_version = 2");
        Should.Throw<InputException>(() => CaseFile.Open(test.Path)).Message.ShouldContain("Update Claque");
    }

    [Fact]
    public void A_new_case_does_not_take_the_place_of_a_file()
    {
        using var test = new TestCase();
        Should.Throw<InputException>(() => CaseFile.Create(test.Path, "", TestCase.Now, "0.1.0")).Message.ShouldContain("exists already");
    }

    [Fact]
    public void The_hash_of_a_file_is_that_of_its_bytes()
    {
        using var test = new TestCase();
        var path = Path.Combine(test.Folder, "abc.txt");
        File.WriteAllText(path, "abc");
        // FIPS 180-2, appendix B.1.
        FileHash.Sha256(path, null, CancellationToken.None).ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
