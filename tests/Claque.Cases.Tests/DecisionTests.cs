using Claque.Cases.Storage;
using Claque.Reading;

namespace Claque.Tests.Cases;

public sealed class DecisionTests
{
    private static readonly GroupView Group = Of("x:17", "x:4", "x:9");

    [Fact]
    public void The_last_decision_counts_and_all_stay_in_the_log()
    {
        using var file = new Filed();
        file.Decide("keep");
        file.Decide("dismiss", "a feed");
        var state = new Decided(file.Case.Decisions()).Of(Group.Key);
        (state.Status, state.Reason, state.IsDismissed).ShouldBe(("dismissed", "a feed", true));
        file.Decide("reopen");
        new Decided(file.Case.Decisions()).Of(Group.Key).Status.ShouldBe("new");
        file.Case.Decisions().Select(decision => decision.Action).ShouldBe(["keep", "dismiss", "reopen"]);
        file.Case.Decisions()[0].Members.ShouldBe(["x:17", "x:4", "x:9"]);
    }

    [Fact]
    public void Undoing_brings_back_what_was_before()
    {
        using var file = new Filed();
        file.Decide("keep");
        var dismissed = file.Decide("dismiss", "a feed");
        file.Case.Undo(dismissed.Number, TestCase.Now);
        new Decided(file.Case.Decisions()).Of(Group.Key).Status.ShouldBe("kept");
        Should.Throw<InputException>(() => file.Case.Undo(dismissed.Number, TestCase.Now)).Message.ShouldContain("already");
        Should.Throw<InputException>(() => file.Case.Undo(99, TestCase.Now)).Message.ShouldContain("no decision 99");
    }

    [Fact]
    public void The_log_can_be_added_to_but_neither_changed_nor_shortened()
    {
        using var file = new Filed();
        file.Decide("keep");
        file.Case.Dispose();
        using var database = Database.Open(file.Path, readOnly: false, create: false);
        Should.Throw<Exception>(() => database.Run("UPDATE decision SET action = 'reopen'")).Message.ShouldContain("never changed");
        Should.Throw<Exception>(() => database.Run("DELETE FROM decision")).Message.ShouldContain("never removed");
    }

    [Fact]
    public void A_group_has_one_key_whatever_the_order_of_its_members()
    {
        Of("x:9", "x:17", "x:4").Key.ShouldBe(Group.Key);
        Of("x:9", "x:17").Key.ShouldNotBe(Group.Key);
    }

    [Fact]
    public void A_case_made_before_there_were_decisions_opens_and_takes_them()
    {
        using var file = new Filed();
        file.Case.Look.IsPrepared.ShouldBeFalse();
        file.Case.Decisions().ShouldBeEmpty();
        file.Case.Look.Draft().ShouldBeNull();
        file.Case.Look.PlacesOf(1).ShouldBeEmpty();
        file.Decide("tag", "newsroom");
        file.Case.Dispose();
        using var again = CaseFile.OpenReadOnly(file.Path);
        new Decided(again.Decisions()).Of(Group.Key).Tags.ShouldBe(["newsroom"]);
    }

    [Theory]
    [InlineData("dismiss", "")]
    [InlineData("note", " ")]
    [InlineData("tag", "")]
    [InlineData("praise", "well done")]
    [InlineData("remove-note", "")]
    public void A_decision_that_says_nothing_is_refused(string action, string text)
    {
        using var file = new Filed();
        Should.Throw<InputException>(() => file.Decide(action, text));
        file.Case.Decisions().ShouldBeEmpty();
    }

    [Fact]
    public void A_summary_counts_until_further_posts_come()
    {
        using var file = new Filed();
        file.Case.Look.KeepSummary("figures", "{}");
        file.Case.Look.Summary("figures").ShouldBe("{}");
        file.Case.Import(TestCase.Input("posts.csv", InterruptionTests.MixedRows()), null, TestCase.Now, CancellationToken.None);
        file.Case.Look.Summary("figures").ShouldBeNull();
    }

    private static GroupView Of(params string[] members) => new(
        3, "", ["link"], 3, 1, 9, 3, 4, 0, 1, "named",
        [.. members.Select((name, i) => new MemberView(new AccountView(i + 1, name.Split(':')[0], name.Split(':')[1], "", ""), 2, 3, 9, 1 / 3.0))], []);

    private sealed class Filed : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("claque-test-").FullName;

        public Filed() => Case = CaseFile.Create(Path, "", TestCase.Now, "0.1.0");

        public string Path => System.IO.Path.Combine(_folder, "a.claque");

        public CaseFile Case { get; }

        public DecisionView Decide(string action, string text = "", int? about = null) => Case.Decide(new DecisionToMake(action, Group, text, about), TestCase.Now);

        public void Dispose()
        {
            Case.Dispose();
            Directory.Delete(_folder, recursive: true);
        }
    }
}
