using Claque.Cases.Storage;
using Claque.Columns;
using Claque.Reading;
using Claque.Tracing;

namespace Claque.Tests.Cases;

public sealed class SensitivityAndAuditTests
{
    private static readonly SensitivityView[] Outcomes =
    [
        new(1, "as_run", "as run", 8, 8, 0, 1, 1e-30),
        new(1, "windows", "only 10 s", 8, 3, 2, 2, 0.04),
        new(2, "as_run", "as run", 3, 3, 0, 1, 0.001),
    ];

    [Fact]
    public void How_groups_fare_under_other_settings_is_read_back_by_group_in_order()
    {
        using var test = new TestCase();
        var run = Save(test);
        test.Reopen().Sensitivity(run).ShouldBe(Outcomes);
        test.File.Sensitivity(run + 1).ShouldBeEmpty();
    }

    [Fact]
    public void An_audit_is_read_back_with_its_rounds_seed_options_and_run()
    {
        using var test = new TestCase();
        var run = Save(test);
        test.File.SaveAudit(Audit(null)).ShouldBe(1);
        test.File.SaveAudit(Audit(run)).ShouldBe(2);
        var audit = test.Reopen().Audits()[1];
        (audit.Number, audit.Run, audit.StartedUtc, audit.ClaqueVersion, audit.OptionsJson, audit.Seed)
            .ShouldBe((2, run, TestCase.Now, "0.1.0", """{"alpha":0.01}""", ulong.MaxValue));
        audit.InputSha256.ShouldBe(test.File.LatestRun().InputSha256);
        audit.Rounds.ShouldBe([new AuditRoundView(1, 0, 2, 0), new AuditRoundView(2, 3, 0, 4)]);
        (audit.MeanNamed, audit.RoundsWithNamed).ShouldBe((1.5, 1));
        test.File.Audits()[0].Run.ShouldBeNull();
    }

    [Fact]
    public void Surfaced_accounts_are_read_back_in_order_with_what_was_seen()
    {
        using var test = new TestCase();
        test.Import("posts.csv", [Row.Post("ann", "1"), Row.Post("bob", "2")]);
        var names = new NameTable();
        names.Intern("ann"u8);
        names.Intern("bob"u8);
        var run = test.File.SaveRun(Run() with
        {
            Corpus = new Corpus { Accounts = names, Posts = new PostColumns([1, 2], [0, 1], [0, 0], [TimePrecision.Second, TimePrecision.Second]), Traces = [], Notes = [] },
            Surfaced = [new SurfacedToStore(1, "at_publication", null, ["reshare"], "Seen."), new SurfacedToStore(0, "lead", 2, ["link", "text"], "Near.")],
        });
        test.Reopen().Surfaced(run).Select(one => (one.Account.NativeId, one.Tier, one.Circle, string.Join('+', one.Behaviours), one.Why))
            .ShouldBe([("bob", "at_publication", (int?)null, "reshare", "Seen."), ("ann", "lead", 2, "link+text", "Near.")]);
        test.File.Surfaced(run + 1).ShouldBeEmpty();
    }

    [Fact]
    public void A_case_made_before_there_were_these_tables_opens_shows_none_and_takes_them()
    {
        using var test = new TestCase();
        test.Import("posts.csv", [Row.Post("ann", "1"), Row.Post("bob", "2")]);
        test.File.Dispose();
        using (var database = Database.Open(test.Path, readOnly: false, create: false))
            database.Script("DROP TABLE run_sensitivity; DROP TABLE run_surfaced; DROP TABLE run_audit; DROP TABLE run_audit_round");
        var before = File.ReadAllBytes(test.Path);
        using (var old = CaseFile.OpenReadOnly(test.Path)) (old.Sensitivity(1).Length, old.Surfaced(1).Length, old.Audits().Length).ShouldBe((0, 0, 0));
        File.ReadAllBytes(test.Path).ShouldBe(before);

        var opened = test.Reopen();
        opened.SaveRun(Run()).ShouldBe(1);
        opened.SaveAudit(Audit(1)).ShouldBe(1);
        (opened.Sensitivity(1).Length, opened.Audits().Length).ShouldBe((3, 1));
    }

    private static int Save(TestCase test)
    {
        test.Import("posts.csv", [Row.Post("ann", "1"), Row.Post("bob", "2")]);
        return test.File.SaveRun(Run());
    }

    private static AuditToStore Audit(int? run) => new(
        run, TestCase.Now, "0.1.0", """{"alpha":0.01}""", ulong.MaxValue, [new AuditRoundView(1, 0, 2, 0), new AuditRoundView(2, 3, 0, 4)]);

    private static RunToStore Run() => new()
    {
        Corpus = new Corpus { Accounts = new NameTable(), Posts = new PostColumns([], [], [], []), Traces = [], Notes = [] },
        StartedUtc = TestCase.Now,
        ClaqueVersion = "0.1.0",
        OptionsJson = "{}",
        Seed = 1,
        ErrorControl = "",
        Layers = [],
        Sensitivity = [.. Outcomes],
    };
}
