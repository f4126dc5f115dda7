using Claque.Cases.Storage;

namespace Claque.Tests.Cases;

/// <summary>Long work on a case can be stopped.</summary>
public sealed class StoppingTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"claque-stop-{Guid.NewGuid():n}.db");

    [Fact]
    public async Task A_statement_that_would_never_end_is_stopped_and_takes_back_what_it_began()
    {
        using var database = Database.Open(_path, readOnly: false, create: true);
        database.Run("CREATE TABLE number (x INTEGER)");
        using var stop = new CancellationTokenSource();
        var work = Task.Run(() => database.Stoppable(
            () => database.Together(() => database.Run("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) INSERT INTO number SELECT x % 7 FROM n WHERE x % 1000 = 0")), stop.Token));
        await Task.Delay(50);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(work.WaitAsync(TimeSpan.FromSeconds(60)));
        database.InTransaction.ShouldBeFalse();
        database.Number("SELECT count(*) FROM number").ShouldBe(0);
    }

    [Fact]
    public void Work_that_is_not_stopped_is_done_and_later_statements_run_free()
    {
        using var database = Database.Open(_path, readOnly: false, create: true);
        using var stop = new CancellationTokenSource();
        database.Stoppable(() => database.Run("CREATE TABLE number (x INTEGER)"), stop.Token);
        stop.Cancel();
        database.Run("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 300000) INSERT INTO number SELECT x FROM n");
        database.Number("SELECT count(*) FROM number").ShouldBe(300_000);
    }

    public void Dispose() => File.Delete(_path);
}
