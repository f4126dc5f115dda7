using System.Diagnostics;
using Claque.Cases.Importing;
using Claque.Cases.Storage;
using Claque.Reading;

namespace Claque.Tests.Cases;

public sealed class InterruptionTests
{
    private const int RowCount = 60;

    /// <summary>Rows of every kind: new posts, posts without id, repeats with and without further links, changing names, rejects.</summary>
    internal static List<Row> MixedRows() => [.. Enumerable.Range(0, RowCount).Select(i => (i % 6) switch
    {
        0 => Row.Post("ann", $"{i}", i * 60_000_000L, post => post.Add(PostList.Links, $"https://harbour.example/{i}")),
        1 => Row.Post("bob", null, i * 60_000_000L, post => post.Set(PostField.Text, $"text {i}")),
        2 => Row.Post("ann", $"{i - 2}", (i - 2) * 60_000_000L, post => post.Add(PostList.Links, $"https://harbour.example/more/{i}")),
        3 => Row.Rejected(i % 2 == 0 ? "time not readable" : "id in scientific notation", $"row {i}"),
        4 => Row.Post($"user{i}", $"{i}", i * 60_000_000L, post => post.Set(PostField.Handle, $"handle{i / 24}")),
        _ => Row.Post("eve", $"{i}", (RowCount - i) * 60_000_000L, post =>
        {
            post.Set(PostField.Handle, $"eve{i / 20}");
            post.Set(PostField.Name, "Eve");
        }),
    })];

    private static string Uninterrupted()
    {
        using var test = new TestCase();
        test.Import("posts.csv", MixedRows(), TimePrecision.Minute, batch: 7);
        return test.Dump();
    }

    [Fact]
    public void An_import_cancelled_anywhere_and_repeated_ends_with_the_same_content_as_one_that_was_not()
    {
        var expected = Uninterrupted();
        for (var at = 1; at <= RowCount; at++)
        {
            using var test = new TestCase();
            Should.Throw<OperationCanceledException>(() => CancelAt(test, at));
            test.Reopen().Sources().ShouldAllBe(source => !source.Complete);
            var receipt = test.Import("posts.csv", MixedRows(), TimePrecision.Minute, batch: 5);
            receipt.Source.Complete.ShouldBeTrue();
            receipt.RowsSkipped.ShouldBe(at - 1);
            test.Dump().ShouldBe(expected, $"cancelled at row {at}");
        }
    }

    [Fact]
    public void An_import_cancelled_twice_still_ends_with_the_same_content()
    {
        using var test = new TestCase();
        Should.Throw<OperationCanceledException>(() => CancelAt(test, 40));
        Should.Throw<OperationCanceledException>(() => CancelAt(test, 20));
        Should.Throw<OperationCanceledException>(() => CancelAt(test, 50));
        test.Import("posts.csv", MixedRows(), TimePrecision.Minute);
        test.Dump().ShouldBe(Uninterrupted());
    }

    [Fact]
    public void What_a_process_leaves_behind_at_any_row_opens_and_goes_on()
    {
        var expected = Uninterrupted();
        using var test = new TestCase();
        var left = new List<string>();
        test.Import("posts.csv", MixedRows(), TimePrecision.Minute, batch: 7, before: row => left.Add(CopyAsLeft(test, row)));
        foreach (var path in left)
        {
            using (var file = CaseFile.Open(path))
            {
                file.Posts().ReadAll(_ => { }, CancellationToken.None);
                file.Import(TestCase.Input("posts.csv", MixedRows(), TimePrecision.Minute), null, TestCase.Now, 4, CancellationToken.None);
            }

            TestCase.Dump(path).ShouldBe(expected);
        }
    }

    [Fact]
    public void A_process_killed_in_the_middle_of_an_import_loses_only_its_open_batch()
    {
        using var test = new TestCase();
        test.File.Dispose();
        using (var child = StartImport(test.Path, stopAt: 25))
        {
            child.StandardOutput.ReadLine().ShouldBe("waiting");
            child.Kill();
            child.WaitForExit();
        }

        var source = test.Reopen().Sources().ShouldHaveSingleItem();
        (source.RowsRead, source.Complete).ShouldBe((21, false));
        test.Import("posts.csv", MixedRows(), TimePrecision.Minute).RowsSkipped.ShouldBe(21);
        test.File.Dispose();
        test.Dump().ShouldBe(Uninterrupted());
        Directory.GetFiles(test.Folder).ShouldBe([test.Path]);
    }

    [Fact]
    public void A_file_that_breaks_off_keeps_its_posts_is_marked_incomplete_and_says_why()
    {
        using var test = new TestCase();
        Row[] rows = [Row.Post("ann", "1"), Row.Post("bob", "2"), Row.Broken("posts.csv.gz ends in the middle of its data.")];
        Should.Throw<InputException>(() => test.Import(rows)).Message.ShouldContain("ends in the middle");
        var source = test.Reopen().Sources().ShouldHaveSingleItem();
        (source.Complete, source.PostsNew, source.Reason).ShouldBe((false, 2, "posts.csv.gz ends in the middle of its data."));
    }

    [Fact]
    public void A_broken_file_imported_again_changes_nothing_and_says_the_same()
    {
        using var test = new TestCase();
        Row[] rows = [Row.Post("ann", "1"), Row.Post("bob"), Row.Broken("It ends too early.")];
        Should.Throw<InputException>(() => test.Import(rows));
        var before = test.Dump();
        Should.Throw<InputException>(() => test.Import(rows)).Message.ShouldBe("It ends too early.");
        test.Dump().ShouldBe(before);
    }

    [Fact]
    public void A_file_of_which_nothing_can_be_read_leaves_no_trace()
    {
        using var test = new TestCase();
        Should.Throw<InputException>(() => test.Import(Row.Broken("It is not text.")));
        test.File.Sources().ShouldBeEmpty();
    }

    [Fact]
    public void A_change_by_another_program_during_an_import_stops_it()
    {
        using var test = new TestCase();
        using var other = CaseFile.Open(test.Path);
        using var database = Database.Open(test.Path, readOnly: false, create: false);
        using var import = new PostImport(database, TestCase.Input("posts.csv", MixedRows()), TestCase.Now, 7);
        other.SetPseudonymise(true);
        Should.Throw<InputException>(() => import.Run(null, CancellationToken.None)).Message.ShouldContain("Another program changed the case");
    }

    private static ImportReceipt CancelAt(TestCase test, int at)
    {
        using var stop = new CancellationTokenSource();
        return test.Import("posts.csv", MixedRows(), TimePrecision.Minute, batch: 7, stop: stop.Token, before: row =>
        {
            if (row != at) return;
            stop.Cancel();
            stop.Token.ThrowIfCancellationRequested();
        });
    }

    /// <summary>The files as a process leaves them that is killed at this moment: the case and its log, without the index of the log.</summary>
    private static string CopyAsLeft(TestCase test, int row)
    {
        var copy = Path.Combine(test.Folder, $"left{row}.claque");
        File.Copy(test.Path, copy);
        if (File.Exists(test.Path + "-wal")) File.Copy(test.Path + "-wal", copy + "-wal");
        return copy;
    }

    private static Process StartImport(string path, int stopAt) => Process.Start(new ProcessStartInfo("dotnet")
    {
        ArgumentList = { typeof(InterruptionTests).Assembly.Location, path, stopAt.ToString() },
        RedirectStandardOutput = true,
    })!;
}
